//! The string to sign is another.

use super::recipe::{Recipe, RequestPart};
use crate::mistake::catalog::Mistake;
use crate::mistake::recipe::Deviation;

const FIX: &str = "Sign three lines: SDK-HMAC-SHA256, the value of X-Sdk-Date, and the canonical \
                   request's SHA-256 in lower-case hexadecimal digits.";

pub(super) static TABLE: &[Deviation<Recipe>] = &[
    Deviation {
        mistake: Mistake {
            slug: "request-not-hashed",
            explanation: "The canonical request itself was signed, not its hash.",
            fix: FIX,
        },
        vary: |right| {
            [RequestPart::Itself, RequestPart::Alone]
                .map(|part| right.with(|recipe| recipe.request_part = part))
                .to_vec()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "request-hash-uppercase",
            explanation: "The hash of the canonical request has upper-case digits.",
            fix: FIX,
        },
        vary: |right| vec![right.with(|recipe| recipe.request_part = RequestPart::HashUpper)],
    },
    Deviation {
        mistake: Mistake {
            slug: "algorithm-line-wrong",
            explanation: "The string to sign does not begin with the line SDK-HMAC-SHA256.",
            fix: FIX,
        },
        vary: |right| {
            [
                None,
                Some("HMAC-SHA256"),
                Some("AWS4-HMAC-SHA256"),
                Some("HmacSHA256"),
            ]
            .map(|algorithm| right.with(|recipe| recipe.algorithm = algorithm))
            .to_vec()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "date-of-another-form",
            explanation: "The string to sign holds the time in another form than X-Sdk-Date.",
            fix: FIX,
        },
        vary: |right| {
            let date = right.date.as_str();
            let day = date.get(..8).unwrap_or_default().to_owned();
            let digits: String = date.chars().filter(char::is_ascii_digit).collect();
            let dashed = crate::time::parse_basic_time(date)
                .map(|time| time.format("%Y-%m-%dT%H:%M:%SZ").to_string());
            [Some(day), Some(digits), dashed, Some(String::new())]
                .into_iter()
                .flatten()
                .map(|date| right.with(|recipe| recipe.date = date))
                .collect()
        },
    },
];
