//! The signature was made with another function than HMAC-SHA256.

use super::recipe::{Function, Recipe};
use crate::mistake::body_sign::{HMAC_MD5, HMAC_SHA1, HMAC_SHA512};
use crate::mistake::catalog::Mistake;
use crate::mistake::key_text::KEY_AND_DATA_SWAPPED;
use crate::mistake::recipe::Deviation;

pub(in crate::mistake) const TEXT_SHA256: Mistake = Mistake {
    slug: "text-sha256-without-key",
    explanation: "The text was hashed with plain SHA-256, without the HMAC's key.",
    fix: "Use HMAC-SHA256, with the key as its key; that the key may stand in the text as \
                  well, does not replace it.",
};

pub(super) static TABLE: &[Deviation<Recipe>] = &[
    Deviation {
        mistake: TEXT_SHA256,
        vary: |right| vec![right.with(|recipe| recipe.outer = Function::Sha256)],
    },
    Deviation {
        mistake: KEY_AND_DATA_SWAPPED,
        vary: |right| outer_or_both(right, Function::Swapped),
    },
    Deviation {
        mistake: HMAC_SHA1,
        vary: |right| outer_or_both(right, Function::HmacSha1),
    },
    Deviation {
        mistake: HMAC_MD5,
        vary: |right| outer_or_both(right, Function::HmacMd5),
    },
    Deviation {
        mistake: HMAC_SHA512,
        vary: |right| outer_or_both(right, Function::HmacSha512),
    },
];

/// The function in place of the HMAC of the text, and in place of that of the body too.
fn outer_or_both(right: &Recipe, function: Function) -> Vec<Recipe> {
    let outer = right.with(|recipe| recipe.outer = function);
    let both = outer.with(|recipe| recipe.inner = function);
    vec![outer, both]
}
