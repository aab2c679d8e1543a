//! When the platform hides a product: trading is frozen and the product hidden where the dial test
//! fails on five days in a row [v2 §4.9].
//!
//! A day fails where its morning or its afternoon does. No page says which of the two is meant, so
//! this is the reading under which a seller is warned early.

/// So many failing days in a row hide a product.
pub const FAILING_DAYS: u32 = 5;

/// The day, from 1, at whose end a product is hidden; `failing` tells of each day whether it failed.
pub fn hidden_on(failing: &[bool]) -> Option<u32> {
    let mut row = 0;
    for (day, fails) in (1..).zip(failing) {
        row = if *fails { row + 1 } else { 0 };
        if row == FAILING_DAYS {
            return Some(day);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_days_in_a_row_hide_and_four_do_not() {
        assert_eq!(hidden_on(&[true; 5]), Some(5));
        assert_eq!(hidden_on(&[true; 4]), None);
        assert_eq!(
            hidden_on(&[true, true, true, true, false, true, true, true, true]),
            None
        );
        assert_eq!(
            hidden_on(&[false, true, true, true, true, true, true]),
            Some(6)
        );
        assert_eq!(hidden_on(&[]), None);
    }

    /// Against the rule read off the calendar: the first day that ends a window of five failing ones.
    #[test]
    fn every_calendar_of_twelve_days_is_read_alike() {
        for bits in 0_u32..1 << 12 {
            let days: Vec<bool> = (0..12).map(|day| bits >> day & 1 == 1).collect();
            let by_window = days
                .windows(FAILING_DAYS as usize)
                .position(|window| window.iter().all(|fails| *fails))
                .map(|start| u32::try_from(start).unwrap() + FAILING_DAYS);
            assert_eq!(hidden_on(&days), by_window, "{days:?}");
        }
    }
}
