//! The pages of the dial tests.

use std::convert::Infallible;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse as _, Redirect, Response};
use futures_util::Stream;
use galleria_reports::lang::Lang;

use super::outcome::{Day, Outcome, Session};
use super::progress::Progress;
use crate::app::App;
use crate::reports;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::{DialTest, Events};
use crate::under_way::{Standing, telling};

/// How many are shown.
pub(crate) const SHOWN: u32 = 200;

#[derive(Template)]
#[template(path = "dial_tests/list.html")]
struct List {
    frame: Frame,
    lines: Vec<(DialTest, Standing)>,
}

#[derive(Template)]
#[template(path = "dial_tests/one.html")]
struct One {
    frame: Frame,
    test: DialTest,
    standing: Standing,
    /// Where it is under way.
    progress: Option<Progress>,
    outcome: Option<Outcome>,
    files: Vec<&'static str>,
    lang: Lang,
}

impl One {
    /// Whether the product would be hidden at the end of a day.
    fn hides(&self, day: &Day) -> bool {
        let outcome = self.outcome.as_ref();
        outcome.is_some_and(|outcome| outcome.hidden_on == Some(day.number))
    }

    /// What the platform says of the first failure of a session, in the language of the reader.
    fn said<'a>(&self, session: &'a Session) -> &'a str {
        let own = match self.lang {
            Lang::Zh => &session.said,
            Lang::En => &session.said_en,
        };
        let said = own.as_ref().or(session.said.as_ref());
        said.map_or("", String::as_str)
    }
}

/// How a dial test stands.
pub(crate) fn standing(app: &App, test: &DialTest) -> Standing {
    Standing::of(test.came.as_ref(), app.dial_tests.find(test.id).is_some())
}

/// The dial test of that number.
pub(crate) async fn find(app: &App, id: i64) -> Result<DialTest, Failure> {
    let found = app.store.dial_test(id).await?;
    found.ok_or_else(|| Failure::absent("There is no such dial test."))
}

/// Removes a dial test that is over.
pub(crate) async fn forget(app: &App, id: i64) -> Result<(), Failure> {
    find(app, id).await?;
    if app.dial_tests.find(id).is_some() {
        let told = "The dial test is under way: stop it first.";
        return Err(Failure::new(StatusCode::CONFLICT, told));
    }
    app.store.remove_dial_test(id).await?;
    Ok(())
}

pub(super) async fn list(State(app): State<App>, reader: Reader) -> Result<Response, Failure> {
    let tests = app.store.dial_tests(SHOWN).await.said(reader)?;
    let line = |test: DialTest| (test.clone(), standing(&app, &test));
    let lines = tests.into_iter().map(line).collect();
    reader.page(|frame| List { frame, lines })
}

pub(super) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    // One that ended between the two looks is over.
    let progress = app.dial_tests.progress(id);
    let test = find(&app, id).await.said(reader)?;
    let outcome = test.outcome.as_deref();
    let outcome = outcome.and_then(|outcome| serde_json::from_str(outcome).ok());
    reader.page(|frame| One {
        frame,
        standing: standing(&app, &test),
        outcome,
        progress: progress.filter(|_| test.came.is_none()),
        files: reports::names(),
        lang: reader.lang,
        test,
    })
}

pub(super) async fn live(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Failure> {
    find(&app, id).await.said(reader)?;
    let one = app.dial_tests.find(id);
    Ok(telling(app, one))
}

pub(super) async fn stop(State(app): State<App>, Path(id): Path<i64>) -> Response {
    app.dial_tests.stop(id);
    Redirect::to(&format!("/dial-tests/{id}")).into_response()
}

pub(super) async fn remove(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    forget(&app, id).await.said(reader)?;
    Ok(Redirect::to("/dial-tests").into_response())
}

pub(super) async fn file(
    State(app): State<App>,
    reader: Reader,
    Path((id, name)): Path<(i64, String)>,
) -> Result<Response, Failure> {
    find(&app, id).await.said(reader)?;
    let lines = app.store.record(Events::DialTests, id).await.said(reader)?;
    reports::drawn(reader, &name, lines)
}
