//! The calls of V2: what is sent in each scene, and how it is signed [v2 §2, §4].

pub mod debug;
pub(super) mod life;
mod sign;

pub(crate) use sign::{body, content};
pub(super) use sign::{seal, sign};
