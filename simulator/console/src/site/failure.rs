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

    /// Nothing of that name.
    pub(crate) fn absent(told: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, told)
    }

    /// What cannot be kept or found again.
    pub(crate) fn of_store(error: &StoreError) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string())
    }

    /// The same in the language of whoever asked.
    pub(crate) fn said(self, reader: Reader) -> Self {
        Self {
            reader: Some(reader),
            ..self
        }
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
