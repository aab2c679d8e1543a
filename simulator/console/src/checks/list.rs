//! The history of checks.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::trend::Trend;
use crate::app::App;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::{Address, Check};
use crate::under_way::Standing;

/// How many are shown.
pub(crate) const SHOWN: u32 = 200;

/// How many are looked at for the trends.
const COUNTED: u32 = 1000;

#[derive(Template)]
#[template(path = "checks/list.html")]
struct Page {
    frame: Frame,
    addresses: Vec<Address>,
    lines: Vec<Line>,
    trends: Vec<Trend>,
}

pub(super) struct Line {
    pub(super) check: Check,
    pub(super) standing: Standing,
}

/// How a check stands.
pub(crate) fn standing(app: &App, check: &Check) -> Standing {
    let is_under_way = app.checks.find(check.id).is_some();
    Standing::of(check.came.as_ref(), is_under_way)
}

pub(super) async fn list(State(app): State<App>, reader: Reader) -> Result<Response, Failure> {
    let addresses = app.store.addresses().await.said(reader)?;
    let checks = app.store.checks(SHOWN).await.said(reader)?;
    let counted = app.store.counted(COUNTED).await.said(reader)?;
    reader.page(|frame| Page {
        frame,
        trends: Trend::all(counted),
        addresses,
        lines: checks
            .into_iter()
            .map(|check| Line {
                standing: standing(&app, &check),
                check,
            })
            .collect(),
    })
}
