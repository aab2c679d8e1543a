//! Beginning a check, on a thread of its own: what it does to a slow seller keeps no page waiting.

use std::sync::Arc;

use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use galleria_reports::ReportSink;
use galleria_scenarios::record::{JsonLines, Recorder, Sink};
use galleria_scenarios::run::{Plan, Stop, run};
use tokio::sync::watch;

use super::choice::{self, Choice};
use super::progress::{Live, Progress};
use crate::addresses;
use crate::app::App;
use crate::play::{Callee, apart};
use crate::random;
use crate::site::{Failure, Reader, Said as _};
use crate::store::{Begun, Ended, Events};
use crate::under_way::{Progress as Ends, UnderWay};

/// Begins what a form chose.
pub(super) async fn take(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    match begin(&app, id, &Choice::of_form(fields)).await {
        Ok(number) => Ok(Redirect::to(&format!("/checks/{number}")).into_response()),
        Err(failure) => {
            let wrong = failure.of_entry().said(reader)?;
            let (address, book) = addresses::find(&app, id).await.said(reader)?;
            choice::ask(reader, address, &book, Some(wrong))
        }
    }
}

/// Begins a check of an address; its number.
pub(crate) async fn begin(app: &App, id: i64, choice: &Choice) -> Result<i64, Failure> {
    let (address, book) = addresses::find(app, id).await?;
    let book = Arc::new(book);
    if !app.checks.has_room() {
        let told = "Too many checks are under way. Wait for one, or stop it.";
        return Err(Failure::wrong(told));
    }
    let seed = random::short_seed().map_err(Failure::wrong)?;
    let plan = choice
        .plan(&book, address.billing, seed)
        .map_err(Failure::wrong)?;
    let mut callee = Callee::of(app, &address, &book).map_err(Failure::wrong)?;
    if choice.kit {
        let with_kit = callee.with_kit(app, &address, &book);
        callee = with_kit.map_err(Failure::wrong)?;
    }
    let begun = Begun::at(&address, app.settings.clock.now());
    let number = app.store.begin_check(begun).await?;
    play(app.clone(), number, plan, callee);
    Ok(number)
}

fn play(app: App, number: i64, plan: Plan, callee: Callee) {
    let (told, progress) = watch::channel(Progress::default());
    let stop = Stop::default();
    app.checks.add(
        number,
        UnderWay {
            stop: stop.clone(),
            progress,
        },
    );
    tokio::spawn(async move {
        let report = ReportSink::default();
        let (store, live, folded) = (app.store.clone(), Live(told.clone()), report.clone());
        let done = apart(move || async move {
            let record = store
                .recording(Events::Checks, number)
                .map_err(|error| error.to_string())?;
            let record = JsonLines::new("the console's file", record);
            let sinks: Vec<Box<dyn Sink>> =
                vec![Box::new(record), Box::new(folded), Box::new(live)];
            let seat = callee.sit().map_err(|error| error.to_string())?;
            let outcome = run(&plan, seat, Recorder::new(sinks), stop).await;
            match outcome.sink_failures.first() {
                Some(failure) => Err(failure.to_string()),
                None => Ok(()),
            }
        })
        .await;
        let unable = "the system gives no thread for the call".to_owned();
        let ended = match done.unwrap_or(Err(unable)) {
            Ok(()) => {
                let concluded = report.take_report().conclude();
                Ended {
                    verdict: concluded.word().into_owned(),
                    headline: concluded.headline(),
                    counts: Some((
                        of_rules(concluded.counts.pass),
                        of_rules(concluded.counts.fail),
                    )),
                }
            }
            Err(why) => Ended {
                verdict: "broken".to_owned(),
                headline: why,
                counts: None,
            },
        };
        // Where even this cannot be kept, the check stands as one that was cut off.
        let _ = app.store.end_check(number, &ended);
        app.checks.remove(number);
        told.send_modify(Ends::end);
    });
}

/// There are some hundred rules.
fn of_rules(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
