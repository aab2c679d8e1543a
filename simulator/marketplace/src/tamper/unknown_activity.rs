//! A rightly signed call for a scene that does not exist.

use galleria_protocol::Params;

use super::{Change, Tampering};
use crate::mint::Mint;

/// The scene's name: no version of the protocol has it.
const ACTIVITY: &str = "galleriaUnknown";

pub(super) const TAMPERING: Tampering = Tampering {
    name: "unknown-activity",
    about: "the call is for an activity that does not exist",
    change: Change::BeforeSigning(rename),
};

fn rename(params: &mut Params, _mint: &mut Mint) {
    params.set("activity", ACTIVITY);
}
