//! The ordinary life of an instance.

use galleria_protocol::cipher::{self, EncryptType};

use crate::market::{call, ending, key, params, purchase, reference, renewal, upgrade};

#[tokio::test(start_paused = true)]
async fn period_product_lives_from_purchase_to_release() {
    let seller = reference();
    assert_eq!(
        call(&seller, &purchase("CS1", "b1"))
            .await
            .text("instanceId"),
        "b1"
    );
    assert_eq!(call(&seller, &renewal("b1", "CS2")).await.code(), "000000");
    let found = seller.store().find("b1").unwrap();
    assert_eq!(found.expire_time.as_deref(), Some("20270101000000"));
    assert_eq!(call(&seller, &upgrade("b1", "CS3")).await.code(), "000000");
    assert_eq!(
        call(&seller, &ending("expireInstance", "b1", "CS1"))
            .await
            .code(),
        "000000"
    );
    assert!(seller.store().find("b1").unwrap().condition.expired);
    assert_eq!(
        call(&seller, &ending("releaseInstance", "b1", "CS1"))
            .await
            .code(),
        "000000"
    );
    assert!(seller.store().find("b1").unwrap().condition.released);
}

#[tokio::test(start_paused = true)]
async fn purchase_answers_address_and_encrypted_login() {
    let seller = reference();
    let answer = call(&seller, &purchase("CS1", "b1")).await;
    assert_eq!(answer.code(), "000000");
    let document = answer.json();
    assert_eq!(document["encryptType"], "1");
    let info = &document["appInfo"];
    assert_eq!(info["frontEndUrl"], "https://app.seller.example/app");
    let login = seller.store().find("b1").unwrap().login;
    for (member, plain) in [("userName", login.user_name), ("password", login.password)] {
        let wire = info[member].as_str().unwrap();
        assert!(wire.len() <= 128);
        assert_eq!(
            cipher::decrypt(&key(), EncryptType::Aes256, wire),
            Ok(plain)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn memo_goes_out_in_escapes() {
    let answer = call(&reference(), &purchase("CS1", "b1")).await;
    assert!(answer.body().is_ascii());
    assert!(
        String::from_utf8(answer.body())
            .unwrap()
            .contains(r#""memo":"\u9996"#)
    );
}

#[tokio::test(start_paused = true)]
async fn renewal_after_expiry_unfreezes() {
    let seller = reference();
    call(&seller, &purchase("CS1", "b1")).await;
    call(&seller, &ending("expireInstance", "b1", "CS1")).await;
    assert_eq!(call(&seller, &renewal("b1", "CS2")).await.code(), "000000");
    assert!(seller.store().find("b1").unwrap().condition.is_usable());
}

#[tokio::test(start_paused = true)]
async fn trial_becomes_formal() {
    let seller = reference();
    let mut trial = purchase("CS1", "b1");
    trial.push("trialFlag", "1");
    call(&seller, &trial).await;
    assert!(seller.store().find("b1").unwrap().trial);
    let mut conversion = renewal("b1", "CS2");
    conversion.push("trialToFormal", "1");
    conversion.push("productId", "formal");
    assert_eq!(call(&seller, &conversion).await.code(), "000000");
    let instance = seller.store().find("b1").unwrap();
    assert_eq!(
        (instance.trial, instance.product_id.as_deref()),
        (false, Some("formal"))
    );
}

#[tokio::test(start_paused = true)]
async fn metered_instance_is_frozen_queried_and_unfrozen() {
    let seller = reference();
    let mut order = purchase("CS1", "b1");
    order.set("chargingMode", "0");
    call(&seller, &order).await;
    let status = |to| {
        params(
            "instanceStatus",
            &[("instanceId", "b1"), ("instanceStatus", to)],
        )
    };
    assert_eq!(call(&seller, &status("FREEZE")).await.code(), "000000");
    assert!(seller.store().find("b1").unwrap().condition.frozen);
    assert_eq!(call(&seller, &status("NORMAL")).await.code(), "000000");
    assert!(seller.store().find("b1").unwrap().condition.is_usable());
    let query = params("queryInstance", &[("instanceId", "none,b1")]);
    let answer = call(&seller, &query).await;
    assert_eq!(answer.code(), "000000");
    let info = answer.json()["info"].clone();
    assert_eq!(info.as_array().unwrap().len(), 1);
    assert_eq!(info[0]["instanceId"], "b1");
    assert_eq!(info[0]["usageInfo"][0]["usageValue"], 12.5);
    assert_eq!(
        info[0]["usageInfo"][0]["statisticalTime"],
        "20260101000000000"
    );
}

#[tokio::test(start_paused = true)]
async fn items_of_an_on_demand_order_are_instances_of_their_own() {
    let seller = reference();
    for (business, product) in [("b1", "p1"), ("b2", "p2"), ("b3", "p1")] {
        let mut item = purchase("CS1", business);
        item.set("chargingMode", "0");
        item.set("productId", product);
        let id = call(&seller, &item).await.text("instanceId");
        assert_eq!(id, if product == "p1" { "b1" } else { "b2" });
    }
}

#[tokio::test(start_paused = true)]
async fn same_seed_and_calls_give_same_bytes() {
    let (one, other) = (reference(), reference());
    for order in ["CS1", "CS2", "CS1"] {
        let order = purchase(order, order);
        assert_eq!(call(&one, &order).await, call(&other, &order).await);
    }
}

#[tokio::test(start_paused = true)]
async fn unknown_parameters_are_ignored() {
    let mut order = purchase("CS1", "b1");
    order.push("someNewThing", "a+b c/d=");
    assert_eq!(call(&reference(), &order).await.code(), "000000");
}
