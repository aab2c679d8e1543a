//! A scenario and its steps.

use galleria_scenarios::effect;
use galleria_scenarios::rehearsal::{self, Happening};
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::{Progress, RunReport, ScenarioReport, StepReport};

/// A scenario.
#[derive(Serialize, JsonSchema)]
pub(super) struct Scenario {
    /// Its id.
    id: String,
    /// Its title.
    title: String,
    /// What it is about; empty where it did not begin.
    about: String,
    /// How far it came.
    state: State,
    /// Why it was not played to its end; null where it was.
    reason: Option<String>,
    /// Its steps, the clean-up behind them included.
    steps: Vec<Step>,
}

/// How far a scenario came.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum State {
    /// It was played and judged.
    Finished,
    /// It was under way when the record ended: its calls were not judged.
    Unfinished,
    /// It was not played, with a reason.
    LeftOut,
    /// It had not begun when the record ended.
    NotBegun,
}

/// A step of a scenario.
#[derive(Serialize, JsonSchema)]
struct Step {
    /// Its number, from 1.
    number: u32,
    /// What it does, such as `send` or `resend`; null where it was left out before it began.
    verb: Option<String>,
    /// The activity that it calls; null where it calls none.
    activity: Option<String>,
    /// What happens, for people.
    note: String,
    /// Why it, or the rest of it, was not played; null where all of it was.
    left_out: Option<String>,
    /// The numbers of its calls.
    exchanges: Vec<u64>,
    /// What the effect probe counted in it; empty for every step but a probe.
    probed: Vec<Probed>,
    /// What happened in it, where it rehearses something; empty for every other step.
    happened: Vec<Happened>,
}

/// What happened in a rehearsal.
#[derive(Serialize, JsonSchema)]
struct Happened {
    /// The moment, in seconds from the first call of the order: hours pass in no time.
    at_s: u64,
    /// What happened, for people.
    what: String,
    /// The call, where one was made; else null.
    exchange: Option<u64>,
}

/// What the effect probe counted for an order.
#[derive(Serialize, JsonSchema)]
struct Probed {
    /// The order.
    order_id: String,
    /// The product that was bought; null where the call named none.
    product_id: Option<String>,
    /// The instance id that the seller told for it; null where it told none.
    instance_id: Option<String>,
    /// The order's last call before the probe.
    exchange: u64,
    /// The instances that there were for the order.
    count: u64,
}

impl Scenario {
    pub(super) fn of(scenario: &ScenarioReport, report: &RunReport) -> Self {
        let (state, reason) = match &scenario.progress {
            Progress::Finished => (State::Finished, None),
            Progress::UnderWay => (State::Unfinished, report.stopped()),
            Progress::Waiting => (State::NotBegun, report.stopped()),
            Progress::LeftOut { reason } => (State::LeftOut, Some(reason.clone())),
        };
        Self {
            id: scenario.id.clone(),
            title: scenario.title.clone(),
            about: scenario.about.clone(),
            state,
            reason,
            steps: scenario.steps.iter().map(Step::of).collect(),
        }
    }
}

impl Happened {
    fn of(happened: &rehearsal::Happened) -> Self {
        let exchange = match happened.what {
            Happening::Called { exchange } => Some(exchange.0),
            _ => None,
        };
        Self {
            at_s: happened.at_s,
            what: happened.what.to_string(),
            exchange,
        }
    }
}

impl Probed {
    fn of(probed: &effect::Probed) -> Self {
        let question = probed.question.clone();
        Self {
            order_id: question.order_id,
            product_id: question.product_id,
            instance_id: question.instance_id,
            exchange: probed.exchange.0,
            count: probed.count,
        }
    }
}

impl Step {
    fn of(step: &StepReport) -> Self {
        Self {
            number: step.number,
            verb: step.verb.clone(),
            activity: step.activity.clone(),
            note: step.note.clone(),
            left_out: step.left_out.clone(),
            exchanges: step
                .exchanges
                .iter()
                .map(|exchange| exchange.id.0)
                .collect(),
            probed: step.probed.iter().map(Probed::of).collect(),
            happened: step.happened.iter().map(Happened::of).collect(),
        }
    }
}
