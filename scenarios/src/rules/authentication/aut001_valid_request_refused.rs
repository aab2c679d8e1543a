//! AUT001: a rightly signed call refused as unauthenticated.

use galleria_protocol::{Api, code};

use super::echoed::echoed;
use super::tried::tried;
use crate::rule;
use crate::rule::{Fault, Look, Play, is_isolated, is_tampered};

rule! {
    /// # What it checks
    /// No ordinary, rightly signed call is refused with 000001 (authentication failed).
    ///
    /// # Why it matters
    /// The seller refuses the platform itself: the debug step fails and no order is delivered.
    ///
    /// # A seller that breaks it
    /// Signs the values as they stand in the URL rather than decoded, forgets that `timeStamp` is
    /// part of the HMAC's key, sorts the parameters otherwise, or has another key.
    ///
    /// # How to fix
    /// Decode each value, sort by name, join `name=value` with `&`, leave `authToken` out, and take
    /// Base64(HMAC-SHA256(key + timeStamp, text)). In V2 sign key, nonce, timestamp and the hex of the
    /// body's HMAC-SHA256, one directly behind the other. Where the refusal quotes the token or the
    /// signature that the seller computed, or the text that it signed, the finding names the mistake.
    /// Where every call is refused, debug calls go out that are signed with one known mistake after the
    /// other; one that is accepted names it as well.
    ///
    /// # What a lawful seller may do
    /// Refuse for any other reason: those have rules of their own, and so have calls with unusual
    /// values (AUT002 to AUT006).
    AUT001 = {
        name: "valid-request-refused",
        force: Must,
        source: "v1 §2, v2 §2",
        needs: "answer to a rightly signed call",
        lawful: [
            "answers-signed-as-before",
            "form-decoding-only",
            "no-trials",
            "three-in-stock",
        ],
        faults: [
            "body-hashed-without-key",
            "decodes-token-twice",
            "expects-sha1-token",
            "expects-unpadded-token",
            "expects-url-safe-token",
            "has-another-key",
            "key-of-another-product",
            "key-not-in-text",
            "quotes-its-signature",
            "quotes-its-token",
            "quotes-what-it-signed",
            "quotes-its-text",
            "seconds-expected",
            "signs-its-own-class",
            "signs-without-amount",
            "body-digest-in-capitals",
            "body-read-before",
            "body-signed-as-it-is",
            "signature-expected-in-base64",
            "timestamp-before-nonce",
            "verifies-encoded-values",
            "notice-base-key-used",
        ],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for exchange in play
        .owed()
        .filter(|exchange| !is_tampered(exchange) && !is_isolated(exchange))
    {
        let refused = exchange.refusal_code() == Some(code::AUTHENTICATION_FAILED);
        if !exchange.is_taken() && exchange.refusal_code().is_none() {
            continue;
        }
        look.expect(exchange, !refused, || {
            let fault = Fault::at("body /resultCode")
                .expected("any code but 000001: the token is right")
                .actual(code::AUTHENTICATION_FAILED)
                .because("The seller refuses a call that is signed as the platform signs it.")
                .fix(fix(play.profile.api));
            echoed(tried(play, exchange, fault), exchange, play.profile.api)
        });
    }
}

fn fix(api: Api) -> &'static str {
    match api {
        Api::V1 => {
            "Check the key, that values are decoded before signing, that names are sorted, and that timeStamp follows the key in the HMAC's key. Quote the token that was computed in resultMsg while you look for it, and the next check names the mistake in it."
        }
        Api::V2 => {
            "Check the key, and sign key, nonce, timestamp and the lower-case hex of the HMAC-SHA256 of the body's bytes, one directly behind the other. Quote the signature that was computed in resultMsg while you look for it, and the next check names the mistake in it."
        }
    }
}
