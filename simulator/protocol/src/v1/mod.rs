//! SaaS access guide V1.0: its scenes, their requests, their answers.

mod activity;
pub mod extend_params;
pub mod request;

pub use activity::Activity;

pub use crate::answer;
