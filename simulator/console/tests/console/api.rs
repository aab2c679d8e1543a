//! The console for programs.

use reqwest::{Method, Response};
use serde_json::{Value, json};

use crate::support::{KEY, Running, TOKEN, seller};

async fn asked(console: &Running, method: Method, path: &str, body: Option<Value>) -> (u16, Value) {
    let mut request = console.ask(method, path);
    if let Some(body) = body {
        request = request
            .header("content-type", "application/json")
            .body(body.to_string());
    }
    told(request.send().await.unwrap()).await
}

async fn told(answer: Response) -> (u16, Value) {
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap();
    (status, serde_json::from_str(&text).unwrap_or(Value::Null))
}

fn address(url: &str) -> Value {
    json!({ "name": "first", "url": url, "profile": "cn-v1", "billing": "period", "key": KEY })
}

#[tokio::test]
async fn the_document_describes_what_is_there() {
    let console = Running::start().await;
    let (status, document) = asked(&console, Method::GET, "/api/openapi.json", None).await;
    assert_eq!(status, 200);
    assert!(
        document["openapi"].as_str().unwrap().starts_with("3.1"),
        "{}",
        document["openapi"]
    );
    let paths = document["paths"].as_object().unwrap();
    assert!(paths.len() >= 14, "{:?}", paths.keys());
    for (path, operations) in paths {
        for (method, operation) in operations.as_object().unwrap() {
            assert!(
                operation["summary"].is_string() && operation["operationId"].is_string(),
                "{method} {path}"
            );
            assert!(operation["responses"]["5XX"].is_object(), "{method} {path}");
            // No method of a path that is described is unknown to the server.
            let method = method.to_uppercase().parse().unwrap();
            let path = path
                .replace("{id}", "99")
                .replace("{name}", "none")
                .replace("{scene}", "none");
            let (status, _) = asked(&console, method, &path, Some(json!({}))).await;
            assert_ne!(status, 405, "{path}");
        }
    }
}

#[tokio::test]
async fn an_address_is_added_changed_debugged_checked_and_removed() {
    let console = Running::start().await;
    let url = seller(Some("signs-key-and-timestamp")).await;
    let (status, added) = asked(
        &console,
        Method::POST,
        "/api/addresses",
        Some(address(&url)),
    )
    .await;
    assert_eq!(status, 201, "{added}");
    assert!(!added.to_string().contains(KEY));
    let at = format!("/api/addresses/{}", added["id"]);
    let (_, reached) = asked(&console, Method::POST, &format!("{at}/reach"), None).await;
    assert_eq!(reached["reached"], true, "{reached}");

    let scene = format!("{at}/debug/newInstance");
    let (_, form) = asked(&console, Method::GET, &scene, None).await;
    let mut parameters = form["parameters"].clone();
    parameters["orderId"] = json!("CS1906666666ABCDE");
    let call = json!({ "parameters": parameters });
    let (status, came) = asked(&console, Method::POST, &scene, Some(call)).await;
    assert_eq!(status, 200, "{came}");
    assert_eq!(came["passes"], false);
    assert_eq!(came["stopped"]["message"], "body-sign-differs");
    assert_eq!(
        came["findings"][0]["cause"],
        "signed-with-key-and-timestamp"
    );
    assert!(
        came["request"]["url"]
            .as_str()
            .unwrap()
            .contains("orderId=CS1906666666ABCDE")
    );
    let only = json!({ "only_request": true });
    let (_, came) = asked(&console, Method::POST, &scene, Some(only)).await;
    assert!(
        came["answer"].is_null() && came["passes"].is_null(),
        "{came}"
    );

    let mut mended = address(&seller(None).await);
    mended.as_object_mut().unwrap().remove("key");
    let (status, changed) = asked(&console, Method::PUT, &at, Some(mended)).await;
    assert_eq!(status, 200, "{changed}");
    let save = json!({ "save": "buys" });
    let (_, came) = asked(&console, Method::POST, &scene, Some(save)).await;
    assert_eq!(
        (&came["passes"], &came["saved"]),
        (&json!(true), &json!("buys")),
        "{came}"
    );
    let (_, ran) = asked(&console, Method::POST, &format!("{at}/cases/run"), None).await;
    assert_eq!(ran[0]["passes"], true, "{ran}");
    assert_eq!(
        asked(&console, Method::DELETE, "/api/cases/buys", None)
            .await
            .0,
        204
    );

    let choice = json!({ "scenarios": ["debug-calls"] });
    let (status, check) = asked(
        &console,
        Method::POST,
        &format!("{at}/checks"),
        Some(choice),
    )
    .await;
    assert_eq!(status, 202, "{check}");
    let here = format!("/api/checks/{}", check["id"]);
    console
        .get(&format!("/checks/{}/live", check["id"]))
        .await
        .text()
        .await
        .unwrap();
    let (_, check) = asked(&console, Method::GET, &here, None).await;
    assert_eq!(check["standing"], "pass", "{check}");
    let files = check["files"].as_str().unwrap();
    assert_eq!(
        console.get(&format!("{files}report.json")).await.status(),
        200
    );
    assert_eq!(asked(&console, Method::DELETE, &here, None).await.0, 204);
    assert_eq!(asked(&console, Method::DELETE, &at, None).await.0, 204);
    assert_eq!(asked(&console, Method::GET, &at, None).await.0, 404);
}

#[tokio::test]
async fn failures_are_told_as_problems() {
    let console = Running::start().await;
    let unknown_member = json!({ "name": "x", "secret": 1 });
    for (method, path, body, status) in [
        (Method::GET, "/api/addresses/99", None, 404),
        (Method::GET, "/api/addresses/none", None, 400),
        (Method::GET, "/api/explain", None, 400),
        (Method::POST, "/api/addresses", Some(unknown_member), 422),
        // Members by position.
        (
            Method::POST,
            "/api/addresses/99/campaigns",
            Some(json!([null, null])),
            422,
        ),
        (
            Method::POST,
            "/api/addresses",
            Some(address("ftp://x")),
            422,
        ),
        (Method::POST, "/api/addresses", None, 415),
    ] {
        let mut request = console.ask(method.clone(), path);
        if let Some(body) = body {
            request = request
                .header("content-type", "application/json")
                .body(body.to_string());
        }
        let answer = request.send().await.unwrap();
        let kind = answer.headers()["content-type"]
            .to_str()
            .unwrap()
            .to_owned();
        let (found, problem) = told(answer).await;
        assert_eq!(
            (found, kind.as_str()),
            (status, "application/problem+json"),
            "{method} {path}"
        );
        assert_eq!(problem["status"], status);
        assert!(
            problem["detail"]
                .as_str()
                .is_some_and(|detail| !detail.is_empty()),
            "{problem}"
        );
    }
}

#[tokio::test]
async fn programs_show_the_token_and_rules_are_told() {
    let console = Running::guarded().await;
    for path in ["/api/rules", "/api/nothing"] {
        let (status, problem) = told(console.get(path).await).await;
        assert_eq!((status, &problem["status"]), (401, &json!(401)), "{path}");
    }
    let request = console.ask(Method::GET, "/api/nothing").bearer_auth(TOKEN);
    let (status, problem) = told(request.send().await.unwrap()).await;
    assert_eq!((status, &problem["status"]), (404, &json!(404)));
    let request = console
        .ask(Method::GET, "/api/rules/SIG004")
        .bearer_auth(TOKEN);
    let (status, rule) = told(request.send().await.unwrap()).await;
    assert_eq!((status, &rule["id"]), (200, &json!("SIG004")));
    let request = console
        .ask(
            Method::GET,
            "/api/explain?text=signed-with-key-and-timestamp",
        )
        .bearer_auth(TOKEN);
    let (_, meaning) = told(request.send().await.unwrap()).await;
    assert_eq!(meaning["cause"]["slug"], "signed-with-key-and-timestamp");
}
