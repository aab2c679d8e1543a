//! What an address has beside its access key: the keys of the kit, and an authority that TLS trusts there.

use std::fs;
use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_protocol::Key;
use galleria_seller::door::{Door, Handshake};
use galleria_seller::kit::{KIT_KEY, TEST_PUBLIC_KEY};
use galleria_seller::{Behaviour, Seller, SellerConfig, Server};
use serde_json::{Value, json};

use crate::support::{KEY, Running, leads_to, seller};

type Form<'a> = Vec<(&'a str, &'a str)>;

/// The form of a V2 address with the kit; `changed` stands for what is other.
fn form<'a>(url: &'a str, changed: &[(&'a str, &'a str)]) -> Form<'a> {
    let whole = [
        ("name", "joint"),
        ("url", url),
        ("profile", "cn-v2"),
        ("billing", "period"),
        ("key", KEY),
        ("kit_public_key", TEST_PUBLIC_KEY),
        ("kit_key", KIT_KEY),
        ("kit_oaep_hash", "sha256"),
    ];
    let is_other = |name: &str| changed.iter().any(|(other, _)| *other == name);
    let kept = whole.into_iter().filter(|(name, _)| !is_other(name));
    kept.chain(changed.iter().copied()).collect()
}

async fn added(console: &Running, url: &str, changed: &[(&str, &str)]) -> String {
    let answer = console.send("/addresses", None, &form(url, changed)).await;
    leads_to(&answer).to_owned()
}

/// What a check of the kit's credentials comes to.
async fn checked(console: &Running, at: &str, form: &[(&str, &str)]) -> String {
    let answer = console.send(&format!("{at}/check"), None, form).await;
    let check = leads_to(&answer).to_owned();
    let events = console.get(&format!("{check}/live")).await;
    events.text().await.unwrap();
    console.page(&check, "en").await
}

const OF_THE_KIT: [(&str, &str); 3] = [("kit", "1"), ("scenario", "kit-accounts"), ("area", "KIT")];

#[tokio::test]
async fn the_kit_is_checked_with_its_own_key() {
    let console = Running::start().await;
    let url = seller(None).await;
    let at = added(&console, &url, &[]).await;
    let choice = console.page(&format!("{at}/check"), "en").await;
    assert!(
        choice.contains("name=\"kit\"") && choice.contains("value=\"kit-accounts\""),
        "{choice}"
    );
    let page = checked(&console, &at, &OF_THE_KIT).await;
    assert!(page.contains("every judged rule held"), "{page}");

    // Changed without entering keys again: they stay.
    let renamed = form(&url, &[("name", "renamed"), ("key", ""), ("kit_key", "")]);
    assert_eq!(leads_to(&console.send(&at, None, &renamed).await), at);
    let page = checked(&console, &at, &OF_THE_KIT).await;
    assert!(page.contains("every judged rule held"), "{page}");

    let other = [("name", "other"), ("kit_key", "another-obviously-fake-key")];
    let wrong = added(&console, &url, &other).await;
    let page = checked(&console, &wrong, &OF_THE_KIT).await;
    assert!(page.contains("/rules/KIT"), "{page}");
}

#[tokio::test]
async fn without_the_keys_of_the_kit_it_is_not_checked() {
    let console = Running::start().await;
    let at = console.add("plain", &seller(None).await).await;
    let choice = console.page(&format!("{at}/check"), "en").await;
    assert!(!choice.contains("kit-accounts"), "{choice}");
    let (status, told) = console.sent(&format!("{at}/check"), &OF_THE_KIT).await;
    assert_eq!(status, 422);
    assert!(told.contains("has no keys of the kit"), "{told}");
}

#[tokio::test]
async fn what_is_wrong_with_them_is_told() {
    let console = Running::start().await;
    let url = "http://127.0.0.1:1/produceAPI";
    let private = "-----BEGIN PRIVATE KEY-----\nobviously-fake-private\n-----END PRIVATE KEY-----";
    for (name, value, told) in [
        ("kit_key", "", "has an access key of its own"),
        ("kit_public_key", "", "needs the seller&#39;s public key"),
        ("kit_public_key", private, "this is no RSA key"),
        ("kit_oaep_hash", "md5", "no hash `md5`"),
        ("kit_key_variable", "GALLERIA_KIT_KEY", "not both"),
        ("authorities", "nothing", "a certificate in PEM"),
    ] {
        let (status, page) = console
            .sent("/addresses", &form(url, &[(name, value)]))
            .await;
        assert_eq!(status, 422, "{name}={value}");
        assert!(page.contains(told), "{name}={value}: {page}");
        assert!(!page.contains("obviously-fake-private"), "{page}");
    }
}

#[tokio::test]
async fn the_key_of_the_kit_is_shown_nowhere_and_stands_nowhere_in_clear() {
    let console = Running::start().await;
    let at = added(&console, &seller(None).await, &[]).await;
    let page = console.page(&at, "en").await;
    assert!(
        page.contains("Access key of the kit") && page.contains("base interfaces"),
        "{page}"
    );
    for path in [at.clone(), format!("{at}/edit"), format!("/api{at}")] {
        assert!(!console.page(&path, "en").await.contains(KIT_KEY), "{path}");
    }
    let shown: Value =
        serde_json::from_str(&console.page(&format!("/api{at}"), "en").await).unwrap();
    assert_eq!(
        (&shown["has_kit"], &shown["kit_key_variable"]),
        (&json!(true), &Value::Null)
    );
    for entry in fs::read_dir(console.folder.path()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        let mut windows = bytes.windows(KIT_KEY.len());
        assert!(!windows.any(|window| window == KIT_KEY.as_bytes()));
    }
}

/// Speaks TLS as localhost, under an authority of its own.
#[derive(Debug)]
struct Secured;

impl Behaviour for Secured {
    fn door(&self) -> Door {
        Door::secured("https://localhost", Handshake::default())
    }
}

#[tokio::test]
async fn an_authority_is_trusted_at_its_address_alone() {
    let console = Running::start().await;
    let clock = Clock::system();
    let seller = Seller::new(SellerConfig {
        behaviour: Arc::new(Secured),
        now: Arc::new(move || clock.now()),
        ..SellerConfig::new(Key::new(KEY))
    });
    let authority = seller.authority_pem().unwrap().unwrap().to_owned();
    let server = Server::bind(("127.0.0.1", 0), seller).await.unwrap();
    let port = server.local_addr().unwrap().port();
    tokio::spawn(server.run_until(std::future::pending()));
    let url = format!("https://localhost:{port}/produceAPI");
    let trusting = added(&console, &url, &[("authorities", &authority)]).await;
    let (_, page) = console.sent(&format!("{trusting}/reach"), &[]).await;
    assert!(page.contains("a connection stands"), "{page}");
    let other = added(&console, &url, &[("name", "without")]).await;
    let (_, page) = console.sent(&format!("{other}/reach"), &[]).await;
    assert!(
        page.contains("Not reached")
            && page.contains("an authority that is not among the public ones")
            || page.contains("no trusted authority signed that one"),
        "{page}"
    );
}
