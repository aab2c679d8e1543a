//! Which messages there are.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use galleria_reports::visible;
use galleria_scenarios::messages::{Message, MessageError, MessageFolder, MessageState};
use serde::Deserialize;

use crate::app::App;
use crate::site::{Failure, Frame, Reader, Said as _, filters};

#[derive(Template)]
#[template(path = "messages/list.html")]
struct Page {
    frame: Frame,
    folder: String,
    /// Whether delivered ones are left out.
    open: bool,
    messages: Vec<(String, Message)>,
}

#[derive(Template)]
#[template(path = "messages/one.html")]
struct One {
    frame: Frame,
    id: String,
    message: Message,
}

impl Page {
    fn is_open(message: &Message) -> bool {
        message.state == MessageState::Failed
    }

    /// What came of the last call, which a seller says.
    fn came(message: &Message) -> String {
        let last = message.calls.last();
        last.map_or_else(String::new, |call| shown(&call.came))
    }
}

impl One {
    fn calls(&self) -> impl Iterator<Item = (&str, String)> {
        let calls = self.message.calls.iter();
        calls.map(|call| (call.at.as_str(), shown(&call.came)))
    }

    fn values(&self) -> impl Iterator<Item = (String, String)> {
        let values = self.message.parameters.iter();
        values.map(|(name, value)| (shown(name), shown(value)))
    }
}

/// A text of a file or a seller, as it is shown.
fn shown(text: &str) -> String {
    visible(text).into_owned()
}

/// Which ones are wanted.
#[derive(Deserialize)]
pub(super) struct Wanted {
    state: Option<MessageState>,
}

pub(super) async fn list(
    State(app): State<App>,
    reader: Reader,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Failure> {
    let mut messages = all(&app).said(reader)?;
    if let Some(state) = wanted.state {
        messages.retain(|(_, message)| message.state == state);
    }
    reader.page(|frame| Page {
        frame,
        folder: app.settings.messages.display().to_string(),
        open: wanted.state == Some(MessageState::Failed),
        messages,
    })
}

pub(super) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let message = read(&app, &id).said(reader)?;
    reader.page(|frame| One { frame, id, message })
}

pub(super) async fn take_away(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    remove(&app, &id).said(reader)?;
    Ok(Redirect::to("/deliveries").into_response())
}

/// Every message with its id, those that are not delivered first.
pub(crate) fn all(app: &App) -> Result<Vec<(String, Message)>, Failure> {
    let folder = folder(app);
    let mut messages = Vec::new();
    for id in folder.ids().map_err(absent)? {
        let message = folder.read(&id).map_err(absent)?;
        messages.push((id, message));
    }
    messages.sort_by_key(|(_, message)| message.state == MessageState::Delivered);
    Ok(messages)
}

/// The message of that id.
pub(crate) fn read(app: &App, id: &str) -> Result<Message, Failure> {
    folder(app).read(id).map_err(absent)
}

/// Removes a message.
pub(crate) fn remove(app: &App, id: &str) -> Result<(), Failure> {
    folder(app).remove(id).map_err(absent)
}

pub(super) fn folder(app: &App) -> MessageFolder {
    MessageFolder::new(&app.settings.messages)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it stands where an error is turned into another"
)]
fn absent(error: MessageError) -> Failure {
    Failure::absent(shown(&error.to_string()))
}
