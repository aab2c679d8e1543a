//! Every fault is a fault: some call of a long history shows it, and not all of them do.

use galleria_seller::door::Door;
use galleria_seller::faults;

use crate::history::play;
use crate::market::{reference, seller};

#[tokio::test(start_paused = true)]
async fn every_fault_shows_somewhere() {
    let right = reference();
    let expected = (play(&right).await, right.store().instances());
    let mut unseen = Vec::new();
    // What only another history shows, campaigns prove.
    for fault in faults::all().iter().filter(|fault| !fault.needs_history()) {
        let wrong = seller((fault.make)());
        let seen = (play(&wrong).await, wrong.store().instances());
        // What is V2's, the kit's or licences' alone the history does not show: the proofs do.
        let second = [
            "asynchronous",
            "fresh",
            "kit",
            "licence",
            "licence_code",
            "licence_online",
            "notices",
            "open_api",
            "reading",
        ]
        .contains(&fault.area)
            || [
                // A forged release, which the history has not.
                "acts-before-signature-check",
                // A long Chinese name, as little.
                "name-counted-in-bytes",
                "order-lines-share-instance",
                "credentials-sealed-for-nobody",
            ]
            .contains(&fault.name);
        // What shows where a process is killed, the rehearsals prove.
        let elsewhere =
            second || fault.area == "durability" || (fault.make)().door() != Door::default();
        if seen == expected && !elsewhere {
            unseen.push(fault.name);
        }
    }
    assert!(unseen.is_empty(), "these do nothing wrong: {unseen:?}");
}
