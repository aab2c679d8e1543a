//! Query parameters: a list of names and values, its text, and how that text may be read [v1 §1].

mod encoding;
mod list;
mod reading;

pub(crate) use encoding::encode_into;
pub use list::Params;
pub use reading::Reading;
pub(crate) use reading::pairs;
