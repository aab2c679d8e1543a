//! The one stream of events of a run. Every report is a fold over it and nothing else.
//!
//! Events are saved a line each (see [`crate::record`]) and hold everything that a report needs,
//! so that a report can be drawn again from the file, also by a later version with other rules.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use galleria_marketplace::market::Billing;
use galleria_marketplace::open_api::CallBack;
use galleria_marketplace::transcript::{Exchange, ExchangeId};
use serde::{Deserialize, Serialize};

use crate::effect::Probed;
use crate::life_cycle::LifeCycle;
use crate::rehearsal::Happened;
use crate::rule::{Force, Judged, LeftOut, Play};

/// The version of the record's format. A reader refuses a newer one.
pub const FORMAT_VERSION: u32 = 1;

/// One thing that happened.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// The run begins; always the first event.
    RunStarted(Box<RunStarted>),
    /// A scenario begins.
    ScenarioStarted(ScenarioStarted),
    /// A step begins.
    StepStarted(StepStarted),
    /// A call was made, whatever came of it.
    Exchanged(Box<Exchange>),
    /// The effect probe counted the instances of an order.
    Probed {
        /// The scenario.
        scenario: String,
        /// The step, from 1.
        step: u32,
        /// What was asked and counted.
        #[serde(flatten)]
        probed: Probed,
    },
    /// The seller called an open API (V2).
    CalledBack(Box<CalledBack>),
    /// Something happened in a rehearsal.
    Happened {
        /// The scenario.
        scenario: String,
        /// The step, from 1.
        step: u32,
        /// What happened, and when.
        #[serde(flatten)]
        happened: Happened,
    },
    /// A step was not played.
    StepLeftOut {
        /// The scenario.
        scenario: String,
        /// The step, and why.
        #[serde(rename = "step")]
        left_out: LeftOut,
    },
    /// A scenario is over and judged.
    ScenarioFinished {
        /// The scenario.
        scenario: String,
        /// What each rule saw of it.
        judged: Vec<Judged>,
        /// What the rules knew beside what was recorded.
        #[serde(default, skip_serializing_if = "Circumstances::are_ordinary")]
        circumstances: Circumstances,
    },
    /// A scenario was not played at all.
    ScenarioLeftOut {
        /// The scenario.
        scenario: String,
        /// Why.
        reason: String,
    },
    /// How much of the life cycle was played; told before the end.
    LifeCycle(LifeCycle),
    /// The run is over; the last event of a run that was not killed.
    RunFinished(RunFinished),
}

/// What the rules know of a play beside what was recorded of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstances {
    /// Whether an order had been delivered in this run before this play began.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub delivered_before: bool,
    /// Whether the run was stopped while an instance was waited for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub waiting_cut_short: bool,
    /// Why the effect probe did not count everything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unprobed: Option<String>,
}

impl Circumstances {
    /// Those of that play.
    pub fn of(play: &Play) -> Self {
        Self {
            delivered_before: play.delivered_before,
            waiting_cut_short: play.waiting_cut_short,
            unprobed: play.unprobed.clone(),
        }
    }

    /// Whether there is nothing to know.
    pub fn are_ordinary(&self) -> bool {
        *self == Self::default()
    }
}

/// What a run sets out to do.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RunStarted {
    /// See [`FORMAT_VERSION`].
    pub format_version: u32,
    /// The tool's version.
    pub tool_version: String,
    /// The version of the rule set.
    pub rule_set: String,
    /// The run's id.
    pub id: String,
    /// The seed that decides what is played.
    pub seed: u64,
    /// When it began.
    pub started: DateTime<Utc>,
    /// The profile's name.
    pub profile: String,
    /// The profile as it is written, where it is a file of the user's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_profile: Option<String>,
    /// The billing mode.
    pub billing: Billing,
    /// The production address, or what stands for it.
    pub target: String,
    /// The weakest force whose failure fails the run.
    pub fail_on: Force,
    /// The rules, in order, with the reason where one does not apply.
    pub rules: Vec<PlannedRule>,
    /// The scenarios, in order.
    pub scenarios: Vec<PlannedScenario>,
    /// The failures that are known and excused.
    #[serde(default)]
    pub known_failures: Vec<KnownFailure>,
    /// Whether scenarios were left out by a selection, so that a known failure that was not seen may
    /// be one of theirs.
    #[serde(default)]
    pub part: bool,
    /// The least share of the life cycle's edges that is to be played, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_coverage: Option<u8>,
    /// Which share of the scenarios this is, where they were split up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shard: Option<Shard>,
    /// Whether it is a rehearsal: outages and retries in compressed time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rehearsal: bool,
    /// Where the user has published the book, whose pages reports then link; it ends with a slash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub book_url: Option<String>,
}

/// A share of the scenarios of a run that was split up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shard {
    /// Its number, from 1.
    pub number: u32,
    /// How many there are.
    pub of: u32,
}

impl std::fmt::Display for Shard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

/// A rule that a run holds its plays against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedRule {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its force.
    pub force: Force,
    /// What a run must hold for it to judge.
    pub needs: String,
    /// Why it does not apply to this run, where it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable: Option<String>,
    /// Why it does not apply to a seller of which it saw nothing, where that is the seller's choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unseen: Option<String>,
}

/// A scenario that a run sets out to play.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedScenario {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The file that it is written in; absent where it is in none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<ScenarioPlace>,
}

/// Where a scenario is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioPlace {
    /// The file: of the catalog by its path in galleria's source, of the user's own as it was named.
    pub file: String,
    /// The line of each step, from 1.
    pub lines: Vec<usize>,
}

/// A failure that the user knows of and excuses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownFailure {
    /// The rule's id.
    pub rule: String,
    /// The scenario in which it fails; in any where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<String>,
    /// Why it is excused.
    pub reason: String,
    /// The last day, in UTC, on which it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<NaiveDate>,
}

/// A scenario begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioStarted {
    /// Its id.
    pub scenario: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// How many steps it has, beside the clean-up.
    pub steps: u32,
}

/// A step begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepStarted {
    /// The scenario.
    pub scenario: String,
    /// The step, from 1.
    pub step: u32,
    /// The verb.
    pub verb: String,
    /// The activity that is called, where one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// What the marketplace does, for people.
    pub note: String,
}

/// The seller called an open API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalledBack {
    /// The scenario during which it came.
    pub scenario: String,
    /// The step behind or within which it came.
    pub step: u32,
    /// The exchange within which, or behind which, it came.
    pub exchange: ExchangeId,
    /// The call.
    pub call_back: CallBack,
}

/// A run is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunFinished {
    /// How long it took.
    pub elapsed_ms: u64,
    /// Why it did not play everything, where it did not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<Stopped>,
}

/// Why a run ended early.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Stopped {
    /// A person or the system asked it to.
    Interrupted,
    /// The time that it was given is over.
    TimeIsUp {
        /// The time, in seconds.
        limit_s: u64,
    },
    /// The seller answers so slowly that the rest would take too long.
    TooSlow {
        /// The time that was spent, in seconds.
        limit_s: u64,
    },
    /// The seller did not answer again and again.
    SellerGone {
        /// How many calls in a row had no answer.
        calls: u32,
        /// How the last one ended, for people.
        last: String,
    },
    /// The seller could not be taken down or brought up, as a rehearsal was to.
    NotRestarted {
        /// Why.
        reason: String,
    },
    /// A rule failed, and the run was asked to stop then.
    FirstFailure {
        /// The rule's id.
        rule: String,
    },
    /// As many rules failed as the run was asked to stop at.
    TooManyFailures {
        /// How many.
        failures: usize,
    },
}

impl std::fmt::Display for Stopped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Interrupted => f.write_str("the run was interrupted"),
            Self::TimeIsUp { limit_s } => {
                let limit = Duration::from_secs(*limit_s);
                write!(
                    f,
                    "the run's time of {limit:?} was over; give it more with --max-time"
                )
            }
            Self::TooSlow { limit_s } => {
                let limit = Duration::from_secs(*limit_s);
                write!(
                    f,
                    "the seller answers so slowly that the run was ended after {limit:?}; play on with --max-time"
                )
            }
            Self::SellerGone { calls, last } => {
                write!(
                    f,
                    "the seller did not answer {calls} calls in a row ({last})"
                )
            }
            Self::NotRestarted { reason } => f.write_str(reason),
            Self::FirstFailure { rule } => {
                write!(
                    f,
                    "{rule} failed and the run was to stop at the first failure"
                )
            }
            Self::TooManyFailures { failures } => {
                write!(
                    f,
                    "{failures} rules failed and the run was to stop at that many"
                )
            }
        }
    }
}
