//! Decrypts the client secret before it looks at the signature.
//!
//! As the vendor's sample does: a stranger's body is worked on, and the answer tells 000101.

use galleria_protocol::kit::Request;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Decrypts at once.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn glance(&self, seller: &Seller, arrived: &Arrived) -> Result<(), Refusal> {
        let body = arrived.object().unwrap_or_default();
        match self.read(arrived, &body) {
            Ok(Request::Application(application)) => self.secret(seller, &application).map(drop),
            _ => Ok(()),
        }
    }
}
