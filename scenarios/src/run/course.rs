//! What all scenarios of a run share: numbers, the recorder, and whether to go on.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Delivered, Delivery, Ended, Outgoing, Timings};
use galleria_marketplace::market::Terms;
use galleria_marketplace::open_api::{Desk, Filing};
use galleria_marketplace::transcript::{Capture, Exchange, ExchangeId, Intent, Place};
use galleria_protocol::{Api, Key};

use super::isolation::Isolations;
use super::lanes::Lanes;
use super::plan::Plan;
use super::stop::Stop;
use crate::event::{Event, Stopped};
use crate::record::Recorder;
use crate::verdict::Tally;

/// The course of one run.
#[derive(Debug)]
pub(super) struct Course<'a> {
    pub(super) plan: &'a Plan,
    /// How the book has calls written.
    pub(super) terms: Arc<Terms>,
    pub(super) key: Key,
    pub(super) path: String,
    pub(super) clock: Clock,
    pub(super) delivery: Delivery,
    pub(super) desk: Option<Desk>,
    pub(super) capture: Capture,
    pub(super) lanes: Lanes,
    pub(super) stop: Stop,
    pub(super) state: Mutex<State>,
}

/// The part of the course that changes.
#[derive(Debug)]
pub(super) struct State {
    pub(super) recorder: Recorder,
    pub(super) tally: Tally,
    pub(super) last_id: u64,
    pub(super) unanswered: u32,
    pub(super) slow: u32,
    pub(super) slowest: Duration,
    pub(super) stopped: Option<Stopped>,
    /// Whether a real order has been delivered.
    pub(super) delivered: bool,
    /// The searches for what the seller stumbles over.
    pub(super) isolations: Isolations,
}

/// A call that is about to be made.
#[derive(Debug)]
pub(super) struct Sending {
    pub(super) place: Place,
    pub(super) intent: Intent,
    pub(super) outgoing: Outgoing,
    pub(super) dated: DateTime<Utc>,
    pub(super) lose: bool,
}

/// So many calls in a row without an answer mean that the seller is gone.
const GONE: u32 = 3;
/// So many slow answers mean that the seller is slow.
const SLOW: u32 = 3;

impl Course<'_> {
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records an event, and takes it into the verdict so far.
    pub(super) fn record(&self, event: &Event) {
        let mut state = self.state();
        state.tally.take(event);
        state.recorder.record(event);
    }

    /// Where the orders of a scenario are filed, if the seller can ask for them.
    pub(super) fn filing(&self, scenario: &str) -> Option<Filing> {
        let desk = self.desk.clone()?;
        Some(Filing {
            desk,
            scenario: scenario.to_owned(),
        })
    }

    /// Why the run is not to go on, if it is not.
    pub(super) fn stopped(&self) -> Option<Stopped> {
        let mut state = self.state();
        if state.stopped.is_none() {
            state.stopped = self.reason_to_stop(&state);
        }
        state.stopped.clone()
    }

    fn reason_to_stop(&self, state: &State) -> Option<Stopped> {
        if self.stop.is_requested() {
            return Some(Stopped::Interrupted);
        }
        let elapsed = self.clock.elapsed();
        let limit = self.plan.max_time.limit();
        if elapsed >= limit {
            return Some(Stopped::TimeIsUp {
                limit_s: limit.as_secs(),
            });
        }
        let patience = self.plan.max_time.patience(state.slowest);
        if state.slow >= SLOW && elapsed >= patience {
            return Some(Stopped::TooSlow {
                limit_s: patience.as_secs(),
            });
        }
        if !self.plan.fail_fast {
            return None;
        }
        let failed = state.tally.first_failure();
        failed.map(|rule| Stopped::FirstFailure {
            rule: rule.to_owned(),
        })
    }

    /// Makes a call, records it and hands the exchange back.
    pub(super) async fn call(&self, sending: Sending) -> Exchange {
        // A kept connection may be closed by the other side at any time, and then the call is made
        // again. V2's nonces are for one call, so each of its calls has a connection of its own.
        let keep = self.lanes.now() == 1 && self.plan.profile.api == Api::V1;
        let desk = self.desk.as_ref();
        let open = desk.map(|desk| desk.open(&sending.place.scenario));
        let begun = self.clock.elapsed();
        let mut delivered = tokio::select! {
            biased;
            () = self.stop.urgent() => interrupted(begun, self.clock.elapsed()),
            delivered = self.delivery.deliver(&sending.outgoing, keep) => delivered,
        };
        drop(open);
        let took = delivered.timings.total();
        self.lanes.observe(took);
        if sending.lose && delivered.ended == Ended::Answered {
            delivered.ended = Ended::Lost;
        }
        let id = self.note(&delivered, took);
        let Sending {
            place,
            intent,
            outgoing,
            dated,
            ..
        } = sending;
        let exchange = self
            .capture
            .exchange(id, place, intent, &outgoing, dated, delivered);
        let event = Event::Exchanged(Box::new(exchange));
        self.record(&event);
        let Event::Exchanged(exchange) = event else {
            unreachable!("made above")
        };
        *exchange
    }

    /// Numbers the exchange and counts what says that the seller is gone or slow.
    fn note(&self, delivered: &Delivered, took: Duration) -> ExchangeId {
        let mut state = self.state();
        let unanswered = delivered.ended == Ended::TimedOut || delivered.ended.is_unreachable();
        state.unanswered = if unanswered { state.unanswered + 1 } else { 0 };
        if took >= self.plan.profile.limits.slow {
            state.slow += 1;
            state.slowest = state.slowest.max(took);
        }
        if state.unanswered >= GONE && state.stopped.is_none() {
            let last = delivered.detail.clone().unwrap_or_default();
            let last = self.capture.scrub(last);
            state.stopped = Some(Stopped::SellerGone { calls: GONE, last });
        }
        state.last_id += 1;
        ExchangeId(state.last_id)
    }
}

fn interrupted(begun: Duration, now: Duration) -> Delivered {
    let micros = |time: Duration| u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
    let timings = Timings {
        started_us: micros(begun),
        last_byte_us: micros(now.saturating_sub(begun)),
        ..Timings::default()
    };
    Delivered {
        ended: Ended::Interrupted,
        detail: None,
        answer: None,
        timings,
        tls: None,
        tls_trouble: None,
    }
}
