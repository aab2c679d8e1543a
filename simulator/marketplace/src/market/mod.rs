//! Customers, what they bought, and the calls that the life of a purchase causes.
//!
//! The market knows orders and their states; how a call is written for one protocol lies in a
//! folder of that protocol's name ([`v1`], [`v2`]).

mod billing;
mod contact;
mod draft;
mod entries;
mod filing;
mod ledger;
mod licence_code;
mod purchase;
mod renewal;
mod sealed;
mod terms;
pub mod v1;
pub mod v2;

pub use billing::Billing;
pub use contact::Contact;
pub(crate) use contact::{MAIL, PHONE};
pub use draft::{Draft, Subject};
pub use ledger::{MOST_IDS, Market, MarketError};
pub use purchase::{Customer, Goods, Held, Purchase, State};
pub use sealed::{Dating, Sealed};
pub use terms::{NULL, SceneTerms, Terms, TimeUnit};
