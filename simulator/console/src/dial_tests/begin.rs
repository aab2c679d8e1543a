//! Beginning a dial test, on a thread of its own.

use std::sync::Arc;

use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use galleria_scenarios::cases::Saved;
use galleria_scenarios::dial_test::{self, Layout, Length, Session};
use galleria_scenarios::event::Event;
use galleria_scenarios::profile::Profile;
use galleria_scenarios::record::{JsonLines, Kept, Recorder, Sink};
use galleria_scenarios::run::{MaxTime, Plan, Stop, run};
use galleria_scenarios::verdict::Verdict;
use serde::Deserialize;
use tokio::sync::watch;
use utoipa::ToSchema;

use super::outcome::Outcome;
use super::progress::{Live, Progress};
use crate::addresses;
use crate::app::App;
use crate::cases::of_book;
use crate::play::{Callee, apart};
use crate::random;
use crate::site::{Failure, Reader, Said as _};
use crate::store::{Begun, Events};
use crate::under_way::{Progress as Ends, UnderWay};

/// The most days.
const MOST: u32 = 366;

/// How long a dial test is.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DialTestWish)]
pub(crate) struct Wish {
    /// On so many days, 1 to 366, every case is called twice.
    #[schema(minimum = 1, maximum = 366)]
    pub(crate) days: u32,
    /// Decides the order of the calls; drawn where absent.
    #[serde(default)]
    pub(crate) seed: Option<u32>,
}

/// What a form asks for.
#[derive(Deserialize)]
pub(super) struct Entered {
    days: u32,
}

pub(super) async fn take(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let wish = Wish {
        days: entered.days,
        seed: None,
    };
    let number = begin(&app, id, &wish).await.said(reader)?;
    Ok(Redirect::to(&format!("/dial-tests/{number}")).into_response())
}

/// What is played.
struct Work {
    callee: Callee,
    plan: Plan,
    profile: Arc<Profile>,
    cases: Vec<Saved>,
    sessions: Arc<Vec<Session>>,
    layout: Arc<Layout>,
}

/// Begins a dial test of the saved cases of an address's profile; its number.
pub(crate) async fn begin(app: &App, id: i64, wish: &Wish) -> Result<i64, Failure> {
    let days = wish.days;
    if !(1..=MOST).contains(&days) {
        return Err(Failure::wrong("A dial test takes 1 to 366 days."));
    }
    let (address, book) = addresses::find(app, id).await?;
    if !app.dial_tests.has_room() {
        let told = "Too many dial tests are under way. Wait for one, or stop it.";
        return Err(Failure::wrong(told));
    }
    let profile = Arc::new(book);
    let cases = of_book(app, &profile)?;
    let drawn = random::short_seed().map_err(Failure::wrong)?;
    let seed = wish.seed.map_or(drawn, u64::from);
    let sessions = dial_test::schedule(Length::Days(days), cases.len(), seed);
    let layout = dial_test::layout(&cases, &sessions, &profile);
    let work = Work {
        callee: Callee::of(app, &address, &profile).map_err(Failure::wrong)?,
        plan: dial_test::plan(&profile, &cases, &layout, seed, None, MaxTime::Default),
        cases,
        profile,
        sessions: Arc::new(sessions),
        layout: Arc::new(layout),
    };
    let begun = Begun::at(&address, app.settings.clock.now());
    let kept = i64::try_from(seed).unwrap_or(i64::MAX);
    let number = app.store.begin_dial_test(begun, days, kept).await?;
    play(app.clone(), number, days, work);
    Ok(number)
}

fn play(app: App, number: i64, days: u32, work: Work) {
    let (told, progress) = watch::channel(Progress {
        planned: work.layout.steps.len(),
        days,
        ..Progress::default()
    });
    let stop = Stop::default();
    let under_way = UnderWay {
        stop: stop.clone(),
        progress,
    };
    app.dial_tests.add(number, under_way);
    tokio::spawn(async move {
        let live = Live {
            told: told.clone(),
            layout: Arc::clone(&work.layout),
            sessions: Arc::clone(&work.sessions),
            profile: Arc::clone(&work.profile),
        };
        let playing = app.clone();
        let done = apart(move || played(playing, number, work, live, stop)).await;
        let unable = "the system gives no thread for the call".to_owned();
        let (verdict, outcome) = match done.unwrap_or(Err(unable)) {
            Ok((verdict, outcome)) => (verdict, serde_json::to_string(&outcome).ok()),
            Err(why) => (("broken".to_owned(), why), None),
        };
        // Where even this cannot be kept, it stands as one that was cut off.
        let _ = app
            .store
            .end_dial_test(number, &verdict, outcome.as_deref());
        app.dial_tests.remove(number);
        told.send_modify(Ends::end);
    });
}

type Played = ((String, String), Outcome);

async fn played(
    app: App,
    number: i64,
    work: Work,
    live: Live,
    stop: Stop,
) -> Result<Played, String> {
    let record = app
        .store
        .recording(Events::DialTests, number)
        .map_err(|error| error.to_string())?;
    let (record, kept) = (
        JsonLines::new("the console's file", record),
        Kept::default(),
    );
    let sinks: Vec<Box<dyn Sink>> = vec![Box::new(record), Box::new(kept.clone()), Box::new(live)];
    let seat = work.callee.sit().map_err(|error| error.to_string())?;
    let done = run(&work.plan, seat, Recorder::new(sinks), stop).await;
    if let Some(failure) = done.sink_failures.first() {
        return Err(failure.to_string());
    }
    let (mut calls, mut stopped) = (Vec::new(), None);
    for event in kept.take_events() {
        match event {
            Event::Exchanged(call) => calls.push(*call),
            Event::RunFinished(finished) => stopped = finished.stopped,
            _ => {}
        }
    }
    let (sessions, layout) = (&work.sessions, &work.layout);
    let test = dial_test::fold(&calls, layout, sessions, work.cases.len(), &work.profile);
    let rules = done.conclusion.rules.iter();
    let failed = rules.filter(|rule| rule.verdict == Verdict::Fail);
    let failed = failed.map(|rule| rule.rule.id.clone()).collect();
    let outcome = Outcome::of(&test, &work.cases, &work.profile, failed);
    let verdict = outcome.verdict(done.conclusion.exit, stopped.as_ref());
    Ok((verdict, outcome))
}
