//! Refuses test calls about an instance after its test release.
//!
//! Test instances live in a table of their own and go through their states like real ones. Played
//! in the order of the pages every case passes; played in another, none does.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use galleria_protocol::v1::Activity;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::handling::test_call;
use crate::outcome::{Handled, Refusal};

/// Keeps a life for instances that do not exist.
#[derive(Debug, Default)]
pub(crate) struct Behaves {
    released: Mutex<BTreeSet<String>>,
}

impl Behaviour for Behaves {
    fn test_call(&self, call: &Call, request: &Request) -> Handled {
        let mut released = self.released.lock().unwrap_or_else(PoisonError::into_inner);
        let id = call.params.get("instanceId").unwrap_or_default();
        match call.activity {
            Some(Activity::NewInstance) => released.clear(),
            Some(Activity::ReleaseInstance) => {
                released.insert(id.to_owned());
            }
            _ if released.contains(id) => return Err(Refusal::UnknownInstance),
            _ => {}
        }
        test_call::answer(call, request)
    }
}
