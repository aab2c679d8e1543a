//! The kit's addresses: what is stored once, and what comes before the signature.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use galleria_protocol::kit::Call;
use galleria_protocol::kit::secret::{OaepHash, PublicKey, SEED_LEN};
use galleria_protocol::{Api, Key, kit, kit_signature};
use galleria_seller::Seller;
use galleria_seller::kit::{KIT_KEY, TEST_PUBLIC_KEY};
use http_body_util::BodyExt;
use serde_json::{Map, Value, json};
use tower::ServiceExt;

use crate::market::{key, reference};

fn tenant(flag: u8) -> Value {
    json!({
        "instanceId": "", "orderId": "", "tenantId": "t1", "tenantCode": "code", "name": "企业",
        "domainName": "https://t1.example", "flag": flag, "testFlag": 0,
        "timeStamp": "20260101080000000",
    })
}

fn application(secret: &str) -> Value {
    json!({
        "instanceId": "", "tenantId": "t1", "appId": "a1", "clientId": "c1", "clientSecret": secret,
        "flag": 1, "testFlag": 0, "timeStamp": "20260101080000000",
    })
}

/// Calls the seller over V2, signed with that key; gives the code of the answer.
async fn call(seller: &Seller, call: Call, key: &str, nonce: &str, body: &Value) -> String {
    let path = format!("/produceAPI{}", call.path(Api::V2));
    let body = body.to_string();
    let mut request = Request::post(path);
    for (name, value) in
        kit_signature::headers(&Key::new(key), nonce, seller.now(), body.as_bytes())
    {
        request = request.header(name, value);
    }
    let request = request.body(Body::from(body)).unwrap();
    code(seller, request).await
}

async fn code(seller: &Seller, request: Request<Body>) -> String {
    let answer = seller.router().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    let object: Map<String, Value> = serde_json::from_slice(&body).unwrap();
    object["resultCode"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_enterprise_is_stored_once_and_goes_once() {
    let seller = reference();
    for (nonce, flag, left) in [("n1", 1, 1), ("n2", 1, 1), ("n3", 0, 0), ("n4", 0, 0)] {
        let code = call(&seller, Call::Tenant, KIT_KEY, nonce, &tenant(flag)).await;
        assert_eq!((code.as_str(), seller.records().count()), ("000000", left));
    }
}

#[tokio::test]
async fn a_secret_is_decrypted_behind_the_signature_alone() {
    let seller = reference();
    let public = PublicKey::from_text(TEST_PUBLIC_KEY).unwrap();
    let secret = public
        .encrypt(OaepHash::Sha256, &[7; SEED_LEN], "made-up-secret")
        .unwrap();
    let told = |nonce, key, secret| {
        let (seller, body) = (seller.clone(), application(secret));
        async move { call(&seller, Call::Application, key, nonce, &body).await }
    };
    assert_eq!(told("n1", "another-key", "no cipher").await, "000001");
    assert_eq!(told("n2", KIT_KEY, "no cipher").await, "000101");
    assert_eq!(told("n3", KIT_KEY, &secret).await, "000000");
    assert_eq!(seller.records().count(), 1);
}

#[tokio::test]
async fn v1_signs_under_the_key_of_the_base_interfaces() {
    let seller = reference();
    let body = tenant(1);
    let token = kit::token::sign(
        &key(),
        body.as_object().unwrap(),
        kit::token::Appended::TimeStamp,
    );
    let post = |token: &str| {
        let request = Request::post(format!("/produceAPI{}", Call::Tenant.path(Api::V1)));
        let request = request.header(kit::token::HEADER, token);
        request.body(Body::from(body.to_string())).unwrap()
    };
    assert_eq!(code(&seller, post("forged")).await, "000001");
    assert_eq!(code(&seller, post(&token)).await, "000000");
}
