//! The same call again: in turn, and all at once.

use std::collections::BTreeSet;

use crate::market::{call, ending, params, purchase, reference, renewal, upgrade};

#[tokio::test(start_paused = true)]
async fn repeat_of_new_order_keeps_instance_and_login() {
    let seller = reference();
    let first = call(&seller, &purchase("CS1", "b1")).await;
    let login = seller.store().find("b1").unwrap().login;
    let again = call(&seller, &purchase("CS1", "b2")).await;
    assert_eq!(again.text("instanceId"), first.text("instanceId"));
    assert_eq!(seller.store().instances().len(), 1);
    assert_eq!(seller.store().find("b1").unwrap().login, login);
    assert_ne!(
        again.json()["appInfo"]["password"],
        first.json()["appInfo"]["password"]
    );
}

#[tokio::test(start_paused = true)]
async fn every_scene_takes_its_repeat() {
    let seller = reference();
    call(&seller, &purchase("CS1", "b1")).await;
    let freeze = params(
        "instanceStatus",
        &[("instanceId", "b1"), ("instanceStatus", "FREEZE")],
    );
    for scene in [
        renewal("b1", "CS2"),
        upgrade("b1", "CS3"),
        freeze,
        ending("expireInstance", "b1", "CS1"),
        ending("releaseInstance", "b1", "CS1"),
    ] {
        for _ in 0..3 {
            assert_eq!(call(&seller, &scene).await.code(), "000000", "{scene:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn late_repeat_of_renewal_has_no_second_effect() {
    let seller = reference();
    call(&seller, &purchase("CS1", "b1")).await;
    call(&seller, &renewal("b1", "CS2")).await;
    call(&seller, &ending("expireInstance", "b1", "CS1")).await;
    assert_eq!(call(&seller, &renewal("b1", "CS2")).await.code(), "000000");
    assert!(seller.store().find("b1").unwrap().condition.expired);
}

#[tokio::test(flavor = "multi_thread")]
async fn order_delivered_32_times_at_once_makes_one_instance() {
    let seller = reference();
    let deliveries: Vec<_> = (0..32)
        .map(|n| {
            let seller = seller.clone();
            tokio::spawn(async move {
                call(&seller, &purchase("CS1", &format!("b{n}")))
                    .await
                    .text("instanceId")
            })
        })
        .collect();
    let mut ids = BTreeSet::new();
    for delivery in deliveries {
        ids.insert(delivery.await.unwrap());
    }
    assert_eq!(ids.len(), 1);
    assert_eq!(seller.store().instances().len(), 1);
}
