//! The string to sign was signed with another function than HMAC-SHA256.

use super::recipe::Recipe;
use crate::mistake::body_sign::{HMAC_MD5, HMAC_SHA1, HMAC_SHA512};
use crate::mistake::call::{Function, TEXT_SHA256};
use crate::mistake::key_text::KEY_AND_DATA_SWAPPED;
use crate::mistake::recipe::Deviation;

pub(super) static TABLE: &[Deviation<Recipe>] = &[
    Deviation {
        mistake: TEXT_SHA256,
        vary: |right| with(right, Function::Sha256),
    },
    Deviation {
        mistake: KEY_AND_DATA_SWAPPED,
        vary: |right| with(right, Function::Swapped),
    },
    Deviation {
        mistake: HMAC_SHA1,
        vary: |right| with(right, Function::HmacSha1),
    },
    Deviation {
        mistake: HMAC_MD5,
        vary: |right| with(right, Function::HmacMd5),
    },
    Deviation {
        mistake: HMAC_SHA512,
        vary: |right| with(right, Function::HmacSha512),
    },
];

fn with(right: &Recipe, function: Function) -> Vec<Recipe> {
    vec![right.with(|recipe| recipe.function = function)]
}
