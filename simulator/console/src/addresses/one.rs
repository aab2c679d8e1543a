//! One address.

use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use galleria_protocol::Family;
use galleria_scenarios::profile::Profile;

use super::form::Entered;
use super::keep;
use super::list::FormPage;
use super::reach::Reached;
use crate::app::App;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::Address;

#[derive(Template)]
#[template(path = "addresses/one.html")]
pub(super) struct Page {
    pub(super) frame: Frame,
    pub(super) address: Address,
    pub(super) book: Profile,
    pub(super) reached: Option<Reached>,
}

impl Page {
    /// The scenes that have a debug step.
    fn scenes(&self) -> Vec<&'static str> {
        crate::debugging::scenes(&self.book)
    }

    fn variable(&self) -> Option<&str> {
        self.address.key.variable()
    }

    /// The class of interfaces that the address's own key is for [v2 §2].
    fn class(&self) -> &'static str {
        match self.book.family {
            Family::Saas => "base interfaces",
            Family::OldLicence | Family::OnlineLicence | Family::LicenceCode => {
                "licence interfaces"
            }
        }
    }
}

pub(super) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let (address, book) = keep::find(&app, id).await.said(reader)?;
    reader.page(|frame| Page {
        frame,
        address,
        book,
        reached: None,
    })
}

pub(super) async fn edit(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let (address, _) = keep::find(&app, id).await.said(reader)?;
    ask(reader, id, Entered::of(&address), None)
}

fn ask(
    reader: Reader,
    id: i64,
    entered: Entered,
    wrong: Option<String>,
) -> Result<Response, Failure> {
    let action = format!("/addresses/{id}");
    FormPage::answer(
        reader,
        action,
        "Change a production address",
        entered,
        wrong,
        true,
    )
}

pub(super) async fn change(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    match keep::change(&app, id, &entered).await {
        Ok(()) => Ok(Redirect::to(&format!("/addresses/{id}")).into_response()),
        Err(failure) => {
            let wrong = failure.of_entry().said(reader)?;
            ask(reader, id, entered, Some(wrong))
        }
    }
}

pub(super) async fn remove(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    keep::remove(&app, id).await.said(reader)?;
    Ok(Redirect::to("/addresses").into_response())
}
