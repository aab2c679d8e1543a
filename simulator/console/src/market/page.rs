//! The page of a market.

use std::time::Duration;

use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use galleria_protocol::Api;
use galleria_reports::life_cycle_picture;
use galleria_scenarios::life_cycle::Scene;
use galleria_scenarios::profile::Profile;
use galleria_scenarios::rules;
use galleria_scenarios::run::{Bought, Membership, Retries, Sight};
use serde::Deserialize;

use super::asked::{Question, questions};
use super::deed::{Belonging, Wish, act, belong, close};
use super::deed_of;
use super::line::Line;
use super::shops::seen;
use crate::addresses;
use crate::app::App;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::Address;

/// The calls that are shown, of those that the market tells.
const SHOWN: usize = 20;
/// A delivery that is made again within this time is waited for.
const SOON: Duration = Duration::from_secs(30);

#[derive(Template)]
#[template(path = "market/market.html")]
struct Page {
    frame: Frame,
    address: Address,
    wrong: Option<String>,
    /// Whether the call of an order tells that it is a trial.
    has_trials: bool,
    /// Where the open APIs are while the market is open.
    open_api: Option<String>,
    sight: Sight,
    /// The purchase that is looked at.
    chosen: Option<Chosen>,
    /// The latest calls, the latest one first.
    calls: Vec<Line>,
    findings: Vec<Found>,
    /// What the seller asked the identity centre, the latest first.
    questions: Vec<Question>,
}

impl Page {
    /// What the customer may do with what is looked at: names and words.
    fn deeds(&self) -> Vec<(&'static str, &'static str)> {
        let chosen = self.chosen.as_ref();
        let enterprise = chosen.and_then(|chosen| chosen.bought.enterprise.as_ref());
        let next = enterprise.map_or(&[][..], |enterprise| &enterprise.next);
        let named = |one: &Membership| (one.name(), deed_of(*one));
        next.iter().map(named).collect()
    }

    /// Whether the page is worth another look soon; otherwise it leaves whoever fills in its forms alone.
    fn is_moving(&self) -> bool {
        let mut due = self.sight.due.iter();
        self.sight.under_way || due.any(|again| again.within < SOON)
    }
}

/// The purchase that is looked at.
struct Chosen {
    bought: Bought,
    scenes: Vec<&'static str>,
    picture: String,
}

/// A rule that found something.
struct Found {
    id: String,
    name: &'static str,
    explanation: String,
    fix: String,
}

/// The purchase that is to be looked at.
#[derive(Deserialize)]
pub(super) struct Wanted {
    order: Option<String>,
}

/// What a form asks for; an empty name is none.
#[derive(Deserialize)]
pub(super) struct Entered {
    #[serde(default)]
    purchase: String,
    #[serde(default)]
    customer: String,
    scene: Scene,
    way: galleria_scenarios::life_cycle::Way,
    retries: Retries,
    trial: Option<String>,
}

pub(super) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Failure> {
    let (address, book) = addresses::find(&app, id).await.said(reader)?;
    draw(&app, reader, address, &book, wanted.order, None)
}

pub(super) async fn take(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let named = |name: String| Some(name).filter(|name| !name.is_empty());
    let purchase = named(entered.purchase);
    let wish = Wish {
        purchase: purchase.clone(),
        customer: named(entered.customer),
        scene: entered.scene,
        way: Some(entered.way),
        retries: Some(entered.retries),
        trial: entered.trial.is_some(),
    };
    let done = act(&app, id, wish).await;
    answer(&app, reader, id, purchase, done).await
}

/// Back to the page of the purchase, or what was wrong.
async fn answer(
    app: &App,
    reader: Reader,
    id: i64,
    purchase: Option<String>,
    done: Result<String, Failure>,
) -> Result<Response, Failure> {
    match done {
        Ok(purchase) => {
            let order: String = url::form_urlencoded::byte_serialize(purchase.as_bytes()).collect();
            let back = format!("/addresses/{id}/market?order={order}");
            Ok(Redirect::to(&back).into_response())
        }
        Err(failure) => {
            let wrong = failure.of_entry().said(reader)?;
            let (address, book) = addresses::find(app, id).await.said(reader)?;
            draw(app, reader, address, &book, purchase, Some(wrong))
        }
    }
}

/// What a customer does with the application that was bought.
#[derive(Deserialize)]
pub(super) struct Entering {
    purchase: String,
    membership: Membership,
}

pub(super) async fn enter(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
    Form(entering): Form<Entering>,
) -> Result<Response, Failure> {
    let purchase = entering.purchase.clone();
    let wish = Belonging {
        purchase: entering.purchase,
        membership: entering.membership,
    };
    let done = belong(&app, id, wish).await;
    answer(&app, reader, id, Some(purchase), done).await
}

pub(super) async fn leave(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    close(&app, id).await.said(reader)?;
    Ok(Redirect::to(&format!("/addresses/{id}/market")).into_response())
}

fn draw(
    app: &App,
    reader: Reader,
    address: Address,
    book: &Profile,
    order: Option<String>,
    wrong: Option<String>,
) -> Result<Response, Failure> {
    let id = address.id;
    let sight = seen(app, id);
    let open_api = app.settings.open_api.as_ref();
    let is_v2 = book.api == Api::V2;
    reader.form(wrong.is_some(), |frame| Page {
        frame,
        address,
        wrong,
        has_trials: !is_v2,
        open_api: open_api
            .filter(|_| is_v2)
            .map(|(at, _)| format!("http://{at}")),
        chosen: chosen(&sight, order),
        calls: sight.calls.iter().rev().take(SHOWN).map(Line::of).collect(),
        findings: findings(&sight),
        questions: questions(app, id, &sight),
        sight,
    })
}

/// The purchase of that name, or the latest one.
fn chosen(sight: &Sight, order: Option<String>) -> Option<Chosen> {
    let named = order.and_then(|name| sight.bought.iter().find(|one| one.name == name));
    let bought = named.or(sight.bought.last())?.clone();
    Some(Chosen {
        scenes: bought.scenes().map(Scene::name).collect(),
        picture: life_cycle_picture(&bought.life),
        bought,
    })
}

/// The first thing that each rule found.
fn findings(sight: &Sight) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (id, finding) in &sight.findings {
        if found.iter().all(|known| known.id != *id) {
            found.push(Found {
                id: id.clone(),
                name: rules::find(id).map_or("", |rule| rule.name),
                explanation: finding.explanation.clone(),
                fix: finding.fix.clone(),
            });
        }
    }
    found
}
