//! A connection that is cut on purpose, as a network may do it.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::connection::Delivery;
use super::delivered::{Delivered, Ended};
use super::dial::{Dialled, Stream};
use super::outgoing::Outgoing;
use super::trace::{Failure, Trace};

/// Where a connection is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Half-way through the head: nobody can read the request.
    InHead,
    /// Before the last two bytes: of a GET the empty line behind the head is missing.
    BeforeEnd,
    /// Behind the whole request: the seller is at work, or its answer begins to arrive.
    BeforeAnswer,
}

/// So long a seller is given to read a whole request before the connection is cut behind it.
const AT_WORK: Duration = Duration::from_millis(300);

impl Cut {
    /// Every place.
    pub const ALL: [Self; 3] = [Self::InHead, Self::BeforeEnd, Self::BeforeAnswer];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::InHead => "in-head",
            Self::BeforeEnd => "before-end",
            Self::BeforeAnswer => "before-answer",
        }
    }

    /// The place of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cut| cut.name() == name)
    }

    /// How many bytes of `request` are sent.
    fn sent(self, request: &[u8]) -> usize {
        let whole = request.len();
        match self {
            Self::InHead => {
                let head = request.windows(4).position(|four| four == b"\r\n\r\n");
                head.unwrap_or(whole) / 2
            }
            Self::BeforeEnd => whole.saturating_sub(2),
            Self::BeforeAnswer => whole,
        }
    }

    /// What is told of it.
    fn in_words(self, sent: usize, whole: usize) -> String {
        match self {
            Self::InHead | Self::BeforeEnd => {
                format!("behind {sent} of the request's {whole} bytes")
            }
            Self::BeforeAnswer => "behind the request, before the answer was read".to_owned(),
        }
    }
}

impl Delivery {
    /// Begins the call over a connection of its own and cuts that connection. The end is
    /// [`Ended::Cut`], unless no connection came about.
    pub async fn cut(&self, outgoing: &Outgoing, cut: Cut) -> Delivered {
        self.close();
        let begun = self.clock.elapsed();
        let mut trace = Trace::default();
        let request = outgoing.written(&self.authority);
        let sent = cut.sent(&request);
        let work = self.begin(&request[..sent], cut, &mut trace);
        let (ended, detail) = match self.clock.within(self.limits.answer, work).await {
            Some(Ok(())) => (Ended::Cut, Some(cut.in_words(sent, request.len()))),
            Some(Err(failure)) => {
                trace.tls_trouble = failure.tls;
                (failure.ended, Some(failure.detail))
            }
            None => trace.timed_out(self.limits.answer),
        };
        trace.into_delivered(ended, detail, begun, self.clock.elapsed())
    }

    async fn begin(&self, bytes: &[u8], cut: Cut, trace: &mut Trace) -> Result<(), Failure> {
        let Dialled {
            mut stream,
            connect,
            tls,
            facts,
        } = self.dial.dial().await?;
        (trace.connect, trace.tls_time, trace.facts) = (Some(connect), tls, facts);
        self.send_and_leave(&mut *stream, bytes, cut).await;
        Ok(())
    }

    /// A seller that hangs up first has only done itself what is done here anyway.
    async fn send_and_leave(&self, stream: &mut dyn Stream, bytes: &[u8], cut: Cut) {
        let sent = async {
            stream.write_all(bytes).await?;
            stream.flush().await
        };
        if sent.await.is_err() || cut != Cut::BeforeAnswer {
            return;
        }
        // One byte tells that the answer is on its way; the rest of it is never read.
        let _ = self.clock.within(AT_WORK, stream.read(&mut [0])).await;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use tokio::io::AsyncReadExt;

    use super::*;
    use crate::clock::Clock;
    use crate::delivery::{Limits, MemoryDial};

    /// What arrives at a seller that reads to the end and never answers.
    async fn arrived(work: impl AsyncFnOnce(Delivery) -> Delivered) -> (Delivered, Vec<u8>) {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&seen);
        let dial = MemoryDial::new(move |mut io| {
            let kept = Arc::clone(&kept);
            tokio::spawn(async move {
                let mut buffer = [0; 4096];
                while let Ok(read @ 1..) = io.read(&mut buffer).await {
                    kept.lock().unwrap().extend_from_slice(&buffer[..read]);
                }
            });
            true
        });
        let clock = Clock::starting_at(chrono::DateTime::UNIX_EPOCH);
        let authority = "isv.example".to_owned();
        let delivery = Delivery::new(Arc::new(dial), authority, clock, Limits::default());
        let delivered = work(delivery).await;
        tokio::task::yield_now().await;
        let bytes = seen.lock().unwrap().clone();
        (delivered, bytes)
    }

    fn call() -> Outgoing {
        Outgoing::get("/produceAPI?activity=newInstance&orderId=CS1".to_owned())
    }

    #[tokio::test(start_paused = true)]
    async fn the_bytes_are_those_of_an_ordinary_call() {
        let (delivered, ordinary) =
            arrived(async |delivery| delivery.deliver(&call(), false).await).await;
        assert_eq!(delivered.ended, Ended::TimedOut);
        let (delivered, cut) =
            arrived(async |delivery| delivery.cut(&call(), Cut::BeforeAnswer).await).await;
        assert_eq!(delivered.ended, Ended::Cut);
        assert_eq!(
            String::from_utf8_lossy(&cut),
            String::from_utf8_lossy(&ordinary)
        );
    }

    #[tokio::test(start_paused = true)]
    async fn a_part_of_the_request_is_sent() {
        let whole = call().written("isv.example");
        let (_, bytes) =
            arrived(async |delivery| delivery.cut(&call(), Cut::BeforeEnd).await).await;
        assert_eq!(bytes, &whole[..whole.len() - 2]);
        let (delivered, bytes) =
            arrived(async |delivery| delivery.cut(&call(), Cut::InHead).await).await;
        assert!(whole.starts_with(&bytes) && bytes.len() < whole.len() / 2 + 1);
        let detail = delivered.detail.unwrap();
        assert!(detail.starts_with("behind "), "{detail}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_seller_at_work_is_left_after_a_moment() {
        let (delivered, _) =
            arrived(async |delivery| delivery.cut(&call(), Cut::BeforeAnswer).await).await;
        assert_eq!(delivered.timings.total(), AT_WORK);
        assert_eq!(delivered.answer, None);
    }
}
