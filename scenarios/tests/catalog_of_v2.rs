//! Every scenario for V2 can be played to its end by every book: nothing is left out but what the
//! book does not have. The reference seller shows what the marketplace sends.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use galleria_protocol::Api;
use galleria_scenarios::Billing;
use galleria_scenarios::event::Event;
use galleria_scenarios::profile;
use galleria_scenarios::proof::{books, play_in_memory, whole_catalog};
use galleria_scenarios::record::{Recorder, Sink, SinkError};
use galleria_seller::Reference;
use serde_json::Value;

/// Keeps the events of a run.
#[derive(Clone, Default)]
struct Events(Arc<Mutex<Vec<Event>>>);

impl Sink for Events {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        self.0.lock().unwrap().push(event.clone());
        Ok(())
    }
}

/// What happens in a run of the whole catalog against the reference seller.
fn events(profile: &str, billing: Billing) -> Vec<Event> {
    let kept = Events::default();
    let recorder = Recorder::new(vec![Box::new(kept.clone())]);
    let plan = whole_catalog(profile, billing);
    play_in_memory(&plan, Arc::new(Reference), "reference", recorder).unwrap();
    let events = kept.0.lock().unwrap();
    events.clone()
}

#[test]
fn nothing_is_left_out_but_what_the_book_does_not_have() {
    for name in books(Api::V2) {
        for billing in profile::find(name).unwrap().billing.keys() {
            for event in events(name, *billing) {
                if let Event::StepLeftOut { scenario, left_out } = event {
                    assert!(
                        left_out.by_book,
                        "{name} {billing}: {scenario} {left_out:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_mainland_is_called_in_every_scene_and_for_every_reason() {
    let calls = events("cn-v2", Billing::Period).into_iter();
    let bodies = calls.filter_map(|event| match event {
        Event::Exchanged(call) => call.request.body.clone(),
        _ => None,
    });
    let bodies: Vec<Value> = bodies
        .map(|body| serde_json::from_str(&body).unwrap())
        .collect();
    let values = |name: &str| -> BTreeSet<&str> {
        bodies
            .iter()
            .filter_map(|body| body[name].as_str())
            .collect()
    };
    for scene in profile::find("cn-v2").unwrap().scenes.keys() {
        assert!(values("activity").contains(scene.as_str()), "{scene}");
    }
    assert_eq!(values("status"), BTreeSet::from(["FREEZE", "UNFREEZE"]));
    assert_eq!(values("scene").len(), 4, "{:?}", values("scene"));
    assert_eq!(values("testFlag"), BTreeSet::from(["", "0", "1"]));
    assert!(
        bodies
            .iter()
            .any(|body| body.get("testFlag") == Some(&Value::Null))
    );
    let ends = values("expireTime").into_iter().map(str::len);
    assert_eq!(ends.collect::<BTreeSet<_>>(), BTreeSet::from([14, 17]));
}

#[test]
fn other_sites_know_neither_the_change_nor_its_check() {
    for name in ["intl-v2", "eu-v2"] {
        let calls = events(name, Billing::Period).into_iter();
        let bodies: Vec<String> = calls
            .filter_map(|event| match event {
                Event::Exchanged(call) => call.request.body.clone(),
                _ => None,
            })
            .collect();
        assert!(bodies.len() > 40, "{name}: {} calls", bodies.len());
        let foreign = ["RENEWAL_CHANGE", "changeInstanceCheck"];
        let sent = bodies
            .iter()
            .find(|body| foreign.iter().any(|text| body.contains(text)));
        assert_eq!(sent, None, "{name}");
    }
}
