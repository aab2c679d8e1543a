//! The date and the nonce of a call, each on its own.

use chrono::TimeDelta;

use crate::tamper::{Change, Tampering, Twin};

pub(in crate::tamper) const STALE: Tampering = Tampering {
    name: "stale-timestamp",
    about: "the call is rightly signed, and two minutes old",
    twin: Twin::Forged,
    change: Change::Dated(TimeDelta::seconds(-120)),
};

pub(in crate::tamper) const AHEAD: Tampering = Tampering {
    name: "future-timestamp",
    about: "the call is rightly signed, and two minutes ahead of its time",
    twin: Twin::Forged,
    change: Change::Dated(TimeDelta::seconds(120)),
};

pub(in crate::tamper) const HALF_A_MINUTE_OLD: Tampering = Tampering {
    name: "half-a-minute-old",
    about: "the call is half a minute old",
    twin: Twin::Lawful,
    change: Change::Dated(TimeDelta::seconds(-30)),
};

pub(in crate::tamper) const SECONDS_AHEAD: Tampering = Tampering {
    name: "seconds-ahead",
    about: "the call is 15 seconds ahead of the seller's clock",
    twin: Twin::Lawful,
    change: Change::Dated(TimeDelta::seconds(15)),
};

pub(in crate::tamper) const EIGHT_HOURS_AHEAD: Tampering = Tampering {
    name: "eight-hours-ahead",
    about: "the timestamp is eight hours ahead: China's local time taken for UTC",
    twin: Twin::Explaining,
    change: Change::Dated(TimeDelta::hours(8)),
};

pub(in crate::tamper) const REPLAYED: Tampering = Tampering {
    name: "replayed-call",
    about: "the very call was caught and is sent again, byte for byte",
    twin: Twin::Forged,
    change: Change::Nothing,
};

pub(in crate::tamper) const CHANGED_NONCE: Tampering = Tampering {
    name: "changed-nonce",
    about: "the nonce was changed after the call was signed",
    twin: Twin::Forged,
    change: Change::AfterSigning(|sealed, _| {
        let nonce = sealed.query.get("nonce").unwrap_or_default();
        // As long as it was, for sellers that look at that.
        let first = if nonce.starts_with('x') { 'y' } else { 'x' };
        let other: String = [first].into_iter().chain(nonce.chars().skip(1)).collect();
        sealed.query.set("nonce", other);
    }),
};

pub(in crate::tamper) const CHANGED_TIMESTAMP: Tampering = Tampering {
    name: "changed-timestamp",
    about: "the timestamp was changed by a second after the call was signed",
    twin: Twin::Forged,
    change: Change::AfterSigning(|sealed, _| {
        let time = sealed.query.get("timestamp").unwrap_or_default();
        let later = time.parse::<i64>().map_or(0, |time| time - 1000);
        sealed.query.set("timestamp", later.to_string());
    }),
};

pub(in crate::tamper) const MISSING_NONCE: Tampering = Tampering {
    name: "missing-nonce",
    about: "the call carries no nonce",
    twin: Twin::Forged,
    change: Change::AfterSigning(|sealed, _| drop(sealed.query.remove("nonce"))),
};

pub(in crate::tamper) const MISSING_TIMESTAMP: Tampering = Tampering {
    name: "missing-timestamp",
    about: "the call carries no timestamp",
    twin: Twin::Forged,
    change: Change::AfterSigning(|sealed, _| drop(sealed.query.remove("timestamp"))),
};
