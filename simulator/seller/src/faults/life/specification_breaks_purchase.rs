//! Fails on a purchase that tells the specification.
//!
//! The specification is looked up in a table that was never filled; a purchase without one takes
//! another path.

use galleria_protocol::code;
use galleria_protocol::v1::Activity;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Looks up what nobody wrote down.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let bought = call.activity == Some(Activity::NewInstance);
        (bought && call.params.contains("skuCode")).then_some(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "no such specification",
        })
    }
}
