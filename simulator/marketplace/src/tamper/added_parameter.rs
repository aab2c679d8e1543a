//! A parameter that no page names: rightly signed, as the list grows over the years, or slipped in
//! behind the signature.

use galleria_protocol::Key;

use super::{Change, Tampering, Twin};
use crate::market::Sealed;

/// The parameter's name: no version of the protocol has it.
const NAME: &str = "galleriaFurther";

pub(super) const ADDED_PARAMETER: Tampering = Tampering {
    name: "added-parameter",
    about: "a parameter was added after the call was signed",
    twin: Twin::Forged,
    change: Change::AfterSigning(add_behind),
};

pub(super) const UNKNOWN_PARAMETER: Tampering = Tampering {
    name: "unknown-parameter",
    about: "a further parameter is present, and signed with the others",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| params.push(NAME, "1")),
};

fn add_behind(sealed: &mut Sealed, _key: &Key) {
    sealed.change_content(|content| content.push(NAME, "1"));
}
