//! Tells the checksum of a file's name.
//!
//! The name was hashed in place of what it leads to.

use galleria_protocol::v2::upload::sha256;

use crate::Behaviour;
use crate::licence::{Form, LicenceBehaviour};

/// Hashes the name.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn form(&self, licence: &str) -> Form {
        let name = "product.lic";
        Form::file_with(licence, name, sha256(name.as_bytes()))
    }
}
