//! Takes the licence for the id of the instance.
//!
//! The id is the seller's own choice, as long as it is unique.

use crate::Behaviour;
use crate::call::Call;
use crate::store::Instance;
use galleria_protocol::Family;
use galleria_protocol::v1::request::NewInstance;
use sha2::{Digest, Sha256};

/// Has one text for both.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn instance_id(&self, call: &Call, purchase: &NewInstance) -> String {
        match call.family {
            Family::OldLicence => hex::encode(&Sha256::digest(&purchase.order_id)[..16]),
            _ => purchase.business_id.clone(),
        }
    }

    fn licence(&self, _call: &Call, instance: &Instance) -> String {
        instance.id.clone()
    }
}
