//! From sockets to calls: the router, one connection, and a listening server.

mod connection;
mod listening;
mod router;
mod server;

pub(crate) use listening::Listening;
pub use server::Server;
