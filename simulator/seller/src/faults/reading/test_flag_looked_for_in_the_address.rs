//! Looks for the test flag of a V2 call in the address.
//!
//! There it stands in V1. In V2 only the signature stands there, and every debug call is taken for a
//! real one.

use galleria_protocol::Params;

use crate::Behaviour;

/// Finds no flag in a body.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn is_test(&self, params: &Params) -> bool {
        let of_v1 = params.contains("timeStamp");
        of_v1 && params.get("testFlag") == Some("1")
    }
}
