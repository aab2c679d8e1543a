//! What is found at every fault of the reference seller.

use std::collections::BTreeSet;

use galleria_protocol::Api;
use galleria_scenarios::Billing;
use galleria_scenarios::proof::{PeerKind, books, peers};

use super::texts::demand;

/// Everything that is said of a fault over one version, by its first rule book.
fn said(api: Api) -> BTreeSet<String> {
    let faults = peers()
        .into_iter()
        .filter(|peer| peer.kind == PeerKind::Fault && !peer.expected(api).is_empty());
    let mut said = BTreeSet::new();
    for fault in faults {
        let conclusion = fault.play(books(api)[0], Billing::default()).unwrap();
        for verdict in conclusion.rules {
            said.extend(verdict.reason);
            for finding in verdict.findings {
                said.extend([finding.explanation, finding.fix]);
            }
        }
    }
    said.remove("");
    said
}

#[test]
fn findings_of_v1_are_told_in_chinese() {
    demand(said(Api::V1));
}

#[test]
fn findings_of_v2_are_told_in_chinese() {
    demand(said(Api::V2));
}
