//! Whether the seller is there.

use std::net::SocketAddr;
use std::time::Duration;

use galleria_marketplace::clock::Clock;
use tokio::net::TcpStream;

use crate::error::CliError;

/// How often the seller is looked for, and how long a connection may take.
const PAUSE: Duration = Duration::from_millis(250);
const PATIENCE: Duration = Duration::from_secs(2);

/// A seller that may go away and come back.
pub(super) struct Seller {
    /// Host and port; none where the embedded seller is checked.
    address: Option<(String, u16)>,
    /// Whether it was away when it was looked for last.
    pub(super) was_away: bool,
}

impl Seller {
    /// The seller at that address, which connections are made to as `resolve` says.
    pub(super) fn of(url: Option<&str>, resolve: Option<SocketAddr>) -> Result<Self, CliError> {
        let named = url.map(address).transpose()?;
        // The address that stands in for the name, as the checks have it.
        let address = named.map(|named| match resolve {
            Some(resolve) => (resolve.ip().to_string(), resolve.port()),
            None => named,
        });
        Ok(Self {
            address,
            was_away: false,
        })
    }

    /// Whether it can go away at all.
    pub(super) fn is_somewhere(&self) -> bool {
        self.address.is_some()
    }

    /// Waits until it accepts connections after it did not. Nothing is sent.
    pub(super) async fn comes_back(&mut self) {
        let Some((host, port)) = self.address.clone() else {
            return std::future::pending().await;
        };
        let clock = Clock::system();
        loop {
            clock.sleep(PAUSE).await;
            let dialled = clock.within(PATIENCE, TcpStream::connect((host.as_str(), port)));
            let is_there = matches!(dialled.await, Some(Ok(_)));
            if is_there && self.was_away {
                return;
            }
            self.was_away = !is_there;
        }
    }
}

fn address(url: &str) -> Result<(String, u16), CliError> {
    let wrong = || CliError::usage(format!("--url {url}: this is no address"));
    let url = url::Url::parse(url).map_err(|_| wrong())?;
    let host = url.host_str().ok_or_else(wrong)?.trim_matches(['[', ']']);
    let port = url.port_or_known_default().ok_or_else(wrong)?;
    Ok((host.to_owned(), port))
}
