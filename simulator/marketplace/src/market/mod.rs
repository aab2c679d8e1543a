//! Customers, what they bought, and the calls that the life of a purchase causes.
//!
//! The market knows orders and their states; how a call is written for one protocol lies in a
//! folder of that protocol's name ([`v1`]).

mod billing;
mod draft;
mod ledger;
mod purchase;
mod terms;
pub mod v1;

pub use billing::Billing;
pub use draft::{Draft, Subject};
pub use ledger::{Market, MarketError};
pub use purchase::{Customer, Goods, Held, Purchase, State};
pub use terms::{SceneTerms, Terms};
