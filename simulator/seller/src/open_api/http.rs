//! The open APIs over the network, by reqwest.

use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use galleria_protocol::sdk_hmac::Call;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, Method, Url, redirect};

use super::route::{Answer, Route, Unreachable};

/// How long the marketplace may take: the seller's own answer waits for it.
const PATIENCE: Duration = Duration::from_secs(5);

/// The open APIs at an address.
#[derive(Clone, Debug)]
pub struct HttpRoute {
    client: Client,
    base: Url,
}

/// The address of the open APIs cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RouteError {
    /// It is no address.
    #[error("`{0}` is no address of the form http://HOST:PORT or https://HOST")]
    Address(String),
    /// The client cannot be set up.
    #[error("the client for the open APIs cannot be set up: {0}")]
    Client(#[from] reqwest::Error),
}

impl HttpRoute {
    /// The open APIs at `base`, an http or https address without path, query or fragment.
    pub fn new(base: &str) -> Result<HttpRoute, RouteError> {
        let wrong = || RouteError::Address(base.to_owned());
        let url = Url::parse(base).map_err(|_| wrong())?;
        let is_origin = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() || !is_origin {
            return Err(wrong());
        }
        // reqwest wants to be told its cryptography; where it was told before, that holds.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .timeout(PATIENCE)
            .redirect(redirect::Policy::none())
            .no_proxy()
            .build()?;
        Ok(HttpRoute { client, base: url })
    }

    /// What the header `Host` says there.
    pub fn host(&self) -> String {
        let host = self.base.host_str().unwrap_or_default();
        match self.base.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        }
    }

    async fn send(&self, call: Call) -> Result<Answer, Unreachable> {
        let mut url = self.base.clone();
        url.set_path(&call.path);
        url.set_query(Some(call.query.as_str()).filter(|query| !query.is_empty()));
        let method = Method::from_bytes(call.method.as_bytes()).map_err(unreachable)?;
        let mut headers = HeaderMap::new();
        for (name, value) in &call.headers {
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(unreachable)?;
            headers.append(name, HeaderValue::from_str(value).map_err(unreachable)?);
        }
        let request = self.client.request(method, url).headers(headers);
        let response = request.body(call.body).send().await.map_err(unreachable)?;
        Ok(Answer {
            status: response.status().as_u16(),
            body: response.bytes().await.map_err(unreachable)?.to_vec(),
        })
    }
}

impl Route for HttpRoute {
    fn carry(&self, call: Call) -> BoxFuture<'_, Result<Answer, Unreachable>> {
        self.send(call).boxed()
    }
}

fn unreachable(error: impl std::fmt::Display) -> Unreachable {
    Unreachable(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_scheme_and_a_host() {
        let host = |base| HttpRoute::new(base).map(|route| route.host()).ok();
        assert_eq!(host("http://127.0.0.1:4711"), Some("127.0.0.1:4711".into()));
        assert_eq!(host("https://mkt.example/"), Some("mkt.example".into()));
        for wrong in ["127.0.0.1:4711", "ftp://a", "http://a/b", "http://a?b", ""] {
            assert_eq!(host(wrong), None, "{wrong}");
        }
    }
}
