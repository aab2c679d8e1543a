//! SaaS access guide V1.0: its scenes, their requests, their answers.

pub mod extend_params;
pub mod request;

pub use crate::activity::Activity;
pub use crate::answer;
