//! The proof matrix as tests, one a peer, made from the registries: a new rule or fault brings its
//! test with it. All of them together are one table, which is a snapshot.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use galleria_scenarios::proof::{Peer, PeerKind, Played, Proof, peers, prove_all};
use galleria_scenarios::rules;
use galleria_seller::door::Door;
use libtest_mimic::{Arguments, Failed, Trial};

/// So many faults must show over V2.
const V2_FAULTS: usize = 140;

fn main() {
    let arguments = Arguments::from_args();
    let chosen: Vec<Peer> = peers()
        .into_iter()
        .filter(|peer| is_chosen(&arguments, &name(peer)))
        .collect();
    let proofs = if arguments.list {
        Vec::new()
    } else {
        let proofs = prove_all(&chosen, || {}).expect("a runtime starts");
        chosen.iter().copied().zip(proofs).collect()
    };
    let mut trials: Vec<Trial> = chosen
        .iter()
        .map(|peer| {
            let proof = proofs.iter().find(|(proved, _)| proved.name == peer.name);
            let trouble = proof.and_then(|(peer, proof)| proof.trouble(peer.kind));
            Trial::test(name(peer), move || {
                trouble.map_or(Ok(()), |text| Err(text.into()))
            })
        })
        .collect();
    trials.push(Trial::test(
        "every_fault_that_a_rule_names_exists",
        named_faults_exist,
    ));
    // What is said of all peers together can be said only where none was left out.
    if chosen.len() == peers().len() {
        trials.extend(of_all(proofs));
    }
    libtest_mimic::run(&arguments, trials).exit();
}

fn name(peer: &Peer) -> String {
    format!("{:?}::{}", peer.kind, peer.name)
}

/// Whether the command line asks for a test of that name.
fn is_chosen(arguments: &Arguments, name: &str) -> bool {
    let fits = |filter: &String| {
        if arguments.exact {
            filter == name
        } else {
            name.contains(filter.as_str())
        }
    };
    arguments.filter.as_ref().is_none_or(fits) && !arguments.skip.iter().any(fits)
}

/// The tests about all peers together.
fn of_all(proofs: Vec<(Peer, Proof)>) -> [Trial; 3] {
    let proofs = std::sync::Arc::new(proofs);
    let (table, held, v2) = (proofs.clone(), proofs.clone(), proofs);
    [
        Trial::test(
            "every_fault_makes_its_rules_fail_and_no_others",
            move || {
                insta::assert_snapshot!("matrix", self::table(&table));
                Ok(())
            },
        ),
        Trial::test("every_rule_holds_for_a_lawful_seller", move || {
            every_rule_holds(&held)
        }),
        Trial::test("enough_faults_show_over_the_second_version", move || {
            let shown = v2.iter().filter(|(peer, proof)| {
                peer.kind == PeerKind::Fault && !proof.plays[1].failed.is_empty()
            });
            match shown.count() {
                shown if shown >= V2_FAULTS => Ok(()),
                shown => Err(format!("{shown} faults, fewer than {V2_FAULTS}").into()),
            }
        }),
    ]
}

fn table(proofs: &[(Peer, Proof)]) -> String {
    let failed = |played: &Played| {
        let failed: Vec<&str> = played.failed.iter().map(String::as_str).collect();
        if failed.is_empty() {
            "-".to_owned()
        } else {
            failed.join(" ")
        }
    };
    let mut table = format!("{:50} {:30} {}\n", "", "over V1", "over V2");
    for (peer, proof) in proofs {
        let kind = match peer.kind {
            PeerKind::Reference => "reference",
            PeerKind::Variation => "variation",
            PeerKind::Fault => "fault",
        };
        let [v1, v2] = &proof.plays[..] else {
            panic!("one play a version");
        };
        let what = format!("{kind:9}  {}", peer.name);
        let _ = writeln!(table, "{what:50} {:30} {}", failed(v1), failed(v2));
    }
    table
}

/// The reference seller answers at its desk over plain HTTP and makes its instances at once; rules
/// about TLS, and about what a seller may choose to do, hold for its variations.
fn every_rule_holds(proofs: &[(Peer, Proof)]) -> Result<(), Failed> {
    let chosen: BTreeSet<&str> = rules::all()
        .filter(|rule| rule.unseen.is_some())
        .map(|rule| rule.id)
        .collect();
    let mut held: BTreeSet<&str> = BTreeSet::new();
    for (peer, proof) in proofs {
        let whole = peer.kind == PeerKind::Reference
            || peer.kind == PeerKind::Variation && peer.door() != Door::default();
        let ids = proof.plays.iter().flat_map(|played| &played.held);
        let lawful = peer.kind != PeerKind::Fault;
        held.extend(
            ids.map(String::as_str)
                .filter(|id| whole || lawful && chosen.contains(id)),
        );
    }
    // Those about licences alone hold by their own book: the test `licences` proves them.
    let never: Vec<&str> = rules::all()
        .filter(|rule| rule.area() != "LIC")
        .map(|rule| rule.id)
        .filter(|id| !held.contains(id))
        .collect();
    if never.is_empty() {
        Ok(())
    } else {
        Err(format!("never seen to hold: {}", never.join(", ")).into())
    }
}

fn named_faults_exist() -> Result<(), Failed> {
    let faults: BTreeSet<&str> = galleria_seller::faults::all()
        .iter()
        .map(|fault| fault.name)
        .collect();
    let missing: Vec<String> = rules::all()
        .flat_map(|rule| rule.faults.iter().map(move |fault| (rule.id, *fault)))
        .filter(|(_, fault)| !faults.contains(fault))
        .map(|(rule, fault)| format!("{rule} names `{fault}`"))
        .collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(missing.join("\n").into())
    }
}
