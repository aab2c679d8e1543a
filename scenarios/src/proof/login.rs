//! Sellers proved by the login test, over sockets: browsers follow redirects between two of them.

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Delivery, Limits, Target, TlsSettings, network};
use galleria_marketplace::kit::KitSettings;
use galleria_marketplace::mint::Mint;
use galleria_protocol::kit::secret::{OaepHash, PublicKey};
use galleria_protocol::{Api, Key};
use galleria_seller::kit::{KIT_KEY, TEST_PUBLIC_KEY};
use galleria_seller::login::{ADMIN_PATH, LOGIN_PATH, LOGOUT_PATH};
use galleria_seller::{Behaviour, Seller, SellerConfig, Server};

use super::arm::KEY;
use super::case::Shown;
use super::peer::PeerKind;
use super::plan::book;
use crate::login::{Browser, LOGIN_RULES, LoginReport, LoginSettings, login_test};
use crate::verdict::Verdict;

/// The longest that one call of a login test may take.
const LIMIT: Duration = Duration::from_secs(20);

/// What comes of the login test of a seller, which is called by the kit of that version.
pub async fn login_report(behaviour: Arc<dyn Behaviour>, api: Api) -> io::Result<LoginReport> {
    let clock = Clock::system();
    let told = clock.clone();
    let config = SellerConfig {
        behaviour,
        now: Arc::new(move || told.now()),
        ..SellerConfig::new(Key::new(KEY))
    };
    let server = Server::bind("127.0.0.1:0", Seller::new(config)).await?;
    let origin = format!("http://{}", server.local_addr()?);
    let task = tokio::spawn(server.run_until(std::future::pending::<()>()));
    let settings = settings(&origin, api, &clock)?;
    let report = login_test(settings).await.map_err(io::Error::other);
    task.abort();
    report
}

fn settings(origin: &str, api: Api, clock: &Clock) -> io::Result<LoginSettings> {
    let target = Target::parse(&format!("{origin}/produceAPI")).map_err(io::Error::other)?;
    let delivery = || -> io::Result<Delivery> {
        let dial = network(&target, None, &TlsSettings::default(), clock);
        let limits = Limits {
            answer: LIMIT,
            ..Limits::default()
        };
        let dial = dial.map_err(io::Error::other)?;
        Ok(Delivery::new(
            dial,
            target.authority(),
            clock.clone(),
            limits,
        ))
    };
    let name = if api == Api::V1 { "cn-v1" } else { "cn-v2" };
    let login: url::Url = format!("{origin}{LOGIN_PATH}")
        .parse()
        .map_err(io::Error::other)?;
    let public_key = PublicKey::from_text(TEST_PUBLIC_KEY).map_err(io::Error::other)?;
    Ok(LoginSettings {
        profile: Arc::new(book(name)),
        kit: Arc::new(KitSettings {
            v1: Key::new(KEY),
            v2: Key::new(KIT_KEY),
            base_key: Key::new(KEY),
            public_key,
            hash: OaepHash::default(),
        }),
        production: delivery()?,
        production_path: target.path().to_owned(),
        browser: Browser::new(login.clone(), delivery()?),
        login,
        page: None,
        logout: Some(LOGOUT_PATH.to_owned()),
        admin: Some(ADMIN_PATH.to_owned()),
        mint: Mint::new(1, 2, "login"),
        clock: clock.clone(),
    })
}

/// What came of one seller: the reference holds every rule over both versions, a variation over the second,
/// and a fault breaks those that name it.
pub(super) fn shown(
    kind: PeerKind,
    name: &str,
    make: &dyn Fn() -> Arc<dyn Behaviour>,
) -> io::Result<Shown> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let versions: &[Api] = match kind {
        PeerKind::Reference => &[Api::V1, Api::V2],
        _ => &[Api::V2],
    };
    let (mut failed, mut held) = (BTreeSet::new(), 0);
    for api in versions {
        let report = runtime.block_on(login_report(make(), *api))?;
        failed.extend(report.with(Verdict::Fail).into_iter().map(str::to_owned));
        held += report.with(Verdict::Pass).len();
    }
    let named = LOGIN_RULES
        .iter()
        .filter(|rule| rule.faults.contains(&name));
    let expected: BTreeSet<String> = named.map(|rule| rule.id.to_owned()).collect();
    let fault = kind == PeerKind::Fault;
    let trouble = if fault && expected.is_empty() {
        Some("no rule names this fault".to_owned())
    } else if failed != expected {
        Some(format!("{failed:?} fail, and not {expected:?}"))
    } else if !fault && held < LOGIN_RULES.len() * versions.len() {
        Some("not every rule holds".to_owned())
    } else {
        None
    };
    Ok(Shown { failed, trouble })
}
