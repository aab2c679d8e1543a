//! Every scenario for V2 can be played to its end by every book: nothing is left out but what the
//! book does not have.
//!
//! The seller here agrees with everything and keeps no books but the ids that it handed out: it shows
//! what the marketplace sends, and proves no rule.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails where something is missing"
)]

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{MemoryDial, Target};
use galleria_protocol::{Api, Key};
use galleria_scenarios::Billing;
use galleria_scenarios::event::Event;
use galleria_scenarios::profile;
use galleria_scenarios::proof::{books, whole_catalog};
use galleria_scenarios::record::{Recorder, Sink, SinkError};
use galleria_scenarios::run::{Outcome, Seat, Stop, run};
use galleria_scenarios::verdict::Verdict;
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};

/// Keeps the events of a run.
#[derive(Clone, Default)]
struct Events(Arc<Mutex<Vec<Event>>>);

impl Sink for Events {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        self.0.lock().unwrap().push(event.clone());
        Ok(())
    }
}

/// Answers one call with success.
async fn agree(mut io: impl AsyncRead + AsyncWrite + Unpin) -> std::io::Result<()> {
    let mut read = Vec::new();
    let call = loop {
        if let Some(call) = body(&read) {
            break call;
        }
        let mut buffer = [0; 4096];
        match io.read(&mut buffer).await? {
            0 => return Ok(()),
            count => read.extend_from_slice(&buffer[..count]),
        }
    };
    let answer = answer(&call).to_string();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ";
    let whole = format!("{head}{}\r\n\r\n{answer}", answer.len());
    io.write_all(whole.as_bytes()).await?;
    io.shutdown().await
}

/// The JSON of a request, once all of it came.
fn body(read: &[u8]) -> Option<Value> {
    let text = String::from_utf8_lossy(read);
    serde_json::from_str(text.split_once("\r\n\r\n")?.1).ok()
}

fn answer(call: &Value) -> Value {
    let mut answer = json!({ "resultCode": "000000", "resultMsg": "success" });
    let text = |name: &str| call[name].as_str().unwrap_or_default();
    match text("activity") {
        "newInstance" => answer["instanceId"] = format!("i-{}", text("orderLineId")).into(),
        "queryInstance" => {
            let asked = text("instanceId").split(',');
            let asked = asked.filter(|id| !id.starts_with("never-issued"));
            let info: Vec<Value> = asked.map(|id| json!({ "instanceId": id })).collect();
            answer["info"] = info.into();
        }
        _ => {}
    }
    answer
}

/// What happens in a run of the whole catalog.
fn events(profile: &str, billing: Billing) -> Vec<Event> {
    played(profile, billing).0
}

/// The same, and what is concluded.
fn played(profile: &str, billing: Billing) -> (Vec<Event>, Outcome) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build();
    let kept = Events::default();
    let recorder = Recorder::new(vec![Box::new(kept.clone())]);
    let outcome = runtime.unwrap().block_on(async {
        let dial = MemoryDial::new(|io| {
            tokio::spawn(agree(io));
            true
        });
        let start = chrono::DateTime::from_timestamp(1_767_225_600, 0).unwrap();
        let seat = Seat {
            dial: Arc::new(dial),
            target: Target::parse("http://agreeable.localhost/saasproduce").unwrap(),
            called: "a seller that agrees".to_owned(),
            key: Key::new("obviously-fake-key"),
            clock: Clock::starting_at(start),
            probe: None,
            stage: None,
        };
        let plan = whole_catalog(profile, billing);
        run(&plan, seat, recorder, Stop::default()).await
    });
    let events = kept.0.lock().unwrap();
    (events.clone(), outcome)
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
fn an_id_that_was_never_issued_may_be_left_out_of_a_query() {
    let (_, outcome) = played("cn-v2", Billing::Period);
    let mut rules = outcome.conclusion.rules.iter();
    let rule = rules.find(|rule| rule.rule.id == "FLD013");
    assert_eq!(rule.map(|rule| rule.verdict), Some(Verdict::Pass));
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
