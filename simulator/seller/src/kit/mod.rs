//! The kit: the five addresses at which the marketplace tells of enterprises, applications,
//! accounts and departments [kit §1].
//!
//! | step | module | what happens |
//! |---|---|---|
//! | 1 | `arrived` | the address tells version and call, the headers carry the signature |
//! | 2 | `signature` | whether the marketplace sent it; nothing is decrypted or stored before |
//! | 3 | `desk` | the body is read, the secret decrypted, the records are written down |
//! | 4 | `records` | what was told, each record once |
//! | 5 | `reply` | the answer becomes bytes; V1 signs them |
//!
//! Wherever the seller has to decide, the code asks [`KitBehaviour`], as the rest of the seller asks
//! [`Behaviour`](crate::Behaviour).

mod arrived;
mod behaviour;
mod config;
mod desk;
mod records;
mod reply;
mod signature;

pub(crate) use arrived::arrived;
pub use arrived::{Arrived, Object};
pub use behaviour::{KitBehaviour, KitReference};
pub use config::{KIT_KEY, KitConfig, TEST_PUBLIC_KEY};
pub(crate) use desk::answer;
pub use records::{Record, Records};
pub(crate) use signature::check;
