//! Answers a licence with Chinese text.
//!
//! The text names the product for people.

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app::licence;
use crate::store::Instance;

/// Writes for people.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licence(&self, call: &Call, instance: &Instance) -> String {
        format!("授权码：{}", licence(call, instance))
    }
}
