//! The calls to a tenant's identity centre.

use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, Method, Url, redirect};
use serde_json::Value;

use super::binding::Binding;

/// How long the identity centre may take: a browser waits for it.
const PATIENCE: Duration = Duration::from_secs(5);

/// One call, as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outward {
    /// The method.
    pub method: &'static str,
    /// The address.
    pub url: String,
    /// The headers.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: String,
}

impl Outward {
    /// The request for a token of a tenant's centre, with these parameters [kit §2.3].
    pub(super) fn for_token(binding: &Binding, pairs: &[(&str, &str)]) -> Self {
        Self {
            method: "POST",
            url: format!("{}/api/v1/oauth2/token", binding.domain),
            headers: vec![(
                "content-type",
                "application/x-www-form-urlencoded".to_owned(),
            )],
            body: form(pairs),
        }
    }

    /// The question of a tenant's centre whose ticket it is, with these parameters [kit §2.6].
    pub(super) fn about_ticket(binding: &Binding, pairs: &[(&str, &str)]) -> Self {
        let asked = form(pairs);
        Self {
            method: "GET",
            url: format!("{}/api/v1/cas/p3/serviceValidate?{asked}", binding.domain),
            ..Self::default()
        }
    }
}

/// Parameters as a form is encoded.
pub fn form(pairs: &[(&str, &str)]) -> String {
    let url = Url::parse_with_params("http://form.example", pairs);
    url.map_or_else(
        |_| String::new(),
        |url| url.query().unwrap_or_default().to_owned(),
    )
}

pub(super) fn client() -> Option<Client> {
    // reqwest wants to be told its cryptography; where it was told before, that holds.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder()
        .timeout(PATIENCE)
        .redirect(redirect::Policy::none())
        .no_proxy()
        .build()
        .ok()
}

/// Makes a call; the members of an answer with status 200.
pub(super) async fn make(client: &Client, call: Outward) -> Option<Value> {
    serde_json::from_str(&text(client, call).await?).ok()
}

/// Makes a call; the body of an answer with status 200.
pub(super) async fn text(client: &Client, call: Outward) -> Option<String> {
    let method = Method::from_bytes(call.method.as_bytes()).ok()?;
    let url = Url::parse(&call.url).ok()?;
    let mut headers = HeaderMap::new();
    for (name, value) in call.headers {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_str(&value).ok()?,
        );
    }
    let request = client.request(method, url).headers(headers);
    let answer = request.body(call.body).send().await.ok()?;
    let right = answer.status().as_u16() == 200;
    let body = answer.bytes().await.ok()?;
    String::from_utf8(body.to_vec()).ok().filter(|_| right)
}
