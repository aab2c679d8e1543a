//! Lawful calls beside their controls, for the one thing in which they differ.

use galleria_marketplace::tamper::Tampering;
use galleria_protocol::code;

use super::echoed::echoed;
use crate::rule::{Fault, Look, Play, place};

/// A call whose token or parameters the seller says are wrong.
pub(super) const REFUSALS: &[&str] = &[code::AUTHENTICATION_FAILED, code::INVALID_PARAMETER];

/// The same, or a call that the seller says it failed on.
pub(super) const REFUSALS_AND_FAILURES: &[&str] = &[
    code::AUTHENTICATION_FAILED,
    code::INVALID_PARAMETER,
    code::INTERNAL_ERROR,
];

/// Looks at every twin of one tampering: it must not be refused with one of `codes`. A refusal for
/// another reason proves nothing.
pub(super) fn accepted(play: &Play, look: &mut Look, how: &str, codes: &[&str], fix: &str) {
    for pair in play
        .tampered(how)
        .filter(|pair| !pair.second.intent.optional)
    {
        if pair.second.is_accepted() {
            look.held();
            continue;
        }
        let Some(refused) = pair.second.refusal_code() else {
            continue;
        };
        if !codes.contains(&refused) {
            look.inconclusive(format!(
                "the {how} call was refused for another reason, {refused}"
            ));
            continue;
        }
        let tampering = Tampering::find(how);
        let about = tampering.map_or(how, |tampering| tampering.about);
        let names = tampering.map(Tampering::parameters).unwrap_or_default();
        let fault = Fault::at(place(&names))
            .expected(code::SUCCESS)
            .actual(refused)
            .because(format!(
                "The call was accepted in call {} and refused here, where {about}.",
                pair.first.id
            ))
            .fix(fix);
        look.found(pair.second, echoed(fault, pair.second, play.profile.api));
    }
}

/// Whether every twin of one tampering was accepted: what a deeper rule needs to judge.
pub(super) fn all_accepted(play: &Play, how: &str) -> bool {
    play.tampered(how).all(|pair| pair.second.is_accepted())
}
