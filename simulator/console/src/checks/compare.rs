//! Two checks side by side.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use galleria_reports::diff::{Change, Changed, Diff, diff};
use serde::Deserialize;

use super::one::{find, report};
use crate::app::App;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::Check;

#[derive(Deserialize)]
pub(super) struct Wanted {
    before: i64,
    after: i64,
}

#[derive(Template)]
#[template(path = "checks/compare.html")]
struct Page {
    frame: Frame,
    before: Check,
    after: Check,
    diff: Diff,
}

impl Page {
    /// What changed, by what became of the rules.
    fn chapters(&self) -> Vec<(&'static str, &'static str, Vec<&Changed>)> {
        let all = Change::ALL.into_iter().map(|change| {
            let (title, class) = told(change);
            (title, class, self.diff.of(change).collect::<Vec<_>>())
        });
        all.filter(|(_, _, rules)| !rules.is_empty()).collect()
    }
}

fn told(change: Change) -> (&'static str, &'static str) {
    match change {
        Change::Broke => ("Broke", "bad"),
        Change::Worse => ("Failed before, with further mistakes now", "bad"),
        Change::StillFails => ("Still fail", "doubtful"),
        Change::Mended => ("Mended", "good"),
        Change::LostSight => ("Judged before, not judged now", "doubtful"),
        Change::NewlyJudged => ("Judged for the first time", "faint"),
    }
}

pub(super) async fn compare(
    State(app): State<App>,
    reader: Reader,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Failure> {
    let before = find(&app, wanted.before).await.said(reader)?;
    let after = find(&app, wanted.after).await.said(reader)?;
    let reports = (
        report(&app, before.id).await.said(reader)?,
        report(&app, after.id).await.said(reader)?,
    );
    let diff = reader.lang.speaking(|| diff(&reports.0, &reports.1));
    let diff =
        diff.map_err(|error| Failure::new(StatusCode::CONFLICT, error.to_string()).said(reader))?;
    reader.page(|frame| Page {
        frame,
        before,
        after,
        diff,
    })
}
