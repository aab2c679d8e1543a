//! Answers an instance id of a hundred characters.
//!
//! The id is a hash of the licence with a prefix, and nobody counted it.

use crate::Behaviour;
use crate::call::Call;
use galleria_protocol::Family;
use galleria_protocol::v1::request::NewInstance;

/// Hashes the licence.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn instance_id(&self, call: &Call, purchase: &NewInstance) -> String {
        let id = purchase.business_id.clone();
        match call.family {
            Family::OldLicence => format!("{id:x>100}"),
            _ => id,
        }
    }
}
