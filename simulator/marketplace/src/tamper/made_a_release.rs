//! A signed call that was made a release.

use super::{Change, Tampering, Twin};

pub(super) const MADE_A_RELEASE: Tampering = Tampering {
    name: "made-a-release",
    about: "the scene was made a release after the call was signed",
    twin: Twin::Forged,
    change: Change::AfterSigning(|sealed, _| {
        sealed.change_content(|content| content.set("activity", "releaseInstance"));
    }),
};
