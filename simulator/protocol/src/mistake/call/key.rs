//! The right text was signed with a wrong key.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::recipe::Recipe;
use crate::mistake::catalog::Mistake;
use crate::mistake::key_text::{
    EMPTY_KEY, KEY_LOWERCASED, KEY_UPPERCASED, KEY_WITH_BLANK, KEY_WITH_NEWLINE, WRONG_KEY,
    with_blank, with_line_end,
};
use crate::mistake::recipe::Deviation;

pub(super) static TABLE: &[Deviation<Recipe>] = &[
    Deviation {
        mistake: WRONG_KEY,
        vary: |right| right.with_keys(right.other_keys.iter().map(|key| key.expose().to_owned())),
    },
    Deviation {
        mistake: Mistake {
            slug: "key-base64-decoded",
            explanation: "The key was decoded from Base64 before it was used.",
            fix: "Use the key as it is shown; only the European console shows the Base64 of it.",
        },
        vary: |right| right.with_keys(STANDARD.decode(&right.key)),
    },
    Deviation {
        mistake: Mistake {
            slug: "key-base64-not-decoded",
            explanation: "The Base64 of the key was used, not the key.",
            fix: "Decode the key that the European console shows from Base64 before using it.",
        },
        vary: |right| right.with_keys([STANDARD.encode(&right.key)]),
    },
    Deviation {
        mistake: KEY_WITH_NEWLINE,
        vary: |right| right.with_keys(with_line_end(&text(right))),
    },
    Deviation {
        mistake: KEY_WITH_BLANK,
        vary: |right| right.with_keys(with_blank(&text(right))),
    },
    Deviation {
        mistake: KEY_LOWERCASED,
        vary: |right| right.with_keys([text(right).to_lowercase()]),
    },
    Deviation {
        mistake: KEY_UPPERCASED,
        vary: |right| right.with_keys([text(right).to_uppercase()]),
    },
    Deviation {
        mistake: EMPTY_KEY,
        vary: |right| {
            let key_text = right.key_text.clone();
            let mut empty = right.with_keys([""]);
            empty.push(right.with_keys([""])[0].with(|recipe| recipe.key_text = key_text));
            empty
        },
    },
];

fn text(recipe: &Recipe) -> String {
    String::from_utf8_lossy(&recipe.key).into_owned()
}
