//! The sellers that rules are proved with.

use std::collections::BTreeSet;
use std::sync::Arc;

use galleria_marketplace::market::Billing;
use galleria_protocol::{Api, Family};
use galleria_seller::door::Door;
use galleria_seller::{Behaviour, Entry, Reference, faults, variations};

use super::arm::play_in_memory;
use super::plan::{book, whole_catalog};
use crate::event::Event;
use crate::profile::Profile;
use crate::record::{Kept, Recorder};
use crate::rule::{Force, Rule};
use crate::rules;
use crate::verdict::Conclusion;

/// The folder of faults that are right by the mainland's book and wrong by another.
const ABROAD: &str = "abroad";

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

/// The folder of faults that show only where a process is killed and started again: `galleria rehearse
/// --crash` does that, and a test of the command proves them.
const DURABILITY: &str = "durability";

/// The folders of what differs from an instance in licences of a family alone.
const LICENCES: [(&str, Family); 3] = [
    ("licence_code", Family::LicenceCode),
    ("licence", Family::OldLicence),
    ("licence_online", Family::OnlineLicence),
];

/// Every peer: the reference, the variations, the faults, but for those that only a history shows, and
/// for those that are no others than the reference where no licence is sold.
pub fn peers() -> Vec<Peer> {
    let mut all = licence_peers();
    all.retain(|peer| !peer.is_of_licences());
    all
}

/// The peers that licences are proved with: every one, whatever it differs in.
pub fn licence_peers() -> Vec<Peer> {
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
        .chain(
            faults::all()
                .iter()
                .filter(|fault| fault.area != DURABILITY && !fault.needs_history())
                .map(peer(PeerKind::Fault)),
        )
        .collect()
}

impl Peer {
    /// Whether the kit is played against it: against the reference seller, and where it is what the
    /// peer differs in. Behind no other peer does the kit look any different.
    pub fn shows_kit(&self) -> bool {
        self.kind == PeerKind::Reference || self.name.starts_with("kit-")
    }

    /// Whether it is notified of orders: as with the kit.
    pub fn shows_notices(&self) -> bool {
        self.kind == PeerKind::Reference || self.name.starts_with("notice-")
    }

    /// Whether it differs from an instance in licences alone.
    pub fn is_of_licences(&self) -> bool {
        self.family().is_some()
    }

    /// The family of licences that alone show what it differs in.
    pub fn family(&self) -> Option<Family> {
        let area = self.entry?.area;
        let mut known = LICENCES.into_iter();
        known.find_map(|(name, family)| (name == area).then_some(family))
    }

    /// Plays the whole catalog against the peer.
    pub fn play(&self, profile: &str, billing: Billing) -> std::io::Result<Conclusion> {
        self.play_into(profile, billing, Recorder::default())
    }

    /// The same, with the events that were recorded.
    pub fn record(&self, profile: &str, billing: Billing) -> std::io::Result<Vec<Event>> {
        let kept = Kept::default();
        let recorder = Recorder::new(vec![Box::new(kept.clone())]);
        self.play_into(profile, billing, recorder)?;
        Ok(kept.take_events())
    }

    fn play_into(
        &self,
        profile: &str,
        billing: Billing,
        recorder: Recorder,
    ) -> std::io::Result<Conclusion> {
        let mut plan = whole_catalog(profile, billing);
        let kit = self.shows_kit() && plan.profile.family.is_saas();
        plan.scenarios.retain(|scenario| kit || !scenario.has_kit());
        let notices = self.shows_notices() && plan.profile.family.is_saas();
        plan.scenarios
            .retain(|scenario| notices || !scenario.has_notices());
        if !plan.profile.family.is_saas() {
            plan.rules
                .retain(|rule| !rule.is_of_kit() && !rule.is_of_notices());
        }
        play_in_memory(&plan, self.behaviour(), self.name, recorder)
            .map(|outcome| outcome.conclusion)
    }

    /// The way to the peer.
    pub fn door(&self) -> Door {
        self.behaviour().door()
    }

    fn behaviour(&self) -> Arc<dyn Behaviour> {
        self.entry
            .map_or_else(|| Arc::new(Reference) as _, |entry| (entry.make)())
    }

    /// Whether it is right by the mainland's book and a fault by another.
    pub fn is_abroad(&self) -> bool {
        let area = self.entry.map(|entry| entry.area);
        self.kind == PeerKind::Fault && area == Some(ABROAD)
    }

    /// The rules of a version of the interface that must fail: those that name the fault.
    pub fn expected(&self, api: Api) -> BTreeSet<&'static str> {
        match self.kind {
            PeerKind::Fault => {
                let known = rules::all().filter(|rule| rule.is_for(api));
                let named = known.filter(|rule| rule.faults.contains(&self.name));
                named.map(|rule| rule.id).collect()
            }
            _ => BTreeSet::new(),
        }
    }

    /// The rules that must fail by a book: those that name the fault and are about what it sells.
    pub fn expected_by(&self, book: &Profile) -> BTreeSet<&'static str> {
        let mut expected = self.expected(book.api);
        let about = |rule: &&Rule| rule.family.is_empty() || rule.family.contains(&book.family);
        let sold: BTreeSet<&str> = rules::all().filter(about).map(|rule| rule.id).collect();
        expected.retain(|id| sold.contains(id));
        expected
    }

    /// Whether a check of this peer by a rule book ends with exit code 0: it breaks no rule that
    /// counts there.
    pub fn expected_exit_is_zero(&self, profile: &str) -> bool {
        let profile = book(profile);
        let expected = self.expected(profile.api);
        rules::all()
            .all(|rule| profile.force_of(rule) == Force::Observed || !expected.contains(rule.id))
    }
}
