//! The run: what it set out to do and how it ended.

use chrono::SecondsFormat;
use galleria_scenarios::event::{self, RunStarted};
use schemars::JsonSchema;
use serde::Serialize;

use super::names::{Billing, Force, RunVerdict};
use crate::report::{Concluded, RunReport};

/// The run.
#[derive(Serialize, JsonSchema)]
pub(super) struct Run {
    /// Its id.
    id: String,
    /// The seed that decides what is played.
    seed: u64,
    /// When it began, in UTC.
    #[schemars(extend("format" = "date-time"))]
    started: String,
    /// How long it took, in milliseconds; up to its last call where the record was cut off.
    elapsed_ms: u64,
    /// The marketplace's rule book, such as `cn-v1`.
    profile: String,
    /// How the product is charged.
    billing: Billing,
    /// The production address, or what stands for it.
    target: String,
    /// The weakest force whose failure fails the run.
    fail_on: Force,
    /// Whether scenarios were left out by a selection.
    part: bool,
    /// The share of the scenarios that this is, such as `2/5`; null where they were not split up.
    shard: Option<String>,
    /// The verdict.
    verdict: RunVerdict,
    /// The exit code that goes with it.
    exit_code: u8,
    /// Why not everything was played; null where it was.
    stopped: Option<Stopped>,
}

/// Why not everything was played.
#[derive(Serialize, JsonSchema)]
struct Stopped {
    /// The kind of end.
    why: Why,
    /// The same in a sentence.
    reason: String,
}

/// The kind of end that a run came to before its own.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Why {
    /// A person or the system asked it to.
    Interrupted,
    /// The time that it was given was over.
    TimeIsUp,
    /// The seller answered so slowly that the rest would have taken too long.
    TooSlow,
    /// The seller did not answer again and again.
    SellerGone,
    /// The seller could not be taken down or brought up, as a rehearsal was to.
    NotRestarted,
    /// A rule failed, and the run was asked to stop then.
    FirstFailure,
    /// As many rules failed as the run was asked to stop at.
    TooManyFailures,
    /// The record ends in the middle of the run, as a kill leaves it.
    CutOff,
}

impl Run {
    pub(super) fn of(report: &RunReport, run: &RunStarted, concluded: &Concluded) -> Self {
        let stopped = concluded.stopped.as_ref().map(|reason| Stopped {
            why: why(report),
            reason: reason.clone(),
        });
        Self {
            id: run.id.clone(),
            seed: run.seed,
            started: run.started.to_rfc3339_opts(SecondsFormat::Millis, true),
            elapsed_ms: u64::try_from(report.elapsed().as_millis()).unwrap_or(u64::MAX),
            profile: run.profile.clone(),
            billing: run.billing.into(),
            target: run.target.clone(),
            fail_on: run.fail_on.into(),
            part: run.part,
            shard: run.shard.map(|shard| shard.to_string()),
            verdict: concluded.verdict.into(),
            exit_code: concluded.exit.number(),
            stopped,
        }
    }
}

fn why(report: &RunReport) -> Why {
    let stopped = report
        .finished
        .as_ref()
        .and_then(|finished| finished.stopped.as_ref());
    match stopped {
        Some(event::Stopped::Interrupted) => Why::Interrupted,
        Some(event::Stopped::TimeIsUp { .. }) => Why::TimeIsUp,
        Some(event::Stopped::TooSlow { .. }) => Why::TooSlow,
        Some(event::Stopped::SellerGone { .. }) => Why::SellerGone,
        Some(event::Stopped::NotRestarted { .. }) => Why::NotRestarted,
        Some(event::Stopped::FirstFailure { .. }) => Why::FirstFailure,
        Some(event::Stopped::TooManyFailures { .. }) => Why::TooManyFailures,
        None => Why::CutOff,
    }
}
