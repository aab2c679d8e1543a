//! The proof matrix as tests, one a peer, made from the registries: a new rule or fault brings its
//! test with it.

use std::collections::BTreeSet;

use galleria_scenarios::proof::{Peer, PeerKind, peers, prove};
use galleria_scenarios::rules;
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let mut trials: Vec<Trial> = peers()
        .into_iter()
        .map(|peer| {
            Trial::test(format!("{:?}::{}", peer.kind, peer.name), move || {
                holds(&peer)
            })
        })
        .collect();
    trials.push(Trial::test(
        "every_fault_that_a_rule_names_exists",
        named_faults_exist,
    ));
    libtest_mimic::run(&arguments, trials).exit();
}

fn holds(peer: &Peer) -> Result<(), Failed> {
    let proof = prove(peer)?;
    match proof.trouble(peer.kind) {
        Some(trouble) => Err(trouble.into()),
        None => Ok(()),
    }
}

fn named_faults_exist() -> Result<(), Failed> {
    let faults: BTreeSet<&str> = peers()
        .iter()
        .filter(|peer| peer.kind == PeerKind::Fault)
        .map(|peer| peer.name)
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
