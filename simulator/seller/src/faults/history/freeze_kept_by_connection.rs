//! Lifts a freeze only over the connection that it came over, and refuses the next one.
//!
//! What is frozen is kept in the session. The end of the freeze, over another connection, finds nothing
//! to lift and says that it is done; the next freeze meets one that is there.

use std::collections::BTreeMap;

use galleria_protocol::Api;
use galleria_protocol::v1::request::{Request, Status};

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::{Notes, declined};
use crate::outcome::Refusal;
use crate::store::Instance;

/// Keeps freezes in the session.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<BTreeMap<String, Freeze>>);

#[derive(Debug)]
struct Freeze {
    connection: u64,
    /// Whether its end came over another connection.
    missed: bool,
}

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let instance = instance.filter(|_| call.api == Api::V1)?;
        let Request::InstanceStatus(status) = request else {
            return None;
        };
        let mut frozen = self.0.open();
        if status.instance_status == Status::Freeze {
            let freeze = frozen.entry(instance.id.clone()).or_insert(Freeze {
                connection: call.connection,
                missed: false,
            });
            return freeze.missed.then(|| declined("the instance is frozen"));
        }
        match frozen.get_mut(&instance.id) {
            Some(freeze) if freeze.connection != call.connection => freeze.missed = true,
            _ => drop(frozen.remove(&instance.id)),
        }
        None
    }
}
