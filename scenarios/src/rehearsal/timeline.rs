//! A rehearsal as a person reads it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use galleria_marketplace::delivery::Ended;
use galleria_marketplace::transcript::Exchange;
use galleria_protocol::Activity;

use super::buyer::Buyer;
use super::happening::{Happened, Happening};
use crate::event::Event;
use crate::record::{Sink, SinkError};

/// What happened in the rehearsals of a run, scenario by scenario: a fold over its events.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    scenarios: Vec<Story>,
}

/// The rehearsal of one scenario.
#[derive(Clone, Debug, Default)]
struct Story {
    id: String,
    title: String,
    happened: Vec<Happened>,
    calls: BTreeMap<u64, Exchange>,
}

/// One scenario of a timeline.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The scenario.
    pub scenario: &'a str,
    /// Its title.
    pub title: &'a str,
    /// What happened, in order.
    pub happened: Vec<What<'a>>,
    /// What the buyer gets to see.
    pub buyer: Buyer,
}

/// One thing that happened, with the call where it is one.
#[derive(Clone, Copy, Debug)]
pub struct What<'a> {
    /// What happened, and when.
    pub happened: &'a Happened,
    /// The call, where it is one.
    pub call: Option<&'a Exchange>,
}

impl Timeline {
    /// Takes in one event.
    pub fn take(&mut self, event: &Event) {
        match event {
            Event::ScenarioStarted(started) => self.scenarios.push(Story {
                id: started.scenario.clone(),
                title: started.title.clone(),
                ..Story::default()
            }),
            Event::Exchanged(call) => {
                if let Some(story) = self.story(&call.scenario) {
                    story.calls.insert(call.id.0, call.as_ref().clone());
                }
            }
            Event::Happened {
                scenario, happened, ..
            } => {
                if let Some(story) = self.story(scenario) {
                    story.happened.push(happened.clone());
                }
            }
            _ => {}
        }
    }

    fn story(&mut self, scenario: &str) -> Option<&mut Story> {
        self.scenarios
            .iter_mut()
            .rev()
            .find(|one| one.id == scenario)
    }

    /// The scenarios in which something was rehearsed, in the order in which they were played.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let rehearsed = self.scenarios.iter();
        rehearsed
            .filter(|story| !story.happened.is_empty())
            .map(Story::entry)
    }
}

impl Story {
    fn entry(&self) -> Entry<'_> {
        let what = |happened| What {
            call: self.call(happened),
            happened,
        };
        Entry {
            scenario: &self.id,
            title: &self.title,
            happened: self.happened.iter().map(what).collect(),
            buyer: self.buyer(),
        }
    }

    fn call(&self, happened: &Happened) -> Option<&Exchange> {
        let Happening::Called { exchange } = happened.what else {
            return None;
        };
        self.calls.get(&exchange.0)
    }

    /// What the last end of a delivery comes to for the buyer.
    fn buyer(&self) -> Buyer {
        let calls = self.happened.iter().filter_map(|one| self.call(one));
        let calls: Vec<&Exchange> = calls.collect();
        let taken = |call: &&&Exchange| call.is_accepted() || call.is_pending();
        let end = self.happened.iter().rev().find_map(|one| match &one.what {
            Happening::Delivered { .. } => {
                let call = calls.iter().rev().find(taken)?;
                Some(Buyer::of_delivery(self.told_last(call), one.at_s))
            }
            Happening::GivenUp { .. } if calls.iter().all(|call| is_purchase(call)) => {
                let orphan = |call: &&Exchange| {
                    call.ended == Ended::Lost && call.answered_instance().is_some()
                };
                Some(Buyer::Refunded {
                    after_s: one.at_s,
                    orphan: calls.iter().any(orphan),
                })
            }
            Happening::GivenUp { then, .. } => Some(Buyer::Stopped { then: then.clone() }),
            _ => None,
        });
        // An order that was delivered before anything happened is one that is looked at again.
        let looked_at = || Some(Buyer::of_delivery(calls.last().filter(taken)?, 0));
        end.or_else(looked_at).unwrap_or(Buyer::Waiting)
    }

    /// V2 tells the login behind the purchase: the last answer to a question after the call.
    fn told_last<'a>(&'a self, call: &'a Exchange) -> &'a Exchange {
        let query = Activity::QueryInstance.name();
        let told = self.calls.values().rev().find(|other| {
            other.id > call.id && other.intent.activity == query && other.is_accepted()
        });
        told.unwrap_or(call)
    }
}

fn is_purchase(call: &Exchange) -> bool {
    call.intent.is(Activity::NewInstance)
}

/// A timeline that takes in events as they happen; clones share it.
#[derive(Clone, Debug, Default)]
pub struct TimelineSink(Arc<Mutex<Timeline>>);

impl TimelineSink {
    /// The timeline so far.
    pub fn timeline(&self) -> Timeline {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Sink for TimelineSink {
    fn take(&mut self, event: &Event) -> Result<(), SinkError> {
        let mut timeline = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        timeline.take(event);
        Ok(())
    }
}
