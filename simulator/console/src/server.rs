//! The socket and the routes.

use std::net::SocketAddr;

use axum::Router;
use axum::middleware::from_fn_with_state;
use tokio::net::TcpListener;

use crate::app::App;
use crate::settings::Settings;
use crate::store::StoreError;
use crate::{addresses, api, cases, checks, debugging, explain, guard, home, rules, site};

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

    /// Answers until `end`, then finishes what is under way.
    ///
    /// # Errors
    /// Where the socket breaks.
    pub async fn run_until(
        self,
        end: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), ConsoleError> {
        let Self { listener, app } = self;
        let router = router(app.clone());
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        let ended = async move {
            end.await;
            // The checks release what they bought before the console is gone.
            app.running.stop_all();
            app.ends.send_replace(true);
        };
        Ok(axum::serve(listener, service)
            .with_graceful_shutdown(ended)
            .await?)
    }
}

/// Every page behind the guard.
fn router(app: App) -> Router {
    Router::new()
        .merge(home::routes())
        .merge(addresses::routes())
        .merge(debugging::routes())
        .merge(cases::routes())
        .merge(checks::routes())
        .merge(rules::routes())
        .merge(api::routes())
        .merge(explain::routes())
        .merge(guard::routes())
        .merge(site::routes())
        .fallback(site::not_found)
        .layer(from_fn_with_state(app.clone(), guard::watch))
        .with_state(app)
}
