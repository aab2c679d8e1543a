//! The same call again: in turn, and all at once.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use galleria_seller::{Seller, faults, variations};

use crate::market::{call, ending, params, purchase, reference, renewal, seller, upgrade};

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

/// How many instance ids an order is told that comes `times` times at once, and how many calls are
/// refused.
async fn at_once(seller: &Seller, times: usize) -> (usize, usize) {
    let params: Vec<_> = (0..times)
        .map(|n| purchase("CS1", &format!("b{n}")))
        .collect();
    let answers = join_all(params.iter().map(|params| call(seller, params))).await;
    let (taken, refused): (Vec<_>, Vec<_>) =
        answers.iter().partition(|answer| answer.code() == "000000");
    let ids: BTreeSet<_> = taken
        .iter()
        .map(|answer| answer.text("instanceId"))
        .collect();
    (ids.len(), refused.len())
}

#[tokio::test(start_paused = true)]
async fn a_race_shows_however_many_calls_come_at_once() {
    for fault in ["concurrent-retries-race", "orders-written-down-last"] {
        for times in [2, 8, 32] {
            let seller = seller((faults::find(fault).unwrap().make)());
            assert_eq!(at_once(&seller, times).await, (times, 0), "{fault}");
            let again = call(&seller, &purchase("CS1", "later")).await;
            assert_eq!(again.code(), "000000");
            assert_eq!(seller.instances_of("CS1"), times, "{fault}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_second_call_fails_the_order_for_good() {
    let seller = seller((faults::find("order-failed-by-second-call").unwrap().make)());
    assert_eq!(at_once(&seller, 2).await, (1, 1));
    let again = call(&seller, &purchase("CS1", "later")).await;
    assert_eq!(again.code(), "000005");
    let other = call(&seller, &purchase("CS2", "other")).await;
    assert_eq!(other.code(), "000000");
}

#[tokio::test(start_paused = true)]
async fn a_second_call_that_is_put_off_finds_the_instance_later() {
    let seller = seller((variations::find("second-call-put-off").unwrap().make)());
    assert_eq!(at_once(&seller, 8).await, (1, 7));
    let again = call(&seller, &purchase("CS1", "later")).await;
    assert_eq!(again.text("instanceId"), "b0");
    assert_eq!(seller.instances_of("CS1"), 1);
}

#[tokio::test(start_paused = true)]
async fn sellers_that_serve_one_behind_the_other_serve_all() {
    for variation in ["one-call-at-a-time", "one-connection-at-a-time"] {
        let seller = seller((variations::find(variation).unwrap().make)());
        assert_eq!(at_once(&seller, 32).await, (1, 0), "{variation}");
    }
}
