//! A console on a free port, and somebody who asks it.

use std::net::SocketAddr;

use galleria_console::{Console, Settings, Token};
use galleria_marketplace::clock::Clock;
use reqwest::header::{HOST, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder, Response};

/// A token that is obviously none.
pub(crate) const TOKEN: &str = "obviously-fake-token";

/// A console that answers until it is dropped.
pub(crate) struct Running {
    address: SocketAddr,
    client: Client,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}

pub(crate) fn settings() -> Settings {
    Settings {
        token: None,
        hosts: Vec::new(),
        clock: Clock::system(),
    }
}

impl Running {
    pub(crate) async fn start(settings: Settings) -> Self {
        let console = Console::bind(([127, 0, 0, 1], 0).into(), settings)
            .await
            .unwrap();
        let address = console.local_addr().unwrap();
        let task =
            tokio::spawn(async move { console.run_until(std::future::pending()).await.unwrap() });
        let _ = rustls::crypto::ring::default_provider().install_default();
        // Redirects are looked at, not followed.
        let client = Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .build()
            .unwrap();
        Self {
            address,
            client,
            task,
        }
    }

    /// One whose pages need the token.
    pub(crate) async fn guarded() -> Self {
        Self::start(Settings {
            token: Some(Token::new(TOKEN).unwrap()),
            ..settings()
        })
        .await
    }

    pub(crate) fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.client
            .request(method, format!("http://{}{path}", self.address))
    }

    pub(crate) async fn get(&self, path: &str) -> Response {
        self.ask(Method::GET, path).send().await.unwrap()
    }

    /// A page that must be there.
    pub(crate) async fn page(&self, path: &str, lang: &str) -> String {
        let answer = self
            .ask(Method::GET, path)
            .header("accept-language", lang)
            .send()
            .await
            .unwrap();
        let (status, text) = (answer.status(), answer.text().await.unwrap());
        assert_eq!(status, 200, "{path}: {text}");
        text
    }

    /// A form, as a page of `origin` sends it.
    pub(crate) async fn send(
        &self,
        path: &str,
        origin: Option<&str>,
        form: &[(&str, &str)],
    ) -> Response {
        let body = form.iter().map(|(name, value)| format!("{name}={value}"));
        let body = body.collect::<Vec<_>>().join("&");
        let mut request = self.ask(Method::POST, path).body(body);
        request = request.header("content-type", "application/x-www-form-urlencoded");
        if let Some(origin) = origin {
            request = request.header("origin", origin);
        }
        request.send().await.unwrap()
    }

    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) async fn called(&self, host: &str) -> u16 {
        let request = self.ask(Method::GET, "/").header(HOST, host);
        request.send().await.unwrap().status().as_u16()
    }
}

pub(crate) fn leads_to(answer: &Response) -> &str {
    assert!(answer.status().is_redirection(), "{}", answer.status());
    answer.headers()[LOCATION].to_str().unwrap()
}
