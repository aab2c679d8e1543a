//! One check.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use galleria_reports::RunReport;

use super::list::standing;
use super::progress::Progress;
use crate::app::App;
use crate::reports;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::{Check, Events};
use crate::under_way::Standing;

#[derive(Template)]
#[template(path = "checks/one.html")]
struct Page {
    frame: Frame,
    check: Check,
    standing: Standing,
    /// Where it is under way.
    progress: Option<Progress>,
    failed: Vec<Failed>,
    files: Vec<&'static str>,
    /// The check of the same address before this one.
    before: Option<i64>,
}

/// A rule that failed, in a few words.
struct Failed {
    id: String,
    name: String,
    count: usize,
    explanation: String,
}

pub(super) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let check = find(&app, id).await.said(reader)?;
    let progress = app.checks.progress(id);
    // A check that ended between the two looks is over.
    let check = if progress.is_none() {
        find(&app, id).await.said(reader)?
    } else {
        check
    };
    let before = app
        .store
        .check_before(id, check.begun.name.clone())
        .await
        .said(reader)?;
    let failed = if progress.is_none() {
        failed(&report(&app, id).await.said(reader)?)
    } else {
        Vec::new()
    };
    reader.page(|frame| Page {
        frame,
        standing: standing(&app, &check),
        check,
        progress,
        failed,
        files: reports::names(),
        before,
    })
}

/// The check of that number.
pub(crate) async fn find(app: &App, id: i64) -> Result<Check, Failure> {
    let found = app.store.check(id).await?;
    found.ok_or_else(|| Failure::absent("There is no such check."))
}

/// What came of a check, as far as it was recorded.
pub(crate) async fn report(app: &App, id: i64) -> Result<RunReport, Failure> {
    reports::folded(&app.store.record(Events::Checks, id).await?)
}

/// Removes a check that is over.
pub(crate) async fn forget(app: &App, id: i64) -> Result<(), Failure> {
    find(app, id).await?;
    if app.checks.find(id).is_some() {
        let told = "The check is under way: stop it first.";
        return Err(Failure::new(StatusCode::CONFLICT, told));
    }
    app.store.remove_check(id).await?;
    Ok(())
}

fn failed(report: &RunReport) -> Vec<Failed> {
    use galleria_reports::report::Standing;
    let concluded = report.conclude();
    let failed = concluded.standing(Standing::Failed);
    let one = |rule: &galleria_reports::report::RuleReport| Failed {
        id: rule.id().to_owned(),
        name: rule.name().to_owned(),
        count: rule.findings().len(),
        explanation: rule
            .findings()
            .first()
            .map(|finding| finding.explanation.clone())
            .unwrap_or_default(),
    };
    failed.map(one).collect()
}

pub(super) async fn stop(State(app): State<App>, Path(id): Path<i64>) -> Response {
    app.checks.stop(id);
    Redirect::to(&format!("/checks/{id}")).into_response()
}

pub(super) async fn remove(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    forget(&app, id).await.said(reader)?;
    Ok(Redirect::to("/checks").into_response())
}
