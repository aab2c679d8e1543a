//! Beginning a check, on a thread of its own: what it does to a slow seller keeps no page waiting.

use std::sync::Arc;

use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use galleria_reports::ReportSink;
use galleria_scenarios::record::{JsonLines, Recorder, Sink};
use galleria_scenarios::run::{Plan, Stop, run};
use tokio::sync::watch;

use super::choice;
use super::progress::{Live, Progress};
use super::running::UnderWay;
use crate::addresses;
use crate::app::App;
use crate::play::{Callee, apart};
use crate::random;
use crate::site::{Failure, Reader};
use crate::store::{Address, NewCheck};

pub(super) async fn begin(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (address, book) = addresses::find(&app, reader, id).await?;
    let book = Arc::new(book);
    let ready = || -> Result<(Plan, Callee), String> {
        if !app.running.has_room() {
            return Err("Too many checks are under way. Wait for one, or stop it.".to_owned());
        }
        let plan = choice::plan(&book, address.billing, &fields, seed()?)?;
        Ok((plan, Callee::of(&app, &address, &book)?))
    };
    let (plan, callee) = match ready() {
        Ok(ready) => ready,
        Err(wrong) => return choice::ask(reader, address, &book, Some(wrong)),
    };
    let started = started(&app, &address);
    let number = app.store.begin_check(started).await;
    let number = number.map_err(|error| Failure::of_store(&error).said(reader))?;
    play(app, number, plan, callee);
    Ok(Redirect::to(&format!("/checks/{number}")).into_response())
}

/// A seed of six digits, as `check` draws one.
fn seed() -> Result<u64, String> {
    let bytes = random::bytes().map_err(|error| error.to_string())?;
    Ok(u64::from_le_bytes(bytes) % 1_000_000)
}

fn started(app: &App, address: &Address) -> NewCheck {
    NewCheck {
        name: address.name.clone(),
        url: address.url.clone(),
        profile: address.profile.clone(),
        billing: address.billing.name().to_owned(),
        started: app
            .settings
            .clock
            .now()
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
    }
}

fn play(app: App, number: i64, plan: Plan, callee: Callee) {
    let (told, progress) = watch::channel(Progress::default());
    let stop = Stop::default();
    app.running.add(
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
            let record = store.recording(number).map_err(|error| error.to_string())?;
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
        let (verdict, headline) = match done {
            Some(Ok(())) => {
                let concluded = report.take_report().conclude();
                (concluded.word().into_owned(), concluded.headline())
            }
            Some(Err(why)) => ("broken".to_owned(), why),
            None => (
                "broken".to_owned(),
                "the system gives no thread for the call".to_owned(),
            ),
        };
        // Where even this cannot be kept, the check stands as one that was cut off.
        let _ = app.store.end_check(number, &verdict, &headline);
        app.running.remove(number);
        told.send_modify(|progress| progress.over = true);
    });
}
