//! Every fault and every variation of the reference seller, in a process of its own, checked over
//! a socket: the same rules fail as on the in-process arm.

#[path = "cli/support.rs"]
mod support;

use galleria_scenarios::Billing;
use galleria_scenarios::proof::{Peer, PeerKind, peers, prove};
use libtest_mimic::{Arguments, Failed, Trial};
use support::{KEY, SellerProcess, json, rules_with, run, told};

fn main() {
    let arguments = Arguments::from_args();
    let trials = peers().into_iter().map(|peer| {
        Trial::test(format!("{:?}::{}", peer.kind, peer.name), move || {
            check(&peer)
        })
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn check(peer: &Peer) -> Result<(), Failed> {
    // A few faults show in products that are billed otherwise than by the year.
    let billing = match peer.kind {
        PeerKind::Fault => prove(peer)?.billing,
        _ => Billing::default(),
    };
    let seller = match peer.kind {
        PeerKind::Reference => SellerProcess::start(&[]),
        PeerKind::Variation => SellerProcess::start(&["--variation", peer.name]),
        PeerKind::Fault => SellerProcess::start(&["--fault", peer.name]),
    };
    let folder = tempfile::tempdir()?;
    // A fault that never answers would cost 20 s a call; one that takes 6 s is still in time.
    let limit = if peer.name.contains("slow") {
        "20s"
    } else {
        "3s"
    };
    let arguments = [
        "check",
        "--url",
        seller.url(),
        "--key",
        KEY,
        "--billing",
        billing.name(),
        "--timeout",
        limit,
        "--report",
        "json=out.json",
    ];
    let (code, out, err) = told(&run(folder.path(), &arguments));
    let failed = rules_with(&json(&folder.path().join("out.json")), "fail");
    let expected: Vec<&str> = peer.expected().into_iter().collect();
    let mut sorted = failed.clone();
    sorted.sort();
    if sorted != expected {
        return Err(
            format!("expected {expected:?} to fail, but {failed:?} did\n{out}{err}").into(),
        );
    }
    let observed_only = peer.expected_exit_is_zero();
    match (code, observed_only) {
        (0, true) | (1, false) => Ok(()),
        _ => Err(format!("exit code {code}\n{out}{err}").into()),
    }
}
