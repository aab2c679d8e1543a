//! SIG003: a Body-Sign of the wrong form.

use super::seen::present;
use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// The value has the form `sign_type="HMAC-SHA256", signature="…"`, both in double quotes.
    ///
    /// # Why it matters
    /// The platform refuses another form before it looks at the signature
    /// (sign_type is not equals HMAC-SHA256 or signature is empty).
    ///
    /// # A seller that breaks it
    /// Sends the bare signature, leaves the quotes out, or names another algorithm.
    ///
    /// # How to fix
    /// Build the value from the text of the documentation with nothing but the signature replaced.
    ///
    /// # What a lawful seller may do
    /// Put blanks, or none, around the comma and the equals signs. Put the signature before its type:
    /// the pages print one order and ask for none.
    SIG003 = {
        name: "header-malformed",
        force: Must,
        source: "v1 §3",
        needs: "answer with a Body-Sign",
        lawful: [
            "blank-before-signature",
            "many-blanks",
            "members-swapped",
            "no-blank-after-comma",
        ],
        api: [V1],
        faults: [
            "quotes-missing",
            "sign-type-missing",
            "sign-type-of-java",
            "bare-signature",
            "signature-empty",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for present in present(play) {
        look.expect(present.exchange, present.flaws.is_empty(), || {
            Fault::at("header Body-Sign")
                .expected(r#"sign_type="HMAC-SHA256", signature="…""#)
                .actual(present.flaws.join("; "))
                .because(format!(
                    "The value's form is wrong: {}.",
                    present.flaws.join("; ")
                ))
                .fix(
                    r#"Write it as sign_type="HMAC-SHA256", signature="<Base64>" with the quotes."#,
                )
        });
    }
}
