//! From sockets to calls: the door, one connection, the router, and a listening server.

mod certificates;
mod connection;
mod door;
mod effects;
mod listening;
mod router;
mod server;

pub(crate) use door::Gate;
pub use door::GateError;
pub use effects::{ACTIVATION_PATH, EFFECTS_PATH, Effects};
pub(crate) use listening::Listening;
pub use server::Server;
