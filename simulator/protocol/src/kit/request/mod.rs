//! The five calls of the kit, read from the JSON object in a body and written to one.
//!
//! Texts stay texts and lengths are not looked at, so that nothing lawful is refused. A number
//! counts as its text and a text of digits as its number; null counts as absent. Lists are read
//! from a JSON array and from a text that holds one, in either version, because the pages' tables
//! and examples differ [kit §9].

mod any;
mod application;
mod auth;
mod department;
mod object;
mod tenant;
mod user;

pub use any::Request;
pub use application::ApplicationSync;
pub use auth::AuthSync;
pub use department::{AllOrgSync, Department, SingleOrgSync};
pub use tenant::TenantSync;
pub use user::{Role, User};

pub use crate::request::RequestError;
