//! Who may ask for a page.

use galleria_console::{Console, ConsoleError, Settings};
use reqwest::Method;
use tempfile::TempDir;

use crate::support::{Running, TOKEN, leads_to, settings};

#[tokio::test]
async fn an_address_that_others_reach_needs_a_token() {
    let exposed = Console::bind(([0, 0, 0, 0], 0).into(), settings(&TempDir::new().unwrap())).await;
    let told = exposed.unwrap_err();
    assert!(matches!(told, ConsoleError::Exposed(_)), "{told}");
    assert!(told.to_string().contains("--token-env"), "{told}");
}

#[tokio::test]
async fn a_port_that_is_taken_is_told() {
    let first = Console::bind(
        ([127, 0, 0, 1], 0).into(),
        settings(&TempDir::new().unwrap()),
    )
    .await
    .unwrap();
    let second = Console::bind(
        first.local_addr().unwrap(),
        settings(&TempDir::new().unwrap()),
    )
    .await;
    assert!(matches!(second, Err(ConsoleError::Unbound { .. })));
}

#[tokio::test]
async fn a_foreign_name_reaches_nothing() {
    let hosts = vec!["console.example".to_owned()];
    let console = Running::with(|settings| Settings { hosts, ..settings }).await;
    assert_eq!(console.called("localhost:4710").await, 200);
    assert_eq!(console.called("console.example").await, 200);
    assert_eq!(console.called("rebound.example").await, 421);
}

#[tokio::test]
async fn forms_of_other_sites_do_nothing() {
    let console = Running::start().await;
    for origin in ["http://evil.example", "null"] {
        let answer = console
            .send("/language", Some(origin), &[("lang", "zh")])
            .await;
        assert_eq!(answer.status(), 403);
        assert!(!answer.headers().contains_key("set-cookie"));
    }
    let own = console.origin();
    let answer = console
        .send("/language", Some(&own), &[("lang", "zh")])
        .await;
    assert_eq!(leads_to(&answer), "/");
}

#[tokio::test]
async fn every_answer_says_what_the_browser_may_do() {
    let console = Running::start().await;
    for path in ["/", "/assets/style.css", "/nothing", "/rules/SIG004"] {
        let answer = console.get(path).await;
        let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
        let policy = header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("referrer-policy"), "same-origin");
    }
}

#[tokio::test]
async fn without_the_token_there_is_the_login_alone() {
    let console = Running::guarded().await;
    for path in ["/", "/rules", "/explain?text=x", "/nothing"] {
        assert_eq!(leads_to(&console.get(path).await), "/login", "{path}");
    }
    let answer = console.send("/logout", None, &[]).await;
    assert_eq!(answer.status(), 401);
    assert_eq!(console.get("/login").await.status(), 200);
    let shown = console.ask(Method::GET, "/").bearer_auth(TOKEN);
    assert_eq!(shown.send().await.unwrap().status(), 200);
    let wrong = console
        .ask(Method::GET, "/")
        .bearer_auth("obviously-wrong-token");
    assert_eq!(leads_to(&wrong.send().await.unwrap()), "/login");
}

#[tokio::test]
async fn the_token_opens_a_session_that_can_be_ended() {
    let console = Running::guarded().await;
    let answer = console.send("/login", None, &[("token", TOKEN)]).await;
    assert_eq!(leads_to(&answer), "/");
    let cookie = answer.headers()["set-cookie"].to_str().unwrap().to_owned();
    for demanded in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(demanded), "{cookie}");
    }
    assert!(!cookie.contains(TOKEN));
    let session = cookie.split(';').next().unwrap();
    let with = |method, path| console.ask(method, path).header("cookie", session).send();
    let page = with(Method::GET, "/").await.unwrap();
    assert_eq!(page.status(), 200);
    assert!(page.text().await.unwrap().contains("/logout"));
    assert_eq!(
        leads_to(&with(Method::POST, "/logout").await.unwrap()),
        "/login"
    );
    assert_eq!(leads_to(&with(Method::GET, "/").await.unwrap()), "/login");
}

#[tokio::test]
async fn who_guesses_has_to_wait() {
    let console = Running::guarded().await;
    for _ in 0..5 {
        let answer = console
            .send("/login", None, &[("token", "obviously-wrong-token")])
            .await;
        assert_eq!(answer.status(), 401);
    }
    let answer = console.send("/login", None, &[("token", TOKEN)]).await;
    assert_eq!(answer.status(), 429);
}

#[tokio::test]
async fn programs_that_guess_have_to_wait_too() {
    let console = Running::guarded().await;
    let shown = |token| {
        console
            .ask(Method::GET, "/api/rules")
            .bearer_auth(token)
            .send()
    };
    for _ in 0..5 {
        assert_eq!(shown("obviously-wrong-token").await.unwrap().status(), 401);
    }
    assert_eq!(shown(TOKEN).await.unwrap().status(), 429);
    // Who shows no token at all guesses nothing.
    assert_eq!(console.get("/api/rules").await.status(), 401);
}
