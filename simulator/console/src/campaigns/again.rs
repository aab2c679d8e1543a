//! A failing history once more, as `galleria replay` plays it.

use std::sync::Arc;

use axum::extract::{Form, Path, State};
use axum::response::Response;
use galleria_reports::visible;
use galleria_scenarios::fuzz::crash::Crash;
use galleria_scenarios::fuzz::judge::Bench;
use galleria_scenarios::fuzz::replay::{Replayed, replay};
use galleria_scenarios::run::{Plan, Stage, Stop};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::failure;
use crate::addresses;
use crate::app::App;
use crate::checks;
use crate::play::{Callee, apart};
use crate::random;
use crate::site::{Failure, Reader};

/// Where it is played.
#[derive(Deserialize)]
pub(super) struct Wanted {
    address: i64,
}

/// What came of playing a failing history once more.
#[derive(Serialize, ToSchema)]
pub(crate) struct Replay {
    /// `FIXED`, `FAILED` as before, `CHANGED` where something else fails, or `UNREACHABLE`.
    pub(crate) verdict: &'static str,
    /// How many plays failed.
    pub(crate) failed: u32,
    /// How many plays there were: more than one where the failure came and went.
    pub(crate) of: u32,
    /// What fails now.
    pub(crate) failures: Vec<Fails>,
    /// The first answer that is not as it was.
    pub(crate) differs: Option<Differs>,
}

/// A rule that fails in a replay.
#[derive(Serialize, ToSchema)]
pub(crate) struct Fails {
    pub(crate) rule: String,
    pub(crate) step: u32,
    /// Where in the answer.
    pub(crate) place: String,
    pub(crate) explanation: String,
    pub(crate) fix: String,
}

/// An answer that is not as it was.
#[derive(Serialize, ToSchema)]
pub(crate) struct Differs {
    pub(crate) step: u32,
    pub(crate) was: String,
    pub(crate) is: String,
}

impl Replay {
    fn of(replayed: Replayed) -> Self {
        let calls = &replayed.play.exchanges;
        let is_unreachable =
            !calls.is_empty() && calls.iter().all(|call| call.ended.is_unreachable());
        let (failed, of) = replayed.failed;
        Self {
            verdict: if is_unreachable {
                "UNREACHABLE"
            } else {
                replayed.verdict.name()
            },
            failed,
            of,
            failures: replayed
                .failures
                .into_iter()
                .map(|failure| Fails {
                    rule: failure.rule,
                    step: failure.finding.step,
                    place: visible(&failure.finding.place).into_owned(),
                    explanation: failure.finding.explanation,
                    fix: failure.finding.fix,
                })
                .collect(),
            differs: replayed.differing.map(|(step, was, is)| Differs {
                step,
                was: visible(&was).into_owned(),
                is: visible(&is).into_owned(),
            }),
        }
    }

    /// The class of the style.
    pub(super) fn class(&self) -> &'static str {
        match self.verdict {
            "FIXED" => "good",
            "FAILED" => "bad",
            _ => "doubtful",
        }
    }

    /// What that means.
    pub(super) fn meaning(&self) -> &'static str {
        match self.verdict {
            "FIXED" => "the failure is gone",
            "FAILED" => "it fails as it did",
            "CHANGED" => "something else fails, or elsewhere",
            _ => "the seller could not be reached",
        }
    }
}

pub(super) async fn take(
    State(app): State<App>,
    reader: Reader,
    Path((id, number)): Path<(i64, i64)>,
    Form(wanted): Form<Wanted>,
) -> Result<Response, Failure> {
    let replayed = again(&app, id, number, wanted.address).await;
    let replayed = replayed.map_err(|failure| failure.said(reader))?;
    failure::page(&app, reader, id, number, Some(replayed)).await
}

/// Plays the history of a failure at an address.
pub(crate) async fn again(
    app: &App,
    id: i64,
    number: i64,
    address: i64,
) -> Result<Replay, Failure> {
    let failing = failure::find(app, id, number).await?;
    let crash = failure::read(&failing)?;
    let (address, book) = addresses::find(app, address).await?;
    if !crash
        .scenario
        .is_for(book.family, book.api, address.billing)
    {
        let told = "This history has calls that the profile of that address does not have.";
        return Err(Failure::wrong(told));
    }
    let book = Arc::new(book);
    let seed = random::seed().map_err(Failure::wrong)?;
    let plan = checks::Choice::default().plan(&book, address.billing, seed);
    let plan = plan.map_err(Failure::wrong)?;
    let callee = Callee::of(app, &address, &book).map_err(Failure::wrong)?;
    let played = apart(move || played(plan, callee, crash)).await;
    let unable = "the system gives no thread for the call".to_owned();
    let replayed = played.unwrap_or(Err(unable)).map_err(Failure::wrong)?;
    Ok(Replay::of(replayed))
}

async fn played(plan: Plan, callee: Callee, crash: Crash) -> Result<Replayed, String> {
    let seat = callee.sit().map_err(|error| error.to_string())?;
    let bench = Bench::new(&plan, &seat.target, seat.equipment());
    let stage = Stage::new(&plan, seat, Stop::default(), 0);
    Ok(replay(&stage, &bench, &crash, None).await)
}
