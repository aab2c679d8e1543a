//! A rightly signed call for an instance that the seller never issued, alone or among others.

use galleria_protocol::family::{INSTANCE_ID, LICENSE};

use super::{Change, Tampering, Twin};

pub(super) const UNKNOWN_INSTANCE: Tampering = Tampering {
    name: "unknown-instance",
    about: "the call is for an instance id that was never issued",
    twin: Twin::Senseless,
    change: Change::BeforeSigning(|params, mint, _| {
        let subject = [LICENSE, INSTANCE_ID];
        let subject = subject.into_iter().find(|name| params.contains(name));
        params.set(subject.unwrap_or(INSTANCE_ID), mint.never_issued());
    }),
};

pub(super) const UNKNOWN_AMONG_OTHERS: Tampering = Tampering {
    name: "unknown-among-others",
    about: "an id that was never issued stands among those that are asked for",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, mint, _| {
        let asked = params.get("instanceId").unwrap_or_default();
        let asked = format!("{asked},{}", mint.never_issued());
        params.set("instanceId", asked);
    }),
};
