//! Tells the events of a made-up run, one after the other.

use galleria_scenarios::Billing;
use galleria_scenarios::effect::{Probed, Question};
use galleria_scenarios::event::{
    Circumstances, Event, FORMAT_VERSION, KnownFailure, PlannedRule, PlannedScenario, RunFinished,
    RunStarted, ScenarioPlace, ScenarioStarted, StepStarted, Stopped,
};
use galleria_scenarios::rule::{Finding, Force, Judged, LeftOut};
use galleria_scenarios::transcript::{Exchange, ExchangeId};
use serde_json::{Value, json};

use crate::rule_book;

/// A run under construction.
pub(crate) struct Story {
    pub(crate) events: Vec<Event>,
    scenario: String,
    step: u32,
    last_call: u64,
    clock_us: u64,
}

/// What a run sets out to do, with the rules of the book and these scenarios.
pub(crate) fn plan(scenarios: &[(&str, &str)]) -> RunStarted {
    let planned = |rule: &galleria_scenarios::rule::Rule| PlannedRule {
        id: rule.id.to_owned(),
        name: rule.name.to_owned(),
        force: rule.force,
        needs: rule.needs.to_owned(),
        not_applicable: None,
        unseen: None,
    };
    RunStarted {
        format_version: FORMAT_VERSION,
        tool_version: "0.1.0".to_owned(),
        rule_set: "2026.1".to_owned(),
        id: "8f3a1c9b02de".to_owned(),
        seed: 7,
        started: "2026-11-28T10:12:30.250Z".parse().unwrap(),
        profile: "cn-v1".to_owned(),
        own_profile: None,
        billing: Billing::Period,
        target: "https://isv.example.com/market".to_owned(),
        fail_on: Force::Should,
        rules: rule_book::all().iter().map(planned).collect(),
        scenarios: scenarios
            .iter()
            .map(|(id, title)| PlannedScenario {
                id: (*id).to_owned(),
                title: (*title).to_owned(),
                place: Some(ScenarioPlace {
                    file: format!("scenarios/catalog/{id}.toml"),
                    lines: vec![4, 9],
                }),
            })
            .collect(),
        known_failures: Vec::new(),
        part: false,
        min_coverage: None,
        shard: None,
        rehearsal: false,
        book_url: None,
    }
}

/// A plan in which these rules are excused.
pub(crate) fn excusing(mut plan: RunStarted, rules: &[(&str, &str)]) -> RunStarted {
    let known = |(rule, reason): &(&str, &str)| KnownFailure {
        rule: (*rule).to_owned(),
        scenario: None,
        reason: (*reason).to_owned(),
        expires: None,
    };
    plan.known_failures = rules.iter().map(known).collect();
    plan
}

impl Story {
    pub(crate) fn begin(plan: RunStarted) -> Self {
        Self {
            events: vec![Event::RunStarted(Box::new(plan))],
            scenario: String::new(),
            step: 0,
            last_call: 0,
            clock_us: 1_500,
        }
    }

    pub(crate) fn scenario(&mut self, id: &str, title: &str, about: &str) {
        self.scenario = id.into();
        self.step = 0;
        self.events.push(Event::ScenarioStarted(ScenarioStarted {
            scenario: id.to_owned(),
            title: title.to_owned(),
            about: about.to_owned(),
            steps: 2,
        }));
    }

    pub(crate) fn step(&mut self, verb: &str, activity: &str, note: &str) {
        self.step += 1;
        self.events.push(Event::StepStarted(StepStarted {
            scenario: self.scenario.clone(),
            step: self.step,
            verb: verb.to_owned(),
            activity: (!activity.is_empty()).then(|| activity.to_owned()),
            note: note.to_owned(),
        }));
    }

    /// Makes a call; `what` replaces members of an ordinary one. Tells its number.
    pub(crate) fn call(&mut self, activity: &str, what: Value) -> u64 {
        self.last_call += 1;
        let mut call = ordinary(activity, self.last_call);
        call["scenario"] = self.scenario.clone().into();
        call["step"] = self.step.into();
        call["timings"]["started_us"] = self.clock_us.into();
        merge(&mut call, what);
        self.clock_us += call["timings"]["last_byte_us"].as_u64().unwrap() + 400;
        let exchange: Exchange = serde_json::from_value(call).unwrap();
        self.events.push(Event::Exchanged(Box::new(exchange)));
        self.last_call
    }

    pub(crate) fn probed(&mut self, call: u64, order: &str, count: u64) {
        let question = Question {
            order_id: order.to_owned(),
            product_id: None,
            instance_id: Some("i-1".to_owned()),
        };
        self.events.push(Event::Probed {
            scenario: self.scenario.clone(),
            step: self.step,
            probed: Probed {
                exchange: ExchangeId(call),
                question,
                count,
            },
        });
    }

    pub(crate) fn leave_out(&mut self, step: u32, reason: &str) {
        let left_out = LeftOut {
            step,
            reason: reason.to_owned(),
            by_book: false,
        };
        self.events.push(Event::StepLeftOut {
            scenario: self.scenario.clone(),
            left_out,
        });
    }

    pub(crate) fn judged(&mut self, judged: Vec<Judged>) {
        self.events.push(Event::ScenarioFinished {
            scenario: self.scenario.clone(),
            judged,
            circumstances: Circumstances::default(),
        });
    }

    pub(crate) fn left_out(&mut self, scenario: &str, reason: &str) {
        let (scenario, reason) = (scenario.to_owned(), reason.to_owned());
        self.events
            .push(Event::ScenarioLeftOut { scenario, reason });
    }

    pub(crate) fn end(mut self, stopped: Option<Stopped>) -> Vec<Event> {
        let elapsed_ms = self.clock_us / 1000;
        self.events.push(Event::RunFinished(RunFinished {
            elapsed_ms,
            stopped,
        }));
        self.events
    }

    /// A finding in call `number` of this scenario.
    pub(crate) fn finding(&self, number: u64) -> Finding {
        Finding {
            scenario: self.scenario.clone(),
            step: self.step,
            exchange: ExchangeId(number),
            place: "header Body-Sign".to_owned(),
            expected: "the signature of the bytes that were sent".to_owned(),
            actual: r#"sign_type="HMAC-SHA256", signature="c2lnbmVkIHdpdGggdGhlIHRpbWU=""#
                .to_owned(),
            cause: Some("signed-with-key-and-timestamp".to_owned()),
            explanation: "The answer is signed with the key and the request's timeStamp."
                .to_owned(),
            fix: "Sign the answer's bytes with the key alone.".to_owned(),
            curl: format!("curl -i 'https://isv.example.com/market?call={number}'"),
        }
    }
}

/// What a rule saw.
pub(crate) fn saw(rule: &str, looked_at: u64, findings: Vec<Finding>) -> Judged {
    Judged {
        rule: rule.to_owned(),
        looked_at,
        findings,
        doubts: Vec::new(),
    }
}

fn ordinary(activity: &str, number: u64) -> Value {
    let body = r#"{"resultCode":"000000","resultMsg":"ok","instanceId":"i-1"}"#;
    json!({
        "id": number,
        "attempt": 1,
        "intent": { "activity": activity, "role": { "kind": "call" } },
        "request": {
            "method": "GET",
            "origin": "https://isv.example.com",
            "target": format!("/market?activity={activity}&orderId=CS26&customerName=%E5%8D%8E%E4%B8%BA+%26+Co&testFlag=0&authToken=dG9rZW4%3D"),
            "headers": [{ "name": "Host", "value": "isv.example.com" }],
        },
        "response": answer(200, body),
        "ended": "answered",
        "timings": { "connect_us": 210, "tls_us": 640, "first_byte_us": 2_400, "last_byte_us": 2_650 },
        "tls": { "version": "TLSv1_3", "suite": "TLS13_AES_256_GCM_SHA384" },
        "reading": { "outcome": { "kind": "accepted" }, "charset": "utf8" },
    })
}

/// An answer with this body.
pub(crate) fn answer(status: u16, body: &str) -> Value {
    json!({
        "status": status,
        "status_line": format!("HTTP/1.1 {status} Something"),
        "headers": [
            { "name": "Content-Type", "value": "application/json" },
            { "name": "Body-Sign", "value": "sign_type=\"HMAC-SHA256\", signature=\"c2ln\"" },
        ],
        "body": { "text": body, "bytes": body.len() },
    })
}

fn merge(into: &mut Value, from: Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (name, value) in from {
                merge(into.entry(name).or_insert(Value::Null), value);
            }
        }
        (into, from) => *into = from,
    }
}
