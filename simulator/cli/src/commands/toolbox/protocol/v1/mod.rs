//! SaaS access guide V1.0.

mod answer;
mod computed;
mod credential;
mod interface;
mod request;
mod sign;

pub(super) use interface::V1;
