//! A rightly signed call for a scene that does not exist.

use super::{Change, Tampering, Twin};

/// The scene's name: no version of the protocol has it.
const ACTIVITY: &str = "galleriaUnknown";

pub(super) const UNKNOWN_ACTIVITY: Tampering = Tampering {
    name: "unknown-activity",
    about: "the call is for an activity that does not exist",
    twin: Twin::Senseless,
    change: Change::BeforeSigning(|params, _, _| params.set("activity", ACTIVITY)),
};
