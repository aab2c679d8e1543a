//! The parts of the text that was signed are joined or written otherwise.

use super::body::as_parameters;
use super::parts::FIX;
use super::recipe::Recipe;
use crate::mistake::catalog::Mistake;
use crate::mistake::recipe::Deviation;

pub(super) static TABLE: &[Deviation<Recipe>] = &[
    SECONDS,
    Deviation {
        mistake: Mistake {
            slug: "parts-divided",
            explanation: "There is a mark between the parts of the text.",
            fix: FIX,
        },
        vary: |right| {
            [
                "&", "\n", ",", ":", "|", " ", "+", "-", "_", ".", ";", "\r\n",
            ]
            .map(|mark| right.with(|recipe| recipe.mark = mark))
            .to_vec()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "parts-named",
            explanation: "The parts stand in the text with their names, as in `nonce=`.",
            fix: FIX,
        },
        vary: |right| {
            ["&", ""]
                .map(|mark| {
                    right.with(|recipe| {
                        recipe.mark = mark;
                        recipe.named = true;
                    })
                })
                .to_vec()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "nonce-case-changed",
            explanation: "The nonce was turned into another case.",
            fix: "Sign the nonce letter by letter as it was sent.",
        },
        vary: |right| {
            [right.nonce.to_lowercase(), right.nonce.to_uppercase()]
                .into_iter()
                .filter(|nonce| *nonce != right.nonce)
                .map(|nonce| right.with(|recipe| recipe.nonce = nonce))
                .collect()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "v1-token-rule-used",
            explanation: "The call was signed as V1's authToken is: with the access key followed by \
                          the timestamp.",
            fix: FIX,
        },
        vary: |right| {
            let pairs = format!("nonce={}&timestamp={}", right.nonce, right.timestamp);
            let body = as_parameters(&right.body);
            let mut texts = vec![right.body.clone(), pairs.clone().into_bytes()];
            texts.extend(body.clone().map(String::into_bytes));
            texts.extend(body.map(|body| format!("{body}&{pairs}").into_bytes()));
            let with = |text: Vec<u8>| {
                right.with(|recipe| {
                    recipe.key.extend(right.timestamp.as_bytes());
                    recipe.whole = Some(text);
                })
            };
            texts.into_iter().map(with).collect()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "v1-body-rule-used",
            explanation: "The body alone was signed, as V1's Body-Sign is.",
            fix: FIX,
        },
        vary: |right| vec![right.with(|recipe| recipe.whole = Some(right.body.clone()))],
    },
];

/// The timestamp without its last three digits.
pub(super) const SECONDS: Deviation<Recipe> = Deviation {
    mistake: Mistake {
        slug: "timestamp-in-seconds",
        explanation: "The timestamp was signed in seconds, but was sent in milliseconds.",
        fix: "Sign the timestamp digit by digit as it is sent.",
    },
    vary: |right| {
        let seconds = right
            .timestamp
            .get(..10)
            .filter(|_| right.timestamp.len() == 13);
        let with = |seconds: &str| right.with(|recipe| seconds.clone_into(&mut recipe.timestamp));
        seconds.map(with).into_iter().collect()
    },
};
