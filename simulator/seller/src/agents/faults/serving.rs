//! Backends that serve customers wrongly.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::response::{IntoResponse, Response};
use http::StatusCode;

use crate::agents::table::sellers;
use crate::agents::{AgentReference, Customer};
use crate::wire::Wire;

/// Puts a customer in the place of the one before, and gives that.
fn before(kept: &Mutex<Option<Customer>>, next: &Customer) -> Option<Customer> {
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    kept.replace(next.clone())
}

sellers! {
    "agent-answers-too-late", "Answers after an hour.", TooLate {
        fn delay(&self) -> Duration {
            Duration::from_hours(1)
        }
    }
    "agent-first-customer-only", "Serves the first customer, and nobody else.", FirstOnly(Mutex<Option<String>>) {
        fn takes_customer(&self, customer: &Customer) -> bool {
            let mut first = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            *first.get_or_insert_with(|| customer.id.clone()) == customer.id
        }
    }
    "agent-names-another-customer", "Greets the customer of the call before.", NamesAnother(Mutex<Option<Customer>>) {
        fn text(&self, customer: &Customer) -> String {
            let greeted = before(&self.0, customer).unwrap_or_default();
            format!("Hello, {}. {}", greeted.name, AgentReference.text(customer))
        }
    }
    "agent-chinese-name-breaks", "Breaks at a customer's name that is not of ASCII alone.", NameBreaks {
        fn takes_customer(&self, customer: &Customer) -> bool {
            customer.name.is_ascii()
        }
        fn customer_refused(&self) -> Response {
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
    "agent-stream-cut-short", "Closes the connection inside a stream.", CutShort {
        fn wire(&self, stream: bool) -> Wire {
            if stream { Wire::CutBody { after: 120 } } else { Wire::AsIs }
        }
    }
    "agent-stream-of-another-type", "Sends a stream as application/json.", AnotherType {
        fn stream_type(&self) -> &'static str {
            "application/json"
        }
    }
}
