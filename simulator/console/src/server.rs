//! The socket and the routes.

use std::future::IntoFuture as _;
use std::net::SocketAddr;

use axum::Router;
use axum::middleware::from_fn_with_state;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::app::App;
use crate::settings::Settings;
use crate::store::StoreError;
use crate::{
    addresses, api, campaigns, cases, checks, debugging, dial_tests, explain, guard, home, market,
    messages, rules, site,
};

/// A console that listens.
#[derive(Debug)]
pub struct Console {
    listener: TcpListener,
    app: App,
}

/// Why a console cannot start.
#[derive(Debug, thiserror::Error)]
pub enum ConsoleError {
    /// Everybody who reaches the machine could use it.
    #[error(
        "{0} is reached by others than this machine, so the console there needs a token that its users \
         show: put one of at least 16 characters into an environment variable and name it with --token-env"
    )]
    Exposed(SocketAddr),
    /// The socket is not to be had.
    #[error("cannot listen on {address}: {reason}; choose another --listen")]
    Unbound {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        reason: std::io::Error,
    },
    /// What the console keeps is not to be had.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The socket broke.
    #[error("the listening socket: {0}")]
    Broken(#[from] std::io::Error),
}

impl Console {
    /// Listens at an address. Must be called inside a runtime.
    ///
    /// # Errors
    /// Where the address is taken, or is not this machine's alone and there is no token.
    pub async fn bind(address: SocketAddr, settings: Settings) -> Result<Self, ConsoleError> {
        if !address.ip().is_loopback() && settings.token.is_none() {
            return Err(ConsoleError::Exposed(address));
        }
        let app = App::open(settings)?;
        let bound = TcpListener::bind(address).await;
        let listener = bound.map_err(|reason| ConsoleError::Unbound { address, reason })?;
        Ok(Self { listener, app })
    }

    /// Where it listens.
    ///
    /// # Errors
    /// Where the system does not say.
    pub fn local_addr(&self) -> Result<SocketAddr, ConsoleError> {
        Ok(self.listener.local_addr()?)
    }

    /// Answers until the first signal; what is under way is finished, checks release what they bought. At the
    /// second signal they stop at once.
    ///
    /// # Errors
    /// Where the socket breaks.
    pub async fn run_until<Signal>(
        self,
        signal: impl Fn() -> Signal + Send + 'static,
    ) -> Result<(), ConsoleError>
    where
        Signal: Future<Output = ()> + Send,
    {
        let Self { listener, app } = self;
        let service = router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
        let (first, running) = (signal(), app.clone());
        let ends = app.ends.subscribe();
        let served = axum::serve(listener, service).with_graceful_shutdown(is_true(ends));
        let stopping = async move {
            first.await;
            running.ends.send_replace(true);
            stop_all(&running);
            tokio::select! {
                () = are_over(&running) => {}
                () = signal() => {
                    stop_all(&running);
                    are_over(&running).await;
                }
            }
        };
        let (served, ()) = tokio::join!(served.into_future(), stopping);
        Ok(served?)
    }
}

fn stop_all(app: &App) {
    app.checks.stop_all();
    app.campaigns.stop_all();
    app.dial_tests.stop_all();
    app.shops.stop_all();
}

async fn are_over(app: &App) {
    tokio::join!(
        app.checks.are_over(),
        app.campaigns.are_over(),
        app.dial_tests.are_over(),
        app.shops.are_closed()
    );
}

async fn is_true(mut told: watch::Receiver<bool>) {
    // The sender lives in the console, which outlives its socket.
    let _ = told.wait_for(|told| *told).await;
}

/// Every page behind the guard.
fn router(app: App) -> Router {
    Router::new()
        .merge(home::routes())
        .merge(addresses::routes())
        .merge(debugging::routes())
        .merge(cases::routes())
        .merge(checks::routes())
        .merge(campaigns::routes())
        .merge(dial_tests::routes())
        .merge(market::routes())
        .merge(messages::routes())
        .merge(rules::routes())
        .merge(api::routes())
        .merge(explain::routes())
        .merge(guard::routes())
        .merge(site::routes())
        .fallback(site::not_found)
        .layer(from_fn_with_state(app.clone(), guard::watch))
        .with_state(app)
}
