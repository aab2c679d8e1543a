//! Every fault is a fault: some call of a long history shows it, and not all of them do.

use galleria_seller::door::Door;
use galleria_seller::faults;

use crate::history::play;
use crate::market::{reference, seller};

#[tokio::test(start_paused = true)]
async fn every_fault_shows_somewhere() {
    let right = reference();
    let expected = (play(&right).await, right.store().instances());
    for fault in faults::all() {
        let wrong = seller((fault.make)());
        let seen = (play(&wrong).await, wrong.store().instances());
        let elsewhere = (fault.make)().door() != Door::default();
        assert!(
            seen != expected || elsewhere,
            "{} does nothing wrong",
            fault.name
        );
    }
}
