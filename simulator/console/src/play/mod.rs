//! Calling a seller: whom, with which key, and on a thread of its own, so that pages are answered
//! meanwhile.

mod apart;
mod seat;

pub(crate) use apart::apart;
pub(crate) use seat::{Callee, authorities, may_call, refusal, restored};
