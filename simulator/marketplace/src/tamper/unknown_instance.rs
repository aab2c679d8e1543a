//! A rightly signed call for an instance that the seller never issued.

use galleria_protocol::Params;

use super::{Change, Tampering};
use crate::mint::Mint;

pub(super) const TAMPERING: Tampering = Tampering {
    name: "unknown-instance",
    about: "the call is for an instance id that was never issued",
    change: Change::BeforeSigning(rename),
};

fn rename(params: &mut Params, mint: &mut Mint) {
    params.set("instanceId", mint.never_issued());
    // A renewal or upgrade of its own, so that no order is named twice.
    if matches!(params.get("activity"), Some("refreshInstance" | "upgrade")) {
        params.set("orderId", mint.order_id());
    }
}
