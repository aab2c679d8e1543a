//! The marketplace's requests: one struct a scene, all of them texts as they come on the wire.
//!
//! Numbers, amounts and times stay texts, and lengths are not looked at, so that nothing lawful
//! is refused; who needs a number parses it. A parameter that is there but empty counts as absent
//! [v1 §2]. Of repeated names the first counts.

mod expire_instance;
mod field;
mod instance_status;
mod new_instance;
mod query_instance;
mod refresh_instance;
mod release_instance;
mod scene;
mod upgrade;

pub use expire_instance::ExpireInstance;
pub use instance_status::{InstanceStatus, Status};
pub use new_instance::NewInstance;
pub use query_instance::QueryInstance;
pub use refresh_instance::RefreshInstance;
pub use release_instance::ReleaseInstance;
pub use scene::Request;
pub use upgrade::Upgrade;

pub use crate::request::RequestError;
