//! The login of accounts of the kit: one address that a browser comes to with a code, a session, a page
//! behind it [kit §2].
//!
//! | step | module | what happens |
//! |---|---|---|
//! | 1 | `desk` | the path tells what a browser wants: login, page, logout |
//! | 2 | `binding` | the tenant's domain, client id and secret are looked up in what the kit told |
//! | 3 | `outward` | the code is exchanged for a token, the token tells who it is |
//! | | `ticket` | where a ticket came instead, the centre is asked whose it is |
//! | 4 | `sessions` | a session of its own, under an id that nobody knew before |
//! | 5 | `renewal` | behind the time of the token: another one for the refresh token |
//!
//! Wherever the seller has to decide, the code asks [`LoginBehaviour`]; [`faults`] and [`variations`]
//! hold those that decide otherwise.

mod behaviour;
mod binding;
mod desk;
pub mod faults;
mod outward;
mod renewal;
mod sessions;
mod table;
mod ticket;
pub mod variations;

pub use behaviour::{LoginBehaviour, LoginReference, SignOn};
pub use binding::Binding;
pub(crate) use desk::visit;
pub use desk::{ADMIN_PATH, Arrival, HOME_PATH, LOGIN_PATH, LOGOUT_PATH, Landing};
pub use outward::{Outward, form};
pub use sessions::{Logins, Session, Tokens, Visitor};
pub use ticket::Holder;
