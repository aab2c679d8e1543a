//! One address.

use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use galleria_scenarios::profile::{self, Profile};

use super::form::Entered;
use super::list::FormPage;
use super::reach::Reached;
use crate::app::App;
use crate::site::{Failure, Frame, Reader, filters};
use crate::store::{Address, KeyAt, StoreError};

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
        match &self.address.key {
            KeyAt::Variable(name) => Some(name),
            KeyAt::Sealed(_) => None,
        }
    }
}

/// The address of that number with its rule book.
pub(crate) async fn find(
    app: &App,
    reader: Reader,
    id: i64,
) -> Result<(Address, Profile), Failure> {
    let found = app.store.address(id).await;
    let found = found.map_err(|error| Failure::of_store(&error).said(reader))?;
    let address = found
        .ok_or_else(|| Failure::absent("There is no such production address.").said(reader))?;
    let book = profile::find(&address.profile);
    let book = book.map_err(|error| Failure::absent(error.to_string()).said(reader))?;
    Ok((address, book))
}

pub(super) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let (address, book) = find(&app, reader, id).await?;
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
    let (address, _) = find(&app, reader, id).await?;
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
    let (before, _) = find(&app, reader, id).await?;
    let understood = match entered.understood(&app) {
        Ok(understood) => understood,
        Err(wrong) => return ask(reader, id, entered, Some(wrong)),
    };
    let changed = Address {
        id,
        name: understood.name,
        url: understood.url,
        profile: understood.profile,
        billing: understood.billing,
        key: understood.key.unwrap_or(before.key),
    };
    match app.store.change_address(changed).await {
        Ok(_) => Ok(Redirect::to(&format!("/addresses/{id}")).into_response()),
        Err(taken @ StoreError::Taken(_)) => ask(reader, id, entered, Some(taken.to_string())),
        Err(error) => Err(Failure::of_store(&error).said(reader)),
    }
}

pub(super) async fn remove(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let removed = app.store.remove_address(id).await;
    removed.map_err(|error| Failure::of_store(&error).said(reader))?;
    Ok(Redirect::to("/addresses").into_response())
}
