//! Deaths at every point of a call.

use std::sync::Mutex;

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::*;
use crate::clock::Clock;
use crate::delivery::{Limits, MemoryDial};

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n01234567890123456789";

/// What comes of a death, how many bytes the seller had at that moment, and how many afterwards.
async fn died(death: Death, share: f64) -> (Delivered, usize, usize) {
    let seen = Arc::new(Mutex::new(0));
    let kept = Arc::clone(&seen);
    let dead = Arc::new(Notify::new());
    let killed = Arc::clone(&dead);
    let dial = MemoryDial::new(move |mut io| {
        let (kept, killed) = (Arc::clone(&kept), Arc::clone(&killed));
        tokio::spawn(async move {
            let life = async {
                let mut buffer = [0; 4096];
                while let Ok(read @ 1..) = io.read(&mut buffer).await {
                    *kept.lock().unwrap() += read;
                    if buffer[..read].ends_with(b"\r\n\r\n") {
                        io.write_all(ANSWER).await.unwrap();
                    }
                }
            };
            tokio::select! { () = life => {}, () = killed.notified() => {} }
        });
        true
    });
    let clock = Clock::starting_at(chrono::DateTime::UNIX_EPOCH);
    let delivery = Delivery::new(Arc::new(dial), "h".to_owned(), clock, Limits::default());
    let call = Outgoing::get("/produceAPI?activity=newInstance".to_owned());
    let moment = Moment {
        death,
        share,
        wait: Duration::from_millis(3),
    };
    let at = Arc::new(Mutex::new(0));
    let (then, now) = (Arc::clone(&at), Arc::clone(&seen));
    let kill = Box::pin(async move {
        tokio::task::yield_now().await;
        *then.lock().unwrap() = *now.lock().unwrap();
        dead.notify_one();
        tokio::task::yield_now().await;
    });
    let delivered = delivery.deliver_to_death(&call, moment, kill).await;
    let (at, after) = (*at.lock().unwrap(), *seen.lock().unwrap());
    (delivered, at, after)
}

#[tokio::test(start_paused = true)]
async fn a_seller_that_dies_in_the_request_never_has_all_of_it() {
    let whole = Outgoing::get("/produceAPI?activity=newInstance".to_owned()).written("h");
    for share in [0.0, 0.4, 1.0] {
        let (delivered, at, after) = died(Death::InRequest, share).await;
        assert_eq!(delivered.ended, Ended::Cut, "{delivered:?}");
        assert!(at < whole.len() && after == at, "{at} {after}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_was_written_before_the_death_is_known() {
    for death in [
        Death::AtWork,
        Death::InHead,
        Death::InBody,
        Death::BehindAnswer,
    ] {
        let (delivered, _, _) = died(death, 0.1).await;
        assert_eq!(delivered.ended, Ended::Lost, "{death:?} {delivered:?}");
        assert_eq!(delivered.answer.unwrap().body.len(), 20, "{death:?}");
    }
}

#[test]
fn names_are_read_back() {
    for death in Death::ALL {
        assert_eq!(Death::from_name(death.name()), Some(death));
    }
}
