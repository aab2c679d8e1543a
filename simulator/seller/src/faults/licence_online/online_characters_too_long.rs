//! Uploads as text what is longer than a text may be.
//!
//! A signed licence of 3 KiB belongs into a file.

use crate::Behaviour;
use crate::licence::{Form, LicenceBehaviour};

/// Has a long licence.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn form(&self, licence: &str) -> Form {
        Form::characters(&licence.repeat(48))
    }
}
