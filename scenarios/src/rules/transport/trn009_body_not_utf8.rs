//! TRN009: text that is not plain UTF-8.

use galleria_marketplace::transcript::Charset;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// The body's bytes are UTF-8 without a byte order mark.
    ///
    /// # Why it matters
    /// Another charset garbles names and messages; a byte order mark is no JSON.
    ///
    /// # A seller that breaks it
    /// Writes strings in the platform's default charset (GBK), or a file with a byte order mark.
    ///
    /// # How to fix
    /// Encode the body as UTF-8 explicitly, and sign those bytes.
    ///
    /// # What a lawful seller may do
    /// Write everything beyond ASCII as `\uXXXX`.
    TRN009 = {
        name: "body-not-utf8",
        force: Must,
        source: "v2 §1",
        needs: "answer",
        lawful: ["chinese-message", "raw-utf8"],
        faults: ["byte-order-mark", "message-in-gbk"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, answer) in play.answers() {
        if answer.is_coded() || answer.body.too_large {
            continue;
        }
        let Some(charset) = exchange.reading.charset else {
            continue;
        };
        look.expect(exchange, charset == Charset::Utf8, || {
            let actual = match charset {
                Charset::ByteOrderMark => "a byte order mark before the JSON",
                _ => "bytes that are not UTF-8",
            };
            Fault::at("body")
                .expected("UTF-8 without a byte order mark")
                .actual(actual)
                .because("The platform reads UTF-8.")
                .fix("Encode the body as UTF-8 explicitly, without a byte order mark.")
        });
    }
}
