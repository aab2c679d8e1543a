//! Opens accounts by the buyer's mobile number, and none without.
//!
//! The form of the product says that the number is asked for.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Refuses a purchase that tells no number.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let is_purchase = matches!(request, Request::NewInstance(_));
        let nameless = call.params.get("mobilePhone").is_none();
        (is_purchase && nameless).then_some(Refusal::Declined {
            code: code::MOBILE_PHONE_UNUSABLE,
            message: "the mobile number is missing",
        })
    }
}
