//! The life of an order, and how much of it a run has played.

mod edge;
mod played;
mod scene;
mod walk;

pub use edge::{Edge, Way};
pub use played::{LifeCycle, PlayedEdge};
pub use scene::{Scene, Standing};
pub use walk::{Walk, walked, walks};
