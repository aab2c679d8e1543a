//! Refuses the expiry of an instance that had expired before and was renewed since.
//!
//! Expiries are kept by the instance in a table that knows each once.

use std::collections::BTreeSet;

use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::{Notes, declined};
use crate::outcome::Refusal;
use crate::store::Instance;

/// Lets each instance expire once.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<BTreeSet<String>>);

impl Behaviour for Behaves {
    fn objection(
        &self,
        _call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let instance = instance.filter(|_| matches!(request, Request::ExpireInstance(_)))?;
        let first = self.0.open().insert(instance.id.clone());
        (!first).then(|| declined("the instance has expired already"))
    }
}
