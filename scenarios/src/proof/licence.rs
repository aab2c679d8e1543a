//! Peers proved by the rule book of licences: what SaaS sellers are, licences are too, and what is a fault
//! in them alone shows here.

use std::collections::BTreeSet;
use std::io;

use super::case::Shown;
use super::peer::{Peer, PeerKind};
use super::plan::{book, modes};
use crate::profile::Profile;
use crate::verdict::Verdict;

/// The rule book of the older guide's licences.
pub const OLD_LICENCES: &str = "licence-old";
/// The rule book of licences that are opened online.
pub const ONLINE_LICENCES: &str = "licence-online";

/// The rule book of licences with an authorisation code.
pub const LICENCE_CODES: &str = "licence-code";

/// What is not as it must be when a peer sells licences by that book; nothing where the proof holds.
///
/// The reference seller fails no rule and holds each in one of the billing modes, a
/// lawful variation fails none, a fault that licences alone have makes exactly its rules fail, and any
/// other fault makes none fail but its own: the wire is that of other products, so that it may show here too. Faults are
/// judged in the first billing mode in which they show.
pub fn licence_trouble(peer: &Peer, name: &str) -> io::Result<Option<String>> {
    licence_proof(peer, name).map(|shown| shown.trouble)
}

/// The same, with the rules that failed.
pub(super) fn licence_proof(peer: &Peer, name: &str) -> io::Result<Shown> {
    let (mut failed, mut unobserved) = (BTreeSet::new(), BTreeSet::new());
    let mut held = BTreeSet::new();
    for billing in modes(name) {
        let conclusion = peer.play(name, billing)?;
        for rule in &conclusion.rules {
            match rule.verdict {
                Verdict::Fail => failed.insert(rule.rule.id.clone()),
                Verdict::Pass => held.insert(rule.rule.id.clone()),
                Verdict::Unobserved => unobserved.insert(rule.rule.id.clone()),
                _ => false,
            };
        }
        if peer.kind == PeerKind::Fault && !failed.is_empty() {
            break;
        }
    }
    // A one-time product has no renewal, and what is about renewals nothing to look at.
    unobserved.retain(|id| !held.contains(id));
    let trouble = trouble(peer, &book(name), &failed, &unobserved);
    Ok(Shown { failed, trouble })
}

/// What is not as it must be where these rules failed and those had nothing to look at.
fn trouble(
    peer: &Peer,
    book: &Profile,
    failed: &BTreeSet<String>,
    unobserved: &BTreeSet<String>,
) -> Option<String> {
    let own = peer.family() == Some(book.family);
    let expected = peer.expected_by(book);
    let strange = |id: &&String| !expected.contains(id.as_str());
    let false_alarms: Vec<&String> = failed.iter().filter(strange).collect();
    if !false_alarms.is_empty() {
        return Some(format!("false alarm of {false_alarms:?}"));
    }
    let missed = expected.iter().filter(|id| !failed.contains(**id));
    let missed: Vec<_> = missed.collect();
    match peer.kind {
        PeerKind::Fault if own && expected.is_empty() => {
            Some("no rule names this fault".to_owned())
        }
        PeerKind::Fault if own && !missed.is_empty() => Some(format!("not caught by {missed:?}")),
        PeerKind::Reference if !unobserved.is_empty() => {
            Some(format!("unobserved: {unobserved:?}"))
        }
        _ => None,
    }
}
