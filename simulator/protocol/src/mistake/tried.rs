//! What was tried where nothing fits.

use std::fmt;

use super::Family;

/// The computations that were made again without finding the value, for people: `Display` writes
/// such as `nothing fits: 96 computations were made again: other keys (14), other functions (12),
/// two of these at once (70)`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tried {
    alone: Vec<(Family, u32)>,
    at_once: u32,
    left_out: Option<LeftOut>,
}

const AT_ONCE: &str = "two of these at once";

/// Why something was not tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// There is no value to look into.
    NoValue,
    /// The value is too large to be looked into at all.
    TooLarge,
    /// The value is too large for two mistakes at once.
    TwoAtOnce,
}

impl Tried {
    /// Nothing was tried, for that reason.
    pub(super) fn nothing(left_out: LeftOut) -> Tried {
        Tried {
            left_out: Some(left_out),
            ..Tried::default()
        }
    }

    /// Adds computations under one mistake of that family.
    pub(super) fn add(&mut self, family: Family, computations: u32) {
        match self.alone.iter_mut().find(|(known, _)| *known == family) {
            Some((_, count)) => *count += computations,
            None => self.alone.push((family, computations)),
        }
    }

    /// Adds computations under two mistakes at once.
    pub(super) fn add_at_once(&mut self, computations: u32) {
        self.at_once += computations;
    }

    /// Something was not tried, for that reason.
    pub(super) fn leave_out(&mut self, left_out: LeftOut) {
        self.left_out = Some(left_out);
    }

    /// What was varied, in the order in which it is told: the words of `Display` for each.
    pub fn varied(&self) -> impl Iterator<Item = &'static str> {
        let alone = self.alone.iter().filter(|(_, count)| *count > 0);
        let alone = alone.map(|(family, _)| family.varied());
        alone.chain((self.at_once > 0).then_some(AT_ONCE))
    }

    /// How many computations were made again.
    pub fn computations(&self) -> u32 {
        self.alone.iter().map(|(_, count)| count).sum::<u32>() + self.at_once
    }

    /// What was left out, where something was.
    pub fn left_out(&self) -> Option<LeftOut> {
        self.left_out
    }
}

impl fmt::Display for Tried {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.left_out {
            Some(LeftOut::NoValue) => return out.write_str("there is nothing to look into"),
            Some(LeftOut::TooLarge) => {
                return out.write_str("nothing was tried: the value is too large to look into");
            }
            Some(LeftOut::TwoAtOnce) | None => {}
        }
        let total = self.computations();
        write!(out, "nothing fits: {total} computations were made again")?;
        let alone = self.alone.iter().filter(|(_, count)| *count > 0);
        let alone = alone.map(|(family, count)| (family.varied(), *count));
        let at_once = (self.at_once > 0).then_some((AT_ONCE, self.at_once));
        for (number, (what, count)) in alone.chain(at_once).enumerate() {
            let mark = if number == 0 { ": " } else { ", " };
            write!(out, "{mark}{what} ({count})")?;
        }
        if self.left_out == Some(LeftOut::TwoAtOnce) {
            out.write_str("; the value is too large to try two mistakes at once")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_tried_is_told_in_words() {
        let mut tried = Tried::default();
        tried.add(Family::BodyKey, 14);
        tried.add(Family::Function, 12);
        tried.add(Family::BodyKey, 1);
        tried.add(Family::BodyJson, 0);
        assert_eq!(tried.computations(), 27);
        assert_eq!(
            tried.to_string(),
            "nothing fits: 27 computations were made again: other keys (15), other functions (12)"
        );
        for _ in 0..3 {
            tried.add_at_once(1);
        }
        tried.leave_out(LeftOut::TwoAtOnce);
        assert!(tried.to_string().ends_with(
            "two of these at once (3); the value is too large to try two mistakes at once"
        ));
    }

    #[test]
    fn where_nothing_was_tried_the_reason_is_told() {
        for left_out in [LeftOut::NoValue, LeftOut::TooLarge] {
            let tried = Tried::nothing(left_out);
            assert_eq!(tried.computations(), 0);
            assert!(!tried.to_string().contains('0'), "{tried}");
        }
    }
}
