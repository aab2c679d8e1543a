//! The rules of the login, proved both ways over sockets: every fault breaks exactly its rules, the
//! reference seller and every lawful variation break none.

use std::sync::Arc;
use std::time::Duration;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Delivery, Limits, Target, TlsSettings, network};
use galleria_marketplace::kit::KitSettings;
use galleria_marketplace::mint::Mint;
use galleria_protocol::kit::secret::PublicKey;
use galleria_protocol::{Api, Key};
use galleria_scenarios::login::{
    Browser, LOGIN_RULES, LoginReport, LoginRule, LoginSettings, Pass, login_test,
};
use galleria_scenarios::profile;
use galleria_scenarios::verdict::Verdict;
use galleria_seller::kit::{KIT_KEY, TEST_PUBLIC_KEY};
use galleria_seller::login::{ADMIN_PATH, LOGIN_PATH, LOGOUT_PATH, faults, variations};
use galleria_seller::{Behaviour, Reference, Seller, SellerConfig, Server};

const KEY: &str = "obviously-fake-access-key";

/// What a fault or variation of that name is shown by.
fn pass_of(name: &str) -> Pass {
    if name.starts_with("login-ticket") {
        Pass::Ticket
    } else {
        Pass::Code
    }
}

/// The rules that hold for a login with that.
fn rules_of(pass: Pass) -> impl Iterator<Item = &'static LoginRule> {
    let holds = move |rule: &&LoginRule| rule.pass.is_none_or(|own| own == pass);
    LOGIN_RULES.iter().filter(holds)
}

/// What comes of a login test of that seller.
async fn report(behaviour: Arc<dyn Behaviour>, api: Api, pass: Pass) -> LoginReport {
    let clock = Clock::system();
    let told = clock.clone();
    let config = SellerConfig {
        behaviour,
        now: Arc::new(move || told.now()),
        ..SellerConfig::new(Key::new(KEY))
    };
    let server = Server::bind("127.0.0.1:0", Seller::new(config))
        .await
        .expect("the stage stands");
    let origin = format!("http://{}", server.local_addr().expect("the stage stands"));
    let task = tokio::spawn(server.run_until(std::future::pending::<()>()));
    let target = Target::parse(&format!("{origin}/produceAPI")).expect("the stage stands");
    let delivery = || {
        let dial =
            network(&target, None, &TlsSettings::default(), &clock).expect("the stage stands");
        let limits = Limits {
            answer: Duration::from_secs(20),
            ..Limits::default()
        };
        Delivery::new(dial, target.authority(), clock.clone(), limits)
    };
    let name = if api == Api::V1 { "cn-v1" } else { "cn-v2" };
    let login: url::Url = format!("{origin}{LOGIN_PATH}")
        .parse()
        .expect("the stage stands");
    let settings = LoginSettings {
        profile: Arc::new(profile::open(name).expect("the stage stands")),
        kit: Arc::new(KitSettings {
            v1: Key::new(KEY),
            v2: Key::new(KIT_KEY),
            base_key: Key::new(KEY),
            public_key: PublicKey::from_text(TEST_PUBLIC_KEY).expect("the stage stands"),
            hash: galleria_protocol::kit::secret::OaepHash::default(),
        }),
        production: delivery(),
        production_path: target.path().to_owned(),
        browser: Browser::new(login.clone(), delivery()),
        login,
        pass,
        page: None,
        logout: Some(LOGOUT_PATH.to_owned()),
        admin: Some(ADMIN_PATH.to_owned()),
        mint: Mint::new(1, 2, "login"),
        clock: clock.clone(),
        shares_clock: true,
    };
    let report = login_test(settings).await.expect("the stage stands");
    task.abort();
    report
}

#[tokio::test]
async fn the_reference_seller_holds_every_rule() {
    for api in [Api::V1, Api::V2] {
        for pass in [Pass::Code, Pass::Ticket] {
            let report = report(Arc::new(Reference), api, pass).await;
            let held = report.with(Verdict::Pass);
            assert_eq!(held.len(), rules_of(pass).count(), "{report:#?}");
        }
    }
}

#[tokio::test]
async fn every_lawful_variation_breaks_no_rule() {
    for variation in variations::all() {
        let pass = pass_of(variation.name);
        let report = report(variation.behaviour(), Api::V2, pass).await;
        // Whoever has a session of its own shows nothing of a refresh.
        let unseen: &[&str] = match variation.name {
            "login-own-session-only" => &["SSO018", "SSO019", "SSO020"],
            _ => &[],
        };
        let held = report.with(Verdict::Pass).len();
        let is_held = held + unseen.len() == rules_of(pass).count();
        let is_right = is_held && report.with(Verdict::Unobserved) == unseen;
        assert!(is_right, "{}: {report:#?}", variation.name);
    }
}

#[tokio::test]
async fn every_fault_breaks_exactly_its_rules() {
    let mut wrong = Vec::new();
    for fault in faults::all() {
        let rules = LOGIN_RULES.iter();
        let expected: Vec<&str> = rules
            .filter(|rule| rule.faults.contains(&fault.name))
            .map(|rule| rule.id)
            .collect();
        let pass = pass_of(fault.name);
        let report = report(fault.behaviour(), Api::V2, pass).await;
        let found = report.with(Verdict::Fail);
        if found != expected || expected.is_empty() {
            wrong.push(format!("{}: {found:?} and not {expected:?}", fault.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_rule_has_a_fault_and_every_fault_that_it_names_exists() {
    for rule in LOGIN_RULES {
        assert!(!rule.faults.is_empty(), "{}", rule.id);
        for name in rule.faults {
            assert!(faults::find(name).is_some(), "{}: {name}", rule.id);
        }
    }
}

#[test]
fn the_page_of_the_book_lists_every_rule_as_it_is() {
    let page = include_str!("../../docs/src/login.md");
    for rule in LOGIN_RULES {
        let (force, about) = (rule.force.name(), rule.about);
        let row = format!(
            "| {} | {} | {force} | {about} | {} |",
            rule.id, rule.name, rule.freedom
        );
        assert!(page.contains(&row), "{row}");
    }
}
