//! Sells products of its own only, and nothing without a product.
//!
//! No mistake in a seller that is told its products with `--product-id`: it is one that cannot be
//! checked without.

use galleria_protocol::code;
use galleria_protocol::v1::request::Request;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Refusal;
use crate::store::Instance;

/// Knows one product.
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
        let known = purchase.product_id.as_deref() == Some("00301-000001-0--0");
        (!known).then_some(Refusal::Declined {
            code: code::INVALID_PARAMETER,
            message: "no such product",
        })
    }
}
