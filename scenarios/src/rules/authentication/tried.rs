//! What the calls tell that were signed as sellers sign them that make a mistake.

use galleria_marketplace::transcript::{Exchange, SignatureReading, SignatureValue};
use galleria_protocol::Api;

use crate::rule::{Fault, Play, tried_signatures};

/// The fault of a call whose signature was called wrong, with the mistake that the seller makes itself
/// where such signatures were tried and one was accepted; else with what its parameters tell.
pub(super) fn tried(play: &Play, refused: &Exchange, fault: Fault) -> Fault {
    let trials = tried_signatures(play, refused);
    let (accepted, others): (Vec<_>, Vec<_>) = trials.partition(|(_, trial)| trial.is_taken());
    if let Some((cause, trial)) = accepted.first() {
        return fault
            .cause(Some(cause.slug()))
            .adding(&format!(
                "It refuses a debug call that is rightly signed too, and accepts one (call {}) with this mistake: {}",
                trial.id,
                cause.explanation()
            ))
            .fix(cause.fix());
    }
    let fault = play.explained(refused, fault);
    if others.is_empty() {
        return fault;
    }
    let reason = match play.profile.api {
        _ if signs_with_another_key(refused) => {
            "it has another access key, for its answers are not signed with this one either. Compare the two."
        }
        Api::V1 => "it may have another access key.",
        Api::V2 => "it may have another access key, or refuse the timestamp or the nonce.",
    };
    fault.adding(&format!(
        "Nor does it accept a debug call that is signed with one of {} known mistakes: {reason}",
        others.len()
    ))
}

/// Whether the refusal's Body-Sign does not fit the key, and no known mistake explains why.
fn signs_with_another_key(refused: &Exchange) -> bool {
    matches!(
        &refused.reading.signature,
        Some(SignatureReading::Present {
            value: SignatureValue::Wrong { cause: None, .. },
            ..
        })
    )
}
