//! Calls a customer name with an emoji invalid.
//!
//! Names of accounts have letters and digits; what else came is told and not stored.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Refuses what it cannot store.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        _call: &Call,
        request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let Request::NewInstance(purchase) = request else {
            return None;
        };
        let name = purchase.customer_name.as_deref().unwrap_or_default();
        name.chars()
            .any(|character| character.len_utf8() > 3)
            .then_some(Refusal::Declined {
                code: code::INVALID_PARAMETER,
                message: "the name has characters that cannot be stored",
            })
    }
}
