//! The marketplace's calls obey the book that they are played by, and every book obeys its schema.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

use std::sync::{Arc, Mutex};

use galleria_marketplace::clock::Clock;
use galleria_marketplace::market::{Goods, Market, Subject};
use galleria_marketplace::mint::Mint;
use galleria_protocol::params::Reading;
use galleria_protocol::{Activity, Api, Params};
use galleria_scenarios::Billing;
use galleria_scenarios::event::Event;
use galleria_scenarios::profile::{self, Need, Profile};
use galleria_scenarios::proof::{books, play_in_memory, whole_catalog};
use galleria_scenarios::record::{Recorder, Sink, SinkError};
use galleria_scenarios::scenario::Catalog;
use galleria_scenarios::transcript::{Exchange, Role};
use galleria_seller::Reference;

/// Keeps the events of a run.
#[derive(Clone, Default)]
struct Events(Arc<Mutex<Vec<Event>>>);

impl Sink for Events {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        self.0.lock().unwrap().push(event.clone());
        Ok(())
    }
}

/// The events of a run against the reference seller, without the kit and notices: their calls are of other tables.
fn events(profile: &str, billing: Billing) -> Vec<Event> {
    let kept = Events::default();
    let recorder = Recorder::new(vec![Box::new(kept.clone())]);
    let mut plan = whole_catalog(profile, billing);
    plan.scenarios
        .retain(|scenario| !scenario.has_kit() && !scenario.has_notices());
    play_in_memory(&plan, Arc::new(Reference), "reference", recorder).unwrap();
    let events = kept.0.lock().unwrap();
    events.clone()
}

/// The calls of a run, with what was sent.
fn calls(profile: &str, billing: Billing) -> Vec<(Exchange, Params)> {
    let exchanges = events(profile, billing)
        .into_iter()
        .filter_map(|event| match event {
            Event::Exchanged(exchange) => Some(*exchange),
            _ => None,
        });
    let sent = |exchange: Exchange| {
        let query = exchange
            .request
            .target
            .split_once('?')
            .unwrap()
            .1
            .to_owned();
        (exchange, Params::parse(&query, Reading::Form))
    };
    exchanges.map(sent).collect()
}

fn is_untouched(exchange: &Exchange) -> bool {
    exchange.is_accepted() && !matches!(exchange.intent.role, Role::Tampered { .. })
}

#[test]
fn calls_have_what_the_book_calls_mandatory_and_nothing_that_it_does_not_know() {
    for book in books(Api::V1) {
        let book = profile::find(book).unwrap();
        for billing in Billing::ALL {
            let calls = calls(&book.id, billing);
            assert!(calls.len() > 40, "{} calls", calls.len());
            for (exchange, sent) in calls.iter().filter(|(call, _)| is_untouched(call)) {
                obeys(&book, exchange, sent);
            }
        }
    }
}

fn obeys(book: &Profile, exchange: &Exchange, sent: &Params) {
    let scene = &exchange.intent.activity;
    let at = format!("{} {scene} in {}", book.id, exchange.scenario);
    has_the_rows(book, scene, sent, &at);
}

/// Whether a call has every mandatory row of its table, none too long, and no other.
fn has_the_rows(book: &Profile, scene: &str, sent: &Params, at: &str) {
    let rows = book.request(scene);
    for row in rows {
        let value = sent.get(&row.name);
        assert!(
            value.is_some() || !row.is_mandatory(),
            "{at}: no {}",
            row.name
        );
        let long = value.and_then(|value| row.too_long(value));
        assert!(long.is_none(), "{at}: {} is too long", row.name);
        let excluded = value.and_then(|value| book.excludes(scene, &row.name, value));
        assert_eq!(excluded, None, "{at}");
    }
    for (name, _) in sent.iter() {
        let known = rows.iter().any(|row| row.name == name);
        assert!(known, "{at}: {name} is not in the book");
    }
}

#[test]
fn nothing_of_a_scenario_is_missed_but_what_the_book_does_not_have() {
    for profile in books(Api::V1) {
        for billing in Billing::ALL {
            for event in events(profile, billing) {
                if let Event::StepLeftOut { scenario, left_out } = event {
                    assert!(
                        left_out.by_book,
                        "{profile} {billing}: {scenario} {left_out:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn real_calls_carry_a_zero_flag_where_the_book_says_so() {
    let flags = |profile: &str, billing, scene: &str| {
        let calls = calls(profile, billing);
        let real = calls.into_iter().filter(|(exchange, _)| {
            exchange.intent.activity == scene
                && exchange.intent.role == Role::Call
                && !exchange.intent.test
        });
        let flags = real.map(|(_, sent)| sent.get("testFlag").map(ToOwned::to_owned));
        flags.collect::<Vec<_>>()
    };
    let zero = |flag: &Option<String>| flag.as_deref() == Some("0");
    for (billing, scene) in [
        (Billing::Period, "upgrade"),
        (Billing::Package, "instanceStatus"),
    ] {
        let (abroad, home) = (
            flags("intl-v1", billing, scene),
            flags("cn-v1", billing, scene),
        );
        assert!(
            !abroad.is_empty() && abroad.iter().all(zero),
            "{scene}: {abroad:?}"
        );
        assert!(!home.iter().any(zero), "{scene}: {home:?}");
    }
    let expiries = flags("intl-v1", Billing::Period, "expireInstance");
    assert!(expiries.iter().any(zero), "{expiries:?}");
    let renewals = flags("intl-v1", Billing::Period, "refreshInstance");
    assert!(!renewals.iter().any(zero), "{renewals:?}");
}

#[test]
fn a_purchase_without_the_customers_name_is_played_where_the_name_is_optional() {
    let nameless = |profile: &str| {
        let calls = calls(profile, Billing::Period);
        let how = calls.iter().filter_map(|(call, _)| call.intent.tampering());
        how.filter(|how| *how == "without-customer-name").count()
    };
    assert_eq!((nameless("cn-v1"), nameless("intl-v1")), (0, 1));
}

/// What the marketplace drafts by a book of V2 for every scene that products of that mode have: the
/// debug step's call, and that of a purchase's life.
fn drafts(book: &Profile, billing: Billing) -> Vec<Params> {
    let mut market = Market::new(
        book.api,
        billing,
        Goods::default(),
        Arc::new(book.terms()),
        Clock::system(),
        Mint::new(1, 1, "books"),
    );
    let called = Activity::ALL.into_iter();
    let called = called.filter(|activity| book.need(billing, *activity) != Need::Never);
    let mut found = Vec::new();
    for activity in called {
        for test in [true, false] {
            let subject = Subject {
                activity,
                purchase: "first".to_owned(),
                customer: "buyer".to_owned(),
                test,
                order_of: None,
            };
            let draft = market.draft(subject).unwrap();
            if activity == Activity::NewInstance {
                market.enter(&draft, Some("instance"));
            }
            found.push(draft.params);
        }
    }
    found
}

#[test]
fn calls_of_v2_have_what_the_book_calls_mandatory_and_nothing_that_it_does_not_know() {
    for name in books(Api::V2) {
        let book = profile::find(name).unwrap();
        for billing in book.billing.keys() {
            let drafts = drafts(&book, *billing);
            assert!(drafts.len() > 5, "{name} {billing}: {} calls", drafts.len());
            for sent in drafts {
                let scene = sent.get("activity").unwrap_or_default().to_owned();
                has_the_rows(&book, &scene, &sent, &format!("{name} {billing} {scene}"));
            }
        }
    }
}

#[test]
fn scenarios_set_values_that_the_mainlands_book_of_v2_has() {
    let book = profile::find("cn-v2").unwrap();
    let mut looked_at = 0;
    for scenario in Catalog::embedded().scenarios() {
        let calls = scenario.steps.iter().filter_map(|step| step.verb.call());
        for call in calls.filter(|_| scenario.api == [Api::V2]) {
            let scene = book.called(call.subject.activity);
            for (name, value) in &call.set {
                looked_at += 1;
                let known = book.request(scene).iter().any(|row| row.name == *name);
                assert!(known, "{}: {scene} has no {name}", scenario.id);
                assert_eq!(book.excludes(scene, name, value), None, "{}", scenario.id);
            }
        }
    }
    assert!(looked_at > 10, "{looked_at}");
}

#[test]
fn the_embedded_books_obey_the_schema() {
    let schema = serde_json::from_str(&profile::schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for name in profile::names() {
        let text = profile::text(name).unwrap();
        let book: serde_json::Value = toml::from_str(&text).unwrap();
        let errors: Vec<_> = validator
            .iter_errors(&book)
            .map(|e| e.to_string())
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
        let mut wrong = book.clone();
        wrong["limits"]["answr"] = "20s".into();
        assert!(
            !validator.is_valid(&wrong),
            "{name}: an unknown key is let through"
        );
    }
}
