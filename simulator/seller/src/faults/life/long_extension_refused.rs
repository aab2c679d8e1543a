//! Refuses extension parameters longer than 255 characters.
//!
//! The column has 255 characters; the pages allow 2048.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Has a short column.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let extension = call.params.get("saasExtendParams").unwrap_or_default();
        (extension.len() > 255).then_some(Refusal::Declined {
            code: code::INTERNAL_ERROR,
            message: "the data is too long for the column",
        })
    }
}
