//! A rightly signed call for an instance that the seller never issued.

use super::{Change, Tampering, Twin};

pub(super) const UNKNOWN_INSTANCE: Tampering = Tampering {
    name: "unknown-instance",
    about: "the call is for an instance id that was never issued",
    twin: Twin::Senseless,
    change: Change::BeforeSigning(|params, mint, _| params.set("instanceId", mint.never_issued())),
};
