//! What a test asks beside the production interface: how many instances an order has.

use std::io;
use std::net::SocketAddr;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::routing::get;
use std::collections::BTreeMap;
use tokio::net::{TcpListener, ToSocketAddrs};

use crate::seller::Seller;

/// Where the effects are told.
pub const EFFECTS_PATH: &str = "/galleria/instances";

/// Where a licence code is entered, as a buyer does.
pub const ACTIVATION_PATH: &str = "/galleria/activation";

/// A listener of its own that tells how many instances an order has, so that nothing of it is mixed
/// into the production interface.
#[derive(Debug)]
pub struct Effects {
    listener: TcpListener,
    router: Router,
}

impl Effects {
    /// Binds `address`; port 0 takes a free one.
    pub async fn bind(address: impl ToSocketAddrs, seller: Seller) -> io::Result<Effects> {
        let router = Router::new()
            .route(EFFECTS_PATH, get(count))
            .route(ACTIVATION_PATH, get(activate))
            .with_state(seller);
        Ok(Effects {
            listener: TcpListener::bind(address).await?,
            router,
        })
    }

    /// The address that was bound.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves for ever.
    pub async fn run(self) -> io::Result<()> {
        axum::serve(self.listener, self.router).await
    }
}

async fn count(
    State(seller): State<Seller>,
    Query(query): Query<BTreeMap<String, String>>,
) -> (StatusCode, String) {
    let Some(order) = query.get("orderId") else {
        return (StatusCode::BAD_REQUEST, "orderId is missing\n".to_owned());
    };
    (StatusCode::OK, format!("{}\n", seller.instances_of(order)))
}

async fn activate(
    State(seller): State<Seller>,
    Query(query): Query<BTreeMap<String, String>>,
) -> (StatusCode, String) {
    let Some(code) = query.get("license") else {
        return (StatusCode::BAD_REQUEST, "license is missing\n".to_owned());
    };
    match seller.enter_licence_code(code).await {
        Ok(()) => (StatusCode::OK, "activated\n".to_owned()),
        Err(error) => (StatusCode::BAD_GATEWAY, format!("{error}\n")),
    }
}

impl Seller {
    /// How many instances an order has made.
    pub fn instances_of(&self, order: &str) -> usize {
        self.store().instances_of(order)
    }
}
