//! One record of the records of a run that was split up.
//!
//! Each shard was a run of its own, with its own seed. The joined record has the scenarios of all of
//! them, and the verdict that one run would have come to.

use std::collections::BTreeSet;
use std::time::Duration;

use galleria_marketplace::transcript::{ExchangeId, Role};

use crate::event::{Event, RunFinished, RunStarted, Shard};

/// Why records cannot be joined.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// There is none, or it begins no run.
    #[error("{0}: this is not a record of a run")]
    NoRun(String),
    /// Two runs were not made alike.
    #[error(
        "{first} and {other} are not shards of one run: {what} is {one} there and {another} here"
    )]
    Unlike {
        /// The record that the others are held against.
        first: String,
        /// The one that differs.
        other: String,
        /// In what they differ.
        what: &'static str,
        /// What the first has.
        one: String,
        /// What the other has.
        another: String,
    },
    /// A scenario was played by two of them.
    #[error(
        "{other} plays the scenario `{scenario}` that an earlier record has: was a shard given twice?"
    )]
    Twice {
        /// The second record.
        other: String,
        /// The scenario.
        scenario: String,
    },
}

/// Joins records, each with the name of its file, in the order of their shards.
///
/// # Errors
/// Where one is no record, was made under other settings, or plays what another one has.
pub fn merge(records: &[(String, Vec<Event>)]) -> Result<Vec<Event>, MergeError> {
    let mut shards = Vec::new();
    for (name, events) in records {
        match events.first() {
            Some(Event::RunStarted(run)) => shards.push((name, run.as_ref(), events)),
            _ => return Err(MergeError::NoRun(name.clone())),
        }
    }
    shards.sort_by_key(|(_, run, _)| run.shard);
    let Some((first, run, _)) = shards.first().copied() else {
        return Err(MergeError::NoRun("nothing".to_owned()));
    };
    let mut joined = run.clone();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    joined.scenarios.clear();
    for (name, run, _) in &shards {
        alike(first, &joined, name, run)?;
        for scenario in &run.scenarios {
            if !seen.insert(&scenario.id) {
                return Err(MergeError::Twice {
                    other: (*name).clone(),
                    scenario: scenario.id.clone(),
                });
            }
            joined.scenarios.push(scenario.clone());
        }
        take_in(&mut joined, run);
    }
    joined.part |= !is_whole(shards.iter().map(|(_, run, _)| *run));
    joined.shard = None;
    let started = joined.started;
    let mut events = vec![Event::RunStarted(Box::new(joined))];
    let (mut last, mut end) = (0, Some(NOTHING));
    for (_, run, shard) in &shards {
        let behind = (run.started - started).to_std().unwrap_or_default();
        last = take_events(&mut events, shard, last, behind);
        end = end.and_then(|end| end_of_both(end, shard, behind));
    }
    events.extend(end.map(Event::RunFinished));
    Ok(events)
}

/// The shards of which there is no record, though there is one of another shard of that run.
#[must_use]
pub fn missing_shards(records: &[(String, Vec<Event>)]) -> Vec<Shard> {
    let shards = records
        .iter()
        .filter_map(|(_, events)| match events.first() {
            Some(Event::RunStarted(run)) => run.shard,
            _ => None,
        });
    let there: BTreeSet<Shard> = shards.collect();
    let splits: BTreeSet<u32> = there.iter().map(|shard| shard.of).collect();
    let all = splits
        .into_iter()
        .flat_map(|of| (1..=of).map(move |number| Shard { number, of }));
    all.filter(|shard| !there.contains(shard)).collect()
}

fn alike(first: &str, run: &RunStarted, name: &str, other: &RunStarted) -> Result<(), MergeError> {
    let (book, another_book) = books(run, other);
    let facts = [
        ("the rule set", &run.rule_set, &other.rule_set),
        ("galleria's version", &run.tool_version, &other.tool_version),
        ("the profile", &run.profile, &other.profile),
        ("the profile's file", &book, &another_book),
        (
            "billing",
            &run.billing.to_string(),
            &other.billing.to_string(),
        ),
        (
            "--fail-on",
            &run.fail_on.to_string(),
            &other.fail_on.to_string(),
        ),
        (
            "the number of rules",
            &run.rules.len().to_string(),
            &other.rules.len().to_string(),
        ),
    ]
    .map(|(what, one, another)| (what, one.clone(), another.clone()));
    let unlike = facts.into_iter().find(|(_, one, another)| one != another);
    match unlike {
        None => Ok(()),
        Some((what, one, another)) => Err(MergeError::Unlike {
            first: first.to_owned(),
            other: name.to_owned(),
            what,
            one,
            another,
        }),
    }
}

/// The first line in which the users' own rule books differ: two of one name may be two files.
fn books(one: &RunStarted, other: &RunStarted) -> (String, String) {
    let (Some(own), Some(others)) = (&one.own_profile, &other.own_profile) else {
        let told = |run: &RunStarted| match run.own_profile {
            Some(_) => "a file of its own".to_owned(),
            None => "galleria's".to_owned(),
        };
        return (told(one), told(other));
    };
    let (mut lines, mut others) = (own.lines(), others.lines());
    for number in 1.. {
        let (line, another) = (lines.next(), others.next());
        if line.is_none() && another.is_none() {
            break;
        }
        if line != another {
            let told = |line: Option<&str>| match line {
                Some(line) => format!("`{}` in line {number}", line.trim()),
                None => format!("at its end before line {number}"),
            };
            return (told(line), told(another));
        }
    }
    (String::new(), String::new())
}

/// What a shard adds beside its scenarios.
fn take_in(joined: &mut RunStarted, run: &RunStarted) {
    joined.started = joined.started.min(run.started);
    joined.part |= run.part;
    for known in &run.known_failures {
        if !joined.known_failures.contains(known) {
            joined.known_failures.push(known.clone());
        }
    }
}

/// Whether every share is there.
fn is_whole<'a>(runs: impl Iterator<Item = &'a RunStarted>) -> bool {
    let shards: Option<Vec<_>> = runs.map(|run| run.shard).collect();
    // Runs that were not split up are joined as they are, and lack nothing that is known of.
    let Some(shards) = shards else { return true };
    let of = shards.first().map_or(0, |shard| shard.of);
    let numbers: BTreeSet<u32> = shards.iter().map(|shard| shard.number).collect();
    shards.iter().all(|shard| shard.of == of) && numbers.len() == of as usize
}

/// Takes in what happened in a shard that began so long behind the first; the highest number of a
/// call so far. Shards number their calls apart; where they do not, they are numbered on.
fn take_events(events: &mut Vec<Event>, shard: &[Event], last: u64, behind: Duration) -> u64 {
    let numbers = shard.iter().filter_map(|event| match event {
        Event::Exchanged(exchange) => Some(exchange.id.0),
        _ => None,
    });
    let by = match numbers.min() {
        Some(first) if first <= last => last,
        _ => 0,
    };
    let behind = u64::try_from(behind.as_micros()).unwrap_or(u64::MAX);
    let mut highest = last;
    for event in shard {
        let mut event = event.clone();
        match &mut event {
            Event::RunStarted(_) | Event::RunFinished(_) => continue,
            Event::Exchanged(exchange) => {
                exchange.id.0 += by;
                highest = highest.max(exchange.id.0);
                shift(&mut exchange.intent.role, by);
                let started = &mut exchange.timings.started_us;
                *started = started.saturating_add(behind);
            }
            Event::Probed { probed, .. } => probed.exchange.0 += by,
            Event::ScenarioFinished { judged, .. } => {
                for finding in judged.iter_mut().flat_map(|judged| &mut judged.findings) {
                    finding.exchange.0 += by;
                }
            }
            _ => {}
        }
        events.push(event);
    }
    highest
}

/// A call's word of another call.
fn shift(role: &mut Role, by: u64) {
    let add = |id: &mut ExchangeId| id.0 += by;
    match role {
        Role::Repeat { of } | Role::Awaited { of } | Role::Isolated { of } => add(of),
        Role::Tampered { control, .. } => add(control),
        Role::AtOnce { of } => of.iter_mut().for_each(add),
        Role::Call | Role::Control | Role::Poll | Role::CleanUp => {}
    }
}

/// The end of a run that did nothing.
const NOTHING: RunFinished = RunFinished {
    elapsed_ms: 0,
    stopped: None,
};

/// The end of the joined run with a further shard, which began so long behind the first; none where
/// the shard has none, for then not everything was judged.
fn end_of_both(end: RunFinished, shard: &[Event], behind: Duration) -> Option<RunFinished> {
    let Some(Event::RunFinished(finished)) = shard.last() else {
        return None;
    };
    let behind = u64::try_from(behind.as_millis()).unwrap_or(u64::MAX);
    Some(RunFinished {
        elapsed_ms: end
            .elapsed_ms
            .max(finished.elapsed_ms.saturating_add(behind)),
        stopped: end.stopped.or_else(|| finished.stopped.clone()),
    })
}
