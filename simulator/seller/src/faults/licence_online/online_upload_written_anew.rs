//! Signs an upload and lets the client write it anew.
//!
//! The client draws another boundary, so that the body is not the one that was signed.

use galleria_protocol::sdk_hmac;

use crate::Behaviour;
use crate::licence::LicenceBehaviour;

/// Adds a line end.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn licences(&self) -> &dyn LicenceBehaviour {
        self
    }
}

impl LicenceBehaviour for Behaves {
    fn finish(&self, mut upload: sdk_hmac::Call) -> sdk_hmac::Call {
        upload.body.extend_from_slice(b"\r\n");
        upload
    }
}
