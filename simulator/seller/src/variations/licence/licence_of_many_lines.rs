//! Answers a licence of many lines.
//!
//! A signed file in Base64, with the marks of its begin and its end.

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app::licence;
use crate::store::Instance;

/// Writes a file.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licence(&self, call: &Call, instance: &Instance) -> String {
        let code = licence(call, instance);
        format!("-----BEGIN LICENSE-----\r\n{code}\r\n{code}\r\n-----END LICENSE-----\r\n")
    }
}
