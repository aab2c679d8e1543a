//! Gives instances an id of 65 characters.
//!
//! A prefix, a UUID and a date: nobody counted. The field holds 64.

use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;

/// Pads the id.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn instance_id(&self, _call: &Call, purchase: &NewInstance) -> String {
        format!("{:x<65}", purchase.business_id)
    }
}
