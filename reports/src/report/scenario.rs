//! A scenario of a run as reports show it: its steps, and the calls of each.

use std::time::Duration;

use galleria_scenarios::effect::Probed;
use galleria_scenarios::event::{CalledBack, ScenarioStarted, StepStarted};
use galleria_scenarios::rehearsal::Happened;
use galleria_scenarios::transcript::Exchange;

/// What was played of one scenario.
#[derive(Clone, Debug, Default)]
pub struct ScenarioReport {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence or two; empty before it begins.
    pub about: String,
    /// How far it came.
    pub progress: Progress,
    /// The steps that began or were left out, in the order of the record.
    pub steps: Vec<StepReport>,
}

/// How far a scenario came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// It was planned, and the record says nothing more of it.
    #[default]
    Waiting,
    /// It began, and the record does not tell its end: its calls were not judged.
    UnderWay,
    /// It was played and judged.
    Finished,
    /// It was not played.
    LeftOut {
        /// Why.
        reason: String,
    },
}

/// What was played of one step.
#[derive(Clone, Debug, Default)]
pub struct StepReport {
    /// Its number within the scenario, from 1.
    pub number: u32,
    /// The verb; absent where the step was left out before it began.
    pub verb: Option<String>,
    /// The activity that is called, where one is.
    pub activity: Option<String>,
    /// What the marketplace does, for people; empty where the step did not begin.
    pub note: String,
    /// Why it, or the rest of it, was not played.
    pub left_out: Option<String>,
    /// Whether it was not played because the rule book has no such call.
    pub by_book: bool,
    /// Its calls, in the order of the record.
    pub exchanges: Vec<Exchange>,
    /// What the effect probe counted in it.
    pub probed: Vec<Probed>,
    /// What the seller called of the open APIs, in the order of coming.
    pub call_backs: Vec<CalledBack>,
    /// What happened in it, where it rehearses something.
    pub happened: Vec<Happened>,
}

impl ScenarioReport {
    /// A scenario that is planned.
    pub(super) fn planned(id: &str, title: &str) -> Self {
        Self {
            id: id.to_owned(),
            title: title.to_owned(),
            ..Self::default()
        }
    }

    pub(super) fn begin(&mut self, started: &ScenarioStarted) {
        self.title.clone_from(&started.title);
        self.about.clone_from(&started.about);
        self.progress = Progress::UnderWay;
    }

    /// The step of that number, made where the record has not told of it.
    pub(super) fn step(&mut self, number: u32) -> &mut StepReport {
        let known = self.steps.iter().position(|step| step.number == number);
        let at = known.unwrap_or_else(|| {
            self.steps.push(StepReport {
                number,
                ..StepReport::default()
            });
            self.steps.len() - 1
        });
        &mut self.steps[at]
    }

    /// Whether its calls were judged.
    pub fn is_judged(&self) -> bool {
        self.progress == Progress::Finished
    }

    /// Its calls.
    pub fn exchanges(&self) -> impl Iterator<Item = &Exchange> {
        self.steps.iter().flat_map(|step| &step.exchanges)
    }

    /// The steps that were left out, wholly or in part, with the reason; not those that the rule
    /// book does not have.
    pub fn left_out(&self) -> impl Iterator<Item = (&StepReport, &str)> {
        self.steps
            .iter()
            .filter(|step| !step.by_book)
            .filter_map(|step| Some((step, step.left_out.as_deref()?)))
    }

    /// From the start of its first call to the end of its last.
    pub fn elapsed(&self) -> Duration {
        let starts = self.exchanges().map(|exchange| exchange.timings.started_us);
        let ends = self.exchanges().map(end_us);
        let span = ends
            .max()
            .unwrap_or(0)
            .saturating_sub(starts.min().unwrap_or(0));
        Duration::from_micros(span)
    }
}

impl StepReport {
    /// What it does, such as `send newInstance` or `resend`.
    pub fn title(&self) -> String {
        let verb = self.verb.as_deref().unwrap_or("not begun");
        match &self.activity {
            Some(activity) => format!("{verb} {activity}"),
            None => verb.to_owned(),
        }
    }

    pub(super) fn begin(&mut self, started: &StepStarted) {
        self.verb = Some(started.verb.clone());
        self.activity.clone_from(&started.activity);
        self.note.clone_from(&started.note);
    }
}

/// When a call was over, in microseconds from the start of the run.
pub(super) fn end_us(exchange: &Exchange) -> u64 {
    exchange
        .timings
        .started_us
        .saturating_add(exchange.timings.last_byte_us)
}
