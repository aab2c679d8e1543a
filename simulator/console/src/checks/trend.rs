//! How the checks of an address came out, one after another: a picture with its table.

use std::collections::BTreeMap;

use crate::store::Counted;

/// How many of an address are shown.
const SHOWN: usize = 20;
/// Where the bars stand, in the picture's units.
const FLOOR: u32 = 120;
/// How high the highest bar is.
const HEIGHT: u32 = 100;
/// The widest that a bar and the space beside it may be, in hundredths of a percent of the picture.
const WIDEST: usize = 800;
/// What is there is seen.
const LEAST: u32 = 3;

/// The checks of an address, the earliest first.
#[derive(Debug)]
pub(super) struct Trend {
    pub(super) name: String,
    pub(super) bars: Vec<Bar>,
}

/// One check.
#[derive(Debug)]
pub(super) struct Bar {
    pub(super) counted: Counted,
    failed: u32,
    held: u32,
    /// In hundredths of a percent.
    left: usize,
    slot: usize,
}

impl Trend {
    /// The trends of all addresses that were checked more than once; `counted` has the latest first.
    pub(super) fn all(counted: Vec<Counted>) -> Vec<Self> {
        let mut by_name: BTreeMap<String, Vec<Counted>> = BTreeMap::new();
        for one in counted {
            let of_name = by_name.entry(one.name.clone()).or_default();
            if of_name.len() < SHOWN {
                of_name.push(one);
            }
        }
        by_name
            .into_iter()
            .filter(|(_, checks)| checks.len() > 1)
            .map(|(name, checks)| Self::of(name, checks))
            .collect()
    }

    fn of(name: String, checks: Vec<Counted>) -> Self {
        let most = checks.iter().map(|check| check.held + check.failed).max();
        let most = most.unwrap_or_default().max(1);
        let slot = (10_000 / checks.len()).min(WIDEST);
        let high = |count: u32| match count {
            0 => 0,
            _ => (count * HEIGHT / most).max(LEAST),
        };
        let earliest_first = checks.into_iter().rev().enumerate();
        let bars = earliest_first.map(|(place, counted)| Bar {
            failed: high(counted.failed),
            held: high(counted.held),
            counted,
            left: place * slot,
            slot,
        });
        Self {
            bars: bars.collect(),
            name,
        }
    }
}

impl Bar {
    /// Where it begins.
    pub(super) fn x(&self) -> String {
        percent(self.left + self.slot / 10)
    }

    pub(super) fn width(&self) -> String {
        percent(self.slot * 8 / 10)
    }

    pub(super) fn middle(&self) -> String {
        percent(self.left + self.slot / 2)
    }

    /// Top and height of the rules that failed, which stand on the floor.
    pub(super) fn failed(&self) -> (u32, u32) {
        (FLOOR - self.failed, self.failed)
    }

    /// Top and height of the rules that held, above them.
    pub(super) fn held(&self) -> (u32, u32) {
        (FLOOR - self.failed - self.held, self.held)
    }

    /// Where the number above it stands.
    pub(super) fn label(&self) -> u32 {
        self.held().0 - 4
    }
}

fn percent(hundredths: usize) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(id: i64, name: &str, held: u32, failed: u32) -> Counted {
        Counted {
            id,
            name: name.to_owned(),
            started: "2026-11-27T02:00:00Z".to_owned(),
            held,
            failed,
        }
    }

    #[test]
    fn the_checks_of_an_address_stand_side_by_side_and_the_latest_is_the_last() {
        let latest_first = vec![
            counted(3, "shop", 99, 1),
            counted(2, "another", 10, 0),
            counted(1, "shop", 40, 60),
        ];
        let trends = Trend::all(latest_first);
        // One check is no trend.
        let [trend] = &trends[..] else {
            panic!("{trends:?}");
        };
        let ids: Vec<i64> = trend.bars.iter().map(|bar| bar.counted.id).collect();
        assert_eq!(ids, [1, 3]);
        assert_eq!(trend.bars[0].failed(), (60, 60));
        assert_eq!(trend.bars[0].held(), (20, 40));
        // One that failed is still seen.
        assert_eq!(trend.bars[1].failed(), (117, 3));
        assert_eq!(trend.bars[1].x(), "8.80%");
    }

    #[test]
    fn twenty_bars_fill_the_picture_and_none_is_outside() {
        let many = (0..50).map(|id| counted(id, "shop", 1_000, 1_000));
        let trends = Trend::all(many.collect());
        let bars = &trends[0].bars;
        assert_eq!(bars.len(), SHOWN);
        let last = &bars[SHOWN - 1];
        assert!(last.left + last.slot <= 10_000);
        assert!(bars.iter().all(|bar| bar.label() < FLOOR));
    }

    #[test]
    fn checks_that_judged_nothing_have_no_bar() {
        let none = vec![counted(2, "shop", 0, 0), counted(1, "shop", 0, 0)];
        let trends = Trend::all(none);
        assert_eq!(trends[0].bars[0].held(), (FLOOR, 0));
    }
}
