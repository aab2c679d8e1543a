//! The address of a call, with the claim and without it.

use galleria_protocol::Params;
use galleria_protocol::params::Reading;
use galleria_protocol::signed_call::Claim;

use super::signing::Signing;

/// The parameters of a query that do not belong to the claim; what stands there of an older claim
/// is told by the second value.
pub(super) fn further(signing: Signing, query: &str) -> (Params, bool) {
    let names = signing.names();
    let own = [names.signature, names.timestamp, names.nonce];
    let mut params = Params::new();
    let mut had_claim = false;
    for (name, value) in Params::parse(query, Reading::Form).iter() {
        if signing.is_in_query() && own.contains(&name) {
            had_claim = true;
        } else {
            params.push(name, value);
        }
    }
    (params, had_claim)
}

/// The query with the claim before what else there is.
pub(super) fn query(signing: Signing, claim: &Claim, further: &Params) -> String {
    let mut params = Params::new();
    if signing.is_in_query() {
        for (name, value) in named(signing, claim) {
            params.push(name, value);
        }
    }
    for (name, value) in further.iter() {
        params.push(name, value);
    }
    params.to_query()
}

/// The claim's parts with their names, in the order of the guide's examples.
pub(super) fn named(signing: Signing, claim: &Claim) -> [(&'static str, String); 3] {
    let names = signing.names();
    [
        (names.signature, claim.signature.clone()),
        (names.timestamp, claim.timestamp.clone()),
        (names.nonce, claim.nonce.clone()),
    ]
}
