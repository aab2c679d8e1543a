//! What stands for the body in the text, is not what ought to.

use super::recipe::{BodyPart, Part, Recipe};
use crate::mistake::catalog::Mistake;
use crate::mistake::recipe::Deviation;

const HMAC_OF_BODY: &str = "Put the body's HMAC-SHA256 under the access key into the text, in \
                            lower-case hexadecimal digits.";

const BODY_ITSELF: &str = "Put the body itself into the text.";

/// In place of the body's HMAC, as the base interfaces want it.
pub(super) static QUERY: &[Deviation<Recipe>] = &[
    Deviation {
        mistake: Mistake {
            slug: "body-sha256",
            explanation: "The text holds the plain SHA-256 of the body, not its HMAC.",
            fix: HMAC_OF_BODY,
        },
        vary: |right| vec![right.with(|recipe| recipe.body_part = BodyPart::Sha256)],
    },
    Deviation {
        mistake: Mistake {
            slug: "body-digest-uppercase",
            explanation: "The text holds the HMAC of the body in upper-case hexadecimal digits.",
            fix: HMAC_OF_BODY,
        },
        vary: |right| vec![right.with(|recipe| recipe.body_part = BodyPart::HmacUpper)],
    },
    Deviation {
        mistake: Mistake {
            slug: "kit-rule-used",
            explanation: "The text holds the body itself, as the kit interfaces want it.",
            fix: HMAC_OF_BODY,
        },
        vary: |right| vec![right.with(|recipe| recipe.body_part = BodyPart::Itself)],
    },
    Deviation {
        mistake: Mistake {
            slug: "body-digest-base64",
            explanation: "The text holds the HMAC of the body in Base64.",
            fix: HMAC_OF_BODY,
        },
        vary: |right| vec![right.with(|recipe| recipe.body_part = BodyPart::HmacBase64)],
    },
    Deviation {
        mistake: Mistake {
            slug: "body-digest-as-bytes",
            explanation: "The text holds the bytes of the body's HMAC, not its hexadecimal digits.",
            fix: HMAC_OF_BODY,
        },
        vary: |right| vec![right.with(|recipe| recipe.body_part = BodyPart::HmacBytes)],
    },
    Deviation {
        mistake: Mistake {
            slug: "body-md5",
            explanation: "The text holds the MD5 of the body, not its HMAC.",
            fix: HMAC_OF_BODY,
        },
        vary: |right| vec![right.with(|recipe| recipe.body_part = BodyPart::Md5)],
    },
    Deviation {
        mistake: Mistake {
            slug: "body-left-out",
            explanation: "The text ends with the timestamp: nothing stands for the body.",
            fix: HMAC_OF_BODY,
        },
        vary: |right| vec![right.with(|recipe| recipe.order.retain(|part| *part != Part::Body))],
    },
];

/// In place of the body, as the kit interfaces want it.
pub(super) static KIT: &[Deviation<Recipe>] = &[
    Deviation {
        mistake: Mistake {
            slug: "base-rule-used",
            explanation: "The text holds the HMAC of the body, as the base interfaces want it.",
            fix: BODY_ITSELF,
        },
        vary: |right| with(right, &[BodyPart::Hmac, BodyPart::HmacUpper]),
    },
    Deviation {
        mistake: BODY_DIGEST_USED,
        vary: |right| with(right, &DIGESTS[2..]),
    },
];

/// In place of the body, as the usage push wants it.
pub(super) static USAGE: &[Deviation<Recipe>] = &[Deviation {
    mistake: BODY_DIGEST_USED,
    vary: |right| with(right, &DIGESTS),
}];

/// The digests that may stand for a body.
const DIGESTS: [BodyPart; 5] = [
    BodyPart::Hmac,
    BodyPart::HmacUpper,
    BodyPart::Sha256,
    BodyPart::HmacBase64,
    BodyPart::Md5,
];

const BODY_DIGEST_USED: Mistake = Mistake {
    slug: "body-digest-used",
    explanation: "The text holds a digest of the body, not the body.",
    fix: BODY_ITSELF,
};

fn with(right: &Recipe, parts: &[BodyPart]) -> Vec<Recipe> {
    let with = |part: &BodyPart| right.with(|recipe| recipe.body_part = *part);
    parts.iter().map(with).collect()
}
