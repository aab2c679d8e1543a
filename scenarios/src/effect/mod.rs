//! The effects of calls at the seller: how many instances there are for an order, counted by a probe
//! that the user names, for no answer can tell it.

mod address;
mod command;
mod probe;
mod question;

pub use address::{AddressError, AddressProbe, AddressTemplate};
pub use command::CommandProbe;
pub use probe::{EffectProbe, PROBE_LIMIT, ProbeError};
pub use question::{Probed, Question};
