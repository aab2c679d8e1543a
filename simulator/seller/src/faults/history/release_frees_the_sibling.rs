//! Deletes what a customer bought later with what was bought first.
//!
//! The first order makes the account, and later ones hang below it: by the customer in V1, by the
//! order whose line it is in V2. Deleting the parent deletes its children.

use std::collections::{BTreeMap, BTreeSet};

use galleria_protocol::Api;
use galleria_protocol::v1::request::{NewInstance, Request};

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::Notes;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Keeps families.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<Families>);

#[derive(Debug, Default)]
struct Families {
    /// The instances of each family, the parent first.
    members: BTreeMap<String, Vec<String>>,
    gone: BTreeSet<String>,
}

impl Behaviour for Behaves {
    fn instance_id(&self, call: &Call, purchase: &NewInstance) -> String {
        let family = match call.api {
            Api::V1 => &purchase.customer_id,
            Api::V2 => &purchase.order_id,
        };
        let id = purchase.business_id.clone();
        let mut families = self.0.open();
        let members = families.members.entry(family.clone()).or_default();
        members.push(id.clone());
        id
    }

    fn objection(
        &self,
        call: &Call,
        request: &Request,
        instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let instance = instance?;
        let family = match call.api {
            Api::V1 => &instance.customer_id,
            Api::V2 => &instance.order_id,
        };
        let mut families = self.0.open();
        if matches!(request, Request::ReleaseInstance(_)) {
            let members = families.members.remove(family).unwrap_or_default();
            if members.first() == Some(&instance.id) {
                families.gone.extend(members);
            } else {
                families.members.insert(family.clone(), members);
            }
            return None;
        }
        let gone = families.gone.contains(&instance.id);
        gone.then_some(Refusal::UnknownInstance)
    }
}
