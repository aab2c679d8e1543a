//! Showing the token.

use std::net::{IpAddr, SocketAddr};

use askama::Template;
use axum::Router;
use axum::extract::{ConnectInfo, Form, State};
use axum::http::header::{AUTHORIZATION, COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use cookie::{Cookie, SameSite};
use serde::Deserialize;

use super::session::LIFE;
use crate::app::App;
use crate::settings::Token;
use crate::site::{Failure, Frame, Reader, filters};

const SESSION: &str = "galleria-session";
/// What is told to who guessed too often.
pub(super) const TOO_OFTEN: &str =
    "Too many wrong tokens came from this address. Try again in a minute.";
/// Where the token is shown.
pub(super) const PATH: &str = "/login";

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route(PATH, get(ask).post(enter))
        .route("/logout", post(leave))
}

#[derive(Template)]
#[template(path = "login.html")]
struct Page {
    frame: Frame,
    wrong: bool,
}

#[derive(Deserialize)]
struct Typed {
    token: String,
}

async fn ask(reader: Reader) -> Result<Response, Failure> {
    reader.page(|frame| Page {
        frame,
        wrong: false,
    })
}

async fn enter(
    State(app): State<App>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let Some(token) = &app.settings.token else {
        return Ok(Redirect::to("/").into_response());
    };
    match show(&app, token, &typed.token, from.ip()) {
        Shown::Right => {}
        Shown::Wrong => {
            let page = reader.page(|frame| Page { frame, wrong: true })?;
            return Ok((StatusCode::UNAUTHORIZED, page).into_response());
        }
        Shown::TooOften => {
            let failure = Failure::new(StatusCode::TOO_MANY_REQUESTS, TOO_OFTEN);
            return Err(failure.said(reader));
        }
    }
    let session = app.sessions.begin(app.settings.clock.now()).map_err(|_| {
        let told = "The system gives no randomness, so that no session can begin.";
        Failure::new(StatusCode::INTERNAL_SERVER_ERROR, told).said(reader)
    })?;
    Ok((set(&kept(session)), Redirect::to("/")).into_response())
}

async fn leave(State(app): State<App>, headers: HeaderMap) -> Response {
    if let Some(session) = session(&headers) {
        app.sessions.end(&session);
    }
    let mut gone = kept(String::new());
    gone.make_removal();
    (set(&gone), Redirect::to(PATH)).into_response()
}

fn kept(session: String) -> Cookie<'static> {
    Cookie::build((SESSION, session))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .max_age(cookie::time::Duration::seconds(LIFE.num_seconds()))
        .build()
}

fn set(cookie: &Cookie<'_>) -> AppendHeaders<[(axum::http::HeaderName, String); 1]> {
    AppendHeaders([(SET_COOKIE, cookie.to_string())])
}

/// What comes of showing a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// It is the right one.
    Right,
    /// It is another one, or none is shown.
    Wrong,
    /// So many were wrong that nobody looks at this one.
    TooOften,
}

fn show(app: &App, token: &Token, shown: &str, from: IpAddr) -> Shown {
    let now = app.settings.clock.now();
    if !app.attempts.may_try(from, now) {
        return Shown::TooOften;
    }
    if token.is(shown) {
        return Shown::Right;
    }
    app.attempts.failed(from, now);
    Shown::Wrong
}

/// Whether a request may see the pages: with a session, or, as programs do, with the token itself.
pub(super) fn entry(app: &App, headers: &HeaderMap, from: IpAddr) -> Shown {
    let Some(token) = &app.settings.token else {
        return Shown::Right;
    };
    let now = app.settings.clock.now();
    if session(headers).is_some_and(|id| app.sessions.is_open(&id, now)) {
        return Shown::Right;
    }
    let sent = headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok());
    let bearer = sent.and_then(|value| value.strip_prefix("Bearer "));
    bearer.map_or(Shown::Wrong, |shown| show(app, token, shown, from))
}

/// Whether a browser holds a session, over or not.
pub(crate) fn has_session(headers: &HeaderMap) -> bool {
    session(headers).is_some()
}

fn session(headers: &HeaderMap) -> Option<String> {
    cookie(headers, SESSION)
}

/// The value of a cookie.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let given = headers.get_all(COOKIE).into_iter();
    let texts = given.filter_map(|value| value.to_str().ok());
    let mut cookies = texts.flat_map(Cookie::split_parse).filter_map(Result::ok);
    let found = cookies.find(|cookie| cookie.name() == name)?;
    Some(found.value().to_owned())
}
