//! What the books hold of an order that got more than one instance.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::market::{Billing, Draft, Goods, Market, Subject, Terms};
use galleria_marketplace::mint::Mint;
use galleria_protocol::{Activity, Api};

fn market() -> Market {
    let clock = Clock::starting_at(chrono::DateTime::UNIX_EPOCH);
    let terms = Arc::new(Terms::default());
    Market::new(
        Api::V1,
        Billing::Period,
        Goods::default(),
        terms,
        clock,
        Mint::new(1, 1, "books"),
    )
}

fn draft(market: &mut Market, activity: Activity) -> Draft {
    let subject = Subject {
        activity,
        purchase: "first".to_owned(),
        customer: "buyer".to_owned(),
        test: false,
        order_of: None,
    };
    market.draft(subject).unwrap()
}

fn held(market: &Market) -> Vec<String> {
    market
        .unreleased()
        .into_iter()
        .map(|held| held.instance)
        .collect()
}

#[tokio::test(start_paused = true)]
async fn every_instance_that_came_to_light_is_released() {
    let mut market = market();
    let buy = draft(&mut market, Activity::NewInstance);
    market.came_to_light(&buy, "lost");
    for told in ["own", "own", "other"] {
        market.enter(&buy, Some(told));
    }
    assert_eq!(held(&market), ["own", "lost", "other"]);
    let further = market.unreleased().remove(2);
    let release = market.release(&further);
    assert_eq!(release.params.get("instanceId"), Some("other"));
    assert_eq!(release.params.get("orderId"), buy.params.get("orderId"));
}

#[tokio::test(start_paused = true)]
async fn a_lost_instance_that_the_retry_tells_is_held_once() {
    let mut market = market();
    let buy = draft(&mut market, Activity::NewInstance);
    market.came_to_light(&buy, "own");
    market.enter(&buy, Some("own"));
    assert_eq!(held(&market), ["own"]);
    let release = draft(&mut market, Activity::ReleaseInstance);
    market.enter(&release, None);
    assert_eq!(held(&market), Vec::<String>::new());
}
