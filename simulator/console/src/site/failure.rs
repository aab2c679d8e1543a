//! A page that says what went wrong.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use super::filters;
use super::frame::Frame;
use super::reader::Reader;
use crate::store::StoreError;

/// What went wrong, and with which status it is answered.
#[derive(Debug)]
pub(crate) struct Failure {
    status: StatusCode,
    told: String,
    reader: Option<Reader>,
}

#[derive(Template)]
#[template(path = "failure.html")]
struct Page<'a> {
    frame: Frame,
    title: &'static str,
    told: &'a str,
}

impl Failure {
    pub(crate) fn new(status: StatusCode, told: impl Into<String>) -> Self {
        Self {
            status,
            told: told.into(),
            reader: None,
        }
    }

    /// Something in what was entered is wrong.
    pub(crate) fn wrong(told: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, told)
    }

    /// What is wrong with what was entered; another failure is left as it is.
    ///
    /// # Errors
    /// Where it is another failure.
    pub(crate) fn of_entry(self) -> Result<String, Self> {
        if self.status == StatusCode::UNPROCESSABLE_ENTITY {
            Ok(self.told)
        } else {
            Err(self)
        }
    }

    pub(crate) fn status(&self) -> StatusCode {
        self.status
    }

    pub(crate) fn told(&self) -> &str {
        &self.told
    }

    /// Nothing of that name.
    pub(crate) fn absent(told: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, told)
    }

    /// The same in the language of whoever asked.
    pub(crate) fn said(self, reader: Reader) -> Self {
        Self {
            reader: Some(reader),
            ..self
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Taken(_) => Self::wrong(error.to_string()),
            _ => Self::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
        }
    }
}

/// What may fail, told in the language of whoever asked.
pub(crate) trait Said<T> {
    /// # Errors
    /// The failure, in that language.
    fn said(self, reader: Reader) -> Result<T, Failure>;
}

impl<T, E: Into<Failure>> Said<T> for Result<T, E> {
    fn said(self, reader: Reader) -> Result<T, Failure> {
        self.map_err(|failure| failure.into().said(reader))
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let title = match self.status {
            StatusCode::NOT_FOUND => "Not found",
            status if status.is_client_error() => "Not done",
            _ => "Something is wrong with the console",
        };
        let drawn = self.reader.and_then(|reader| {
            let page = Page {
                frame: Frame(reader),
                title,
                told: &self.told,
            };
            reader.lang.speaking(|| page.render()).ok()
        });
        // A page that cannot be drawn is told in words alone.
        let body = match drawn {
            Some(page) => Html(page).into_response(),
            None => self.told.into_response(),
        };
        (self.status, body).into_response()
    }
}
