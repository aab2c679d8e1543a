//! Every proof there is: the catalog of what is sold as a service and its kit, the books of licences, and
//! the tests of the login and of the gateway, each with the sellers that differ in it.

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;

use galleria_protocol::Family;
use galleria_seller::{Behaviour, Entry, Reference, agents, login};

use super::licence::{LICENCE_CODES, OLD_LICENCES, ONLINE_LICENCES, licence_proof};
use super::matrix::prove;
use super::peer::{Peer, PeerKind, licence_peers, peers};
use crate::trial::{TrialRule, Tried};

/// One proof: a seller, and by what it is proved.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// What the seller is.
    pub kind: PeerKind,
    /// Its name.
    pub name: &'static str,
    by: By,
}

#[derive(Clone, Copy, Debug)]
enum By {
    /// Every rule book of services, with the kit where it is about that.
    Services(Peer),
    /// A rule book of licences.
    Licences(Peer, &'static str),
    /// The login test; the reference seller is no entry.
    Login(Option<&'static Entry>),
    /// The gateway test, likewise.
    Gateway(Option<&'static Entry>),
}

/// What came of a proof.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The rules that failed.
    pub failed: BTreeSet<String>,
    /// What is not as it must be; nothing where the proof holds.
    pub trouble: Option<String>,
}

impl Shown {
    /// What came of the trial of a seller in which these rules failed: the right one and its variations break
    /// none, and `unseen` tells where they show too little; a fault breaks those that name it.
    pub(super) fn of_trial<T: Tried>(
        (kind, name): (PeerKind, &str),
        rules: &[TrialRule<T>],
        failed: BTreeSet<String>,
        unseen: Option<String>,
    ) -> Self {
        let named = rules.iter().filter(|rule| rule.faults.contains(&name));
        let expected: BTreeSet<String> = named.map(|rule| rule.id.to_owned()).collect();
        let is_fault = kind == PeerKind::Fault;
        let trouble = if is_fault && expected.is_empty() {
            Some("no rule names this fault".to_owned())
        } else if failed != expected {
            Some(format!("{failed:?} fail, and not {expected:?}"))
        } else {
            unseen.filter(|_| !is_fault)
        };
        Self { failed, trouble }
    }
}

/// Every proof. Licences, the login and the gateway are proved with the reference seller, and with what
/// differs in them alone.
pub fn cases() -> Vec<Case> {
    let services = peers().into_iter().map(|peer| of(peer, By::Services(peer)));
    let mut all: Vec<Case> = services.collect();
    for family in [
        Family::OldLicence,
        Family::OnlineLicence,
        Family::LicenceCode,
    ] {
        let own = |peer: &Peer| peer.kind == PeerKind::Reference || peer.family() == Some(family);
        let peers = licence_peers().into_iter().filter(own);
        all.extend(peers.map(|peer| of(peer, By::Licences(peer, book_of(family)))));
    }
    all.push(Case {
        kind: PeerKind::Reference,
        name: "reference",
        by: By::Login(None),
    });
    all.extend(
        differing(login::variations::all(), login::faults::all()).map(|(kind, entry)| Case {
            kind,
            name: entry.name,
            by: By::Login(Some(entry)),
        }),
    );
    all.push(Case {
        kind: PeerKind::Reference,
        name: "reference",
        by: By::Gateway(None),
    });
    all.extend(
        differing(agents::variations::all(), agents::faults::all()).map(|(kind, entry)| Case {
            kind,
            name: entry.name,
            by: By::Gateway(Some(entry)),
        }),
    );
    all
}

/// Sellers that differ in one part alone, with what they are.
fn differing(
    variations: &'static [Entry],
    faults: &'static [Entry],
) -> impl Iterator<Item = (PeerKind, &'static Entry)> {
    let variations = variations.iter().map(|entry| (PeerKind::Variation, entry));
    variations.chain(faults.iter().map(|entry| (PeerKind::Fault, entry)))
}

/// Makes that seller; the reference is no entry.
fn made(entry: Option<&Entry>) -> Arc<dyn Behaviour> {
    entry.map_or_else(
        || Arc::new(Reference) as Arc<dyn Behaviour>,
        |entry| (entry.make)(),
    )
}

fn of(peer: Peer, by: By) -> Case {
    Case {
        kind: peer.kind,
        name: peer.name,
        by,
    }
}

fn book_of(family: Family) -> &'static str {
    match family {
        Family::OldLicence => OLD_LICENCES,
        Family::OnlineLicence => ONLINE_LICENCES,
        Family::LicenceCode | Family::Saas => LICENCE_CODES,
    }
}

impl Case {
    /// By what it is proved, where that is not every rule book of services.
    pub fn by(&self) -> Option<&'static str> {
        match self.by {
            By::Services(_) => None,
            By::Licences(_, book) => Some(book),
            By::Login(_) => Some("login-test"),
            By::Gateway(_) => Some("gateway-test"),
        }
    }

    /// Proves it.
    pub fn prove(&self) -> io::Result<Shown> {
        match &self.by {
            By::Services(peer) => {
                let proof = prove(peer)?;
                let failed = proof.plays.iter().flat_map(|played| &played.failed);
                Ok(Shown {
                    failed: failed.cloned().collect(),
                    trouble: proof.trouble(peer.kind),
                })
            }
            By::Licences(peer, book) => licence_proof(peer, book),
            By::Login(entry) => super::login::shown(self.kind, self.name, &|| made(*entry)),
            By::Gateway(entry) => super::gateway::shown(self.kind, self.name, &|| made(*entry)),
        }
    }
}
