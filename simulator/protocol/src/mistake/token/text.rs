//! Another text was signed than the sorted, decoded parameters.

use percent_encoding::percent_decode_str;

use super::case::{Case, Pairs, joined};
use crate::mistake::catalog::{Entry, Mistake};
use crate::mistake::charset::{in_gbk, read_as_gbk, read_as_latin};
use crate::params::encode_into;
use crate::token::PARAMETER;

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
            slug: "sorted-descending",
            explanation: "The names were sorted from z to a.",
            fix: FIX,
        },
        made: |case| {
            let descending: Pairs = case.sorted.iter().rev().cloned().collect();
            case.signed(&joined(&descending))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "text-in-one-case",
            explanation: "The text was turned into lower or upper case before it was signed.",
            fix: "Sign names and values letter by letter as they came.",
        },
        made: |case| {
            let text = joined(&case.sorted);
            case.signed(&text.to_lowercase()) || case.signed(&text.to_uppercase())
        },
    },
    Entry {
        mistake: Mistake {
            slug: "empty-values-left-out",
            explanation: "Parameters with an empty value were not signed.",
            fix: "Sign every parameter but authToken; an empty one as `name=`.",
        },
        made: |case| {
            let filled = case.sorted.iter().filter(|(_, value)| !value.is_empty());
            case.signed(&joined(&filled.cloned().collect::<Pairs>()))
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
            slug: "values-decoded-twice",
            explanation: "The values were decoded twice: `+` became a blank, and escapes within a value \
                          were lost.",
            fix: "Decode each value once; most frameworks have done so already.",
        },
        made: |case| {
            let twice = |(name, value): &(String, String)| {
                let value = value.replace('+', " ");
                let value = percent_decode_str(&value).decode_utf8_lossy().into_owned();
                (name.clone(), value)
            };
            let pairs: Pairs = case.sorted.iter().map(twice).collect();
            case.signed(&joined(&pairs))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "text-encoded-whole",
            explanation: "The whole text was URL-encoded before it was signed, its `=` and `&` too.",
            fix: FIX,
        },
        made: |case| {
            let text = joined(&case.sorted);
            let form = form_encoded(&text);
            case.signed(&form) || case.signed(&form.replace('+', "%20"))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "address-signed",
            explanation: "The query was signed as it stands in the address, in its order and percent-encoded.",
            fix: FIX,
        },
        made: |case| {
            let pieces = case.query.split('&');
            let others: Vec<_> = pieces
                .filter(|piece| piece.split('=').next() != Some(PARAMETER))
                .collect();
            case.signed(&case.query) || case.signed(&others.join("&"))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "text-in-ascii",
            explanation: "The text was not encoded as UTF-8 when it was signed: letters beyond ASCII \
                          became question marks or other bytes.",
            fix: "Encode the text as UTF-8: getBytes(StandardCharsets.UTF_8).",
        },
        made: |case| {
            let text = joined(&case.sorted);
            let marks: String = text
                .chars()
                .map(|letter| if letter.is_ascii() { letter } else { '?' })
                .collect();
            case.signed(&marks)
        },
    },
    Entry {
        mistake: Mistake {
            slug: "values-in-other-charset",
            explanation: "The values were decoded or signed in another charset than UTF-8: ISO-8859-1, as Tomcat \
                          before version 8 decodes addresses, or GBK.",
            fix: "Decode the query as UTF-8 (URIEncoding=\"UTF-8\" of Tomcat's connector), and sign the text as UTF-8.",
        },
        made: |case| {
            let text = joined(&case.sorted);
            case.signed(&read_as_latin(text.as_bytes()))
                || case.signed(&read_as_gbk(text.as_bytes()))
                || in_gbk(&text).is_some_and(|bytes| case.signed_bytes(&bytes))
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

/// A text as forms encode it.
fn form_encoded(text: &str) -> String {
    let mut encoded = String::new();
    encode_into(&mut encoded, text);
    encoded
}
