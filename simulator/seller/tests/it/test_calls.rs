//! The debug step and the dial test: any case, any order, any number of times.

use crate::market::{
    Answered, as_test, call, ending, params, purchase, reference, renewal, upgrade,
};

fn cases() -> Vec<galleria_protocol::Params> {
    let id = "huaiweitest123456";
    let freeze = [("instanceId", id), ("instanceStatus", "FREEZE")];
    vec![
        purchase("CS1906666666ABCDE", "b1"),
        renewal(id, "CS2"),
        upgrade(id, "CS3"),
        params("instanceStatus", &freeze),
        params("queryInstance", &[("instanceId", id)]),
        ending("expireInstance", id, "CS1"),
        ending("releaseInstance", id, "CS1"),
    ]
    .into_iter()
    .map(as_test)
    .collect()
}

#[tokio::test(start_paused = true)]
async fn test_calls_succeed_in_any_order_and_number() {
    let seller = reference();
    let forth = cases();
    let back: Vec<_> = cases().into_iter().rev().collect();
    for case in back.iter().chain(&forth).chain(&forth).chain(&back) {
        assert_eq!(call(&seller, case).await.code(), "000000", "{case:?}");
    }
    assert!(seller.store().instances().is_empty());
}

#[tokio::test(start_paused = true)]
async fn test_purchase_answers_instance_and_address() {
    let seller = reference();
    let told = |answer: Answered| {
        assert!(answer.json()["appInfo"]["frontEndUrl"].is_string());
        answer.text("instanceId")
    };
    let first = told(call(&seller, &as_test(purchase("CS1", "b1"))).await);
    let again = told(call(&seller, &as_test(purchase("CS1", "b2"))).await);
    let other = told(call(&seller, &as_test(purchase("CS2", "b3"))).await);
    assert_eq!(first, again);
    assert_ne!(first, other);
}

#[tokio::test(start_paused = true)]
async fn test_call_changes_nothing() {
    let seller = reference();
    call(&seller, &purchase("CS1", "b1")).await;
    let before = seller.store().instances();
    for scene in [
        purchase("CS1", "b9"),
        renewal("b1", "CS2"),
        upgrade("b1", "CS3"),
        ending("expireInstance", "b1", "CS1"),
        ending("releaseInstance", "b1", "CS1"),
    ] {
        call(&seller, &as_test(scene)).await;
    }
    assert_eq!(seller.store().instances(), before);
}

#[tokio::test(start_paused = true)]
async fn only_flag_one_marks_a_test() {
    for flag in ["0", "", "true"] {
        let seller = reference();
        let mut order = purchase("CS1", "b1");
        order.set("testFlag", flag);
        call(&seller, &order).await;
        assert_eq!(seller.store().instances().len(), 1, "testFlag={flag}");
    }
}
