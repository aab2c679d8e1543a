//! ENC006: a purchase with the buyer's encrypted phone number is refused.

use galleria_protocol::code;

use crate::rule;
use crate::rule::{Fault, Look, Pair, Play};

rule! {
    /// # What it checks
    /// A purchase with an encrypted `mobilePhone` is accepted like the same purchase without it: in the
    /// bit length that was chosen when the product was released, where `--bits` tells it, and else in
    /// one of the two at least.
    ///
    /// # Why it matters
    /// Where the product asks the buyer for the number, every order carries it, encrypted.
    ///
    /// # A seller that breaks it
    /// Checks the value against a pattern of digits before it is decrypted, has a column that is too
    /// short for it, or decrypts it before the token is computed.
    ///
    /// # How to fix
    /// Decrypt the number first, with the bit length that was chosen when the product was released.
    ///
    /// # What a lawful seller may do
    /// Read one bit length only. Ignore the number. Refuse it because it is taken already (000101),
    /// or the order for another reason of business that the pages list.
    ENC006 = {
        name: "encrypted-contact-refused",
        force: Must,
        source: "v1 §4, §5.1",
        needs: "purchase with an encrypted phone number beside an accepted one",
        lawful: ["aes128-contacts-only", "reference", "three-in-stock"],
        api: [V1],
        family: [Saas],
        scenes: [NewInstance],
        faults: [
            "encrypted-phone-taken-for-plain",
            "signs-decrypted-contacts",
            "verifies-encoded-values",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    let twins: Vec<Pair<'_>> = ["phone-in-aes256", "phone-in-aes128"]
        .iter()
        .flat_map(|how| play.tampered(how))
        .collect();
    if twins.iter().any(|pair| pair.second.is_accepted()) {
        look.held();
        return;
    }
    let Some(pair) = twins.first() else { return };
    let codes: Vec<&str> = twins
        .iter()
        .filter_map(|pair| pair.second.refusal_code())
        .collect();
    if codes.len() != twins.len() {
        return;
    }
    if codes.contains(&code::MOBILE_PHONE_UNUSABLE) {
        look.inconclusive("the seller says that it cannot use the made-up mobile number (000101)");
        return;
    }
    let lengths = match twins.len() {
        1 => "in the bit length that --bits tells",
        _ => "in both bit lengths",
    };
    if let Some(business) = codes.iter().find(|code| code.starts_with("0001")) {
        look.inconclusive(format!(
            "the seller refuses for a reason of business, {business}"
        ));
        return;
    }
    look.found(
        pair.second,
        Fault::at("body /resultCode")
            .expected(code::SUCCESS)
            .actual(codes.join(", "))
            .because(format!(
                "The purchase was accepted in call {} and refused with the buyer's encrypted mobile \
                 number, {lengths}.",
                pair.first.id
            ))
            .fix(if codes.contains(&code::AUTHENTICATION_FAILED) {
                "Sign over mobilePhone as it came, encrypted, and decrypt it behind the check of the token."
            } else {
                "Decrypt mobilePhone before it is checked: 16 characters of vector, then Base64."
            }),
    );
}
