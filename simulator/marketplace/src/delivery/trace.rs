//! What is known of a delivery while it is under way, and why it failed.

use std::time::Duration;

use super::delivered::{Delivered, Ended, ReceivedAnswer, Timings};
use super::dial::{DialError, DialFault};
use super::head;
use super::tap::TapView;
use super::tls::{TlsFacts, TlsTrouble};

/// What is known of the delivery so far, kept outside the work so that a time-out does not lose it.
#[derive(Debug, Default)]
pub(super) struct Trace {
    pub(super) view: Option<TapView>,
    pub(super) facts: Option<TlsFacts>,
    pub(super) tls_trouble: Option<TlsTrouble>,
    /// Which HTTP the seller prefers, where this delivery is to tell.
    pub(super) prefers: Option<String>,
    pub(super) connect: Option<Duration>,
    pub(super) tls_time: Option<Duration>,
    pub(super) status: Option<u16>,
    pub(super) body: Vec<u8>,
    pub(super) too_large: bool,
    /// Whether the call was made a second time, on a new connection.
    pub(super) again: bool,
}

impl Trace {
    /// How a call ended whose time is over.
    pub(super) fn timed_out(&self, limit: Duration) -> (Ended, Option<String>) {
        match self.view {
            None => (
                Ended::Refused,
                Some(format!("no connection within {limit:?}")),
            ),
            Some(_) => (
                Ended::TimedOut,
                Some(format!("no whole answer within {limit:?}")),
            ),
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.view
            .as_ref()
            .is_none_or(|view| view.seen().head.is_empty())
    }

    pub(super) fn into_delivered(
        self,
        ended: Ended,
        detail: Option<String>,
        begun: Duration,
        over: Duration,
    ) -> Delivered {
        let seen = self
            .view
            .map(|view| std::mem::take(&mut *view.seen()))
            .unwrap_or_default();
        let answer = self.status.filter(|_| seen.complete).map(|status| {
            let (status_line, headers) = head::read(&seen.head);
            let (body, too_large) = (self.body, self.too_large);
            ReceivedAnswer {
                status,
                status_line,
                headers,
                body,
                too_large,
            }
        });
        let timings = Timings {
            started_us: micros(begun),
            connect_us: self.connect.map(micros),
            tls_us: self.tls_time.map(micros),
            first_byte_us: seen.first_byte.map(|at| micros(at.saturating_sub(begun))),
            last_byte_us: micros(over.saturating_sub(begun)),
        };
        Delivered {
            ended,
            detail,
            answer,
            timings,
            tls: self.facts.map(|facts| TlsFacts {
                prefers: self.prefers,
                ..facts
            }),
            tls_trouble: self.tls_trouble,
        }
    }
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

/// Why a delivery has no whole answer.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) ended: Ended,
    pub(super) detail: String,
    pub(super) tls: Option<TlsTrouble>,
}

impl Failure {
    pub(super) fn of(error: &hyper::Error, in_body: bool) -> Self {
        let ended = if error.is_parse() {
            Ended::NotHttp
        } else if in_body {
            Ended::CutShort
        } else {
            Ended::Dropped
        };
        let mut detail = error.to_string();
        let mut source = std::error::Error::source(error);
        while let Some(cause) = source {
            detail = format!("{detail}: {cause}");
            source = cause.source();
        }
        Self {
            ended,
            detail,
            tls: None,
        }
    }
}

impl From<DialError> for Failure {
    fn from(error: DialError) -> Self {
        let (ended, tls) = match error.fault {
            DialFault::Unresolved => (Ended::Unresolved, None),
            DialFault::Refused => (Ended::Refused, None),
            DialFault::Tls(trouble) => (Ended::TlsFailed, Some(trouble)),
        };
        Self {
            ended,
            detail: error.detail,
            tls,
        }
    }
}
