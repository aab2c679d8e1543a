//! The table of rules and peers.

use std::collections::BTreeSet;
use std::sync::Arc;

use galleria_marketplace::market::{Billing, Goods};
use galleria_seller::{Entry, Reference, faults, variations};

use super::arm::play_in_memory;
use crate::profile::{self, Profile};
use crate::record::Recorder;
use crate::rule::Force;
use crate::rules;
use crate::run::{MaxTime, OptionalScenes, Plan};
use crate::scenario::Catalog;
use crate::verdict::{Conclusion, Verdict};

/// A seller that rules are proved with.
#[derive(Clone, Copy, Debug)]
pub struct Peer {
    /// What it is.
    pub kind: PeerKind,
    /// Its name.
    pub name: &'static str,
    /// What it does, for people.
    pub about: &'static str,
    entry: Option<&'static Entry>,
}

/// What a peer is, and so what must come of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeerKind {
    /// The reference seller.
    Reference,
    /// A lawful variation of it.
    Variation,
    /// A fault.
    Fault,
}

/// What came of a peer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The billing mode that was played last: the one in which a fault showed.
    pub billing: Billing,
    /// The rules that must fail.
    pub expected: BTreeSet<&'static str>,
    /// The rules that failed.
    pub failed: BTreeSet<String>,
    /// The rules that had nothing to look at in one of the billing modes that were played, though
    /// they apply there.
    pub unobserved: BTreeSet<String>,
}

/// Every peer: the reference, the variations, the faults.
pub fn peers() -> Vec<Peer> {
    let peer = |kind| {
        move |entry: &'static Entry| Peer {
            kind,
            name: entry.name,
            about: entry.about,
            entry: Some(entry),
        }
    };
    let reference = Peer {
        kind: PeerKind::Reference,
        name: "reference",
        about: "the seller that does everything as the pages ask",
        entry: None,
    };
    std::iter::once(reference)
        .chain(variations::all().iter().map(peer(PeerKind::Variation)))
        .chain(faults::all().iter().map(peer(PeerKind::Fault)))
        .collect()
}

impl Peer {
    /// Plays the whole catalog against the peer.
    pub fn play(&self, billing: Billing) -> std::io::Result<Conclusion> {
        let behaviour = self
            .entry
            .map_or_else(|| Arc::new(Reference) as _, |entry| (entry.make)());
        let plan = whole_catalog(billing);
        play_in_memory(&plan, behaviour, self.name, Recorder::default())
            .map(|outcome| outcome.conclusion)
    }

    /// The rules that must fail: those that name the fault.
    pub fn expected(&self) -> BTreeSet<&'static str> {
        match self.kind {
            PeerKind::Fault => {
                let named = rules::all().filter(|rule| rule.faults.contains(&self.name));
                named.map(|rule| rule.id).collect()
            }
            _ => BTreeSet::new(),
        }
    }
}

impl Peer {
    /// Whether a check of this peer ends with exit code 0: it breaks no rule that counts.
    pub fn expected_exit_is_zero(&self) -> bool {
        let expected = self.expected();
        rules::all().all(|rule| rule.force == Force::Observed || !expected.contains(rule.id))
    }
}

/// Plays the catalog against a peer and compares. A fault is played in one billing mode after the
/// other until it shows; every other peer is played in all of them, and must be right in each.
pub fn prove(peer: &Peer) -> std::io::Result<Proof> {
    let mut proof = Proof {
        billing: Billing::default(),
        expected: peer.expected(),
        failed: BTreeSet::new(),
        unobserved: BTreeSet::new(),
    };
    for billing in modes() {
        proof.billing = billing;
        let conclusion = peer.play(billing)?;
        let ids = |wanted| {
            let rules = conclusion
                .rules
                .iter()
                .filter(move |rule| rule.verdict == wanted);
            rules.map(|rule| rule.rule.id.clone())
        };
        proof.failed.extend(ids(Verdict::Fail));
        proof.unobserved.extend(ids(Verdict::Unobserved));
        if peer.kind == PeerKind::Fault && !proof.failed.is_empty() {
            break;
        }
    }
    Ok(proof)
}

/// The billing modes that the default profile knows, the default one first.
fn modes() -> Vec<Billing> {
    let profile = default_profile();
    Billing::ALL
        .into_iter()
        .filter(|mode| profile.billing.contains_key(mode))
        .collect()
}

fn default_profile() -> Profile {
    profile::find("cn-v1").expect("the default profile is embedded")
}

impl Proof {
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
        if kind == PeerKind::Reference && !self.unobserved.is_empty() {
            let unseen = self.unobserved.iter().map(String::as_str).collect();
            return Some(format!("unobserved: {}", list(unseen)));
        }
        None
    }
}

/// The plan of a proof: everything, with the default settings.
pub fn whole_catalog(billing: Billing) -> Plan {
    let profile = default_profile();
    let catalog = Catalog::embedded();
    let answer_limit = profile.limits.answer;
    Plan {
        profile: Arc::new(profile),
        billing,
        goods: Goods::default(),
        optional: OptionalScenes::Tried,
        scenarios: catalog
            .scenarios()
            .iter()
            .filter(|s| s.is_for(billing))
            .cloned()
            .collect(),
        rules: rules::all().collect(),
        seed: 1,
        fail_on: Force::Should,
        known_failures: Vec::new(),
        jobs: None,
        answer_limit,
        max_time: MaxTime::Default,
        keep: false,
        fail_fast: false,
    }
}
