//! A console on a free port, sellers for it, and somebody who asks.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use galleria_console::{Console, Settings, Token};
use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::TlsSettings;
use galleria_protocol::Key;
use galleria_seller::{Seller, SellerConfig, Server, faults};
use reqwest::header::{HOST, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder, Response};
use tempfile::TempDir;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// A token that is obviously none.
pub(crate) const TOKEN: &str = "obviously-fake-token";
/// An access key that is obviously none.
pub(crate) const KEY: &str = "obviously-fake-access-key";

/// A console that answers until it is dropped, with a folder of its own.
pub(crate) struct Running {
    address: SocketAddr,
    client: Client,
    task: JoinHandle<()>,
    end: watch::Sender<u8>,
    pub(crate) folder: TempDir,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Settings whose files are in a folder.
pub(crate) fn settings(folder: &TempDir) -> Settings {
    Settings {
        token: None,
        hosts: Vec::new(),
        allowed: Vec::new(),
        tls: TlsSettings::default(),
        file: folder.path().join("console.db"),
        cases: folder.path().join("cases"),
        messages: folder.path().join("messages"),
        open_api: None,
        identity: ([127, 0, 0, 1], 0).into(),
        clock: Clock::system(),
    }
}

impl Running {
    pub(crate) async fn start() -> Self {
        Self::with(|settings| settings).await
    }

    /// One whose pages need the token.
    pub(crate) async fn guarded() -> Self {
        Self::with(|settings| Settings {
            token: Some(Token::new(TOKEN).unwrap()),
            ..settings
        })
        .await
    }

    pub(crate) async fn with(change: impl FnOnce(Settings) -> Settings) -> Self {
        Self::in_folder(TempDir::new().unwrap(), change).await
    }

    pub(crate) async fn in_folder(
        folder: TempDir,
        change: impl FnOnce(Settings) -> Settings,
    ) -> Self {
        let console = Console::bind(([127, 0, 0, 1], 0).into(), change(settings(&folder)))
            .await
            .unwrap();
        let address = console.local_addr().unwrap();
        let (end, ended) = watch::channel(0_u8);
        let calls = AtomicU8::new(0);
        // The first signal comes when the first end is asked for, and so on.
        let signal = move || {
            let (mut ended, wanted) = (ended.clone(), calls.fetch_add(1, Ordering::Relaxed));
            async move {
                let _ = ended.wait_for(|ends| *ends > wanted).await;
            }
        };
        let task = tokio::spawn(async move { console.run_until(signal).await.unwrap() });
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
            end,
            folder,
        }
    }

    /// Asks it to end, and waits until it has.
    pub(crate) async fn ends(&mut self) {
        self.end.send_modify(|ends| *ends += 1);
        (&mut self.task).await.unwrap();
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
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let mut request = self.ask(Method::POST, path).body(body);
        request = request.header("content-type", "application/x-www-form-urlencoded");
        if let Some(origin) = origin {
            request = request.header("origin", origin);
        }
        request.send().await.unwrap()
    }

    /// The page that answers a form.
    pub(crate) async fn sent(&self, path: &str, form: &[(&str, &str)]) -> (u16, String) {
        let answer = self.send(path, None, form).await;
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    /// Adds an address by the form; where its page is.
    pub(crate) async fn add(&self, name: &str, url: &str) -> String {
        let form = [
            ("name", name),
            ("url", url),
            ("profile", "cn-v1"),
            ("billing", "period"),
            ("key", KEY),
        ];
        let answer = self.send("/addresses", None, &form).await;
        leads_to(&answer).to_owned()
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

/// The reference seller, or one with a fault, on a free port until the runtime ends; its address.
pub(crate) async fn seller(fault: Option<&str>) -> String {
    let config = SellerConfig::new(Key::new(KEY));
    let found = fault.map(|name| {
        faults::all()
            .iter()
            .find(|entry| entry.name == name)
            .unwrap()
    });
    let config = match found {
        Some(entry) => SellerConfig {
            behaviour: (entry.make)(),
            ..config
        },
        None => config,
    };
    let clock = Clock::system();
    let config = SellerConfig {
        now: Arc::new(move || clock.now()),
        ..config
    };
    let server = Server::bind(("127.0.0.1", 0), Seller::new(config))
        .await
        .unwrap();
    let address = server.local_addr().unwrap();
    tokio::spawn(server.run_until(std::future::pending()));
    format!("http://{address}/produceAPI")
}

/// The form of a scene as a browser sends it back untouched.
fn fields(page: &str) -> Vec<(String, String)> {
    let attribute = |tag: &str, name: &str| {
        let value = tag.split(&format!("{name}=\"")).nth(1)?;
        Some(value.split('"').next().unwrap().to_owned())
    };
    let inputs = page
        .split("<input ")
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap());
    let sent = inputs.filter(|tag| !tag.contains("checkbox") || tag.contains(" checked"));
    sent.filter_map(|tag| {
        Some((
            attribute(tag, "name")?,
            attribute(tag, "value").unwrap_or_default(),
        ))
    })
    .collect()
}

/// A button of a form pressed whose fields are as they came, but for these.
pub(crate) async fn pressed(
    console: &Running,
    path: &str,
    further: &[(&str, &str)],
) -> (u16, String) {
    let page = console.page(path, "en").await;
    let own = fields(&page);
    let own = own
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let form: Vec<_> = own
        .filter(|(name, _)| further.iter().all(|(other, _)| other != name))
        .collect();
    console.sent(path, &[&form[..], further].concat()).await
}
