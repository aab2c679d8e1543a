//! Every fault and every variation of the reference seller, in a process of its own, checked over
//! a socket: the same rules fail as on the in-process arm.

#[path = "cli/support.rs"]
mod support;

use std::path::Path;

use galleria_scenarios::proof::{Peer, PeerKind, peers, prove};
use galleria_scenarios::{Billing, profile};
use galleria_seller::door::Tls;
use galleria_seller::faults;
use libtest_mimic::{Arguments, Failed, Trial};
use support::{KEY, SellerProcess, json, rules_with, run, told};

/// Where the seller writes its authority, in the test's folder.
const AUTHORITY: &str = "authority.pem";

fn main() {
    let arguments = Arguments::from_args();
    let trials = peers().into_iter().filter(is_playable).map(|peer| {
        Trial::test(format!("{:?}::{}", peer.kind, peer.name), move || {
            check(&peer)
        })
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

/// A check over a socket offers no open APIs, so that faults in calling them cannot show.
fn is_playable(peer: &Peer) -> bool {
    let fault = faults::find(peer.name).filter(|_| peer.kind == PeerKind::Fault);
    fault.is_none_or(|fault| fault.area != "open_api")
}

fn check(peer: &Peer) -> Result<(), Failed> {
    // A few faults show in products that are billed otherwise than by the year, or on another site.
    let (profile, billing) = match peer.kind {
        PeerKind::Fault => prove(peer).map(|proof| {
            let shown = proof.shown();
            (shown.profile, shown.billing)
        })?,
        _ => ("cn-v1", Billing::default()),
    };
    let api = profile::find(profile).expect("an embedded profile").api;
    let folder = tempfile::tempdir()?;
    let seller = start(peer, folder.path());
    // A fault that never answers would cost 20 s a call; one that takes 6 s is still in time.
    let limit = if peer.name.contains("slow") {
        "20s"
    } else {
        "3s"
    };
    let mut arguments = way_to(peer, seller.url());
    arguments.extend(["--effect-probe".to_owned(), seller.probe()]);
    let book = ["--profile", profile, "--billing", billing.name()];
    arguments.extend(book.map(ToOwned::to_owned));
    arguments.extend(
        [
            "--key",
            KEY,
            "--timeout",
            limit,
            // An instance that never comes would be waited for two minutes a purchase.
            "--ready-within",
            "1s",
            "--report",
            "json=out.json",
        ]
        .map(ToOwned::to_owned),
    );
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (code, out, err) = told(&run(folder.path(), &arguments));
    let failed = rules_with(&json(&folder.path().join("out.json")), "fail");
    let expected: Vec<&str> = peer.expected(api).into_iter().collect();
    let mut sorted = failed.clone();
    sorted.sort();
    if sorted != expected {
        return Err(
            format!("expected {expected:?} to fail, but {failed:?} did\n{out}{err}").into(),
        );
    }
    let observed_only = peer.expected_exit_is_zero(profile);
    match (code, observed_only) {
        (0, true) | (1, false) => Ok(()),
        _ => Err(format!("exit code {code}\n{out}{err}").into()),
    }
}

fn start(peer: &Peer, folder: &Path) -> SellerProcess {
    let authority = folder.join(AUTHORITY).display().to_string();
    let mut arguments = vec!["--probe-port", "0"];
    match peer.kind {
        PeerKind::Reference => {}
        PeerKind::Variation => arguments.extend(["--variation", peer.name]),
        PeerKind::Fault => arguments.extend(["--fault", peer.name]),
    }
    if has_authority(peer) {
        arguments.extend(["--ca-out", &authority]);
    }
    SellerProcess::start(&arguments)
}

fn has_authority(peer: &Peer) -> bool {
    matches!(peer.door().tls, Tls::Present(_))
}

/// The arguments of a check of the peer that listens on `url`: under the address that it tells.
fn way_to(peer: &Peer, url: &str) -> Vec<String> {
    let mut arguments = vec!["check".to_owned(), "--url".to_owned()];
    let door = peer.door();
    let Some(origin) = door.origin else {
        arguments.push(url.to_owned());
        return arguments;
    };
    let (authority, path) = split(url);
    arguments.push(format!("{origin}{path}"));
    arguments
        .extend(["--resolve", authority, "--allow-target", door.host()].map(ToOwned::to_owned));
    if has_authority(peer) {
        arguments.extend(["--cacert", AUTHORITY].map(ToOwned::to_owned));
    }
    arguments
}

/// Host and port of an address, and the path behind them.
fn split(url: &str) -> (&str, &str) {
    let (_, rest) = url.split_once("://").expect("an address has a scheme");
    let slash = rest.find('/').expect("the seller has a path");
    rest.split_at(slash)
}
