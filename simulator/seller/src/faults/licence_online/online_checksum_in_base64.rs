//! Tells the checksum of a file in Base64.
//!
//! The SHA-256 is right, its text is not the hex of the example.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::Behaviour;
use crate::licence::{Form, LicenceBehaviour};

/// Encodes otherwise.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn form(&self, licence: &str) -> Form {
        let sum = STANDARD.encode(Sha256::digest(licence));
        Form::file_with(licence, "product.lic", sum)
    }
}
