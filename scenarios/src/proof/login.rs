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
use crate::login::{Browser, LOGIN_RULES, LoginRule, LoginSettings, Pass, login_test};
use crate::trial::TrialReport;
use crate::verdict::Verdict;

/// The longest that one call of a login test may take.
const LIMIT: Duration = Duration::from_secs(20);

/// What a fault or variation of that name is shown by.
pub fn pass_of(name: &str) -> Pass {
    if name.starts_with("login-ticket") {
        Pass::Ticket
    } else {
        Pass::Code
    }
}

/// The rules that hold for a login with that.
pub fn rules_of(pass: Pass) -> impl Iterator<Item = &'static LoginRule> {
    let holds = move |rule: &&LoginRule| rule.only.is_none_or(|own| own == pass);
    LOGIN_RULES.iter().filter(holds)
}

/// The rules that see nothing of a variation: whoever has a session of its own shows nothing of a refresh.
pub fn unseen_of(variation: &str) -> &'static [&'static str] {
    match variation {
        "login-own-session-only" => &["SSO018", "SSO019", "SSO020"],
        _ => &[],
    }
}

/// What comes of the login test of a seller, which is called by the kit of that version.
pub async fn login_report(
    behaviour: Arc<dyn Behaviour>,
    api: Api,
    pass: Pass,
) -> io::Result<TrialReport> {
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
    let settings = settings(&origin, api, pass, &clock)?;
    let report = login_test(settings).await.map_err(io::Error::other);
    task.abort();
    report
}

fn settings(origin: &str, api: Api, pass: Pass, clock: &Clock) -> io::Result<LoginSettings> {
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
        pass,
        page: None,
        logout: Some(LOGOUT_PATH.to_owned()),
        admin: Some(ADMIN_PATH.to_owned()),
        mint: Mint::new(1, 2, "login"),
        clock: clock.clone(),
        shares_clock: true,
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
    let played: &[(Api, Pass)] = match kind {
        PeerKind::Reference => &[
            (Api::V1, Pass::Code),
            (Api::V1, Pass::Ticket),
            (Api::V2, Pass::Code),
            (Api::V2, Pass::Ticket),
        ],
        _ => &[(Api::V2, pass_of(name))],
    };
    let (mut failed, mut unheld) = (BTreeSet::new(), 0);
    for (api, pass) in played {
        let report = runtime.block_on(login_report(make(), *api, *pass))?;
        failed.extend(report.with(Verdict::Fail).into_iter().map(str::to_owned));
        unheld += rules_of(*pass).count() - report.with(Verdict::Pass).len();
    }
    let unseen = (unheld > unseen_of(name).len()).then(|| "not every rule holds".to_owned());
    let of = (kind, name);
    Ok(Shown::of_trial(of, LOGIN_RULES, failed, unseen))
}
