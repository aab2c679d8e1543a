//! What tells the calls of a case that fail from those that pass.

use serde::Serialize;

/// How a case behaved over all sessions. Other cases are told by their place among the cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Pattern {
    /// It was not called.
    NotCalled,
    /// It always passed.
    Passes,
    /// It always failed.
    Fails,
    /// It passed, and failed when it was called again at once (TST003).
    NotRepeatable,
    /// It failed wherever another case was called before it, until a third one was (TST002).
    OrderDependent {
        /// The case behind which it fails.
        behind: usize,
        /// The case behind which it passes again, where there is one.
        until: Option<usize>,
    },
    /// It failed until another case was called (TST002).
    NeedsFirst {
        /// The case that has to come first.
        case: usize,
    },
    /// Only the first call failed: a cold start, or something that the call itself put right.
    FirstOnly,
    /// It failed now and then, and no order explains it.
    Irregular,
}

impl Pattern {
    /// What it means, with the names of the cases.
    pub fn in_words<'a>(self, name: impl Fn(usize) -> &'a str) -> String {
        match self {
            Self::NotCalled => "not called".to_owned(),
            Self::Passes => "always passes".to_owned(),
            Self::Fails => "always fails".to_owned(),
            Self::NotRepeatable => {
                "not repeatable: it passes, and fails when it is called again (TST003)".to_owned()
            }
            Self::OrderDependent {
                behind,
                until: None,
            } => {
                let behind = name(behind);
                format!("depends on the order: it fails once {behind} was called (TST002)")
            }
            Self::OrderDependent {
                behind,
                until: Some(until),
            } => format!(
                "depends on the order: it fails behind {} until {} is called (TST002)",
                name(behind),
                name(until)
            ),
            Self::NeedsFirst { case } => {
                let case = name(case);
                format!("depends on the order: it fails until {case} was called (TST002)")
            }
            Self::FirstOnly => {
                "only its first call failed: a cold start, or something that the call itself put right"
                    .to_owned()
            }
            Self::Irregular => {
                "fails now and then; no order of the cases explains it".to_owned()
            }
        }
    }
}

/// What explains the failures of `case` in a history of calls: which case, and whether it passed.
pub fn pattern(case: usize, history: &[(usize, bool)]) -> Pattern {
    let own: Vec<(usize, bool)> = (0..)
        .zip(history)
        .filter(|(_, (called, _))| *called == case)
        .map(|(at, (_, passed))| (at, *passed))
        .collect();
    let failed = own.iter().filter(|(_, passed)| !passed).count();
    if own.is_empty() {
        return Pattern::NotCalled;
    }
    if failed == 0 {
        return Pattern::Passes;
    }
    if failed == own.len() {
        return Pattern::Fails;
    }
    if fails_again_at_once(&own) {
        return Pattern::NotRepeatable;
    }
    if failed == 1 && !own[0].1 {
        return Pattern::FirstOnly;
    }
    by_order(case, &own, history).unwrap_or(Pattern::Irregular)
}

/// Whether it failed right behind its own success, at the first time that this was tried.
fn fails_again_at_once(own: &[(usize, bool)]) -> bool {
    let mut at_once = own.windows(2).filter(|pair| pair[1].0 == pair[0].0 + 1);
    at_once.next().is_some_and(|pair| pair[0].1 && !pair[1].1)
}

/// The cases whose calls explain each failure and each success.
fn by_order(case: usize, own: &[(usize, bool)], history: &[(usize, bool)]) -> Option<Pattern> {
    let mut others: Vec<usize> = history.iter().map(|(called, _)| *called).collect();
    others.sort_unstable();
    others.dedup();
    others.retain(|other| *other != case);
    let called_last = |at: usize, among: &[usize]| -> Option<usize> {
        let before = history.get(..at)?.iter().rev();
        before
            .map(|(called, _)| *called)
            .find(|called| among.contains(called))
    };
    for &behind in &others {
        let explains =
            |(at, passed): &(usize, bool)| called_last(*at, &[behind]).is_some() != *passed;
        if own.iter().all(explains) {
            return Some(Pattern::OrderDependent {
                behind,
                until: None,
            });
        }
        let needs = |(at, passed): &(usize, bool)| called_last(*at, &[behind]).is_some() == *passed;
        if own.iter().all(needs) {
            return Some(Pattern::NeedsFirst { case: behind });
        }
    }
    for &behind in &others {
        for &until in others.iter().filter(|until| **until != behind) {
            let explains = |(at, passed): &(usize, bool)| {
                (called_last(*at, &[behind, until]) == Some(behind)) != *passed
            };
            if own.iter().all(explains) {
                return Some(Pattern::OrderDependent {
                    behind,
                    until: Some(until),
                });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dial_test::{Length, schedule};

    /// What a seller of that kind answers to the calls of a schedule.
    fn played(seed: u64, rounds: u32, mut passes: impl FnMut(usize) -> bool) -> Vec<(usize, bool)> {
        let sessions = schedule(Length::Rounds(rounds), 4, seed);
        let calls = sessions
            .iter()
            .flat_map(|session| session.order.iter().copied());
        calls.map(|case| (case, passes(case))).collect()
    }

    #[test]
    fn a_case_that_is_taken_once_is_not_repeatable() {
        for seed in 0..100 {
            let mut seen = [false; 4];
            let history = played(seed, 8, |case| {
                !std::mem::replace(&mut seen[case], case == 2)
            });
            assert_eq!(pattern(2, &history), Pattern::NotRepeatable, "seed {seed}");
            assert_eq!(pattern(1, &history), Pattern::Passes, "seed {seed}");
        }
    }

    #[test]
    fn a_case_that_another_one_ends_depends_on_the_order() {
        for seed in 0..100 {
            let mut ended = false;
            let history = played(seed, 60, |case| {
                match case {
                    0 => ended = false,
                    3 => ended = true,
                    _ => {}
                }
                case != 1 || !ended
            });
            let right = Pattern::OrderDependent {
                behind: 3,
                until: Some(0),
            };
            assert_eq!(pattern(1, &history), right, "seed {seed}");
            assert_eq!(pattern(2, &history), Pattern::Passes, "seed {seed}");
        }
    }

    #[test]
    fn one_cold_start_is_told_as_such() {
        for seed in 0..50 {
            let mut cold = true;
            let history = played(seed, 8, |_| !std::mem::take(&mut cold));
            let first = history[0].0;
            assert_eq!(pattern(first, &history), Pattern::FirstOnly, "seed {seed}");
        }
    }

    #[test]
    fn what_was_never_called_or_always_fails_is_told_plainly() {
        assert_eq!(pattern(0, &[]), Pattern::NotCalled);
        assert_eq!(pattern(0, &[(0, false), (0, false)]), Pattern::Fails);
        let now_and_then = [(0, true), (0, true), (0, false), (0, true), (0, false)];
        assert_eq!(pattern(0, &now_and_then), Pattern::Irregular);
        let needs = [(0, false), (0, false), (1, true), (0, true), (0, true)];
        assert_eq!(pattern(0, &needs), Pattern::NeedsFirst { case: 1 });
    }
}
