//! Counts the instances of a customer in two digits, so that the hundred-and-first gets the id of the first.
//!
//! The column is CHAR(2), and what does not fit is cut off in front.

use std::collections::BTreeMap;

use galleria_protocol::Api;
use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::Notes;

/// Counts to a hundred.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<BTreeMap<String, u32>>);

impl Behaviour for Behaves {
    fn instance_id(&self, call: &Call, purchase: &NewInstance) -> String {
        if call.api != Api::V1 {
            return purchase.business_id.clone();
        }
        let mut counters = self.0.open();
        let count = counters.entry(purchase.customer_id.clone()).or_default();
        let id = format!("{}-{:02}", purchase.customer_id, *count % 100);
        *count += 1;
        id
    }
}
