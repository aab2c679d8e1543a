//! Every fault is a fault: some call of a long history shows it, and not all of them do.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use galleria_seller::{Entry, faults};

use crate::history::play;
use crate::market::{call, purchase, reference, seller};

#[tokio::test(start_paused = true)]
async fn every_fault_shows_somewhere() {
    let right = reference();
    let expected = (play(&right).await, right.store().instances());
    let one_at_a_time = |fault: &&Entry| fault.name != "concurrent-retries-race";
    for fault in faults::all().iter().filter(one_at_a_time) {
        let wrong = seller((fault.make)());
        let seen = (play(&wrong).await, wrong.store().instances());
        assert!(seen != expected, "{} does nothing wrong", fault.name);
    }
}

#[tokio::test(start_paused = true)]
async fn race_shows_in_concurrent_calls_only() {
    let racing = seller((faults::find("concurrent-retries-race").unwrap().make)());
    let (before, after) = (purchase("CS1", "b1"), purchase("CS1", "b2"));
    let first = call(&racing, &before).await.text("instanceId");
    assert_eq!(call(&racing, &after).await.text("instanceId"), first);
    let orders: Vec<_> = (0..8).map(|n| purchase("CS2", &format!("b{n}"))).collect();
    let answers = join_all(orders.iter().map(|order| call(&racing, order))).await;
    let ids: BTreeSet<_> = answers
        .iter()
        .map(|answer| answer.text("instanceId"))
        .collect();
    assert!(ids.len() > 1);
}
