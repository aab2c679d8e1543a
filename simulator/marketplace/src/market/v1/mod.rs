//! The calls of V1: what is sent in each scene, and how it is signed [v1 §5].

pub mod debug;
pub(super) mod life;
mod sign;

pub(super) use sign::{seal, sign};
