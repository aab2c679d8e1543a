//! Binds one enterprise to an instance.
//!
//! A buyer was taken for one enterprise; a customer may have several.

use galleria_protocol::code;
use galleria_protocol::kit::Flag;
use galleria_protocol::kit::Request;

use crate::kit::Arrived;
use crate::kit::KitBehaviour;
use crate::outcome::Refusal;
use crate::seller::Seller;

/// Looks for another one.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl KitBehaviour for Behaves {
    fn objection(&self, seller: &Seller, _: &Arrived, request: &Request) -> Option<Refusal> {
        let Request::Tenant(tenant) = request else {
            return None;
        };
        let other = seller.records().tenants_of(&tenant.instance_id);
        let other = other.iter().any(|known| *known != tenant.tenant_id);
        (tenant.flag == Flag::Add && other && !tenant.instance_id.is_empty()).then_some(
            Refusal::Declined {
                code: code::INTERNAL_ERROR,
                message: "the instance is bound to another enterprise",
            },
        )
    }
}
