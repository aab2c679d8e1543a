use std::time::Duration;

use galleria_protocol::Key;
use serde_json::Value;

use super::*;

fn centre() -> (Centre, Clock) {
    let clock = Clock::starting_at(DateTime::UNIX_EPOCH);
    let centre = Centre::new(clock.clone(), Mint::new(1, 2, "identity"));
    for name in ["a", "b"] {
        centre.enroll(Client {
            tenant_id: format!("tenant-{name}"),
            tenant_name: name.to_owned(),
            app_id: "app".to_owned(),
            client_id: format!("client-{name}"),
            secret: Key::new(format!("secret-of-{name}")),
            sealed: format!("sealed+of/{name}=="),
            redirect_uri: "http://127.0.0.1:9/login".to_owned(),
            people: vec![person()],
        });
    }
    (centre, clock)
}

fn person() -> Person {
    Person {
        user_name: "user-1".to_owned(),
        name: "Person".to_owned(),
        org_code: "org".to_owned(),
        role: "user",
    }
}

fn form(body: &str) -> Call {
    let form = "application/x-www-form-urlencoded; charset=UTF-8";
    Call {
        method: "POST".to_owned(),
        path: "/api/v1/oauth2/token".to_owned(),
        headers: vec![("Content-Type".to_owned(), form.to_owned())],
        body: body.as_bytes().to_vec(),
        ..Call::default()
    }
}

fn right(code: &str) -> String {
    format!(
        "client_id=client-a&client_secret=secret-of-a&grant_type=authorization_code&code={code}"
    )
}

const A: TenantNumber = TenantNumber(0);
const B: TenantNumber = TenantNumber(1);

fn flaws(centre: &Centre) -> Vec<Flaw> {
    centre.asked().last().unwrap().flaws.clone()
}

fn userinfo(token: &str) -> Call {
    Call {
        method: "GET".to_owned(),
        path: "/api/v1/oauth2/userinfo".to_owned(),
        headers: vec![
            ("Accept".to_owned(), "application/json".to_owned()),
            ("Authorization".to_owned(), format!("Bearer {token}")),
        ],
        ..Call::default()
    }
}

fn member(answered: &Answered, name: &str) -> String {
    let body: Value = serde_json::from_str(&answered.body).unwrap();
    body[name].as_str().unwrap_or_default().to_owned()
}

#[tokio::test(start_paused = true)]
async fn a_code_is_exchanged_once() {
    let (centre, _) = centre();
    let code = centre.issue(A, &person());
    let first = centre.answer(A, &form(&right(&code)));
    assert_eq!((first.status, flaws(&centre)), (200, vec![]));
    let second = centre.answer(A, &form(&right(&code)));
    assert_eq!(second.status, 400);
    assert_eq!(
        second.body,
        r#"{"error":"invalid_grant","error_description":"Invalid authorization code"}"#
    );
    assert_eq!(flaws(&centre), [Flaw::CodeUsed]);
}

#[tokio::test(start_paused = true)]
async fn the_mistake_in_a_secret_is_named() {
    for (secret, flaw) in [
        ("sealed%2Bof%2Fa%3D%3D", Flaw::SecretSealed),
        ("sealed+of/a==", Flaw::SecretSealed),
        ("secret-of-b", Flaw::SecretOfOther),
        ("secret-of-a%0A", Flaw::SecretPadded),
        ("other", Flaw::SecretWrong),
        ("", Flaw::SecretMissing),
    ] {
        let (centre, _) = centre();
        let code = centre.issue(A, &person());
        let body = right(&code).replace("secret-of-a", secret);
        let answered = centre.answer(A, &form(&body));
        assert_eq!((answered.status, flaws(&centre)), (403, vec![flaw]));
        // The code is still good for the right client.
        assert_eq!(centre.answer(A, &form(&right(&code))).status, 200);
    }
}

#[tokio::test(start_paused = true)]
async fn a_code_is_worth_nothing_to_another_enterprise() {
    let (centre, _) = centre();
    let code = centre.issue(A, &person());
    let body = right(&code).replace("-a", "-b");
    assert_eq!(centre.answer(B, &form(&body)).status, 400);
    assert_eq!(flaws(&centre), [Flaw::CodeOfOther]);
}

#[tokio::test(start_paused = true)]
async fn a_token_tells_its_bearer_for_two_hours_and_a_refresh_token_another() {
    let (centre, clock) = centre();
    let code = centre.issue(A, &person());
    let answered = centre.answer(A, &form(&right(&code)));
    let token = member(&answered, "access_token");
    let told = centre.answer(A, &userinfo(&token));
    assert_eq!(member(&told, "userName"), "user-1");
    assert_eq!(member(&told, "tenant"), "tenant-a");
    assert_eq!(centre.answer(B, &userinfo(&token)).status, 401);
    clock.skip(Duration::from_secs(7201));
    assert_eq!(centre.answer(A, &userinfo(&token)).status, 401);
    assert_eq!(flaws(&centre), [Flaw::BearerExpired]);
    let refresh = member(&answered, "refresh_token");
    let body = format!(
        "client_id=client-a&client_secret=secret-of-a&grant_type=refresh_token&refresh_token={refresh}"
    );
    let renewed = centre.answer(A, &form(&body));
    let told = centre.answer(A, &userinfo(&member(&renewed, "access_token")));
    assert_eq!(told.status, 200);
}

#[tokio::test(start_paused = true)]
async fn other_forms_of_a_token_request_are_told() {
    let (centre, _) = centre();
    let code = centre.issue(A, &person());
    let mut get = form("");
    get.method = "GET".to_owned();
    assert_eq!(centre.answer(A, &get).status, 405);
    let json = form(r#"{"grant_type":"authorization_code"}"#);
    let json = Call {
        headers: vec![("content-type".into(), "application/json".into())],
        ..json
    };
    assert_eq!(centre.answer(A, &json).status, 400);
    assert_eq!(flaws(&centre), [Flaw::Json]);
    let mut header = form(&format!("grant_type=authorization_code&code={code}"));
    let basic = "Basic Y2xpZW50LWE6c2VjcmV0LW9mLWE=".to_owned();
    header.headers.push(("Authorization".to_owned(), basic));
    assert_eq!(centre.answer(A, &header).status, 403);
    assert_eq!(flaws(&centre), [Flaw::ClientInHeader]);
    assert_eq!(centre.answer(A, &form(&right(&code))).status, 200);
    let mut address = form("");
    address.query = right(&centre.issue(A, &person()));
    assert_eq!(centre.answer(A, &address).status, 200);
    assert_eq!(flaws(&centre), [Flaw::InAddress]);
}

#[tokio::test(start_paused = true)]
async fn the_portal_sends_an_account_to_the_application_with_a_code() {
    let (centre, _) = centre();
    let mut asking = Call {
        method: "GET".to_owned(),
        path: "/unified-login".to_owned(),
        query: "ind=UNOP&appId=app".to_owned(),
        ..Call::default()
    };
    assert!(centre.answer(A, &asking).body.contains("user-1"));
    asking.query += "&user=user-1";
    let to = centre.answer(A, &asking).location.unwrap();
    let code = to.strip_prefix("http://127.0.0.1:9/login?code=").unwrap();
    let code = code.strip_suffix("&tenant=tenant-a").unwrap();
    assert_eq!(centre.answer(A, &form(&right(code))).status, 200);
}

#[tokio::test(start_paused = true)]
async fn a_logout_returns_to_the_application_and_to_nobody_else() {
    let (centre, _) = centre();
    let out = |to: &str| {
        let asking = Call {
            method: "GET".to_owned(),
            path: "/api/v1/logout".to_owned(),
            query: format!("redirect_url={to}"),
            ..Call::default()
        };
        centre.answer(A, &asking).location.unwrap()
    };
    assert_eq!(
        out("http%3A%2F%2F127.0.0.1%3A9%2Fbye"),
        "http://127.0.0.1:9/bye"
    );
    assert!(out("http%3A%2F%2Felsewhere.example").starts_with("/unified-login"));
}

#[tokio::test(start_paused = true)]
async fn what_is_kept_shows_no_secret() {
    let (centre, _) = centre();
    let code = centre.issue(A, &person());
    let token = member(&centre.answer(A, &form(&right(&code))), "access_token");
    centre.answer(A, &userinfo(&token));
    let kept = format!("{:?}", centre.asked());
    for secret in [code.as_str(), token.as_str(), "secret-of-a"] {
        assert!(!kept.contains(secret), "{secret}");
    }
}

fn ticket_of(service: &str, ticket: &str, format: &str) -> Call {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("service", service), ("ticket", ticket), ("format", format)])
        .finish();
    Call {
        method: "GET".to_owned(),
        path: "/api/v1/cas/p3/serviceValidate".to_owned(),
        query,
        ..Call::default()
    }
}

const SERVICE: &str = "http://127.0.0.1:9/login";

#[tokio::test(start_paused = true)]
async fn a_ticket_tells_once_whose_it_is_in_either_form() {
    let (centre, _) = centre();
    let ticket = centre.issue_ticket(A, &person());
    assert!(ticket.starts_with("ST-"));
    let asked = ticket_of(SERVICE, &ticket, "");
    let told: Value = serde_json::from_str(&centre.answer(A, &asked).body).unwrap();
    let success = &told["serviceResponse"]["authenticationSuccess"];
    assert_eq!(success["user"], "user-1");
    assert_eq!(success["attributes"]["tenant"], "tenant-a");
    let again = centre.answer(A, &asked);
    assert_eq!(again.status, 200);
    assert!(again.body.contains("INVALID_TICKET"), "{}", again.body);
    assert_eq!(flaws(&centre), [Flaw::TicketUsed]);
    let other = centre.issue_ticket(A, &person());
    let with_tenant = format!("{SERVICE}?tenant=tenant-a");
    let told = centre
        .answer(A, &ticket_of(&with_tenant, &other, "XML"))
        .body;
    assert!(told.contains("<cas:user>user-1</cas:user>"), "{told}");
    assert!(told.contains("<cas:role>user</cas:role>"), "{told}");
}

#[tokio::test(start_paused = true)]
async fn a_ticket_is_refused_at_another_enterprise_or_for_another_service() {
    let (centre, _) = centre();
    let ticket = centre.issue_ticket(A, &person());
    let refused = centre.answer(B, &ticket_of(SERVICE, &ticket, "xml"));
    assert!(
        refused.body.contains("code=\"INVALID_TICKET\""),
        "{}",
        refused.body
    );
    assert_eq!(flaws(&centre), [Flaw::TicketOfOther]);
    centre.answer(A, &ticket_of("http://127.0.0.1:9/home", &ticket, ""));
    assert_eq!(flaws(&centre), [Flaw::ServiceOther]);
    centre.answer(A, &ticket_of("", "", ""));
    assert_eq!(flaws(&centre), [Flaw::ServiceMissing, Flaw::TicketMissing]);
}

#[tokio::test(start_paused = true)]
async fn a_refresh_may_come_without_a_new_refresh_token() {
    let (centre, clock) = centre();
    centre.hold(Holding {
        seconds: 1,
        refreshes_anew: false,
        ..Holding::default()
    });
    let code = centre.issue(A, &person());
    let first = centre.answer(A, &form(&right(&code)));
    let refresh = member(&first, "refresh_token");
    clock.sleep(Duration::from_secs(2)).await;
    let expired = centre.answer(A, &userinfo(&member(&first, "access_token")));
    assert_eq!(expired.status, 401);
    let client = "client_id=client-a&client_secret=secret-of-a&grant_type=refresh_token";
    let second = centre.answer(A, &form(&format!("{client}&refresh_token={refresh}")));
    assert_eq!(
        (second.status, member(&second, "refresh_token").as_str()),
        (200, "")
    );
    assert!(centre.asked().last().unwrap().refreshes);
    let access = member(&second, "access_token");
    centre.answer(A, &form(&format!("{client}&refresh_token={access}")));
    assert_eq!(flaws(&centre), [Flaw::RefreshIsAccess]);
    centre.answer(A, &form(client));
    assert_eq!(flaws(&centre), [Flaw::RefreshMissing]);
}

#[tokio::test(start_paused = true)]
async fn a_refresh_token_that_was_followed_by_another_is_told() {
    let (centre, clock) = centre();
    let code = centre.issue(A, &person());
    let first = centre.answer(A, &form(&right(&code)));
    let again = |refresh: &str| {
        let client = "client_id=client-a&client_secret=secret-of-a&grant_type=refresh_token";
        form(&format!("{client}&refresh_token={refresh}"))
    };
    let old = again(&member(&first, "refresh_token"));
    let second = centre.answer(A, &old);
    assert_eq!(flaws(&centre), []);
    assert_eq!(centre.answer(A, &old).status, 200);
    assert_eq!(flaws(&centre), [Flaw::RefreshSuperseded]);
    centre.answer(A, &again(&member(&second, "refresh_token")));
    assert_eq!(flaws(&centre), []);
    // Time that stands still ends no token.
    let token = member(&second, "access_token");
    centre.freeze();
    clock.skip(Duration::from_hours(3));
    assert_eq!(centre.answer(A, &userinfo(&token)).status, 200);
    centre.thaw();
    assert_eq!(centre.answer(A, &userinfo(&token)).status, 401);
}

#[tokio::test(start_paused = true)]
async fn a_code_may_bring_no_refresh_token() {
    let (centre, _) = centre();
    centre.hold(Holding {
        refreshable: false,
        ..Holding::default()
    });
    let code = centre.issue(A, &person());
    let answered = centre.answer(A, &form(&right(&code)));
    assert_eq!(answered.status, 200);
    assert!(
        !answered.body.contains("refresh_token"),
        "{}",
        answered.body
    );
}

#[tokio::test(start_paused = true)]
async fn what_was_given_to_an_account_that_is_admitted_no_more_is_worth_nothing() {
    let (centre, _) = centre();
    let code = centre.issue(A, &person());
    let token = member(&centre.answer(A, &form(&right(&code))), "access_token");
    let (later, ticket) = (
        centre.issue(A, &person()),
        centre.issue_ticket(A, &person()),
    );
    centre.admit(A, Vec::new());
    assert_eq!(centre.answer(A, &userinfo(&token)).status, 401);
    assert_eq!(flaws(&centre), [Flaw::NotAdmitted]);
    assert_eq!(centre.answer(A, &form(&right(&later))).status, 400);
    let told = centre.answer(A, &ticket_of(SERVICE, &ticket, ""));
    assert!(told.body.contains("INVALID_TICKET"), "{}", told.body);
    let admin = Person {
        role: "admin",
        ..person()
    };
    centre.admit(A, vec![admin]);
    let told = centre.answer(A, &userinfo(&token));
    assert_eq!(member(&told, "role"), "admin");
}

#[tokio::test(start_paused = true)]
async fn who_is_logged_in_at_the_centre_comes_to_the_application_at_once_until_the_logout() {
    let (centre, _) = centre();
    let get = |path: &str, query: &str, cookie: &str| Call {
        method: "GET".to_owned(),
        path: path.to_owned(),
        query: query.to_owned(),
        headers: vec![("Cookie".to_owned(), cookie.to_owned())],
        ..Call::default()
    };
    let chosen = get("/unified-login", "ind=UNOP&appId=app&user=user-1", "");
    let cookie = centre.answer(A, &chosen).cookie.unwrap();
    let asked = "client_id=client-a&response_type=code&state=7&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Flogin";
    let to = |cookie: &str| {
        let asking = get("/api/v1/oauth2/authorize", asked, cookie);
        centre.answer(A, &asking).location.unwrap()
    };
    let at_once = to(&cookie);
    assert!(at_once.starts_with("http://127.0.0.1:9/login?code="));
    assert!(at_once.ends_with("&state=7"), "{at_once}");
    centre.answer(A, &get("/api/v1/logout", "", &cookie));
    assert!(to(&cookie).starts_with("/unified-login"));
}
