//! Accounts of those who bought by hand log in at the seller, whose questions the console's identity centre
//! answers from the market's orders.

use galleria_seller::kit::{KIT_KEY, TEST_PUBLIC_KEY};
use reqwest::header::{LOCATION, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Response};
use serde_json::{Value, json};

use crate::support::{KEY, Running, leads_to, seller};

/// An address with the kit and a login at the reference seller's; its path and its login address.
pub(crate) async fn with_login(console: &Running, profile: &str) -> (String, String) {
    let url = seller(None).await;
    let login = url.replace("/produceAPI", "/login");
    let form = [
        ("name", "joint"),
        ("url", &url),
        ("profile", profile),
        ("billing", "period"),
        ("key", KEY),
        ("kit_public_key", TEST_PUBLIC_KEY),
        ("kit_key", KIT_KEY),
        ("login_url", &login),
    ];
    let form = match profile {
        // V1's kit shares the key of the address.
        "cn-v1" => [&form[..6], &form[7..]].concat(),
        _ => form.to_vec(),
    };
    let answer = console.send("/addresses", None, &form).await;
    (leads_to(&answer).to_owned(), login)
}

async fn post(console: &Running, path: &str, body: Value) -> Value {
    let request = console.ask(Method::POST, path);
    let request = request.header("content-type", "application/json");
    let answer = request.body(body.to_string()).send().await.unwrap();
    serde_json::from_str(&answer.text().await.unwrap()).unwrap()
}

async fn trade(console: &Running, at: &str, wish: Value) -> Value {
    post(console, &format!("/api{at}/market"), wish).await
}

async fn belong(console: &Running, at: &str, purchase: &str, membership: &str) -> Value {
    let wish = json!({ "purchase": purchase, "membership": membership });
    post(console, &format!("/api{at}/market/enterprise"), wish).await
}

async fn state(console: &Running, at: &str) -> Value {
    let answer = console.get(&format!("/api{at}/market")).await;
    serde_json::from_str(&answer.text().await.unwrap()).unwrap()
}

/// Buys, binds and grants for a customer; the purchase as it is then.
pub(crate) async fn sold(console: &Running, at: &str, customer: &str) -> Value {
    let market = trade(console, at, json!({ "scene": "buy", "customer": customer })).await;
    let all = market["purchases"].as_array().unwrap();
    let name = all.last().unwrap()["name"].as_str().unwrap().to_owned();
    belong(console, at, &name, "bind").await;
    let market = belong(console, at, &name, "grant").await;
    assert_eq!(market["not_done"], Value::Null, "{market}");
    assert_eq!(market["findings"], json!({}), "{market}");
    let all = market["purchases"].as_array().unwrap();
    all.last().unwrap().clone()
}

pub(crate) fn entry(purchase: &Value, role: &str) -> String {
    let accounts = purchase["enterprise"]["accounts"].as_array().unwrap();
    let mut accounts = accounts.iter();
    let account = accounts.find(|account| account["role"] == role).unwrap();
    account["log_in"].as_str().unwrap().to_owned()
}

/// Somebody's browser, whose cookies are kept by hand: those of one host go to all of its ports.
pub(crate) struct Browser {
    client: Client,
    cookies: Vec<String>,
}

impl Browser {
    pub(crate) fn new() -> Self {
        let client = Client::builder().redirect(Policy::none()).no_proxy();
        Self {
            client: client.build().unwrap(),
            cookies: Vec::new(),
        }
    }

    async fn asks(&mut self, url: &str) -> Response {
        let request = self.client.get(url);
        let cookies = self.cookies.join("; ");
        let answer = request.header("cookie", cookies).send().await.unwrap();
        for cookie in answer.headers().get_all(SET_COOKIE) {
            let set = cookie.to_str().unwrap().split(';').next().unwrap();
            let name = set.split('=').next().unwrap().to_owned() + "=";
            self.cookies.retain(|known| !known.starts_with(&name));
            if !set.ends_with('=') {
                self.cookies.push(set.to_owned());
            }
        }
        answer
    }

    /// Where an address leads at once.
    async fn led(&mut self, url: &str) -> String {
        let answer = self.asks(url).await;
        assert!(
            answer.status().is_redirection(),
            "{url}: {}",
            answer.status()
        );
        let here = reqwest::Url::parse(url).unwrap();
        let to = answer.headers()[LOCATION].to_str().unwrap();
        here.join(to).unwrap().to_string()
    }

    /// The status and text of an address, behind every redirect.
    pub(crate) async fn reads(&mut self, url: &str) -> (u16, String) {
        let mut at = url.to_owned();
        for _ in 0..10 {
            let answer = self.asks(&at).await;
            if !answer.status().is_redirection() {
                let status = answer.status().as_u16();
                return (status, answer.text().await.unwrap());
            }
            let here = reqwest::Url::parse(&at).unwrap();
            let to = answer.headers()[LOCATION].to_str().unwrap();
            at = here.join(to).unwrap().to_string();
        }
        panic!("{url} leads on and on");
    }
}

#[tokio::test]
async fn an_account_of_a_customer_logs_in_and_out_on_both_sides() {
    for profile in ["cn-v1", "cn-v2"] {
        let console = Running::start().await;
        let (at, login) = with_login(&console, profile).await;
        let bought = sold(&console, &at, "Li").await;
        let mut browser = Browser::new();
        let (status, text) = browser.reads(&entry(&bought, "user")).await;
        assert_eq!(status, 200, "{text}");
        assert!(text.contains("Welcome, user-"), "{text}");
        let (status, _) = browser.reads(&login.replace("/login", "/admin")).await;
        assert_eq!(status, 403);

        let asked = state(&console, &at).await["asked"].clone();
        let wishes: Vec<_> = asked
            .as_array()
            .unwrap()
            .iter()
            .map(|one| &one["wish"])
            .collect();
        assert_eq!(wishes, ["userinfo", "token", "portal"], "{asked}");
        assert_eq!(asked[0]["customer"], "Li");
        assert_eq!(
            (&asked[1]["granted"], &asked[1]["odd"]),
            (&json!(true), &json!([]))
        );
        let told = asked.to_string();
        assert!(!told.contains("Bearer "), "{told}");

        // The seller's logout leads to the centre's, which forgets the account too.
        let identity = bought["enterprise"]["identity"]
            .as_str()
            .unwrap()
            .to_owned();
        let out = browser.led(&login.replace("/login", "/logout")).await;
        assert_eq!(out, format!("{identity}/api/v1/logout"));
        let (status, text) = browser.reads(&out).await;
        assert!(status == 200 && text.contains("Log in as"), "{text}");
        let (status, _) = browser.reads(&login.replace("/login", "/home")).await;
        assert_eq!(status, 401);

        let (status, _) = browser.reads(&entry(&bought, "admin")).await;
        assert_eq!(status, 200);
        let (status, text) = browser.reads(&login.replace("/login", "/admin")).await;
        assert!(status == 200 && text.contains("Administration"), "{text}");
    }
}

#[tokio::test]
async fn nobody_logs_in_to_what_is_not_in_use() {
    let console = Running::start().await;
    let (at, login) = with_login(&console, "cn-v2").await;
    let bought = sold(&console, &at, "Li").await;
    let entry = entry(&bought, "user");
    let mut browser = Browser::new();
    // A code that was given before is worth nothing afterwards.
    let with_code = browser.led(&entry).await;
    assert!(with_code.starts_with(&login), "{with_code}");
    let step = |scene: &str| json!({ "scene": scene, "purchase": "order-1" });
    let can = |market: &Value| {
        let account = &market["purchases"][0]["enterprise"]["accounts"][0];
        account["log_in"].is_string()
    };
    let market = trade(&console, &at, step("freeze")).await;
    assert!(!can(&market), "{market}");
    assert_eq!(browser.reads(&with_code).await.0, 401);
    let market = state(&console, &at).await;
    let odd = market["asked"][0]["odd"][0].as_str().unwrap();
    assert!(odd.contains("may not log in any more"), "{market}");
    let (status, text) = browser.reads(&entry).await;
    assert!(status == 200 && !text.contains("user-"), "{text}");

    let market = trade(&console, &at, step("unfreeze")).await;
    assert!(can(&market), "{market}");
    assert_eq!(browser.reads(&entry).await.0, 200);
    let market = belong(&console, &at, "order-1", "withdraw").await;
    assert_eq!(market["not_done"], Value::Null, "{market}");
    assert!(!can(&market), "{market}");
    belong(&console, &at, "order-1", "grant").await;
    trade(&console, &at, step("release")).await;
    let (status, text) = browser.reads(&entry).await;
    assert!(status == 200 && !text.contains("user-"), "{text}");
    let bound = belong(&console, &at, "order-1", "bind").await;
    assert!(bound["not_done"].is_string(), "{bound}");
    let unbound = belong(&console, &at, "order-1", "unbind").await;
    assert_eq!(unbound["not_done"], Value::Null, "{unbound}");
}

#[tokio::test]
async fn a_code_is_worth_nothing_at_another_customer_s_centre() {
    let console = Running::start().await;
    let (at, login) = with_login(&console, "cn-v2").await;
    let li = sold(&console, &at, "Li").await;
    let wang = sold(&console, &at, "Wang").await;
    let tenant = |bought: &Value| {
        bought["enterprise"]["tenant_id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_ne!(tenant(&li), tenant(&wang));
    assert_ne!(li["enterprise"]["identity"], wang["enterprise"]["identity"]);
    let mut browser = Browser::new();
    let own = browser.led(&entry(&li, "user")).await;
    let of_other = own.replace(&tenant(&li), &tenant(&wang));
    assert_eq!(browser.reads(&of_other).await.0, 401);
    let asked = state(&console, &at).await["asked"][0].clone();
    assert_eq!(
        (&asked["customer"], &asked["granted"]),
        (&json!("Wang"), &json!(false))
    );
    assert!(
        asked["odd"][0].as_str().unwrap().contains("another tenant"),
        "{asked}"
    );
    // A second purchase of the same customer is bound to the same enterprise.
    let again = sold(&console, &at, "Li").await;
    assert_eq!(tenant(&again), tenant(&li));

    // Nobody else is a client here.
    let identity = li["enterprise"]["identity"].as_str().unwrap();
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", "unknown"),
        ("client_secret", "x"),
        ("code", "y"),
    ];
    let body = galleria_seller::login::form(&form);
    let request = Client::new().post(format!("{identity}/api/v1/oauth2/token"));
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    assert_eq!(request.body(body).send().await.unwrap().status(), 403);
    let strange = format!(
        "{identity}/api/v1/oauth2/authorize?client_id=unknown&response_type=code&redirect_uri={login}"
    );
    assert_eq!(browser.asks(&strange).await.status(), 403);
}

#[tokio::test]
async fn what_a_login_needs_is_told() {
    let console = Running::start().await;
    let at = console.add("plain", &seller(None).await).await;
    trade(&console, &at, json!({ "scene": "buy" })).await;
    let page = console.page(&format!("{at}/market"), "en").await;
    assert!(page.contains("With the keys of the kit"), "{page}");
    let told = belong(&console, &at, "order-1", "bind").await;
    assert_eq!(told["status"], 422, "{told}");
    let (at, _) = with_login(&console, "cn-v2").await;
    let unknown = belong(&console, &at, "order-9", "bind").await;
    assert_eq!(unknown["status"], 404, "{unknown}");
    let elsewhere = json!({ "name": "away", "url": "http://127.0.0.1:9/produceAPI", "profile": "cn-v1",
        "billing": "period", "key": KEY, "login_url": "https://elsewhere.example/login" });
    let told = post(&console, "/api/addresses", elsewhere).await;
    assert!(
        told["detail"].as_str().unwrap().contains("--allow-target"),
        "{told}"
    );
}

#[tokio::test]
async fn the_page_binds_grants_and_shows_no_secret() {
    let console = Running::start().await;
    let (at, _) = with_login(&console, "cn-v2").await;
    trade(&console, &at, json!({ "scene": "buy" })).await;
    for membership in ["bind", "grant"] {
        let form = [("purchase", "order-1"), ("membership", membership)];
        let answer = console
            .send(&format!("{at}/market/enterprise"), None, &form)
            .await;
        assert_eq!(leads_to(&answer), format!("{at}/market?order=order-1"));
    }
    let market = state(&console, &at).await;
    let entry = entry(&market["purchases"][0], "admin");
    Browser::new().reads(&entry).await;
    let page = console.page(&format!("{at}/market"), "en").await;
    let log = console.page(&format!("{at}/market/asked"), "zh").await;
    assert!(
        page.contains("Log in as admin") && page.contains("curl -iL"),
        "{page}"
    );
    assert!(log.contains("/api/v1/oauth2/token"), "{log}");
    // What the centre gave and what it knows is left out, on the page and in the API.
    let told = state(&console, &at).await.to_string();
    for text in [&log, &told] {
        assert!(text.contains("client_secret=[redacted]"), "{text}");
        assert!(text.contains("code=[redacted]"), "{text}");
        assert!(!text.contains("Bearer"), "{text}");
    }
}
