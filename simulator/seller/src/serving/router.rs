//! The HTTP surface: one path, GET only [v1 §1].

use std::future;

use axum::Extension;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::connection::ConnectionNumber;
use crate::call::Call;
use crate::handling;
use crate::seller::Seller;
use crate::waiting;
use crate::wire::Wire;

impl Seller {
    /// The seller as an axum router: GET on any path that ends in the configured one. Any other
    /// path is 404, any other method 405.
    ///
    /// The answer's [`Wire`] travels in the response's extensions; [`Seller::serve_connection`]
    /// acts on it. Over a bare router only those forms have an effect that touch no bytes.
    pub fn router(&self) -> Router {
        Router::new().fallback_service(get(answer).with_state(self.clone()))
    }
}

async fn answer(
    State(seller): State<Seller>,
    connection: Option<Extension<ConnectionNumber>>,
    uri: Uri,
    RawQuery(query): RawQuery,
) -> Response {
    if !uri.path().ends_with(seller.path()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let connection = connection.map_or(0, |Extension(number)| number.0);
    let call = Call::new(&seller, connection, query.unwrap_or_default());
    let behaviour = seller.behaviour();
    let _turn = match behaviour.turn(&call) {
        Some(turn) => Some(turn.await),
        None => None,
    };
    let outcome = handling::answer(&call);
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
