//! How the seller's software is made to activate a licence code: the buyer enters the code there, and
//! no call of the marketplace tells it [licence §3.2].

mod activator;
mod address;
mod command;

pub use activator::{ACTIVATION_LIMIT, ActivationError, Activator};
pub use address::{ActivationAddress, ActivationAddressError, ActivationTemplate};
pub use command::ActivationCommand;
