//! The fold from events to the report.

use std::time::Duration;

use galleria_scenarios::event::{CalledBack, Event, RunFinished, RunStarted};
use galleria_scenarios::gateway;
use galleria_scenarios::life_cycle::LifeCycle;
use galleria_scenarios::login;
use galleria_scenarios::rule::Rule;
use galleria_scenarios::rules;
use galleria_scenarios::transcript::{Exchange, ExchangeId};
use galleria_scenarios::verdict::Tally;

use super::concluded::Concluded;
use super::scenario::{Progress, ScenarioReport, StepReport, end_us};
use crate::formats::FormatError;

/// Looks up what is known of a rule beside what the record says: its documentation and source.
pub type FindRule = fn(&str) -> Option<&'static Rule>;

/// A run as every format reads it. Events are taken in one at a time and in order; at any moment
/// the report tells what has happened so far, so a record that was cut off reads like any other.
#[derive(Clone, Debug)]
pub struct RunReport {
    /// What the run set out to do; absent before the first event.
    pub run: Option<RunStarted>,
    /// The scenarios in the order of the plan; one that the plan does not name comes last.
    pub scenarios: Vec<ScenarioReport>,
    /// How much of the life cycle was played; absent where the record does not tell.
    pub life_cycle: Option<LifeCycle>,
    /// How the run ended; absent where the record was cut off.
    pub finished: Option<RunFinished>,
    tally: Tally,
    find_rule: FindRule,
}

/// The rule of that id, of a run or of a trial.
fn find_rule(id: &str) -> Option<&'static Rule> {
    rules::find(id)
        .or_else(|| login::find_listed(id))
        .or_else(|| gateway::find_listed(id))
}

impl Default for RunReport {
    fn default() -> Self {
        Self::with_rules(find_rule)
    }
}

impl RunReport {
    /// An empty report that takes the documentation of rules from elsewhere than this version's
    /// own rules.
    pub fn with_rules(find_rule: FindRule) -> Self {
        Self {
            run: None,
            scenarios: Vec::new(),
            life_cycle: None,
            finished: None,
            tally: Tally::default(),
            find_rule,
        }
    }

    /// The report of these events.
    pub fn from_events<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let mut report = Self::default();
        report.extend(events);
        report
    }

    /// Takes in one event.
    pub fn take(&mut self, event: &Event) {
        self.tally.take(event);
        match event {
            Event::RunStarted(run) => {
                let plan = run.scenarios.iter();
                self.scenarios = plan
                    .map(|planned| ScenarioReport::planned(&planned.id, &planned.title))
                    .collect();
                self.run = Some(run.as_ref().clone());
            }
            Event::ScenarioStarted(started) => self.scenario(&started.scenario).begin(started),
            Event::StepStarted(started) => {
                self.scenario(&started.scenario)
                    .step(started.step)
                    .begin(started);
            }
            Event::Exchanged(exchange) => {
                let step = self.scenario(&exchange.scenario).step(exchange.step);
                step.exchanges.push(exchange.as_ref().clone());
            }
            Event::Probed {
                scenario,
                step,
                probed,
            } => {
                let step = self.scenario(scenario).step(*step);
                step.probed.push(probed.clone());
            }
            Event::Happened {
                scenario,
                step,
                happened,
            } => {
                let step = self.scenario(scenario).step(*step);
                step.happened.push(happened.clone());
            }
            Event::StepLeftOut { scenario, left_out } => {
                let step = self.scenario(scenario).step(left_out.step);
                step.left_out = Some(left_out.reason.clone());
                step.by_book = left_out.by_book;
            }
            Event::ScenarioFinished { scenario, .. } => {
                self.scenario(scenario).progress = Progress::Finished;
            }
            Event::ScenarioLeftOut { scenario, reason } => {
                self.scenario(scenario).progress = Progress::LeftOut {
                    reason: reason.clone(),
                };
            }
            Event::CalledBack(came) => {
                let step = self.scenario(&came.scenario).step(came.step);
                step.call_backs.push(came.as_ref().clone());
            }
            Event::LifeCycle(part) => self.life_cycle.get_or_insert_default().join(part),
            Event::RunFinished(finished) => self.finished = Some(finished.clone()),
        }
    }

    /// What the run set out to do, which every format begins with.
    pub(crate) fn begun(&self) -> Result<&RunStarted, FormatError> {
        self.run.as_ref().ok_or(FormatError::NoRun)
    }

    /// What the events so far come to.
    pub fn conclude(&self) -> Concluded {
        Concluded::new(self, self.tally.conclude(), self.find_rule)
    }

    /// Why not everything was played, where it was not.
    pub fn stopped(&self) -> Option<String> {
        match &self.finished {
            Some(finished) => finished.stopped.as_ref().map(ToString::to_string),
            None => Some("the run was cut off".to_owned()),
        }
    }

    /// Every call of the run, by number.
    pub fn exchanges(&self) -> Vec<&Exchange> {
        let mut all: Vec<_> = self
            .scenarios
            .iter()
            .flat_map(ScenarioReport::exchanges)
            .collect();
        all.sort_by_key(|exchange| exchange.id);
        all
    }

    /// The call of that number.
    pub fn exchange(&self, id: ExchangeId) -> Option<&Exchange> {
        let mut all = self.scenarios.iter().flat_map(ScenarioReport::exchanges);
        all.find(|exchange| exchange.id == id)
    }

    /// What the seller called of the open APIs, scenario by scenario.
    pub fn call_backs(&self) -> impl Iterator<Item = &CalledBack> {
        let steps = self.scenarios.iter().flat_map(|one| &one.steps);
        steps.flat_map(|step| &step.call_backs)
    }

    /// The step of that number in that scenario.
    pub fn step(&self, scenario: &str, number: u32) -> Option<&StepReport> {
        let scenario = self.scenarios.iter().find(|known| known.id == scenario)?;
        scenario.steps.iter().find(|step| step.number == number)
    }

    /// The file and the line, from 1, that a step is written in; of a step that is in no file, such
    /// as the clean-up, the scenario's first.
    pub fn place(&self, scenario: &str, step: u32) -> Option<(&str, usize)> {
        let run = self.run.as_ref()?;
        let planned = run.scenarios.iter().find(|known| known.id == scenario)?;
        let place = planned.place.as_ref()?;
        let at = usize::try_from(step).ok()?.checked_sub(1)?;
        Some((&place.file, place.lines.get(at).copied().unwrap_or(1)))
    }

    /// How long the run took: as it said itself, or up to the last call that is known of.
    pub fn elapsed(&self) -> Duration {
        if let Some(finished) = &self.finished {
            return Duration::from_millis(finished.elapsed_ms);
        }
        let calls = self.scenarios.iter().flat_map(ScenarioReport::exchanges);
        Duration::from_micros(calls.map(end_us).max().unwrap_or(0))
    }

    fn scenario(&mut self, id: &str) -> &mut ScenarioReport {
        let known = self.scenarios.iter().position(|scenario| scenario.id == id);
        let at = known.unwrap_or_else(|| {
            self.scenarios.push(ScenarioReport::planned(id, id));
            self.scenarios.len() - 1
        });
        &mut self.scenarios[at]
    }
}

impl<'a> Extend<&'a Event> for RunReport {
    fn extend<T: IntoIterator<Item = &'a Event>>(&mut self, events: T) {
        events.into_iter().for_each(|event| self.take(event));
    }
}
