//! A time in which calls do not come through, played without harm to the seller.

use std::time::Duration;

use super::connection::Delivery;
use super::delivered::{Delivered, Ended, Timings};

/// How an outage looks to the marketplace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outage {
    /// No connection comes about.
    Refused,
    /// The call goes nowhere, and no answer comes.
    TimedOut,
    /// A gateway answers 500 in the seller's place.
    Status500,
    /// The seller does its work, and the answer gets lost.
    AnswerLost,
    /// The connection is cut: in the head of the first call, before the end of the next, behind the
    /// one after it, and so on.
    Cut,
}

impl Outage {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Refused,
        Self::TimedOut,
        Self::Status500,
        Self::AnswerLost,
        Self::Cut,
    ];

    /// Its name in files and flags.
    pub fn name(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::TimedOut => "timeout",
            Self::Status500 => "500",
            Self::AnswerLost => "answer-lost",
            Self::Cut => "cut",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What happens to a call, for people.
    pub fn about(self) -> &'static str {
        match self {
            Self::Refused => "no connection comes about",
            Self::TimedOut => "calls go nowhere and time out",
            Self::Status500 => "a gateway answers 500 in the seller's place",
            Self::AnswerLost => "the seller is called, and its answers get lost",
            Self::Cut => "connections are cut",
        }
    }
}

impl Delivery {
    /// What comes of a call that an outage keeps from the seller: nothing is sent.
    pub fn missed(&self, kind: Outage) -> Delivered {
        let now = self.clock.elapsed();
        let micros = |time: Duration| u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        Delivered {
            ended: Ended::Outage,
            detail: Some(format!("{}; the seller was not called", kind.about())),
            answer: None,
            timings: Timings {
                started_us: micros(now),
                ..Timings::default()
            },
            tls: None,
            tls_trouble: None,
        }
    }
}

/// What an outage that somebody else makes leaves of a delivery. It is no fault of the seller's, who is
/// known to be away: a call that found no connection never reached it, and of one that broke off
/// nobody knows what came.
pub fn while_away(mut delivered: Delivered) -> Delivered {
    let reached = match (delivered.ended, &delivered.answer) {
        (Ended::Answered, Some(answer)) if answer.status == 200 => return delivered,
        (Ended::Interrupted, _) => return delivered,
        (ended, _) => !ended.is_unreachable(),
    };
    let status = delivered.answer.take().map(|answer| answer.status_line);
    let how = status.or(delivered.detail).unwrap_or_default();
    delivered.detail = Some(format!("during the outage: {how}"));
    delivered.ended = if reached { Ended::Cut } else { Ended::Outage };
    (delivered.tls, delivered.tls_trouble) = (None, None);
    delivered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::ReceivedAnswer;

    fn delivered(ended: Ended, status: Option<u16>) -> Delivered {
        Delivered {
            ended,
            detail: Some("told".to_owned()),
            answer: status.map(|status| ReceivedAnswer {
                status,
                status_line: format!("HTTP/1.1 {status}"),
                headers: Vec::new(),
                body: Vec::new(),
                too_large: false,
            }),
            timings: Timings::default(),
            tls: None,
            tls_trouble: None,
        }
    }

    #[test]
    fn names_are_read_back() {
        for kind in Outage::ALL {
            assert_eq!(Outage::from_name(kind.name()), Some(kind));
        }
        assert_eq!(Outage::from_name("fire"), None);
    }

    #[test]
    fn an_answer_with_200_ends_the_outage() {
        let answered = delivered(Ended::Answered, Some(200));
        assert_eq!(while_away(answered.clone()), answered);
    }

    #[test]
    fn what_never_reached_the_seller_is_told_from_what_may_have() {
        let told = while_away(delivered(Ended::Refused, None));
        assert_eq!(told.ended, Ended::Outage);
        for (ended, status) in [
            (Ended::Dropped, None),
            (Ended::TimedOut, None),
            (Ended::Answered, Some(503)),
        ] {
            let told = while_away(delivered(ended, status));
            assert_eq!((told.ended, told.answer), (Ended::Cut, None));
        }
        let told = while_away(delivered(Ended::Answered, Some(503)));
        assert_eq!(
            told.detail.as_deref(),
            Some("during the outage: HTTP/1.1 503")
        );
    }
}
