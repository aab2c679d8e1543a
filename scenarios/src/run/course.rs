//! What all scenarios of a run share: numbers, the recorder, and whether to go on.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{
    Cut, Delivered, Delivery, Ended, Moment, Outage, Outgoing, Timings, while_away,
};
use galleria_marketplace::market::{Dating, Terms};
use galleria_marketplace::open_api::{Desk, Filing, OpenCall};
use galleria_marketplace::transcript::{Capture, Exchange, ExchangeId, Intent, Place};
use galleria_protocol::{Api, Key};
use tokio::sync::RwLock;

use super::isolation::Isolations;
use super::keeping::{Keep, Keeping};
use super::kit::KitCourse;
use super::lanes::Lanes;
use super::notices::NoticeCourse;
use super::pace::Pace;
use super::plan::Plan;
use super::stop::Stop;
use crate::activation::Activator;
use crate::effect::EffectProbe;
use crate::event::{Event, Stopped};
use crate::hand::{HandError, Stage};
use crate::life_cycle::Edge;
use crate::record::Recorder;
use crate::rule::Rule;
use crate::verdict::Tally;

/// The course of one run.
#[derive(Debug)]
pub(super) struct Course<'a> {
    pub(super) plan: &'a Plan,
    /// The rules that apply to the seller.
    pub(super) rules: Vec<&'static Rule>,
    /// How the book has calls written.
    pub(super) terms: Arc<Terms>,
    pub(super) key: Key,
    pub(super) path: String,
    pub(super) clock: Clock,
    pub(super) delivery: Delivery,
    pub(super) desk: Option<Desk>,
    pub(super) capture: Capture,
    /// What the kit has, where the seller has it.
    pub(super) kit: Option<KitCourse>,
    /// What notices of orders have, where the seller takes them.
    pub(super) notices: Option<NoticeCourse>,
    pub(super) lanes: Lanes,
    /// Whether connections are kept while others are open.
    pub(super) keeping: Keeping,
    pub(super) stop: Stop,
    /// Counts the effects of calls, where the user named a probe.
    pub(super) probe: Option<Arc<dyn EffectProbe>>,
    /// Makes the seller's software activate licence codes, where the user named a way.
    pub(super) activator: Option<Arc<dyn Activator>>,
    /// Takes the seller down and brings it up, where somebody can.
    pub(super) stage: Option<Stage>,
    /// Whether a refusal without a reason is searched for one.
    pub(super) isolates: bool,
    /// Calls share it; calls at the same moment have it to themselves.
    pub(super) floor: RwLock<()>,
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
    pub(super) pace: Pace,
    pub(super) stopped: Option<Stopped>,
    /// Whether a real order has been delivered.
    pub(super) delivered: bool,
    /// Why the seller could not be killed, the last time.
    pub(super) not_killed: Option<HandError>,
    /// Whether an instance was waited for that never came.
    pub(super) never_ready: bool,
    /// Whether a licence was waited for that was never uploaded.
    pub(super) never_uploaded: bool,
    /// The edges of the life cycle that were played.
    pub(super) played: BTreeSet<Edge>,
    /// The searches for what the seller stumbles over.
    pub(super) isolations: Isolations,
}

/// A call that is about to be made.
#[derive(Debug)]
pub(super) struct Sending {
    pub(super) place: Place,
    pub(super) intent: Intent,
    pub(super) outgoing: Outgoing,
    /// The date that it was signed under.
    pub(super) dating: Dating,
    pub(super) fate: Fate,
    /// The class of interfaces that it belongs to.
    pub(super) class: Class,
}

/// A class of interfaces: each has a key of its own [kit §1.1].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// The base interfaces.
    Base,
    /// The kit.
    Kit,
    /// What sellers of every kind of product may have: notices of orders.
    Generic,
}

/// What becomes of a call on its way.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fate {
    /// The answer is read.
    Answered,
    /// The answer is thrown away.
    Lost,
    /// The connection is cut.
    Cut(Cut),
    /// The answer is read; the call is made over a connection of its own.
    Fresh,
    /// An outage keeps the call from the seller.
    Missed(Outage),
    /// The seller is killed in the middle of the call.
    Dies(Moment),
    /// Somebody else has taken the seller down: what comes of the call is no fault of the seller's.
    Away,
}

/// So many calls in a row without an answer mean that the seller is gone.
const GONE: u32 = 3;
/// So long a seller that was taken down is given to let go of its port, and how often it is looked.
const DOWN_WITHIN: Duration = Duration::from_millis(500);
const DOWN_PAUSE: Duration = Duration::from_millis(5);
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
        let most = self.plan.max_failures?;
        let failed = state.tally.failures();
        match failed.first() {
            Some(rule) if failed.len() >= most && most <= 1 => Some(Stopped::FirstFailure {
                rule: (*rule).to_owned(),
            }),
            Some(_) if failed.len() >= most => Some(Stopped::TooManyFailures {
                failures: failed.len(),
            }),
            _ => None,
        }
    }

    /// Makes a call, records it and hands the exchange back.
    pub(super) async fn call(&self, sending: Sending) -> Exchange {
        let _shared = self.floor.read().await;
        let _open = self.open(&sending);
        let begun = self.clock.elapsed();
        let mut delivered = tokio::select! {
            biased;
            () = self.stop.urgent() => interrupted(begun, self.clock.elapsed()),
            delivered = self.deliver(&sending) => delivered,
        };
        if matches!(sending.fate, Fate::Lost) && delivered.ended == Ended::Answered {
            delivered.ended = Ended::Lost;
        }
        if !matches!(delivered.ended, Ended::Cut | Ended::Outage) {
            self.observe(&sending, &delivered);
        }
        self.enter(sending, delivered)
    }

    /// Makes calls at the same moment, records them in their order and hands the exchanges back.
    /// What they take says nothing of the seller: some may have waited for the others.
    pub(super) async fn call_at_once(&self, sendings: Vec<Sending>) -> Vec<Exchange> {
        let _alone = self.floor.write().await;
        let _open: Vec<_> = sendings.iter().map(|one| self.open(one)).collect();
        let begun = self.clock.elapsed();
        let keep = self.may_keep() && self.keeping.beside(self.lanes.now(), sendings.len());
        let outgoing: Vec<_> = sendings.iter().map(|one| one.outgoing.clone()).collect();
        let delivered = tokio::select! {
            biased;
            () = self.stop.urgent() => {
                vec![interrupted(begun, self.clock.elapsed()); sendings.len()]
            }
            delivered = self.delivery.deliver_at_once(&outgoing, keep) => delivered,
        };
        let pairs = sendings.into_iter().zip(delivered);
        pairs
            .map(|(sent, delivered)| self.enter(sent, delivered))
            .collect()
    }

    /// Tells the desk that the seller has a call to answer.
    fn open(&self, sending: &Sending) -> Option<OpenCall> {
        let desk = self.desk.as_ref()?;
        Some(desk.open(&sending.place.scenario))
    }

    /// Whether connections may be kept at all. A kept one may be closed by the other side at any time, and
    /// then the call is made again; V2's nonces are for one call, so each has a connection of its own.
    fn may_keep(&self) -> bool {
        self.plan.profile.api == Api::V1
    }

    /// A network that loses an answer loses the connection with it.
    async fn deliver(&self, sending: &Sending) -> Delivered {
        let outgoing = &sending.outgoing;
        match sending.fate {
            Fate::Answered => {
                let may = self.may_keep();
                match self.keeping.for_call(self.lanes.now()) {
                    Keep::Yes => self.delivery.deliver(outgoing, may).await,
                    Keep::Try { others } if may => {
                        let trial = self.delivery.deliver_beside(outgoing, others);
                        let (delivered, beside) = Box::pin(trial).await;
                        self.keeping.tried(beside);
                        delivered
                    }
                    Keep::Try { .. } | Keep::No => self.delivery.deliver(outgoing, false).await,
                }
            }
            Fate::Lost | Fate::Fresh => self.delivery.deliver(outgoing, false).await,
            Fate::Missed(kind) => self.delivery.missed(kind),
            Fate::Away => while_away(self.delivery.deliver(outgoing, false).await),
            Fate::Cut(at) => self.delivery.cut(outgoing, at).await,
            Fate::Dies(moment) => {
                let kill = Box::pin(self.kill());
                let delivery = &self.delivery;
                delivery.deliver_to_death(outgoing, moment, kill).await
            }
        }
    }

    async fn kill(&self) {
        let killed = self.take_down().await;
        self.state().not_killed = killed.err();
    }

    /// Takes the seller down and waits until it takes no connection any more: a process that is being
    /// killed still holds its port for a moment. A gateway in front of it goes on taking them.
    pub(super) async fn take_down(&self) -> Result<(), HandError> {
        let stage = self.stage.as_ref().ok_or(HandError::NoHand)?;
        stage.hand.take_down().await?;
        self.delivery.close();
        let begun = self.clock.elapsed();
        while stage.hand.leaves_it_down()
            && self.clock.elapsed().saturating_sub(begun) < DOWN_WITHIN
            && self
                .clock
                .within(DOWN_WITHIN, self.delivery.connects())
                .await
                == Some(true)
        {
            self.clock.sleep(DOWN_PAUSE).await;
        }
        Ok(())
    }

    /// Numbers a delivery and records it.
    fn enter(&self, sending: Sending, delivered: Delivered) -> Exchange {
        let id = self.next_id();
        let Sending {
            place,
            intent,
            outgoing,
            dating,
            class,
            ..
        } = sending;
        let own = match class {
            Class::Base => None,
            Class::Kit => self.kit.as_ref().map(|own| &own.capture),
            Class::Generic => self.notices.as_ref().map(|own| &own.capture),
        };
        let capture = own.unwrap_or(&self.capture);
        let exchange = capture.exchange(id, place, intent, &outgoing, dating.time, delivered);
        let event = Event::Exchanged(Box::new(exchange));
        self.record(&event);
        let Event::Exchanged(exchange) = event else {
            unreachable!("made above")
        };
        *exchange
    }

    fn next_id(&self) -> ExchangeId {
        let mut state = self.state();
        state.last_id += 1;
        ExchangeId(state.last_id)
    }

    /// Counts what says that the seller is gone or slow, and how many calls at once it can bear.
    fn observe(&self, sending: &Sending, delivered: &Delivered) {
        let took = delivered.timings.total();
        self.lanes.observe(took);
        let mut state = self.state();
        if matches!(delivered.ended, Ended::Answered | Ended::Lost) {
            state.pace.observe(&sending.intent.activity, took);
        }
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
