//! Long work on a thread of its own: checks, campaigns and dial tests while they are under way.
//!
//! | module | what it holds |
//! |---|---|
//! | `running` | which are under way; stopping them |
//! | `live` | how far one is, as server-sent events |
//! | `standing` | how one stands: under way, over, or cut off |

mod live;
mod running;
mod standing;

pub(crate) use live::telling;
pub(crate) use running::{Running, UnderWay};
pub(crate) use standing::Standing;

/// How far work is.
pub(crate) trait Progress:
    Clone + Default + serde::Serialize + Send + Sync + 'static
{
    /// Whether it is over.
    fn is_over(&self) -> bool;

    /// Notes that it is over.
    fn end(&mut self);
}
