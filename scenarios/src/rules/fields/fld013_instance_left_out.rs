//! FLD013: a query that is not answered for all instances.

use std::collections::BTreeSet;

use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::v1::Activity;
use serde_json::{Map, Value};

use crate::rule;
use crate::rule::{Fault, Look, Play, sent};

rule! {
    /// # What it checks
    /// A query for several instances that the seller holds is answered for each of them, and for no
    /// others.
    ///
    /// # Why it matters
    /// The platform asks for up to 100 instances at once; those left out are not billed, or look as
    /// if they were gone.
    ///
    /// # A seller that breaks it
    /// Reads `instanceId` as one id and cuts it off at the first comma.
    ///
    /// # How to fix
    /// Split `instanceId` at commas and put one entry into `info` for each id.
    ///
    /// # What a lawful seller may do
    /// Answer in any order; leave out ids that it does not know, or refuse a query that names some. It need not have the scene where
    /// products are not billed by use.
    FLD013 = {
        name: "instance-left-out",
        force: Must,
        source: "v1 §5.7, v2 §4.2",
        needs: "accepted query for the instances of real purchases",
        lawful: ["query-answers-in-reverse", "test-query-knows-nothing", "unknown-ids-refused"],
        scenes: [QueryInstance],
        faults: ["query-answers-first-only", "info-tells-internal-ids"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let name = play.profile.called(Activity::QueryInstance);
    let queries = play
        .accepted()
        .filter(|(e, _)| e.intent.activity == name && !e.intent.test)
        // What is being made need not be told yet.
        .filter(|(e, _)| e.intent.role != Role::Poll);
    for (exchange, object) in queries {
        // What is no list, or tells an id that is no text, FLD009 tells.
        if object
            .get("info")
            .is_some_and(|info| !info.is_null() && is_mistyped(info))
        {
            continue;
        }
        let asked = sent(exchange, "instanceId").unwrap_or_default();
        let asked: BTreeSet<&str> = asked.split(',').filter(|id| !id.is_empty()).collect();
        let known = known(play, exchange);
        let known: BTreeSet<&str> = known.split(',').filter(|id| !id.is_empty()).collect();
        let told = told(object);
        let holds = told.is_superset(&known) && told.is_subset(&asked);
        look.expect(exchange, holds, || {
            let list = |ids: BTreeSet<&str>| ids.into_iter().collect::<Vec<_>>().join(", ");
            Fault::at("body /info")
                .expected(format!("entries for {}", list(known.clone())))
                .actual(format!("entries for {}", list(told.clone())))
                .because(
                    "The query was not answered for each of the instances that were asked for.",
                )
                .fix(fix(&asked))
        });
    }
}

/// Whether `info` is no list, or an id in it no text.
fn is_mistyped(info: &Value) -> bool {
    let is_text = |entry: &Value| entry.get("instanceId").is_none_or(Value::is_string);
    info.as_array()
        .is_none_or(|entries| !entries.iter().all(is_text))
}

fn fix(asked: &BTreeSet<&str>) -> &'static str {
    if asked.len() == 1 {
        "Answer one entry of info, whose instanceId is the id that was asked for."
    } else {
        "Split instanceId at commas and answer one entry of info for each id."
    }
}

/// The ids of instances that the seller holds, divided by commas: all that are asked for, but where
/// the control of a longer query was asked for them alone.
fn known(play: &Play, exchange: &Exchange) -> String {
    let control = match exchange.intent.role {
        Role::Tampered { control, .. } => play.exchange(control),
        _ => None,
    };
    sent(control.unwrap_or(exchange), "instanceId").unwrap_or_default()
}

/// The ids that the answer has entries for.
fn told(object: &Map<String, Value>) -> BTreeSet<&str> {
    let entries = object
        .get("info")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    entries
        .filter_map(|entry| entry.get("instanceId")?.as_str())
        .collect()
}
