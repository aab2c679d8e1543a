//! What the desk keeps: the orders, the instances, what came, and which calls are open.

use std::collections::BTreeMap;

use galleria_protocol::v2::order::OrderInfo;

use super::call_back::CallBack;
use super::codes::Codes;
use super::instances::Instances;

/// The books of a run.
#[derive(Debug, Default)]
pub(super) struct Books {
    orders: BTreeMap<String, Filed>,
    pub(super) instances: Instances,
    pub(super) codes: Codes,
    call_backs: Vec<CallBack>,
    events: BTreeMap<String, String>,
    count: u64,
    open: Vec<String>,
}

/// An order of a scenario.
#[derive(Clone, Debug)]
pub(super) struct Filed {
    pub(super) scenario: String,
    pub(super) order: OrderInfo,
}

impl Books {
    /// Files an order. A further line joins the order that is known.
    pub(super) fn file(&mut self, scenario: &str, order: OrderInfo) {
        let Some(known) = self.orders.get_mut(&order.order_id) else {
            let scenario = scenario.to_owned();
            let id = order.order_id.clone();
            self.orders.insert(id, Filed { scenario, order });
            return;
        };
        for line in order.order_line {
            let mut lines = known.order.order_line.iter();
            if lines.all(|held| held.order_line_id != line.order_line_id) {
                known.order.order_line.push(line);
            }
        }
    }

    /// Files an application for a licence.
    pub(super) fn file_event(&mut self, scenario: &str, event: &str) {
        self.events.insert(event.to_owned(), scenario.to_owned());
    }

    /// The scenario that applied for a licence by that event.
    pub(super) fn applied(&self, event: &str) -> Option<&str> {
        self.events.get(event).map(String::as_str)
    }

    /// The order of that id.
    pub(super) fn order(&self, id: &str) -> Option<Filed> {
        self.orders.get(id).cloned()
    }

    /// The number of the call that comes now, from 1.
    pub(super) fn next_number(&mut self) -> u64 {
        self.count += 1;
        self.count
    }

    /// Notes that a call to the seller is open.
    pub(super) fn open(&mut self, scenario: &str) {
        self.open.push(scenario.to_owned());
    }

    /// Notes that it is over.
    pub(super) fn close(&mut self, scenario: &str) {
        if let Some(at) = self.open.iter().position(|open| open == scenario) {
            self.open.remove(at);
        }
    }

    /// Keeps what came. What is about no order or instance that is known belongs to the scenario
    /// whose call is open.
    pub(super) fn keep(&mut self, mut came: CallBack) {
        came.scenario = came.scenario.or_else(|| self.open.last().cloned());
        let about = came.scenario.as_ref();
        came.inside = about.is_some_and(|about| self.open.contains(about));
        self.call_backs.push(came);
    }

    /// Hands out what came about a scenario, and what came about none that is known.
    pub(super) fn take(&mut self, scenario: &str) -> Vec<CallBack> {
        let all = std::mem::take(&mut self.call_backs);
        let (taken, left) = all.into_iter().partition(|came| {
            let about = came.scenario.as_deref();
            about.is_none_or(|about| about == scenario)
        });
        self.call_backs = left;
        taken
    }
}
