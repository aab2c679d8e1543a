//! The times of a call as a bar on the time of its scenario.

use std::time::Duration;

use galleria_scenarios::Timings;

use super::timeline::Span;
use crate::lang::say;
use crate::words::duration;

/// A bar of up to [`WIDTH`] units: connecting, waiting for the first byte, receiving.
pub(super) struct Bar {
    pub(super) connect: Part,
    pub(super) wait: Part,
    pub(super) receive: Part,
    /// The same in words.
    pub(super) label: String,
}

/// A part of a bar.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) x: u64,
    pub(super) width: u64,
}

/// The units of the longest bar.
pub(super) const WIDTH: u64 = 1000;
/// The fewest units at which something is still seen.
const LEAST: u64 = 12;

impl Bar {
    /// The bar of these times where the whole width is that span.
    pub(super) fn of(timings: Timings, span: Span) -> Self {
        let total = timings.last_byte_us;
        let connected = timings.connect_us.unwrap_or(0) + timings.tls_us.unwrap_or(0);
        let connected = connected.min(total);
        let first = timings
            .first_byte_us
            .unwrap_or(total)
            .clamp(connected, total);
        let scale = |us: u64| us.saturating_mul(WIDTH) / span.length_us.max(1);
        let begin = scale(timings.started_us.saturating_sub(span.start_us));
        let begin = begin.min(WIDTH - LEAST);
        let length = scale(total).clamp(LEAST, WIDTH - begin);
        let (a, b) = (scale(connected).min(length), scale(first).min(length));
        Self {
            connect: Part { x: begin, width: a },
            wait: Part {
                x: begin + a,
                width: b - a,
            },
            receive: Part {
                x: begin + b,
                width: length - b,
            },
            label: label(timings),
        }
    }
}

fn label(timings: Timings) -> String {
    let at = |us| duration(Duration::from_micros(us));
    let mut parts = Vec::new();
    parts.extend(
        timings
            .connect_us
            .map(|us| format!("connected in {}", at(us))),
    );
    parts.extend(timings.tls_us.map(|us| format!("TLS in {}", at(us))));
    parts.extend(
        timings
            .first_byte_us
            .map(|us| format!("first byte at {}", at(us))),
    );
    parts.push(format!("over at {}", at(timings.last_byte_us)));
    let said: Vec<_> = parts.iter().map(|part| say(part)).collect();
    said.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timings(connect: Option<u64>, first: Option<u64>, last: u64) -> Timings {
        Timings {
            connect_us: connect,
            first_byte_us: first,
            last_byte_us: last,
            ..Timings::default()
        }
    }

    fn span(start_us: u64, length_us: u64) -> Span {
        Span {
            start_us,
            length_us,
        }
    }

    #[test]
    fn the_parts_of_a_bar_follow_each_other() {
        let bar = Bar::of(timings(Some(100), Some(400), 500), span(0, 1000));
        assert_eq!(bar.connect, Part { x: 0, width: 100 });
        assert_eq!(bar.wait, Part { x: 100, width: 300 });
        assert_eq!(bar.receive, Part { x: 400, width: 100 });
        assert_eq!(
            bar.label,
            "connected in 0.1 ms, first byte at 0.4 ms, over at 0.5 ms"
        );
    }

    #[test]
    fn a_call_without_an_answer_waits_to_its_end() {
        let bar = Bar::of(timings(None, None, 900), span(0, 900));
        assert_eq!(bar.wait, Part { x: 0, width: WIDTH });
        assert_eq!(bar.receive.width, 0);
    }

    #[test]
    fn a_later_call_stands_further_to_the_right() {
        let mut late = timings(None, None, 200);
        late.started_us = 1_500;
        let bar = Bar::of(late, span(1_000, 1_000));
        assert_eq!(bar.wait, Part { x: 500, width: 200 });
    }

    #[test]
    fn strange_times_make_no_negative_parts() {
        let bar = Bar::of(timings(Some(900), Some(5), 10), span(0, 0));
        assert_eq!(
            bar.connect.width + bar.wait.width + bar.receive.width,
            WIDTH
        );
    }
}
