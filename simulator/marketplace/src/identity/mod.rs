//! The identity centre: where the accounts of an enterprise log in, and what an application asks it
//! [kit §2].
//!
//! | module | what it holds |
//! |---|---|
//! | `client` | the enterprises: each has its application's id and secret, and its accounts |
//! | `centre` | what all calls share: codes, tokens, the answer to each call |
//! | `token` | the exchange of a code, or of a refresh token, for an access token |
//! | `cas` | the other way in: a ticket, and whose it is |
//! | `portal` | the addresses that a browser comes to: portal, authorize, logout |
//! | `asked` | what is kept of a call, with the secrets taken out |
//! | `router` | the centre of one enterprise over HTTP: each has an address of its own |
//!
//! Nothing here judges: a call is answered as the pages say, and what is odd about it is written down
//! beside it.

mod asked;
mod cas;
mod centre;
mod client;
mod portal;
mod router;
mod token;

pub use asked::{Asked, Flaw, Wish};
pub use centre::{Answered, Centre, Holding};
pub use client::{Client, Person, TenantNumber};
