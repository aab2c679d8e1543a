//! Every fault and every variation of the reference seller, in a process of its own, checked over
//! a socket: the same rules fail as on the in-process arm, over each version of the interface.

#[path = "cli/support.rs"]
mod support;

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use galleria_protocol::{Api, Family};
use galleria_scenarios::proof::{
    LICENCE_CODES, Peer, PeerKind, books, licence_peers, peers, prove_over,
};
use galleria_scenarios::{Billing, profile};
use galleria_seller::door::Tls;
use galleria_seller::kit::KIT_KEY;
use galleria_seller::notices::{NOTICE_KEY, NOTICE_PATH};
use libtest_mimic::{Arguments, Failed, Trial};
use support::{KEY, SellerProcess, free_port, json, rules_with, run, told};

/// Where the seller writes its authority, in the test's folder.
const AUTHORITY: &str = "authority.pem";
/// Where the seller writes the public half of its test key.
const PUBLIC_KEY: &str = "public.pem";

fn main() {
    let arguments = Arguments::from_args();
    let both = Api::ALL.into_iter();
    let trials = both.flat_map(|api| {
        let shown = peers().into_iter().filter(move |peer| may_show(peer, api));
        shown.map(move |peer| {
            let name = format!("{api}::{:?}::{}", peer.kind, peer.name);
            Trial::test(name, move || check(&peer, api))
        })
    });
    let coded = licence_peers().into_iter().filter(sells_codes);
    let coded = coded.map(|peer| {
        let name = format!("licence-code::{:?}::{}", peer.kind, peer.name);
        Trial::test(name, move || check_codes(&peer))
    });
    libtest_mimic::run(&arguments, trials.chain(coded).collect()).exit();
}

/// Whether a peer is lawful, or a fault that a rule of that version names.
fn may_show(peer: &Peer, api: Api) -> bool {
    peer.kind != PeerKind::Fault || !peer.expected(api).is_empty()
}

/// The rule book and the billing mode in which a peer is checked over one version, and the rules
/// that fail there.
fn expected(peer: &Peer, api: Api) -> std::io::Result<(&'static str, Billing, Vec<&'static str>)> {
    if peer.kind != PeerKind::Fault {
        return Ok((books(api)[0], Billing::default(), Vec::new()));
    }
    // A few faults show in products that are billed otherwise than by the year, or on another site;
    // some that a shared rule names do not show over this version at all.
    let played = prove_over(peer, api)?;
    if played.failed.is_empty() {
        return Ok((books(api)[0], Billing::default(), Vec::new()));
    }
    let rules = peer.expected(api).into_iter().collect();
    Ok((played.profile, played.billing, rules))
}

fn check(peer: &Peer, api: Api) -> Result<(), Failed> {
    let (profile, billing, expected) = expected(peer, api)?;
    let folder = tempfile::tempdir()?;
    let desk = (api == Api::V2).then(|| format!("127.0.0.1:{}", free_port()));
    let seller = start(peer, folder.path(), desk.as_deref());
    // A fault that never answers would cost 20 s a call; one that takes 6 s is still in time.
    let limit = if peer.name.contains("slow") {
        "20s"
    } else {
        "3s"
    };
    let mut arguments = way_to(peer, seller.url());
    arguments.extend(["--effect-probe".to_owned(), seller.probe()]);
    if let Some(desk) = desk {
        arguments.extend(["--open-api".to_owned(), desk]);
    }
    if has_kit(peer) {
        arguments.extend(over_the_kit(folder.path(), api)?);
    }
    if has_notices(peer) && api == Api::V2 {
        let notices = ["--with", "order-notify", "--order-notify-path", NOTICE_PATH];
        arguments.extend(notices.map(ToOwned::to_owned));
        arguments.extend(["--generic-key-file".to_owned(), generic_key(folder.path())]);
    }
    let book = ["--profile", profile, "--billing", billing.name()];
    arguments.extend(book.map(ToOwned::to_owned));
    arguments.extend(
        [
            "--key",
            &shown_key(profile),
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
    let mut sorted = failed.clone();
    sorted.sort();
    if sorted != expected {
        return Err(
            format!("expected {expected:?} to fail, but {failed:?} did\n{out}{err}").into(),
        );
    }
    let observed_only = expected.is_empty() || peer.expected_exit_is_zero(profile);
    match (code, observed_only) {
        (0, true) | (1, false) => Ok(()),
        _ => Err(format!("exit code {code}\n{out}{err}").into()),
    }
}

/// Whether a peer shows what the book of licence codes is about.
fn sells_codes(peer: &Peer) -> bool {
    peer.kind == PeerKind::Reference || peer.family() == Some(Family::LicenceCode)
}

/// Checks a seller of licence codes, whose software activates them at the desk.
fn check_codes(peer: &Peer) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let desk = format!("127.0.0.1:{}", free_port());
    let seller = start(peer, folder.path(), Some(&desk));
    let counted = "instances?orderId={orderId}";
    let activation = seller
        .probe()
        .replace(counted, "activation?license={license}");
    let arguments = [
        "check",
        "--url",
        seller.url(),
        "--key",
        KEY,
        "--profile",
        LICENCE_CODES,
        "--open-api",
        &desk,
        "--activate",
        &activation,
        "--timeout",
        "3s",
        "--report",
        "json=out.json",
    ];
    let (code, out, err) = told(&run(folder.path(), &arguments));
    let mut failed = rules_with(&json(&folder.path().join("out.json")), "fail");
    failed.sort();
    let expected: Vec<&str> = peer.expected(Api::V2).into_iter().collect();
    let passes = peer.expected_exit_is_zero(LICENCE_CODES);
    if failed != expected || code != i32::from(!passes) {
        let told = format!("expected {expected:?} to fail, but {failed:?} did ({code})");
        return Err(format!("{told}\n{out}{err}").into());
    }
    Ok(())
}

/// The key of the sellers, as the console of the profile's site shows it.
fn shown_key(profile: &str) -> String {
    let book = profile::find(profile).expect("an embedded profile");
    if book
        .key
        .shown
        .restore(KEY)
        .is_ok_and(|key| key.expose() == KEY)
    {
        return KEY.to_owned();
    }
    STANDARD.encode(KEY)
}

/// The seller, which calls the open APIs at `desk`.
fn start(peer: &Peer, folder: &Path, desk: Option<&str>) -> SellerProcess {
    let open_api = desk.map(|desk| format!("http://{desk}"));
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
    let public_key = folder.join(PUBLIC_KEY).display().to_string();
    if has_kit(peer) {
        arguments.extend(["--kit-public-key-out", &public_key]);
    }
    let generic_key = generic_key(folder);
    if has_notices(peer) {
        std::fs::write(&generic_key, NOTICE_KEY).expect("a folder of this test");
        arguments.extend(["--generic-key-file", &generic_key]);
    }
    if let Some(open_api) = &open_api {
        arguments.extend(["--open-api", open_api]);
    }
    SellerProcess::start(&arguments)
}

/// Whether a peer shows over the kit alone.
fn has_kit(peer: &Peer) -> bool {
    peer.name.starts_with("kit-")
}

/// Whether a peer shows over notices of orders alone.
fn has_notices(peer: &Peer) -> bool {
    peer.name.starts_with("notice-")
}

/// The file with the key of generic interfaces.
fn generic_key(folder: &Path) -> String {
    folder.join("generic-key.txt").display().to_string()
}

/// What a check over the kit is told; V1's kit has the key of the base interfaces.
fn over_the_kit(folder: &Path, api: Api) -> std::io::Result<Vec<String>> {
    let text = |path: &Path| path.display().to_string();
    let key = folder.join("kit-key.txt");
    std::fs::write(&key, if api == Api::V1 { KEY } else { KIT_KEY })?;
    Ok(vec![
        "--with".to_owned(),
        "kit".to_owned(),
        "--kit-public-key".to_owned(),
        text(&folder.join(PUBLIC_KEY)),
        "--kit-key-file".to_owned(),
        text(&key),
    ])
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
