//! How much was used.

use serde::{Deserialize, Serialize};
use serde_json::Number;

/// The most decimals that a value may have.
const DECIMALS: usize = 4;

/// The most characters that a value may have as a text.
const LENGTH: usize = 20;

/// An amount: a text on the Chinese pages, a number on the international ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum UsageValue {
    /// As the international pages write it.
    Number(Number),
    /// As the Chinese pages write it.
    Text(String),
}

impl Default for UsageValue {
    fn default() -> UsageValue {
        UsageValue::Number(0.into())
    }
}

/// What is wrong with an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ValueFlaw {
    /// It is no number.
    #[error("is no decimal number")]
    NoNumber,
    /// It is zero or less.
    #[error("is not more than zero; leave records of no use out")]
    NotPositive,
    /// It has more than four decimals. Zeros at the end do not count.
    #[error("has more than four decimals; round it")]
    TooFine,
    /// It has more than twenty characters.
    #[error("has more than 20 characters")]
    TooLong,
}

impl UsageValue {
    /// What is wrong with the amount, where something is.
    pub fn flaw(&self) -> Option<ValueFlaw> {
        let text = match self {
            UsageValue::Number(number) => number.to_string(),
            UsageValue::Text(text) => text.clone(),
        };
        let Some(value) = number(&text) else {
            return Some(ValueFlaw::NoNumber);
        };
        if value <= 0.0 {
            Some(ValueFlaw::NotPositive)
        } else if decimals(&text, value) > DECIMALS {
            Some(ValueFlaw::TooFine)
        } else if text.chars().count() > LENGTH {
            Some(ValueFlaw::TooLong)
        } else {
            None
        }
    }
}

/// The number that a text is. Rust also reads `inf`, `nan` and blanks nowhere else do.
fn number(text: &str) -> Option<f64> {
    let is_digit = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
    let value: f64 = text.bytes().all(is_digit).then(|| text.parse().ok())??;
    value.is_finite().then_some(value)
}

/// How many decimals a number has, zeros at its end left aside.
fn decimals(text: &str, value: f64) -> usize {
    // A number with an exponent is written without one first.
    let plain = if text.contains(['e', 'E']) {
        value.to_string()
    } else {
        text.to_owned()
    };
    let fraction = plain.split_once('.').map_or("", |(_, fraction)| fraction);
    fraction.trim_end_matches('0').len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flaw(json: &str) -> Option<ValueFlaw> {
        serde_json::from_str::<UsageValue>(json).unwrap().flaw()
    }

    #[test]
    fn texts_and_numbers_of_four_decimals_are_right() {
        for json in [
            "99",
            "0.0001",
            "\"1.5\"",
            "\"2.50000\"",
            "1e3",
            "\"1E-4\"",
            "12345678.1234",
        ] {
            assert_eq!(flaw(json), None, "{json}");
        }
    }

    #[test]
    fn other_amounts_are_flawed() {
        for (json, expected) in [
            ("0", ValueFlaw::NotPositive),
            ("-1", ValueFlaw::NotPositive),
            ("\"0.0\"", ValueFlaw::NotPositive),
            ("0.00001", ValueFlaw::TooFine),
            ("1e-5", ValueFlaw::TooFine),
            ("\"1.23456\"", ValueFlaw::TooFine),
            ("\"\"", ValueFlaw::NoNumber),
            ("\"inf\"", ValueFlaw::NoNumber),
            ("\"1,5\"", ValueFlaw::NoNumber),
            ("\" 1\"", ValueFlaw::NoNumber),
            ("\"1e999\"", ValueFlaw::NoNumber),
            ("\"123456789012345678901\"", ValueFlaw::TooLong),
        ] {
            assert_eq!(flaw(json), Some(expected), "{json}");
        }
    }
}
