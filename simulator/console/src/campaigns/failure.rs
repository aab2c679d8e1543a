//! One failure of a campaign.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use galleria_reports::{step_in_words, visible};
use galleria_scenarios::fuzz::crash::{self, Crash};
use galleria_scenarios::profile;

use super::again::Replay;
use super::one;
use crate::app::App;
use crate::reports;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::{Address, Campaign, Failing};

#[derive(Template)]
#[template(path = "campaigns/failure.html")]
struct Page {
    frame: Frame,
    campaign: Campaign,
    failing: Failing,
    crash: Crash,
    /// Where it can be played again, the address of the campaign first.
    at: Vec<Address>,
    replay: Option<Replay>,
}

impl Page {
    fn steps(&self) -> impl Iterator<Item = String> {
        let steps = self.crash.scenario.steps.iter();
        steps.map(|step| step_in_words(&self.crash.scenario, step))
    }

    /// Where it shows, and what was there: a seller has a hand in both.
    fn place(&self) -> String {
        visible(&self.failing.is.place).into_owned()
    }

    fn actual(&self) -> String {
        visible(&self.failing.is.actual).into_owned()
    }

    /// What was answered, by step.
    fn answers(&self) -> impl Iterator<Item = (u32, String)> {
        let answers = self.crash.answers.iter();
        answers.map(|(step, told)| (*step, visible(told).into_owned()))
    }
}

pub(super) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path((id, number)): Path<(i64, i64)>,
) -> Result<Response, Failure> {
    page(&app, reader, id, number, None).await
}

/// The page of a failure, with what came of playing it again.
pub(super) async fn page(
    app: &App,
    reader: Reader,
    id: i64,
    number: i64,
    replay: Option<Replay>,
) -> Result<Response, Failure> {
    let campaign = one::find(app, id).await.said(reader)?;
    let failing = find(app, id, number).await.said(reader)?;
    let crash = read(&failing).said(reader)?;
    let mut at = app.store.addresses().await.said(reader)?;
    at.retain(|address| fits(&crash, address));
    at.sort_by_key(|address| address.name != campaign.begun.name);
    reader.page(|frame| Page {
        frame,
        campaign,
        failing,
        crash,
        at,
        replay,
    })
}

/// Whether a history can be played at an address.
fn fits(crash: &Crash, address: &Address) -> bool {
    profile::find(&address.profile).is_ok_and(|book| {
        crash
            .scenario
            .is_for(book.family, book.api, address.billing)
    })
}

/// The failure of that number.
pub(crate) async fn find(app: &App, id: i64, number: i64) -> Result<Failing, Failure> {
    one::find(app, id).await?;
    let all = app.store.failures(id).await?;
    let found = all.into_iter().find(|failing| failing.number == number);
    found.ok_or_else(|| Failure::absent("There is no such failure of this campaign."))
}

/// The history of a failure.
pub(crate) fn read(failing: &Failing) -> Result<Crash, Failure> {
    let read = crash::parse(&failing.is.name, &failing.is.name, &failing.is.history);
    read.map_err(|error| Failure::absent(error.to_string()))
}

pub(super) async fn file(
    State(app): State<App>,
    reader: Reader,
    Path((id, number)): Path<(i64, i64)>,
) -> Result<Response, Failure> {
    let failing = find(&app, id, number).await.said(reader)?;
    let name = format!("{}.toml", failing.is.name);
    Ok(reports::kept(&name, failing.is.history))
}
