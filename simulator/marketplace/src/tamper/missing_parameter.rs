//! A rightly signed call that lacks a parameter which every page calls mandatory.

use galleria_protocol::family::{INSTANCE_ID, LICENSE};

use super::{Change, Tampering, Twin};

pub(super) const MISSING_INSTANCE: Tampering = Tampering {
    name: "missing-instance",
    about: "the call lacks the mandatory instanceId",
    twin: Twin::Senseless,
    change: Change::BeforeSigning(|params, _, _| {
        params.remove(INSTANCE_ID);
        params.remove(LICENSE);
    }),
};

pub(super) const MISSING_ORDER: Tampering = Tampering {
    name: "missing-order",
    about: "the call lacks the mandatory orderId",
    twin: Twin::Senseless,
    change: Change::BeforeSigning(|params, _, _| {
        params.remove("orderId");
    }),
};
