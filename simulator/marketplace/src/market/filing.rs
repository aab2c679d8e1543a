//! The orders that the seller may ask for through the open APIs.

use galleria_protocol::Api;

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

    /// Files the order of a call that is about to be made. V1 has no open APIs, and test calls have
    /// no order.
    pub fn file(&self, draft: &Draft) {
        let Some(filing) = &self.filing else { return };
        if self.api() != Api::V2 || draft.subject.test {
            return;
        }
        let Some(purchase) = self.purchase(&draft.subject.purchase) else {
            return;
        };
        let customer = self.customers.get(&draft.subject.customer);
        let now = self.clock().now();
        if let Some(order) = filed(draft, purchase, customer, self.billing(), now) {
            filing.desk.file(&filing.scenario, order);
        }
    }
}
