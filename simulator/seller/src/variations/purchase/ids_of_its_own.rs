//! Gives instances an id of its own making.
//!
//! The business id is advice; any id that is never given twice will do.

use galleria_protocol::v1::request::NewInstance;

use crate::Behaviour;
use crate::call::Call;

/// Draws an id.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn instance_id(&self, call: &Call, _purchase: &NewInstance) -> String {
        let random = call.seller.random();
        format!("{}-{}", random.text::<8>(), random.text::<24>()).to_lowercase()
    }
}
