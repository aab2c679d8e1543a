//! The HTTP surface: one path, GET for V1, POST for V2 [v1 §1, v2 §1].

use std::future;

use axum::Extension;
use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use bytes::Bytes;
use galleria_protocol::Api;

use super::connection::ConnectionNumber;
use crate::agents;
use crate::call::Call;
use crate::handling;
use crate::kit::{self, Arrived};
use crate::licence;
use crate::login;
use crate::open_api;
use crate::reading::Received;
use crate::seller::Seller;
use crate::waiting;
use crate::wire::Wire;

impl Seller {
    /// The seller as an axum router: GET and POST on any path that ends in the configured one, and the kit's
    /// addresses below it; GET on the addresses of the login; both on those of agents. Any other
    /// path is 404, any other method 405.
    ///
    /// The answer's [`Wire`] travels in the response's extensions; [`Seller::serve_connection`]
    /// acts on it. Over a bare router only those forms have an effect that touch no bytes.
    pub fn router(&self) -> Router {
        let both = get(answer_v1).merge(post(answer_v2));
        Router::new().fallback_service(both.with_state(self.clone()))
    }
}

type Connection = Option<Extension<ConnectionNumber>>;

async fn answer_v1(seller: State<Seller>, connection: Connection, head: Parts) -> Response {
    answer(Api::V1, seller, connection, &head, Bytes::new()).await
}

async fn answer_v2(
    seller: State<Seller>,
    connection: Connection,
    head: Parts,
    body: Bytes,
) -> Response {
    answer(Api::V2, seller, connection, &head, body).await
}

async fn answer(
    api: Api,
    State(seller): State<Seller>,
    connection: Connection,
    head: &Parts,
    body: Bytes,
) -> Response {
    if let Some((api, call)) =
        kit::arrived(&seller, head.uri.path()).filter(|_| head.method == Method::POST)
    {
        let (headers, at) = (head.headers.clone(), seller.now());
        let arrived = Arrived {
            api,
            call,
            headers,
            body,
            at,
        };
        return kit::answer(&seller, &arrived);
    }
    let path = head.uri.path();
    let notice = api == Api::V2 && path.ends_with(&seller.notice_config().path);
    if !notice && !path.ends_with(seller.path()) {
        let page = match head.method {
            _ if agents::is_backend(head.uri.path()) => {
                Some(agents::answer(&seller, head, &body).await)
            }
            Method::GET => login::visit(&seller, head).await,
            _ => None,
        };
        return page.unwrap_or_else(|| StatusCode::NOT_FOUND.into_response());
    }
    let content_type = head.headers.get(CONTENT_TYPE);
    let content_type = content_type.map(|value| String::from_utf8_lossy(value.as_bytes()));
    let received = Received {
        api,
        query: head.uri.query().unwrap_or_default().to_owned(),
        body,
        content_type: content_type.unwrap_or_default().into_owned(),
        at: seller.now(),
        notice,
    };
    let connection = connection.map_or(0, |Extension(number)| number.0);
    let mut call = Call::new(&seller, connection, received);
    call.order = open_api::ask(&call).await;
    let behaviour = seller.behaviour();
    let _turn = match behaviour.turn(&call) {
        Some(turn) => Some(turn.await),
        None => None,
    };
    open_api::push(&call).await;
    let outcome = handling::answer(&call);
    open_api::start_meter(&call, &outcome);
    licence::issue(&call, &outcome).await;
    let delay = behaviour.delay(&call);
    if !delay.is_zero() {
        waiting::pause(delay).await;
    }
    let wire = behaviour.wire(&call, &outcome);
    if wire == Wire::Silence {
        future::pending::<()>().await;
    }
    if wire == Wire::StopListening {
        seller.listening().stop().await;
    }
    let mut response = crate::reply::compose(&call, &outcome).into_response();
    response.extensions_mut().insert(wire);
    response
}
