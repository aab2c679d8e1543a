//! Showing the form, making the request command, calling, saving the case.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::response::Response;
use galleria_marketplace::clock::Clock;
use galleria_marketplace::mint::Mint;
use galleria_protocol::Activity;
use galleria_scenarios::Billing;
use galleria_scenarios::cases::Case;
use galleria_scenarios::debugging::{self, Debugged};
use galleria_scenarios::profile::Profile;
use galleria_scenarios::run::Stop;
use serde::Deserialize;

use super::form::{self, Line};
use super::scene;
use super::told::{Sent, Told};
use crate::addresses;
use crate::app::App;
use crate::play::{Callee, apart};
use crate::random;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::Address;

#[derive(Template)]
#[template(path = "debugging/step.html")]
struct Page {
    frame: Frame,
    address: Address,
    scenes: Vec<&'static str>,
    scene: &'static str,
    billing: Billing,
    modes: Vec<Billing>,
    lines: Vec<Line>,
    wrong: Option<String>,
    command: Option<Sent>,
    told: Option<Told>,
    /// The name under which the case was kept.
    kept: Option<String>,
    /// The name that is offered for the case.
    name: String,
}

impl Page {
    fn is_shown(&self, scene: &str) -> bool {
        self.scene == scene
    }
}

/// What the form is filled with.
#[derive(Deserialize)]
pub(super) struct Wanted {
    billing: Option<String>,
    /// The name of a saved case.
    case: Option<String>,
}

/// What a button of the form did.
#[derive(Default)]
pub(crate) struct Done {
    wrong: Option<String>,
    pub(crate) command: Option<Sent>,
    pub(crate) told: Option<Told>,
    pub(crate) kept: Option<String>,
    name: Option<String>,
}

/// A scene of an address.
pub(crate) struct Place {
    pub(crate) address: Address,
    pub(crate) book: Arc<Profile>,
    pub(crate) activity: Activity,
}

impl Place {
    pub(crate) async fn find(app: &App, id: i64, scene: &str) -> Result<Self, Failure> {
        let (address, book) = addresses::find(app, id).await?;
        let activity = scene::activity(&book, scene).filter(|_| book.has_tests());
        let activity = activity.ok_or_else(|| {
            let id = &book.id;
            Failure::absent(format!(
                "Profile {id} has no debug step of a scene `{scene}`."
            ))
        })?;
        Ok(Self {
            address,
            book: Arc::new(book),
            activity,
        })
    }

    fn page(self, reader: Reader, case: &Case, done: Done) -> Result<Response, Failure> {
        reader.form(done.wrong.is_some(), |frame| Page {
            frame,
            scenes: scene::scenes(&self.book),
            scene: self.book.called(self.activity),
            billing: case.billing,
            modes: self.book.billing.keys().copied().collect(),
            lines: form::lines(&self.book, case),
            name: done.name.unwrap_or_else(|| case.name(&self.book)),
            address: self.address,
            wrong: done.wrong,
            command: done.command,
            told: done.told,
            kept: done.kept,
        })
    }
}

pub(super) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path((id, scene)): Path<(i64, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Failure> {
    let place = Place::find(&app, id, &scene).await.said(reader)?;
    let billing = wanted.billing.as_deref().and_then(Billing::from_name);
    let billing = billing.unwrap_or(place.address.billing);
    let mut done = Done::default();
    let case = match wanted.case {
        None => form::filled(&place.book, billing, place.activity),
        Some(name) => {
            let saved = app.cases.find(&name).map_err(|error| error.to_string());
            done.name = Some(name);
            saved.map(|saved| saved.case)
        }
    };
    let case = case.map_err(|told| Failure::absent(told).said(reader))?;
    place.page(reader, &case, done)
}

pub(super) async fn take(
    State(app): State<App>,
    reader: Reader,
    Path((id, scene)): Path<(i64, String)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let place = Place::find(&app, id, &scene).await.said(reader)?;
    let field = |wanted: &str| {
        fields
            .iter()
            .find(|(name, _)| name == wanted)
            .map(|(_, value)| value.as_str())
    };
    let billing = field("billing")
        .and_then(Billing::from_name)
        .unwrap_or(place.address.billing);
    let case = match form::entered(&place.book, billing, place.activity, &fields) {
        Ok(case) => case,
        Err(wrong) => {
            let case = form::filled(&place.book, billing, place.activity);
            let case = case.map_err(|told| Failure::absent(told).said(reader))?;
            return place.page(
                reader,
                &case,
                Done {
                    wrong: Some(wrong),
                    ..Done::default()
                },
            );
        }
    };
    let (action, name) = (
        field("do").unwrap_or_default(),
        field("name").unwrap_or_default(),
    );
    let done = act(&app, &place, &case, action, name, field("force").is_some()).await;
    let done = done.unwrap_or_else(|wrong| Done {
        wrong: Some(wrong),
        ..Done::default()
    });
    place.page(reader, &case, done)
}

/// Does what a button of the form says: `command`, `call` or `save`.
pub(crate) async fn act(
    app: &App,
    place: &Place,
    case: &Case,
    action: &str,
    name: &str,
    force: bool,
) -> Result<Done, String> {
    let callee = Callee::of(app, &place.address, &place.book)?;
    let holds_key = |value: &String| value.contains(callee.key.expose());
    if case.parameters.values().any(holds_key) {
        return Err("A value holds the access key, which no call may show.".to_owned());
    }
    if action == "command" {
        let command = command(&callee, case, &place.book)?;
        return Ok(Done {
            command: Some(command),
            ..Done::default()
        });
    }
    let saves = action == "save";
    let name = if name.trim().is_empty() {
        case.name(&place.book)
    } else {
        name.trim().to_owned()
    };
    if saves {
        app.cases
            .may_save(&name, force)
            .map_err(|error| error.to_string())?;
    }
    let debugged = call(callee, case.clone(), Arc::clone(&place.book)).await?;
    let exchange = debugged.exchange.as_ref().ok_or("the call was not made")?;
    let passes = debugged
        .checked
        .as_ref()
        .is_some_and(debugging::Checked::is_saved);
    let mut kept = None;
    if saves && passes {
        app.cases
            .save(&name, case, &place.book, force)
            .map_err(|error| error.to_string())?;
        kept = Some(name.clone());
    }
    let told = Told::of(&debugged, exchange, &place.book);
    Ok(Done {
        told: Some(told),
        kept,
        name: saves.then_some(name),
        ..Done::default()
    })
}

fn command(callee: &Callee, case: &Case, book: &Profile) -> Result<Sent, String> {
    let clock = Clock::system();
    let mut mint = Mint::new(random::seed()?, random::seed()?, "debug");
    let request = debugging::request(case, book, &callee.target, &callee.key, &clock, &mut mint);
    Ok(Sent::of(&request))
}

/// Makes the call of a case as the debug step does.
///
/// # Errors
/// Why there was no call, for people.
pub(crate) async fn call(
    callee: Callee,
    case: Case,
    book: Arc<Profile>,
) -> Result<Debugged, String> {
    let seed = random::seed()?;
    let done = apart(move || async move {
        let seat = callee.sit().map_err(|error| error.to_string())?;
        Ok::<_, String>(
            debugging::debug(&case, &book, seat, seed, None, Vec::new(), Stop::default()).await,
        )
    });
    done.await
        .unwrap_or_else(|| Err("the system gives no thread for the call".to_owned()))
}
