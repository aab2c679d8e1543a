//! One connection, on any byte stream.

use std::convert::Infallible;
use std::pin::pin;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use http::header::{CONNECTION, HeaderValue};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tower::ServiceExt;

use crate::seller::Seller;
use crate::wire::{Line, Slot, Wire};

/// Which connection a request came over.
#[derive(Clone, Copy, Debug)]
pub(super) struct ConnectionNumber(pub(super) u64);

impl Seller {
    /// Answers calls on one connection until either side ends it.
    ///
    /// `io` may be a socket or one end of `tokio::io::duplex`. A seller that has stopped
    /// listening ([`Seller::is_listening`]) drops `io` at once.
    ///
    /// Header names go out with capitals, `Body-Sign`: the marketplace compares that name letter
    /// for letter and refuses `Body-sign` [v1 §3, §8], while Rust's HTTP types keep all names in
    /// lower case. `title_case_headers` is hyper's switch for it; axum's own `serve` has none,
    /// and over HTTP/2 no server can do it.
    pub async fn serve_connection<S>(&self, io: S)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        if !self.is_listening() {
            return;
        }
        let _admitted = match self.behaviour().admission() {
            Some(turn) => Some(turn.await),
            None => None,
        };
        let slot = Slot::default();
        let line = TokioIo::new(Line::new(io, slot.clone()));
        let router = self.router();
        let number = ConnectionNumber(self.next_connection());
        let service = service_fn(move |mut request: http::Request<Incoming>| {
            request.extensions_mut().insert(number);
            respond(router.clone(), slot.clone(), request)
        });
        let mut connection = pin!(
            http1::Builder::new()
                .title_case_headers(true)
                // The clock on the wall would make two equal runs differ.
                .auto_date_header(false)
                .header_read_timeout(None)
                .serve_connection(line, service)
        );
        // How a connection ends is the peer's to judge; there is nobody here to tell.
        tokio::select! {
            _ = connection.as_mut() => return,
            () = self.listening().stopped() => {}
        }
        connection.as_mut().graceful_shutdown();
        let _ = connection.await;
    }
}

async fn respond(
    router: Router,
    slot: Slot,
    request: http::Request<Incoming>,
) -> Result<Response, Infallible> {
    let mut response = router.oneshot(request.map(Body::new)).await?;
    let wire = response
        .extensions_mut()
        .remove::<Wire>()
        .unwrap_or_default();
    if wire.ends_connection() {
        response
            .headers_mut()
            .insert(CONNECTION, HeaderValue::from_static("close"));
    }
    slot.put(wire);
    Ok(response)
}
