//! Refuses a purchase or a renewal without an amount.
//!
//! Every field of the request class is marked as mandatory. The amount is optional: it is there for
//! the books, and not always sent.

use galleria_protocol::v1::request::Request;
use galleria_protocol::{Activity, Api};

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Insists on an optional parameter.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn objection(
        &self,
        call: &Call,
        _request: &Request,
        _instance: Option<&Instance>,
    ) -> Option<Refusal> {
        let bought = matches!(
            call.activity,
            Some(Activity::NewInstance | Activity::RefreshInstance)
        );
        (call.api == Api::V1 && bought && !call.params.contains("orderAmount"))
            .then_some(Refusal::MissingParameter("orderAmount"))
    }
}
