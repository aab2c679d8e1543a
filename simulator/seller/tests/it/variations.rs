//! Every variation is lawful: whatever it answers is signed, JSON, and in time.

use std::time::Duration;

use galleria_protocol::v1::Activity;
use galleria_seller::door::Door;
use galleria_seller::variations;

use crate::history::{play, rightful};
use crate::market::{Answered, reference, seller, target};

/// Variations of other areas that are about V2 alone.
const OF_V2: [&str; 4] = [
    "changes-not-allowed",
    "instance-id-alone",
    "no-change-checks",
    "usage-pushed-only",
];

#[tokio::test(start_paused = true)]
async fn every_variation_differs_lawfully() {
    let right = play(&reference()).await;
    for variation in variations::all() {
        let name = variation.name;
        let seen = play(&seller((variation.make)())).await;
        // Some show only where calls come side by side, or outside the bytes of the answer.
        // What is V2's or licences' alone the history does not show either.
        let elsewhere = [
            "asynchronous",
            "fresh",
            "kit",
            "licence",
            "licence_code",
            "licence_online",
            "notices",
            "open_api",
        ]
        .contains(&variation.area)
            || OF_V2.contains(&name)
            || (variation.make)().door() != Door::default()
            || ["closes-without-saying", "one-connection-at-a-time"].contains(&name);
        assert!(seen != right || elsewhere, "{name} does nothing unusual");
        for call in seen {
            let answered = Answered {
                raw: call.raw.expect(name),
            };
            assert!(
                answered.is_proper(),
                "{name}: {}",
                String::from_utf8_lossy(&answered.raw)
            );
            assert!(call.elapsed <= Duration::from_secs(4), "{name}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn variations_agree_with_the_reference_about_success() {
    let lawful = [
        "no-upgrades",
        "forgets-released-instances",
        "expiry-of-released-refused",
        "aes128-contacts-only",
        "missing-instance-unknown",
        "no-trials",
        "emoji-name-called-invalid",
        "form-decoding-only",
        "released-instance-as-invalid",
        "stock-runs-out",
        "test-call-of-real-instance-refused",
        "three-in-stock",
        "unknown-activity-as-internal-error",
        "unknown-ids-refused",
    ];
    let ids_differ = ["long-instance-ids", "ids-of-its-own"];
    let right = play(&reference()).await;
    for variation in variations::all() {
        if lawful.contains(&variation.name) || ids_differ.contains(&variation.name) {
            continue;
        }
        for (seen, right) in play(&seller((variation.make)()))
            .await
            .into_iter()
            .zip(&right)
        {
            let code = |raw: &Option<Vec<u8>>| {
                Answered {
                    raw: raw.clone().unwrap(),
                }
                .code()
            };
            assert_eq!(
                code(&seen.raw),
                code(&right.raw),
                "{}: {}",
                variation.name,
                seen.target
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn seller_without_upgrades_refuses_them_and_nothing_else() {
    let make = variations::find("no-upgrades").unwrap().make;
    let (odd, right) = (play(&seller(make())).await, play(&reference()).await);
    let upgrades: Vec<_> = rightful()
        .iter()
        .filter(|params| params.get("activity") == Some(Activity::Upgrade.name()))
        .map(target)
        .collect();
    for (odd, right) in odd.iter().zip(&right) {
        let code = |raw: &Option<Vec<u8>>| {
            Answered {
                raw: raw.clone().unwrap(),
            }
            .code()
        };
        if upgrades.contains(&odd.target) {
            assert_eq!(code(&odd.raw), "000002");
        } else {
            assert_eq!(code(&odd.raw), code(&right.raw));
        }
    }
}
