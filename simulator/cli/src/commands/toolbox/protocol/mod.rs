//! What the toolbox asks of an interface. Each interface answers in a module of its own.

mod api;
mod body;
mod v1;

pub(super) use api::{Draft, Known, Protocol, of};
