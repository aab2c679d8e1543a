//! Uploads licences as files.
//!
//! With the name of the file, and its checksum in capitals.

use galleria_protocol::v2::upload::sha256;

use crate::Behaviour;
use crate::licence::{Form, LicenceBehaviour};

/// Writes files.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn form(&self, licence: &str) -> Form {
        let sum = sha256(licence.as_bytes()).to_uppercase();
        Form::file_with(licence, "product.lic", sum)
    }
}
