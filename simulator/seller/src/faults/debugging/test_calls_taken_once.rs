//! Takes each test call once.
//!
//! A guard against repeats looks at the values of a call. The debug step passes; the dial test of
//! the next morning sends the same values and is turned away.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use galleria_protocol::v1::request::Request;
use galleria_protocol::{Api, code};

use crate::Behaviour;
use crate::call::Call;
use crate::handling::test_call;
use crate::outcome::{Handled, Refusal};

/// What differs in every call.
const MADE_ANEW: [&str; 3] = ["authToken", "timeStamp", "businessId"];

/// Remembers the values of test calls.
#[derive(Debug, Default)]
pub(crate) struct Behaves {
    seen: Mutex<BTreeSet<String>>,
}

impl Behaviour for Behaves {
    fn test_call(&self, call: &Call, request: &Request) -> Handled {
        let mut values = call.params.clone();
        for name in MADE_ANEW {
            values.remove(name);
        }
        // A V2 call's nonce stands in its address, so that no two of them look the same.
        let address = match call.api {
            Api::V1 => "",
            Api::V2 => call.query.as_str(),
        };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.insert(values.to_query() + address) {
            test_call::answer(call, request)
        } else {
            Err(Refusal::Declined {
                code: code::INTERNAL_ERROR,
                message: "the same call was made before",
            })
        }
    }
}
