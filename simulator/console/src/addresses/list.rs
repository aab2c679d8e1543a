//! Every address, and a new one.

use askama::Template;
use axum::extract::{Form, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use galleria_protocol::kit::secret::OaepHash;
use galleria_scenarios::Billing;
use galleria_scenarios::profile;

use super::form::Entered;
use super::keep;
use crate::app::App;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::Address;

#[derive(Template)]
#[template(path = "addresses/list.html")]
struct Page {
    frame: Frame,
    addresses: Vec<Address>,
}

/// The form of an address, a new one or one that is kept.
#[derive(Template)]
#[template(path = "addresses/form.html")]
pub(super) struct FormPage {
    pub(super) frame: Frame,
    /// Where the form goes.
    pub(super) action: String,
    pub(super) title: &'static str,
    pub(super) entered: Entered,
    pub(super) wrong: Option<String>,
    /// Whether a key is kept, which stays where none is entered.
    pub(super) has_key: bool,
    pub(super) profiles: Vec<&'static str>,
    pub(super) modes: [Billing; 4],
    pub(super) hashes: [&'static str; 3],
}

impl FormPage {
    pub(super) fn answer(
        reader: Reader,
        action: String,
        title: &'static str,
        entered: Entered,
        wrong: Option<String>,
        has_key: bool,
    ) -> Result<Response, Failure> {
        reader.form(wrong.is_some(), |frame| Self {
            frame,
            action,
            title,
            entered,
            wrong,
            has_key,
            profiles: profile::names(),
            modes: Billing::ALL,
            hashes: OaepHash::ALL.map(OaepHash::name),
        })
    }
}

pub(super) async fn list(State(app): State<App>, reader: Reader) -> Result<Response, Failure> {
    let addresses = app.store.addresses().await.said(reader)?;
    reader.page(|frame| Page { frame, addresses })
}

pub(super) async fn new(reader: Reader) -> Result<Response, Failure> {
    let entered = Entered {
        profile: "cn-v1".to_owned(),
        ..Entered::default()
    };
    ask(reader, entered, None)
}

fn ask(reader: Reader, entered: Entered, wrong: Option<String>) -> Result<Response, Failure> {
    FormPage::answer(
        reader,
        "/addresses".to_owned(),
        "Add a production address",
        entered,
        wrong,
        false,
    )
}

pub(super) async fn add(
    State(app): State<App>,
    reader: Reader,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    match keep::add(&app, &entered).await {
        Ok(id) => Ok(Redirect::to(&format!("/addresses/{id}")).into_response()),
        Err(failure) => {
            let wrong = failure.of_entry().said(reader)?;
            ask(reader, entered, Some(wrong))
        }
    }
}
