//! Gives instances an id of 64 characters.
//!
//! That is what the field holds.

use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;

/// Pads the id to the full length.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn instance_id(&self, _call: &Call, purchase: &NewInstance) -> String {
        format!("{:0>64}", purchase.business_id)
    }
}
