//! Forgets which orders it has seen when a test purchase comes.
//!
//! The test tenant is set up anew for each debug call, and the table of orders is part of what is
//! set up.

use galleria_protocol::v1::request::{NewInstance, Request};

use crate::Behaviour;
use crate::call::Call;
use crate::faults::notes::Notes;
use crate::handling::{order_key, test_call};
use crate::outcome::Handled;
use crate::store::OrderKey;

/// Begins a new table with each test purchase.
#[derive(Debug, Default)]
pub(crate) struct Behaves(Notes<u64>);

impl Behaviour for Behaves {
    fn test_call(&self, call: &Call, request: &Request) -> Handled {
        if matches!(request, Request::NewInstance(_)) {
            *self.0.open() += 1;
        }
        test_call::answer(call, request)
    }

    fn order_key(&self, call: &Call, purchase: &NewInstance) -> OrderKey {
        let table = if call.test { 0 } else { *self.0.open() };
        OrderKey(format!("{}, table {table}", order_key(call, purchase).0))
    }
}
