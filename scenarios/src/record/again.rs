//! Judging a record anew: the rules look again at what crossed the wire.
//!
//! A record holds all that a rule sees: the calls and answers, and what was read out of them with the
//! key in hand. So no key is needed, and nobody is called.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::kit::Call;

use crate::event::{Circumstances, Event, RunStarted};
use crate::located::Located;
use crate::profile::{self, Profile, ProfileError};
use crate::rule::{Judged, Play, Rule, judge};
use crate::rules;

/// A record as it is judged today.
#[derive(Clone, Debug)]
pub struct Again {
    /// Its events, with what the rules see in them.
    pub events: Vec<Event>,
    /// The rules that it was judged by and that are no more; what they saw is left as it was.
    pub gone: Vec<String>,
    /// The scenarios of which the record does not hold all that was judged, as of the histories of a
    /// campaign; what the rules saw in them is left as it was.
    pub left: Vec<String>,
}

/// Why a record cannot be judged again.
#[derive(Debug, thiserror::Error)]
pub enum AgainError {
    /// It begins no run.
    #[error("this is not a record of a run")]
    NoRun,
    /// Its rule book does not come with this galleria.
    #[error(transparent)]
    NoBook(#[from] ProfileError),
    /// The user's own rule book in it cannot be read.
    #[error(transparent)]
    WrongBook(#[from] Located),
}

/// Lets the rules that a run was judged by look again at everything that was recorded.
///
/// # Errors
/// Where the record is none of a run, or its rule book cannot be had.
pub fn judge_again(events: &[Event]) -> Result<Again, AgainError> {
    let Some(Event::RunStarted(run)) = events.first() else {
        return Err(AgainError::NoRun);
    };
    let mut bench = Bench::new(run)?;
    let events = events.iter().map(|event| bench.take(event)).collect();
    Ok(Again {
        events,
        gone: bench.gone.into_iter().collect(),
        left: bench.left.into_iter().collect(),
    })
}

/// The rule book of a run: the user's own as it is in the record, else galleria's.
fn book(run: &RunStarted) -> Result<Profile, AgainError> {
    match &run.own_profile {
        Some(own) => Ok(profile::read(&run.profile, "profile.toml", own)?),
        None => Ok(profile::find(&run.profile)?),
    }
}

/// What is judged, and by what.
struct Bench<'a> {
    run: &'a RunStarted,
    book: Arc<Profile>,
    rules: Vec<&'static Rule>,
    gone: BTreeSet<String>,
    left: BTreeSet<String>,
    /// The scenarios that are not over.
    open: BTreeMap<String, Play>,
}

impl<'a> Bench<'a> {
    fn new(run: &'a RunStarted) -> Result<Self, AgainError> {
        let applied = || {
            run.rules
                .iter()
                .filter(|rule| rule.not_applicable.is_none())
        };
        let known = |id: &str| rules::all().find(|rule| rule.id == id);
        let gone = applied().filter(|rule| known(&rule.id).is_none());
        Ok(Self {
            book: Arc::new(book(run)?),
            rules: applied().filter_map(|rule| known(&rule.id)).collect(),
            gone: gone.map(|rule| rule.id.clone()).collect(),
            left: BTreeSet::new(),
            open: BTreeMap::new(),
            run,
        })
    }

    /// Takes in one event, and gives it back as it is told today.
    fn take(&mut self, event: &Event) -> Event {
        match event {
            Event::ScenarioStarted(started) => _ = self.play(&started.scenario),
            Event::Exchanged(exchange) => self.exchanged(exchange),
            Event::CalledBack(came) => {
                let play = self.play(&came.scenario);
                play.call_backs.push(came.as_ref().clone());
            }
            Event::Probed {
                scenario, probed, ..
            } => self.play(scenario).probed.push(probed.clone()),
            Event::StepLeftOut { scenario, left_out } => {
                self.play(scenario).left_out.push(left_out.clone());
            }
            Event::ScenarioFinished {
                scenario,
                judged,
                circumstances,
            } => return self.finished(scenario, judged, circumstances),
            _ => {}
        }
        event.clone()
    }

    fn play(&mut self, scenario: &str) -> &mut Play {
        let begun = || Play {
            scenario: scenario.to_owned(),
            profile: Arc::clone(&self.book),
            billing: self.run.billing,
            delivered_before: false,
            exchanges: Vec::new(),
            kit: Vec::new(),
            call_backs: Vec::new(),
            left_out: Vec::new(),
            waiting_cut_short: false,
            probed: Vec::new(),
            unprobed: None,
        };
        self.open.entry(scenario.to_owned()).or_insert_with(begun)
    }

    fn exchanged(&mut self, exchange: &Exchange) {
        let play = self.play(&exchange.scenario);
        let of_kit = Call::ALL
            .iter()
            .any(|call| call.name() == exchange.intent.activity);
        let calls = if of_kit {
            &mut play.kit
        } else {
            &mut play.exchanges
        };
        calls.push(exchange.clone());
    }

    fn finished(
        &mut self,
        scenario: &str,
        before: &[Judged],
        circumstances: &Circumstances,
    ) -> Event {
        let mut play = self.play(scenario).clone();
        self.open.remove(scenario);
        play.delivered_before = circumstances.delivered_before;
        play.waiting_cut_short = circumstances.waiting_cut_short;
        play.unprobed.clone_from(&circumstances.unprobed);
        let judged = if self.is_whole(&play, before) {
            let mut judged = judge(&play, &self.rules);
            let gone = before.iter().filter(|one| self.gone.contains(&one.rule));
            judged.extend(gone.cloned());
            judged
        } else {
            self.left.insert(scenario.to_owned());
            before.to_vec()
        };
        Event::ScenarioFinished {
            scenario: scenario.to_owned(),
            judged,
            circumstances: circumstances.clone(),
        }
    }

    /// Whether the record holds what was judged. The histories of a campaign are in no plan: their record
    /// keeps those that failed, and a model of the seller judges them beside the rules.
    fn is_whole(&self, play: &Play, before: &[Judged]) -> bool {
        let mut planned = self.run.scenarios.iter();
        let planned = planned.any(|one| one.id == play.scenario);
        let empty = play.exchanges.is_empty() && play.kit.is_empty();
        planned && (!empty || before.is_empty())
    }
}
