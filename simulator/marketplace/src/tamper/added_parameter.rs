//! A parameter that no page names: rightly signed, as the list grows over the years, or slipped in
//! behind the signature.

use galleria_protocol::{Key, Params, token};

use super::{Change, Tampering, Twin};

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

fn add_behind(params: &mut Params, _key: &Key) {
    let token = params.remove(token::PARAMETER);
    params.push(NAME, "1");
    if let Some(token) = token {
        params.push(token::PARAMETER, token);
    }
}
