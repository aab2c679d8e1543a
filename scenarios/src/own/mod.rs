//! What the user has of his own beside the seller, and names on the command line: a command or an address.

mod address;
mod command;

pub(crate) use address::{delivery, split};
pub(crate) use command::OwnCommand;
