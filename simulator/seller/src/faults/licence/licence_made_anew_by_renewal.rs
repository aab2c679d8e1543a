//! Makes a new licence when one is renewed.
//!
//! The end is part of the licence; the buyer still has the old one, and opens the page to find another.

use crate::Behaviour;
use crate::call::Call;
use crate::handling::app;
use crate::store::Instance;

/// Makes a licence for each term.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licence(&self, call: &Call, instance: &Instance) -> String {
        let licence = app::licence(call, instance);
        match instance.applied.len() {
            0 => licence,
            terms => format!("{licence}-{terms}"),
        }
    }
}
