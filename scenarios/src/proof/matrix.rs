//! The table of rules and peers.

use std::collections::BTreeSet;

use galleria_marketplace::market::Billing;
use galleria_protocol::Api;

use super::peer::{Peer, PeerKind};
use super::plan::{HOME, books, modes};
use crate::verdict::{Conclusion, Verdict};

/// What came of a peer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The rule book that was played last: the one by which a fault showed.
    pub profile: &'static str,
    /// The billing mode that was played last: the one in which a fault showed.
    pub billing: Billing,
    /// The rules that must fail.
    pub expected: BTreeSet<&'static str>,
    /// Whether the peer is right by the mainland's book and a fault by another.
    pub abroad: bool,
    /// The book by which a fault made other rules fail than by the one that it showed by first.
    pub differs: Option<&'static str>,
    /// The rules that held in one of the plays.
    pub held: BTreeSet<String>,
    /// The rules that failed.
    pub failed: BTreeSet<String>,
    /// The rules that had nothing to look at in one of the plays, though they apply there.
    pub unobserved: BTreeSet<String>,
}

/// Plays the catalog against a peer and compares. A fault is played by one rule book and in one
/// billing mode after the other until it shows, and then by the other books in that mode, where it
/// must look the same; every other peer is played by all of them in all modes, and must be right
/// in each.
pub fn prove(peer: &Peer) -> std::io::Result<Proof> {
    let mut proof = Proof {
        profile: HOME,
        billing: Billing::default(),
        expected: peer.expected(),
        abroad: peer.is_abroad(),
        differs: None,
        held: BTreeSet::new(),
        failed: BTreeSet::new(),
        unobserved: BTreeSet::new(),
    };
    let books = books(Api::V1);
    for (number, profile) in (1..).zip(&books) {
        for billing in modes(profile) {
            (proof.profile, proof.billing) = (profile, billing);
            proof.add(&peer.play(profile, billing)?);
            if peer.kind == PeerKind::Fault && !proof.failed.is_empty() {
                proof.differs = differs(peer, &proof, &books[number..])?;
                return Ok(proof);
            }
        }
    }
    Ok(proof)
}

/// The book of `further` by which a fault makes other rules fail than it did.
fn differs(
    peer: &Peer,
    proof: &Proof,
    further: &[&'static str],
) -> std::io::Result<Option<&'static str>> {
    for profile in further {
        let conclusion = peer.play(profile, proof.billing)?;
        if ids(&conclusion, Verdict::Fail) != proof.failed {
            return Ok(Some(profile));
        }
    }
    Ok(None)
}

fn ids(conclusion: &Conclusion, verdict: Verdict) -> BTreeSet<String> {
    let rules = conclusion.rules.iter();
    let rules = rules.filter(|rule| rule.verdict == verdict);
    rules.map(|rule| rule.rule.id.clone()).collect()
}

impl Proof {
    /// Takes in what one play came to.
    fn add(&mut self, conclusion: &Conclusion) {
        self.held.extend(ids(conclusion, Verdict::Pass));
        self.failed.extend(ids(conclusion, Verdict::Fail));
        self.unobserved.extend(ids(conclusion, Verdict::Unobserved));
    }

    /// What is not as it must be, for a peer of that kind; nothing where the proof holds.
    pub fn trouble(&self, kind: PeerKind) -> Option<String> {
        let list = |ids: Vec<&str>| ids.join(", ");
        let missed: Vec<&str> = self
            .expected
            .iter()
            .copied()
            .filter(|id| !self.failed.contains(*id))
            .collect();
        let false_alarms: Vec<&str> = self
            .failed
            .iter()
            .map(String::as_str)
            .filter(|id| !self.expected.contains(id))
            .collect();
        if kind == PeerKind::Fault && self.expected.is_empty() {
            return Some("no rule names this fault".to_owned());
        }
        if !missed.is_empty() {
            return Some(format!("not caught by {}", list(missed)));
        }
        if !false_alarms.is_empty() {
            return Some(format!("false alarm of {}", list(false_alarms)));
        }
        if let Some(profile) = self.differs {
            return Some(format!("other rules fail by {profile}"));
        }
        if self.abroad && self.profile == HOME {
            return Some(format!("shows by {HOME} already, where it is lawful"));
        }
        if kind == PeerKind::Reference && !self.unobserved.is_empty() {
            let unseen = self.unobserved.iter().map(String::as_str).collect();
            return Some(format!("unobserved: {}", list(unseen)));
        }
        None
    }
}
