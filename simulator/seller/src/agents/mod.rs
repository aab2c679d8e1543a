//! The backend of agents: addresses that the marketplace's gateway calls, and bills by what they answer [kit §5.2].
//!
//! | step | module | what happens |
//! |---|---|---|
//! | 1 | `desk` | the path tells which agent is called, the headers who calls and for whom |
//! | 2 | `admission` | the AK is read out of the token, the SK looked up, the token checked with it |
//! | 3 | `work` | the answer, with what it is billed by; whole or as a stream |
//!
//! Wherever the backend has to decide, the code asks [`AgentBehaviour`]; [`faults`] and [`variations`] hold those that
//! decide otherwise.

mod admission;
mod behaviour;
mod config;
mod desk;
pub mod faults;
mod table;
pub mod variations;
mod work;

pub use admission::Refused;
pub use behaviour::{AgentBehaviour, AgentReference, Backend};
pub use config::AgentConfig;
pub use desk::{AGENTS_PATH, Arrival, Customer, OWN_PATH, path_of};
pub(crate) use desk::{answer, is_backend};
