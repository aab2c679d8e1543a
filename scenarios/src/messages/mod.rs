//! Service-interface messages (生产接口消息): the failed deliveries that the seller centre lists, and from
//! which a person has a delivery made again [v1 §7, v2 §6.3].
//!
//! | module | what it holds |
//! |---|---|
//! | [`Message`] | one order whose delivery failed, and every call of it |
//! | [`MessageFolder`] | messages on disk, a readable file each |
//! | [`MessageSink`] | writes the messages of a run as it goes |

mod folder;
mod message;
mod sink;

pub use folder::{MessageError, MessageFolder};
pub use message::{CallTold, Message, MessageState};
pub use sink::MessageSink;
