//! Answers a licence that is JSON in a text.
//!
//! The software reads it as such.

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app::licence;
use crate::store::Instance;

/// Writes JSON in a text.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licence(&self, call: &Call, instance: &Instance) -> String {
        format!(r#"{{"code": "{}", "seats": 5}}"#, licence(call, instance))
    }
}
