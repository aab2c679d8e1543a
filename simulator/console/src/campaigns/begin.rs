//! Beginning a campaign, on a thread of its own.

use std::sync::Arc;

use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use galleria_reports::ReportSink;
use galleria_scenarios::event::Stopped;
use galleria_scenarios::fuzz::campaign::{Outcome, Settings, campaign};
use galleria_scenarios::record::{JsonLines, Recorder, Sink};
use galleria_scenarios::run::{Plan, Stop};
use galleria_scenarios::verdict::RunVerdict;
use tokio::sync::watch;

use super::choice::{self, Choice};
use super::progress::{Following, Progress};
use crate::addresses;
use crate::app::App;
use crate::play::{Callee, apart};
use crate::random;
use crate::site::{Failure, Reader, Said as _};
use crate::store::{Begun, Events};
use crate::under_way::{Progress as Ends, UnderWay};

/// Begins what a form chose.
pub(super) async fn take(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let begun = match Choice::of_form(fields) {
        Ok(choice) => begin(&app, id, &choice).await,
        Err(wrong) => Err(Failure::wrong(wrong)),
    };
    match begun {
        Ok(number) => Ok(Redirect::to(&format!("/campaigns/{number}")).into_response()),
        Err(failure) => {
            let wrong = failure.of_entry().said(reader)?;
            let (address, book) = addresses::find(&app, id).await.said(reader)?;
            choice::ask(reader, address, &book, Some(wrong))
        }
    }
}

/// Begins a campaign at an address; its number.
pub(crate) async fn begin(app: &App, id: i64, choice: &Choice) -> Result<i64, Failure> {
    let (address, book) = addresses::find(app, id).await?;
    let book = Arc::new(book);
    if !app.campaigns.has_room() {
        let told = "Too many campaigns are under way. Wait for one, or stop it.";
        return Err(Failure::wrong(told));
    }
    let settings = choice.settings().map_err(Failure::wrong)?;
    let asked = choice.seed().map_err(Failure::wrong)?;
    let seed = match asked {
        Some(seed) => seed,
        None => random::short_seed().map_err(Failure::wrong)?,
    };
    let plan = choice
        .plan(&book, address.billing, seed)
        .map_err(Failure::wrong)?;
    let callee = Callee::of(app, &address, &book).map_err(Failure::wrong)?;
    let begun = Begun::at(&address, app.settings.clock.now());
    // The choice is refused where it is greater.
    let seed = i64::try_from(seed).unwrap_or(i64::MAX);
    let number = app.store.begin_campaign(begun, seed).await?;
    play(app.clone(), number, plan, settings, callee);
    Ok(number)
}

/// What came of a campaign: its verdict's name, a clause, and in how many histories each failure was seen.
struct Came {
    word: String,
    headline: String,
    seen: Vec<u64>,
}

fn play(app: App, number: i64, plan: Plan, settings: Settings, callee: Callee) {
    let timed = settings.max_time.filter(|_| settings.cases == u64::MAX);
    let begun = Progress {
        most: timed.map_or(settings.cases, |limit| limit.as_secs()),
        ..Progress::default()
    };
    let (told, progress) = watch::channel(begun);
    let stop = Stop::default();
    app.campaigns.add(
        number,
        UnderWay {
            stop: stop.clone(),
            progress,
        },
    );
    let following = Following {
        told: told.clone(),
        store: app.store.clone(),
        campaign: number,
        book: Arc::clone(&plan.profile),
        timed: timed.is_some(),
        lost: None,
    };
    tokio::spawn(async move {
        let work = move || to_its_end(following, plan, settings, callee, stop);
        let done = apart(work).await;
        let broken = |headline| Came {
            word: "broken".to_owned(),
            headline,
            seen: Vec::new(),
        };
        let came = match done {
            Some(came) => came.unwrap_or_else(broken),
            None => broken("the system gives no thread for the call".to_owned()),
        };
        // Where even this cannot be kept, the campaign stands as one that was cut off.
        let ended = (came.word.as_str(), came.headline.as_str());
        let _ = app.store.end_campaign(number, ended, &came.seen);
        app.campaigns.remove(number);
        told.send_modify(Ends::end);
    });
}

async fn to_its_end(
    mut following: Following,
    plan: Plan,
    settings: Settings,
    callee: Callee,
    stop: Stop,
) -> Result<Came, String> {
    let record = following
        .store
        .recording(Events::Campaigns, following.campaign)
        .map_err(|error| error.to_string())?;
    let report = ReportSink::default();
    let sinks: Vec<Box<dyn Sink>> = vec![
        Box::new(JsonLines::new("the console's file", record)),
        Box::new(report.clone()),
    ];
    let seat = callee.sit().map_err(|error| error.to_string())?;
    let mut seats = move || seat.clone();
    let recorder = Recorder::new(sinks);
    let playing = campaign(
        &plan,
        &settings,
        &mut seats,
        recorder,
        &stop,
        &mut following,
    );
    let outcome = Box::pin(playing).await;
    if let Some(failure) = outcome.sink_failures.first() {
        return Err(failure.to_string());
    }
    if let Some(error) = following.lost {
        return Err(error.to_string());
    }
    Ok(came(&outcome, &report))
}

fn came(outcome: &Outcome, report: &ReportSink) -> Came {
    let verdict = outcome.conclusion.verdict;
    let is_held = matches!(outcome.stopped, Some(Stopped::TimeIsUp { .. }))
        && outcome.status.cases > 0
        && verdict == RunVerdict::NothingJudged;
    let (histories, calls) = (outcome.status.cases, outcome.status.calls);
    let seen = outcome.found.iter().map(|found| found.seen);
    let told = |word: &str, failures: usize| {
        let headline =
            format!("{histories} histories, {calls} calls, {failures} distinct failures");
        (word.to_owned(), headline)
    };
    let (word, headline) = match verdict {
        RunVerdict::Unreachable => {
            let concluded = report.take_report().conclude();
            let headline = concluded.headline();
            return Came {
                word: concluded.word().into_owned(),
                headline,
                // A seller that was never there has no failures.
                seen: Vec::new(),
            };
        }
        _ if !outcome.found.is_empty() => told("fail", outcome.found.len()),
        _ if outcome.stopped == Some(Stopped::Interrupted) => told("interrupted", 0),
        _ if is_held => told("pass", 0),
        _ => told(&report.take_report().conclude().word(), 0),
    };
    Came {
        word,
        headline,
        seen: seen.collect(),
    }
}
