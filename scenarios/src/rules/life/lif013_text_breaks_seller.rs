//! LIF013: text that makes the seller fail.

use galleria_marketplace::tamper::Tampering;
use galleria_marketplace::transcript::Exchange;
use galleria_protocol::code;

use crate::rule;
use crate::rule::{Fault, Look, Play, place};

rule! {
    /// # What it checks
    /// A purchase whose customer's name is Chinese, holds an emoji, or holds quotes, a backslash and
    /// markup, is carried out like the same purchase with a plain name.
    ///
    /// # Why it matters
    /// Such a customer cannot buy; and text that breaks a seller is the beginning of an injection.
    ///
    /// # A seller that breaks it
    /// Stores three bytes a character, glues SQL or JSON together from text, or passes the name on
    /// to a shell.
    ///
    /// # How to fix
    /// Use four-byte UTF-8 (utf8mb4), prepared statements and a JSON library.
    ///
    /// # What a lawful seller may do
    /// Replace or cut what it cannot show. A name that is called invalid (000002) for its emoji or
    /// markup is not held against it, and one that the token check stumbles over is AUT002's and
    /// AUT003's business.
    LIF013 = {
        name: "text-breaks-seller",
        force: Should,
        source: "v1 §5.1",
        needs: "purchase with unusual text beside an accepted one",
        lawful: ["emoji-name-called-invalid", "three-in-stock"],
        scenes: [NewInstance],
        faults: ["emoji-breaks-purchase"],
        check: check,
    }
}

const TEXTS: [&str; 5] = [
    "encoded-name",
    "chinese-name",
    "emoji-name",
    "markup-name",
    "chinese-member",
];

fn check(play: &Play, look: &mut Look) {
    for how in TEXTS {
        let about = Tampering::find(how).map_or(how, |tampering| tampering.about);
        for pair in play.tampered(how) {
            if pair.second.is_taken() {
                look.held();
            }
            let Some(actual) = broke(pair.second).filter(|_| is_whole(pair.first)) else {
                continue;
            };
            look.found(
                pair.second,
                Fault::at(place(&Tampering::find(how).map(Tampering::parameters).unwrap_or_default()))
                    .expected(code::SUCCESS)
                    .actual(actual)
                    .because(format!(
                        "The purchase succeeded in call {} and failed here, where {about}.",
                        pair.first.id
                    ))
                    .fix("Store four-byte UTF-8, use prepared statements, and let a JSON library write the answer."),
            );
        }
    }
}

/// Whether the purchase with a plain name came through as the interface has it.
fn is_whole(exchange: &Exchange) -> bool {
    exchange
        .response
        .as_ref()
        .is_some_and(|answer| answer.status == 200)
}

/// How the seller failed on the text: it says so itself, or its server does.
fn broke(exchange: &Exchange) -> Option<&str> {
    if let Some(refused) = exchange.refusal_code() {
        return matches!(refused, code::INTERNAL_ERROR | code::PRODUCT_ERROR).then_some(refused);
    }
    let answer = exchange.response.as_ref()?;
    (answer.status >= 500).then_some(answer.status_line.as_str())
}
