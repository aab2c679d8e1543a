//! Fails on a customer's name of more than 64 bytes.
//!
//! The column has 64, and the database counts bytes where the pages count characters.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Counts bytes.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let name = call.params.get("customerName").unwrap_or_default();
        (name.len() > 64).then_some(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "data too long for column",
        })
    }
}
