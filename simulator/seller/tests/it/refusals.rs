//! What is refused, with which code; always with 200 and a right Body-Sign.

use crate::market::{call, ending, get, params, purchase, reference, renewal, target, upgrade};

#[tokio::test(start_paused = true)]
async fn bad_or_missing_token_is_000001() {
    let seller = reference();
    let good = target(&purchase("CS1", "b1"));
    let missing = good.split("&authToken").next().unwrap();
    for bad in [
        good.replace("CS1", "CS2"),
        missing.to_owned(),
        format!("{good}x"),
    ] {
        assert_eq!(get(&seller, &bad).await.code(), "000001", "{bad}");
    }
    assert!(seller.store().instances().is_empty());
}

#[tokio::test(start_paused = true)]
async fn call_without_any_query_is_000001() {
    assert_eq!(get(&reference(), "/produceAPI").await.code(), "000001");
}

#[tokio::test(start_paused = true)]
async fn unknown_instance_is_000003() {
    let seller = reference();
    let freeze = params(
        "instanceStatus",
        &[("instanceId", "x"), ("instanceStatus", "FREEZE")],
    );
    for scene in [
        renewal("x", "CS2"),
        ending("expireInstance", "x", "CS1"),
        ending("releaseInstance", "x", "CS1"),
        upgrade("x", "CS3"),
        freeze,
        params("queryInstance", &[("instanceId", "x,y")]),
    ] {
        assert_eq!(call(&seller, &scene).await.code(), "000003", "{scene:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn released_instance_is_not_revived() {
    let seller = reference();
    call(&seller, &purchase("CS1", "b1")).await;
    call(&seller, &ending("releaseInstance", "b1", "CS1")).await;
    let thaw = params(
        "instanceStatus",
        &[("instanceId", "b1"), ("instanceStatus", "NORMAL")],
    );
    for scene in [renewal("b1", "CS2"), upgrade("b1", "CS3"), thaw] {
        assert_eq!(call(&seller, &scene).await.code(), "000003", "{scene:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn unknown_activity_is_000002() {
    let seller = reference();
    assert_eq!(
        call(&seller, &params("updateInstanceStatus", &[]))
            .await
            .code(),
        "000002"
    );
    assert_eq!(call(&seller, &params("", &[])).await.code(), "000002");
}

#[tokio::test(start_paused = true)]
async fn missing_mandatory_parameter_is_000002() {
    let seller = reference();
    for name in ["customerId", "orderId", "businessId"] {
        let mut order = purchase("CS1", "b1");
        order.remove(name);
        assert_eq!(call(&seller, &order).await.code(), "000002", "{name}");
    }
    assert_eq!(
        call(&seller, &params("expireInstance", &[])).await.code(),
        "000002"
    );
    assert!(seller.store().instances().is_empty());
}
