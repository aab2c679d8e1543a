//! The orders that the seller may ask for through the open APIs.

use galleria_protocol::Api;

use super::billing::Billing;
use super::draft::Draft;
use super::ledger::Market;
use crate::open_api::{Filing, filed};

impl Market {
    /// The same market, whose orders are filed there.
    #[must_use]
    pub fn filing(mut self, filing: Option<Filing>) -> Self {
        self.filing = filing;
        self
    }

    /// Files an instance that the seller told, whether or not the answer arrived.
    pub(super) fn file_instance(&self, id: &str) {
        if let Some(filing) = &self.filing {
            let metered = matches!(self.billing(), Billing::OnDemand | Billing::Package);
            filing.instance(id, metered);
        }
    }

    /// Files that the instance of a call was released.
    pub(super) fn file_release(&self, draft: &Draft) {
        let id = draft.params.get("instanceId");
        if let (Some(filing), Some(id)) = (&self.filing, id) {
            filing.released(id);
        }
    }

    /// Files the order of a call that is about to be made. V1 has no open APIs, and test calls have
    /// no order.
    pub fn file(&self, draft: &Draft) {
        let Some(filing) = &self.filing else { return };
        if let Some(event) = draft.params.get("eventId") {
            filing.event(event);
        }
        if self.api() != Api::V2 || draft.subject.test {
            return;
        }
        let Some(purchase) = self.purchase(&draft.subject.purchase) else {
            return;
        };
        let customer = self.customers.get(&draft.subject.customer);
        let now = self.clock().now();
        if let Some(order) = filed(draft, purchase, customer, self.billing(), now) {
            filing.order(order);
        }
    }
}
