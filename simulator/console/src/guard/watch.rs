//! In front of every page.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::http::header::HOST;
use axum::http::uri::Authority;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::login::{self, Shown};
use super::{headers, host, origin};
use crate::api::{self, Problem};
use crate::app::App;
use crate::site::{ASSETS, Failure, Reader};

/// Lets a request through to its page, or says why not.
pub(crate) async fn watch(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = match refusal(&app, &request) {
        Some(refusal) => refusal,
        None => next.run(request).await,
    };
    headers::add(&mut response);
    response
}

fn refusal(app: &App, request: &Request) -> Option<Response> {
    let reader = Reader::of(request.headers());
    let path = request.uri().path();
    let is_program = path.starts_with(api::PREFIX);
    let failure = |status, told: &'static str| {
        let failure = Failure::new(status, told);
        Some(if is_program {
            Problem::from(failure).into_response()
        } else {
            failure.said(reader).into_response()
        })
    };
    let called = request
        .headers()
        .get(HOST)
        .and_then(|host| host.to_str().ok());
    let called = called.or_else(|| request.uri().authority().map(Authority::as_str));
    let Some(called) = called.filter(|host| host::is_ours(host, &app.settings.hosts)) else {
        return failure(
            StatusCode::MISDIRECTED_REQUEST,
            "The console is not called by this name. Use localhost or its address, or start it with --host NAME.",
        );
    };
    if !origin::may(request.method(), request.headers(), called) {
        return failure(
            StatusCode::FORBIDDEN,
            "The request comes from a page of another site, and nothing was done. Use the forms of the console itself.",
        );
    }
    let is_open = path == login::PATH || path.starts_with(ASSETS) || path == "/language";
    if is_open {
        return None;
    }
    match login::entry(app, request.headers(), from(request)) {
        Shown::Right => return None,
        Shown::TooOften => return failure(StatusCode::TOO_MANY_REQUESTS, login::TOO_OFTEN),
        Shown::Wrong => {}
    }
    if request.method().is_safe() && !is_program {
        return Some(Redirect::to(login::PATH).into_response());
    }
    failure(
        StatusCode::UNAUTHORIZED,
        "The console asks for its token first: sign in, or send it in the header Authorization: Bearer.",
    )
}

/// Who asks.
fn from(request: &Request) -> IpAddr {
    let known = request.extensions().get::<ConnectInfo<SocketAddr>>();
    known.map_or(Ipv4Addr::UNSPECIFIED.into(), |known| known.0.ip())
}
