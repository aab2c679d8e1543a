//! A console under load for a moment: what it confirms is there. The example `load` does it for longer.

#[path = "../../examples/load/client.rs"]
mod client;

use std::time::Duration;

use client::{Load, put};

use crate::support::{KEY, Running, seller};

#[tokio::test]
async fn what_is_confirmed_under_load_is_there() {
    let console = Running::start().await;
    let load = Load {
        console: console.origin(),
        seller: seller(None).await,
        key: KEY.to_owned(),
        requests: 300,
        apart: Duration::from_millis(1),
    };
    let told = put(&load).await;
    assert!(told.is_good(), "{told}");
    // The seller's address and one of five.
    assert_eq!(told.added, 61, "{told}");
    assert!(told.removed > 0, "{told}");
}
