//! The right string was signed with a wrong key.

use super::recipe::Recipe;
use crate::hmac_sha256::digest;
use crate::mistake::catalog::Mistake;
use crate::mistake::key_text::{
    EMPTY_KEY, KEY_LOWERCASED, KEY_UPPERCASED, KEY_WITH_BLANK, KEY_WITH_NEWLINE, WRONG_KEY,
    with_blank, with_line_end,
};
use crate::mistake::recipe::Deviation;

/// Regions and services that a derived key may have been bound to.
const REGIONS: [&str; 4] = ["cn-north-4", "cn-north-1", "ap-southeast-1", ""];
const SERVICES: [&str; 4] = ["mkt", "apig", "execute-api", ""];

pub(super) static TABLE: &[Deviation<Recipe>] = &[
    Deviation {
        mistake: Mistake {
            slug: "access-key-as-secret",
            explanation: "The call was signed with the AK: AK and SK are swapped.",
            fix: "Name the AK in Access= and sign with the SK.",
        },
        vary: |right| with_keys(right, [right.access.clone()]),
    },
    Deviation {
        mistake: WRONG_KEY,
        vary: |right| {
            with_keys(
                right,
                right.other_keys.iter().map(|key| key.expose().to_owned()),
            )
        },
    },
    Deviation {
        mistake: KEY_WITH_NEWLINE,
        vary: |right| with_keys(right, with_line_end(&text(right))),
    },
    Deviation {
        mistake: KEY_WITH_BLANK,
        vary: |right| with_keys(right, with_blank(&text(right))),
    },
    Deviation {
        mistake: KEY_LOWERCASED,
        vary: |right| with_keys(right, [text(right).to_lowercase()]),
    },
    Deviation {
        mistake: KEY_UPPERCASED,
        vary: |right| with_keys(right, [text(right).to_uppercase()]),
    },
    Deviation {
        mistake: EMPTY_KEY,
        vary: |right| with_keys(right, [String::new()]),
    },
    Deviation {
        mistake: Mistake {
            slug: "signing-key-derived",
            explanation: "The key was derived from the SK in steps of date, region and service, as \
                          for AWS4-HMAC-SHA256.",
            fix: "Sign with the SK itself: SDK-HMAC-SHA256 derives no key and has no scope.",
        },
        vary: derived,
    },
];

fn with_keys<K: Into<Vec<u8>>>(right: &Recipe, keys: impl IntoIterator<Item = K>) -> Vec<Recipe> {
    let with = |key: K| right.with(|recipe| recipe.secret = key.into());
    keys.into_iter().map(with).collect()
}

fn text(recipe: &Recipe) -> String {
    String::from_utf8_lossy(&recipe.secret).into_owned()
}

/// The keys that are derived for each region and service, with a scope in the string and without.
fn derived(right: &Recipe) -> Vec<Recipe> {
    let day = right.date.get(..8).unwrap_or_default();
    let mut all = Vec::new();
    for (prefix, end) in [("AWS4", "aws4_request"), ("SDK", "sdk_request")] {
        for region in REGIONS {
            for service in SERVICES {
                let mut key = [prefix.as_bytes(), &right.secret].concat();
                for step in [day, region, service, end] {
                    key = digest(&key, step.as_bytes()).to_vec();
                }
                let alone = right.with(|recipe| recipe.secret = key);
                let scope = format!("{day}/{region}/{service}/{end}");
                all.push(alone.with(|recipe| recipe.scope = Some(scope)));
                all.push(alone);
            }
        }
    }
    all
}
