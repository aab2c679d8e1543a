//! Each form of the wire, byte for byte, over the in-memory pipe.

use std::sync::Mutex;
use std::time::Duration;

use galleria_seller::Behaviour;
use galleria_seller::call::Call;
use galleria_seller::outcome::Outcome;
use galleria_seller::wire::{HeadEdit, Wire};
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
use tokio::time::{Instant, timeout};

use crate::market::{Answered, call, purchase, reference, seller, target};

/// A seller whose wire is what the test says.
#[derive(Debug)]
struct Wired(Mutex<Wire>);

impl Behaviour for Wired {
    fn wire(&self, _call: &Call, _outcome: &Outcome) -> Wire {
        self.0.lock().unwrap().clone()
    }
}

async fn over(wire: Wire) -> Answered {
    let seller = seller(std::sync::Arc::new(Wired(Mutex::new(wire))));
    call(&seller, &purchase("CS1", "b1")).await
}

async fn as_is() -> Answered {
    call(&reference(), &purchase("CS1", "b1")).await
}

#[tokio::test(start_paused = true)]
async fn wire_as_is_changes_nothing() {
    assert_eq!(over(Wire::AsIs).await, as_is().await);
}

#[tokio::test(start_paused = true)]
async fn hangup_sends_nothing() {
    assert!(over(Wire::Hangup).await.raw.is_empty());
}

#[tokio::test(start_paused = true)]
async fn silence_keeps_the_connection_open() {
    assert!(
        timeout(Duration::from_secs(30), over(Wire::Silence))
            .await
            .is_err()
    );
}

#[tokio::test(start_paused = true)]
async fn silent_connection_ends_when_the_marketplace_gives_up() {
    let seller = seller(std::sync::Arc::new(Wired(Mutex::new(Wire::Silence))));
    let (mut mine, theirs) = duplex(64 * 1024);
    let serving = tokio::spawn(async move { seller.serve_connection(theirs).await });
    let request = format!(
        "GET {} HTTP/1.1\r\nHost: seller\r\n\r\n",
        target(&purchase("C", "b"))
    );
    mine.write_all(request.as_bytes()).await.unwrap();
    assert!(
        timeout(Duration::from_secs(20), mine.read_u8())
            .await
            .is_err()
    );
    drop(mine);
    timeout(Duration::from_secs(1), serving)
        .await
        .unwrap()
        .unwrap();
}

#[tokio::test(start_paused = true)]
async fn cut_body_announces_more_than_it_sends() {
    let cut = over(Wire::CutBody { after: 20 }).await;
    let whole = as_is().await;
    assert_eq!(cut.head(), whole.head());
    assert_eq!(cut.body(), whole.body()[..20]);
}

#[tokio::test(start_paused = true)]
async fn renamed_header_is_the_only_change() {
    let edit = HeadEdit::Rename {
        from: "Body-Sign",
        to: "Body-sign",
    };
    let renamed = over(Wire::Head(edit)).await;
    let whole = as_is().await;
    assert_eq!(
        renamed.head(),
        whole.head().replace("Body-Sign", "Body-sign")
    );
    assert_eq!(renamed.body(), whole.body());
}

#[tokio::test(start_paused = true)]
async fn lower_case_reaches_every_name() {
    let lowered = over(Wire::Head(HeadEdit::LowercaseNames)).await;
    for line in lowered.head().split("\r\n").skip(1) {
        let name = line.split(':').next().unwrap();
        assert_eq!(name, name.to_lowercase());
    }
}

#[tokio::test(start_paused = true)]
async fn close_delimited_answer_has_no_length() {
    let answered = over(Wire::CloseDelimited).await;
    assert!(answered.head().starts_with("HTTP/1.0 200 OK\r\n"));
    assert_eq!(answered.header("Content-Length"), None);
    assert_eq!(answered.body(), as_is().await.body());
}

#[tokio::test(start_paused = true)]
async fn raw_bytes_stand_alone() {
    assert_eq!(over(Wire::Raw(b"nonsense".to_vec())).await.raw, b"nonsense");
}

#[tokio::test(start_paused = true)]
async fn trickle_takes_its_time_and_loses_nothing() {
    #[expect(clippy::disallowed_methods, reason = "the clock is paused")]
    let start = Instant::now();
    let trickled = over(Wire::Trickle {
        bytes: 100,
        every: Duration::from_secs(1),
    })
    .await;
    let whole = as_is().await;
    assert_eq!(trickled, whole);
    let pieces = u64::try_from(whole.raw.len().div_ceil(100)).unwrap();
    assert_eq!(start.elapsed().as_secs(), pieces - 1);
}

#[tokio::test(start_paused = true)]
async fn stopped_seller_answers_once_more_and_takes_no_connection() {
    let seller = seller(std::sync::Arc::new(Wired(Mutex::new(Wire::StopListening))));
    let last = call(&seller, &purchase("CS1", "b1")).await;
    assert_eq!(last.code(), "000000");
    assert_eq!(last.header("Connection"), Some("close"));
    assert!(!seller.is_listening());
    assert!(call(&seller, &purchase("CS1", "b1")).await.raw.is_empty());
}

#[tokio::test(start_paused = true)]
async fn connection_takes_one_call_after_another() {
    let seller = reference();
    let (mut mine, theirs) = duplex(64 * 1024);
    let served = seller.clone();
    let serving = tokio::spawn(async move { served.serve_connection(theirs).await });
    for order in ["CS1", "CS2"] {
        let target = target(&purchase(order, order));
        let request = format!("GET {target} HTTP/1.1\r\nHost: seller\r\n\r\n");
        mine.write_all(request.as_bytes()).await.unwrap();
        let mut raw = Vec::new();
        while !raw.ends_with(b"}}") {
            mine.read_buf(&mut raw).await.unwrap();
        }
        assert_eq!(Answered { raw }.text("instanceId"), order);
    }
    drop(mine);
    serving.await.unwrap();
}
