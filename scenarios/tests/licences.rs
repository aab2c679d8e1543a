//! Sellers of licences, proved by the rule books of the older guide and of licences opened online.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

use std::sync::Arc;

use galleria_scenarios::Billing;
use galleria_scenarios::event::Event;
use galleria_scenarios::life_cycle::{LifeCycle, Scene, Standing};
use galleria_scenarios::proof::{
    LICENCE_CODES, OLD_LICENCES, ONLINE_LICENCES, Peer, PeerKind, licence_peers, licence_trouble,
    play_in_memory, whole_catalog,
};
use galleria_scenarios::record::{Kept, Recorder, Sink, SinkError};
use galleria_seller::Reference;

/// What is not as it must be, for each of the chosen peers.
fn troubles(chosen: impl Fn(&Peer) -> bool) -> Vec<String> {
    let peers: Vec<Peer> = licence_peers().into_iter().filter(chosen).collect();
    assert!(!peers.is_empty());
    let half = peers.len().div_ceil(2);
    std::thread::scope(|scope| {
        let threads: Vec<_> = peers
            .chunks(half)
            .map(|peers| scope.spawn(|| peers.iter().filter_map(trouble).collect::<Vec<_>>()))
            .collect();
        let found = threads.into_iter().map(|thread| thread.join().unwrap());
        found.flatten().collect()
    })
}

fn trouble(peer: &Peer) -> Option<String> {
    let found = [OLD_LICENCES, ONLINE_LICENCES, LICENCE_CODES]
        .into_iter()
        .filter_map(|book| {
            let trouble = licence_trouble(peer, book).unwrap()?;
            let (kind, name) = (peer.kind, peer.name);
            Some(format!("{kind:?} {name}, {book}: {trouble}"))
        });
    Some(found.collect::<Vec<_>>().join("\n")).filter(|text| !text.is_empty())
}

#[test]
fn the_reference_seller_holds_every_rule_of_licences() {
    let none: Vec<String> = Vec::new();
    assert_eq!(troubles(|peer| peer.kind == PeerKind::Reference), none);
}

#[test]
fn no_lawful_variation_fails_as_a_seller_of_licences() {
    let none: Vec<String> = Vec::new();
    assert_eq!(troubles(|peer| peer.kind == PeerKind::Variation), none);
}

#[test]
fn every_fault_of_licences_makes_its_rules_fail_and_no_others() {
    let none: Vec<String> = Vec::new();
    let chosen = |peer: &Peer| peer.kind == PeerKind::Fault && peer.is_of_licences();
    assert_eq!(troubles(chosen), none);
}

#[test]
fn other_faults_make_no_rule_fail_but_their_own() {
    let none: Vec<String> = Vec::new();
    // It demands a parameter that no call for a licence has, so that it can sell none.
    let sells = |peer: &Peer| peer.name != "order-amount-required";
    let chosen =
        |peer: &Peer| peer.kind == PeerKind::Fault && !peer.is_of_licences() && sells(peer);
    assert_eq!(troubles(chosen), none);
}

#[test]
fn a_licence_code_has_a_life_from_its_making_to_its_release() {
    let kept = Kept::default();
    let recorder = Recorder::new(vec![Box::new(kept.clone())]);
    let plan = whole_catalog(LICENCE_CODES, Billing::Period);
    play_in_memory(&plan, Arc::new(Reference), "reference", recorder).unwrap();
    let mut life = LifeCycle::default();
    for event in kept.take_events() {
        if let Event::LifeCycle(part) = event {
            life.join(&part);
        }
    }
    // Nobody is called with the making of a code, so that it cannot come again or get lost.
    let made = life
        .edges
        .iter()
        .filter(|edge| edge.edge.scene == Scene::Buy);
    let made: Vec<String> = made.map(|played| played.edge.to_string()).collect();
    assert_eq!(made, ["nothing -> buy (once) -> active"]);
    let stands = |standing| {
        let mut edges = life.edges.iter().filter(|edge| edge.played);
        edges.any(|played| played.edge.to() == standing)
    };
    let all = Standing::ALL.into_iter();
    let never: Vec<_> = all
        .filter(|standing| *standing != Standing::Nothing && !stands(*standing))
        .collect();
    assert!(never.is_empty(), "{never:?}");
    let queried = |scene| scene == Scene::Query || scene == Scene::Upgrade;
    assert!(life.edges.iter().all(|played| !queried(played.edge.scene)));
    assert_eq!(
        life.to_string(),
        "life cycle: 15 of 23 edges were played (65%)"
    );
}

/// Keeps the activities that were called.
#[derive(Clone, Default)]
struct Called(Arc<std::sync::Mutex<Vec<String>>>);

impl Sink for Called {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        if let Event::Exchanged(exchange) = event {
            let body = exchange.request.body.clone().unwrap_or_default();
            let target = format!("{} {body}", exchange.request.target);
            self.0.lock().unwrap().push(target);
        }
        Ok(())
    }
}

#[test]
fn calls_have_the_names_of_licences_and_never_a_test_flag() {
    let called = Called::default();
    let recorder = Recorder::new(vec![Box::new(called.clone())]);
    let mut plan = whole_catalog(OLD_LICENCES, Billing::Period);
    plan.scenarios.retain(|scenario| !scenario.has_kit());
    play_in_memory(&plan, Arc::new(Reference), "reference", recorder).unwrap();
    let called = called.0.lock().unwrap();
    for name in [
        "getLicense",
        "refreshLicense",
        "expireLicense",
        "releaseLicense",
    ] {
        let made = |target: &String| target.contains(&format!("activity={name}&"));
        assert!(called.iter().any(made), "{name} is never called");
    }
    for target in called.iter() {
        assert!(!target.contains("Instance&"), "{target}");
        assert!(!target.contains("testFlag"), "{target}");
    }
}

#[test]
fn licences_opened_online_are_applied_for_and_never_asked_about() {
    let called = Called::default();
    let recorder = Recorder::new(vec![Box::new(called.clone())]);
    let mut plan = whole_catalog(ONLINE_LICENCES, Billing::Period);
    plan.scenarios.retain(|scenario| !scenario.has_kit());
    play_in_memory(&plan, Arc::new(Reference), "reference", recorder).unwrap();
    let called = called.0.lock().unwrap();
    for name in [
        "newInstance",
        "refreshInstance",
        "updateInstanceStatus",
        "releaseInstance",
        "getLicenseAsync",
    ] {
        let made = |call: &String| call.contains(&format!("\"activity\":\"{name}\""));
        assert!(called.iter().any(made), "{name} is never called");
    }
    let test =
        |call: &String| call.contains("getLicenseAsync") && call.contains("\"testFlag\":\"1\"");
    assert!(called.iter().any(test));
    for call in called.iter() {
        assert!(!call.contains("queryInstance"), "{call}");
        assert!(!call.contains("upgradeInstance"), "{call}");
    }
}
