//! The table of rules and peers.

use std::collections::BTreeSet;

use galleria_marketplace::market::Billing;
use galleria_protocol::Api;

use super::peer::{Peer, PeerKind};
use super::plan::{book, books, modes};
use crate::profile::Profile;
use crate::verdict::{Conclusion, Verdict};

/// The faults that are about a test flag of zero.
const ABOUT_ZEROS: [&str; 2] = ["test-flag-zero-taken-for-test", "zero-flag-refused-later"];

/// Faults about what not every book has, each with the scene or object and its row.
const OF_SOME_BOOKS: [(&str, &str, &str); 2] = [
    (
        "renewal-with-change-refused",
        "changeInstanceCheck",
        "productInfo",
    ),
    ("usage-info-as-object", "InstanceInfo", "usageInfo"),
];

/// What came of a peer, over each version of the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// One for each version, in their order.
    pub plays: Vec<Played>,
}

/// What came of a peer over one version of the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Played {
    /// The version.
    pub api: Api,
    /// The rule book that was played last: the one by which a fault showed.
    pub profile: &'static str,
    /// The billing mode that was played last: the one in which a fault showed.
    pub billing: Billing,
    /// The rules that must fail where the fault shows.
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

/// Plays the catalog against a peer over each version of the interface, and compares. A fault is
/// played by one rule book and in one billing mode after the other until it shows, and then by the
/// other books in that mode, where it must look the same; every other peer is played by all of
/// them in all modes, and must be right in each.
pub fn prove(peer: &Peer) -> std::io::Result<Proof> {
    let plays = Api::ALL.into_iter().map(|api| prove_over(peer, api));
    Ok(Proof {
        plays: plays.collect::<std::io::Result<_>>()?,
    })
}

/// The same over one version of the interface.
pub fn prove_over(peer: &Peer, api: Api) -> std::io::Result<Played> {
    let books = books(api);
    let mut played = Played {
        api,
        profile: books[0],
        billing: Billing::default(),
        expected: peer.expected(api),
        abroad: peer.is_abroad(),
        differs: None,
        held: BTreeSet::new(),
        failed: BTreeSet::new(),
        unobserved: BTreeSet::new(),
    };
    for (number, profile) in (1..).zip(&books) {
        let mut billing_modes = modes(profile);
        // A fault that no billing mode of the first book shows is looked for in the others' first.
        if peer.kind == PeerKind::Fault && number > 1 {
            billing_modes.truncate(1);
        }
        for billing in billing_modes {
            (played.profile, played.billing) = (profile, billing);
            played.add(&peer.play(profile, billing)?);
            if peer.kind == PeerKind::Fault && !played.failed.is_empty() {
                played.differs = differs(peer, &played, &books[number..])?;
                return Ok(played);
            }
        }
    }
    Ok(played)
}

/// The book of `further` by which a fault makes other rules fail than it did. Books differ in which
/// real calls carry a test flag of zero: a fault about that shows more where more of them do, so it
/// is not compared; nor is one about what the book does not have.
fn differs(
    peer: &Peer,
    played: &Played,
    further: &[&'static str],
) -> std::io::Result<Option<&'static str>> {
    let zeros = |profile: &str| book(profile).test_flag.zero_in;
    let of_zeros = ABOUT_ZEROS.contains(&peer.name);
    for profile in further {
        if of_zeros && zeros(profile) != zeros(played.profile) {
            continue;
        }
        if !has_what_it_is_about(peer, &book(profile)) {
            continue;
        }
        if !modes(profile).contains(&played.billing) {
            continue;
        }
        let conclusion = peer.play(profile, played.billing)?;
        if ids(&conclusion, Verdict::Fail) != played.failed {
            return Ok(Some(profile));
        }
    }
    Ok(None)
}

/// Whether a book has what a fault is about.
fn has_what_it_is_about(peer: &Peer, book: &Profile) -> bool {
    let about = OF_SOME_BOOKS.iter().find(|(name, ..)| *name == peer.name);
    about.is_none_or(|(_, of, row)| {
        let mut rows = book.request(of).iter().chain(book.members(of));
        rows.any(|known| known.name == *row)
    })
}

fn ids(conclusion: &Conclusion, verdict: Verdict) -> BTreeSet<String> {
    let rules = conclusion.rules.iter();
    let rules = rules.filter(|rule| rule.verdict == verdict);
    rules.map(|rule| rule.rule.id.clone()).collect()
}

impl Proof {
    /// What is not as it must be, for a peer of that kind; nothing where the proof holds.
    pub fn trouble(&self, kind: PeerKind) -> Option<String> {
        let mut plays = self.plays.iter();
        if let Some(trouble) = plays.find_map(|played| played.trouble(kind)) {
            return Some(trouble);
        }
        let shows = self.plays.iter().any(|played| !played.failed.is_empty());
        let named = self.plays.iter().any(|played| !played.expected.is_empty());
        match kind {
            PeerKind::Fault if !named => Some("no rule names this fault".to_owned()),
            PeerKind::Fault if !shows => Some("nothing fails".to_owned()),
            _ => None,
        }
    }
}

impl Played {
    /// Takes in what one play came to.
    fn add(&mut self, conclusion: &Conclusion) {
        self.held.extend(ids(conclusion, Verdict::Pass));
        self.failed.extend(ids(conclusion, Verdict::Fail));
        self.unobserved.extend(ids(conclusion, Verdict::Unobserved));
    }

    /// What is not as it must be. A fault may not show over this version at all; where it does, it
    /// makes all of its rules fail.
    fn trouble(&self, kind: PeerKind) -> Option<String> {
        let api = self.api;
        let list = |ids: Vec<&str>| ids.join(", ");
        let failed: BTreeSet<&str> = self.failed.iter().map(String::as_str).collect();
        let missed: Vec<&str> = self.expected.difference(&failed).copied().collect();
        let false_alarms: Vec<&str> = failed.difference(&self.expected).copied().collect();
        if !false_alarms.is_empty() {
            return Some(format!("over {api}: false alarm of {}", list(false_alarms)));
        }
        if !failed.is_empty() && !missed.is_empty() {
            return Some(format!("over {api}: not caught by {}", list(missed)));
        }
        if let Some(profile) = self.differs {
            return Some(format!("other rules fail by {profile}"));
        }
        if self.abroad && !failed.is_empty() && self.profile.starts_with("cn-") {
            return Some(format!(
                "shows by {} already, where it is lawful",
                self.profile
            ));
        }
        if kind == PeerKind::Reference && !self.unobserved.is_empty() {
            let unseen = self.unobserved.iter().map(String::as_str).collect();
            return Some(format!("over {api}: unobserved: {}", list(unseen)));
        }
        None
    }
}
