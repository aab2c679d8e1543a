//! Another text was signed than the sorted, decoded parameters.

use super::case::{Case, Pairs, joined};
use crate::mistake::catalog::{Entry, Mistake};

const FIX: &str = "Decode each value once, sort by name, and join as `name=value` with `&`.";

pub(super) static TABLE: &[Entry<Case>] = &[
    Entry {
        mistake: Mistake {
            slug: "values-encoded",
            explanation: "The values were signed as they stand in the address, percent-encoded.",
            fix: FIX,
        },
        made: |case| case.signed(&joined(&case.encoded)),
    },
    Entry {
        mistake: Mistake {
            slug: "parameters-unsorted",
            explanation: "The parameters were signed in the order sent, not sorted by name.",
            fix: FIX,
        },
        made: |case| case.signed(&joined(&case.sent)),
    },
    Entry {
        mistake: Mistake {
            slug: "sorted-without-case",
            explanation: "The names were sorted without regard to case; capitals come first.",
            fix: FIX,
        },
        made: |case| {
            let mut pairs = case.sent.clone();
            pairs.sort_by_key(|(name, _)| name.to_lowercase());
            case.signed(&joined(&pairs))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "parameter-left-out",
            explanation: "One of the parameters was not signed.",
            fix: "Sign every parameter but authToken, activity, testFlag and timeStamp included.",
        },
        made: |case| {
            (0..case.sorted.len()).any(|at| {
                let mut pairs = case.sorted.clone();
                pairs.remove(at);
                case.signed(&joined(&pairs))
            })
        },
    },
    Entry {
        mistake: Mistake {
            slug: "token-included",
            explanation: "The parameter authToken itself was signed, with an empty value.",
            fix: "Leave authToken out of the text that is signed.",
        },
        made: |case| {
            let mut pairs = case.sorted.clone();
            pairs.push(("authToken".to_owned(), String::new()));
            let behind = joined(&pairs);
            pairs.sort();
            case.signed(&behind) || case.signed(&joined(&pairs))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "names-only",
            explanation: "Only the names were signed, as one reading of the page has it.",
            fix: FIX,
        },
        made: |case| {
            let names: Vec<_> = case.sorted.iter().map(|(name, _)| name.as_str()).collect();
            ["&", "", ","]
                .iter()
                .any(|mark| case.signed(&names.join(mark)))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "values-only",
            explanation: "Only the values were signed, without their names.",
            fix: FIX,
        },
        made: |case| {
            let values: Vec<_> = case
                .sorted
                .iter()
                .map(|(_, value)| value.as_str())
                .collect();
            ["", "&"].iter().any(|mark| case.signed(&values.join(mark)))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "marks-left-out",
            explanation: "Names and values were joined without `=` or `&`.",
            fix: FIX,
        },
        made: |case| {
            let glued = |mark: &str| -> String {
                case.sorted
                    .iter()
                    .map(|(name, value)| [name, mark, value].concat())
                    .collect()
            };
            case.signed(&glued("=")) || case.signed(&glued(""))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "text-wrapped",
            explanation: "The text that was signed starts with `?` or ends with `&`.",
            fix: FIX,
        },
        made: |case| {
            let text = joined(&case.sorted);
            [format!("?{text}"), format!("{text}&"), format!("&{text}")]
                .iter()
                .any(|text| case.signed(text))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "values-trimmed",
            explanation: "Blanks at the ends of a value were cut off before signing.",
            fix: "Sign the decoded values as they are.",
        },
        made: |case| {
            let trimmed = case.sorted.iter();
            let trimmed: Pairs = trimmed
                .map(|(name, value)| (name.clone(), value.trim().to_owned()))
                .collect();
            case.signed(&joined(&trimmed))
        },
    },
];
