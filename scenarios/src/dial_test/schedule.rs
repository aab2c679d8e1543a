//! Which sessions a dial test has.

use galleria_marketplace::mint::Mint;
use serde::Serialize;

/// How long a dial test is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Each case once, in the order of their names.
    Once,
    /// So many rounds, each in an order of its own.
    Rounds(u32),
    /// So many days with two sessions each.
    Days(u32),
}

/// The half of a day [v1 §7].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Half {
    /// The first session of a day.
    Morning,
    /// The second.
    Afternoon,
}

impl Half {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
        }
    }
}

/// One replay of all cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its number, from 1.
    pub number: u32,
    /// The day, from 1, where days are played.
    pub day: Option<(u32, Half)>,
    /// The cases in the order in which they are called, by their place among the cases. In the first
    /// session of several each is called twice in a row: what fails then cannot be repeated, and what
    /// fails only later depends on the others.
    pub order: Vec<usize>,
}

impl Session {
    /// What people call it.
    pub fn title(&self) -> String {
        match self.day {
            Some((day, half)) => format!("day {day}, {}", half.name()),
            None => format!("round {}", self.number),
        }
    }
}

/// The sessions of a dial test of so many cases; the same seed gives the same order.
pub fn schedule(length: Length, cases: usize, seed: u64) -> Vec<Session> {
    let mut mint = Mint::new(seed, 0, "dial test");
    let (sessions, days) = match length {
        Length::Once => (1, false),
        Length::Rounds(rounds) => (rounds, false),
        Length::Days(days) => (days.saturating_mul(2), true),
    };
    let session = |number: u32| {
        let mut order: Vec<usize> = (0..cases).collect();
        if length != Length::Once {
            shuffle(&mut order, &mut mint);
        }
        if number == 1 && sessions > 1 {
            order = order.into_iter().flat_map(|case| [case, case]).collect();
        }
        let half = if number % 2 == 1 {
            Half::Morning
        } else {
            Half::Afternoon
        };
        Session {
            number,
            day: days.then(|| (number.div_ceil(2), half)),
            order,
        }
    };
    (1..=sessions).map(session).collect()
}

/// Fisher and Yates: every order is as likely as the others.
fn shuffle(order: &mut [usize], mint: &mut Mint) {
    for last in (1..order.len()).rev() {
        let bound = u32::try_from(last + 1).unwrap_or(u32::MAX);
        order.swap(last, mint.below(bound) as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_session_calls_every_case() {
        for seed in 0..200 {
            for session in schedule(Length::Days(3), 5, seed) {
                let mut order = session.order.clone();
                order.sort_unstable();
                order.dedup();
                assert_eq!(order, [0, 1, 2, 3, 4], "seed {seed}");
                let times = if session.number == 1 { 2 } else { 1 };
                assert_eq!(session.order.len(), 5 * times, "seed {seed}");
            }
        }
    }

    #[test]
    fn a_day_has_a_morning_and_an_afternoon() {
        let sessions = schedule(Length::Days(2), 1, 7);
        let days: Vec<_> = sessions.iter().map(Session::title).collect();
        assert_eq!(
            days,
            [
                "day 1, morning",
                "day 1, afternoon",
                "day 2, morning",
                "day 2, afternoon"
            ]
        );
    }

    #[test]
    fn the_seed_decides_the_order() {
        let of = |seed| schedule(Length::Rounds(9), 6, seed);
        assert_eq!(of(1), of(1));
        assert_ne!(of(1), of(2));
        assert_eq!(schedule(Length::Once, 3, 5)[0].order, [0, 1, 2]);
    }
}
