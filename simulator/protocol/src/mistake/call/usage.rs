//! Another text was signed than `ts=..&nonce=..&body=..`.

use super::ORDER;
use super::parts::other_orders;
use super::recipe::{BodyPart, Part, Recipe};
use super::text::SECONDS;
use crate::mistake::catalog::Mistake;
use crate::mistake::recipe::Deviation;

const FIX: &str = "Sign `ts={ts}&nonce={nonce}&body={body}`.";

/// Other parts, or in another order.
pub(super) static PARTS: &[Deviation<Recipe>] = &[
    Deviation {
        mistake: Mistake {
            slug: "usage-parts-in-another-order",
            explanation: "The parts of the text stand in another order.",
            fix: FIX,
        },
        vary: |right| other_orders(right),
    },
    Deviation {
        mistake: Mistake {
            slug: "usage-part-left-out",
            explanation: "One of ts, nonce and body does not stand in the text.",
            fix: FIX,
        },
        vary: |right| {
            let parts = [Part::Timestamp, Part::Nonce, Part::Body];
            let without = |part| right.with(|recipe| recipe.order.retain(|known| *known != part));
            let mut all = parts.map(without).to_vec();
            all.push(right.with(|recipe| recipe.whole = Some(right.body.clone())));
            all
        },
    },
];

/// Parts that are joined or written otherwise.
pub(super) static TABLE: &[Deviation<Recipe>] = &[
    Deviation {
        mistake: Mistake {
            slug: "usage-parts-unnamed",
            explanation: "The parts stand in the text without their names.",
            fix: FIX,
        },
        vary: |right| {
            ["&", "", "\n", ","]
                .map(|mark| {
                    right.with(|recipe| {
                        recipe.named = false;
                        recipe.mark = mark;
                    })
                })
                .to_vec()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "usage-parts-divided-otherwise",
            explanation: "The parts of the text are not joined by `&`.",
            fix: FIX,
        },
        vary: |right| {
            ["", "\n", ",", ";", "|", " "]
                .map(|mark| right.with(|recipe| recipe.mark = mark))
                .to_vec()
        },
    },
    SECONDS,
    Deviation {
        mistake: Mistake {
            slug: "call-rule-used",
            explanation: "The push was signed as the marketplace signs its own calls: key, nonce, \
                          timestamp and body one behind the other.",
            fix: FIX,
        },
        vary: |right| {
            [BodyPart::Hmac, BodyPart::Itself]
                .map(|body_part| {
                    right.with(|recipe| {
                        recipe.order = ORDER.to_vec();
                        recipe.mark = "";
                        recipe.named = false;
                        recipe.body_part = body_part;
                    })
                })
                .to_vec()
        },
    },
];
