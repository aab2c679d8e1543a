//! What the toolbox asks of an interface. Each interface answers in a module of its own.

mod api;
mod body;
mod curl;
mod v1;
mod v2;

pub(super) use api::{Draft, Known, Protocol, logins, of};
