//! FLD011: a usage figure without a proper value.

use serde_json::Value;

use super::figures;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Every entry of `usageInfo` has `usageValue`, a JSON number that is not negative and has at
    /// most four decimals.
    ///
    /// # Why it matters
    /// The debug step refuses an entry without it (接口响应缺少usageValue), and the customer is
    /// billed by it.
    ///
    /// # A seller that breaks it
    /// Quotes the number, leaves a zero out, counts what is left of a quota, or sends the digits of
    /// a binary fraction.
    ///
    /// # How to fix
    /// Send what was used so far as a number, rounded to four decimals, zero included.
    ///
    /// # What a lawful seller may do
    /// Write the number as JSON lets it: whole, with decimals, in exponent form, zero. Leave
    /// `usageInfo` out for instances that are not billed by use.
    FLD011 = {
        name: "usage-value-malformed",
        force: Must,
        source: "v1 §5.7",
        needs: "answer with a usage figure",
        lawful: [
            "usage-by-related-instance",
            "usage-in-exponent-form",
            "usage-in-whole-numbers",
            "usage-of-nothing",
            "usage-pushed-only",
            "usage-with-four-decimals",
        ],
        scenes: [QueryInstance],
        faults: ["metered-instance-without-usage-value", "usage-value-as-text", "usage-value-negative"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for figure in figures::all(play) {
        let value = figure.members.get("usageValue");
        look.expect(figure.exchange, value.is_some_and(is_proper), || {
            Fault::at(format!("body {}/usageValue", figure.place))
                .expected("a number that is not negative, with at most four decimals")
                .actual(value.map_or_else(|| "no such member".to_owned(), ToString::to_string))
                .because("The customer is billed by this figure.")
                .fix("Send what was used so far as a JSON number, rounded to four decimals.")
        });
    }
}

fn is_proper(value: &Value) -> bool {
    let Value::Number(number) = value else {
        return false;
    };
    number.as_f64().is_some_and(|number| number >= 0.0) && decimals(&number.to_string()) <= 4
}

/// How many decimals a JSON number has, written out: `1.5e-3` has four.
fn decimals(text: &str) -> i64 {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (_, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = i64::try_from(fraction.trim_end_matches('0').len()).unwrap_or(i64::MAX);
    digits.saturating_sub(exponent.parse().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::is_proper;
    use serde_json::json;

    #[test]
    fn figures_are_numbers_of_four_decimals() {
        for value in [
            json!(0),
            json!(12.5),
            json!(3.2714),
            json!(7.0),
            json!(1.5e3),
            json!(1e-4),
        ] {
            assert!(is_proper(&value), "{value}");
        }
        for value in [
            json!("1"),
            json!(-1),
            json!(0.12345),
            json!(1e-7),
            json!(null),
        ] {
            assert!(!is_proper(&value), "{value}");
        }
    }
}
