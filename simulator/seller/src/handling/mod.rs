//! What the seller does: one file a scene, and the desk that hands a call to its scene.

pub mod app;
mod change;
mod desk;
mod expiry;
mod instance;
mod purchase;
mod query;
mod release;
mod renewal;
mod status;
pub mod test_call;
mod upgrade;
pub mod usage;

pub(crate) use desk::answer;
pub(crate) use instance::on_instance;
pub use purchase::order_key;
