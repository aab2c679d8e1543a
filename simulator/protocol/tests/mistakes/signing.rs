//! A seller who signs, and what is named of it.

use galleria_protocol::Key;
use galleria_protocol::mistake::{Context, Diagnosis, of_body_sign};

use crate::naive::{base64, hmac};

/// A mistake that was made, and what the crate named.
pub(super) type Made = (&'static str, Option<String>);

/// The seller's key.
pub(super) const KEY: &str = "1f2e3d4c-5b6a-4789-8abc-Def012345678";
/// The time stamp of the request that is answered.
pub(super) const TIME_STAMP: &str = "20200727073711903";

/// An answer as it is sent: compact, with Chinese, slashes, markup and a null member.
pub(super) const SENT: &str = r#"{"resultCode":"000000","resultMsg":"购买成功","encryptType":"1","instanceId":"id-1","appInfo":{"frontEndUrl":"https://a.example/x?y=1&z=2","memo":null}}"#;

/// The text of the request that is answered, which the marketplace signs.
pub(super) const REQUEST: &str =
    "activity=newInstance&orderId=CS1906666666ABCDE&timeStamp=20200727073711903";

/// The token of that request.
pub(super) fn token() -> String {
    signed(format!("{KEY}{TIME_STAMP}").as_bytes(), REQUEST.as_bytes())
}

/// What stood behind the `?` of that request.
fn query() -> String {
    let escaped = token()
        .replace('+', "%2B")
        .replace('/', "%2F")
        .replace('=', "%3D");
    format!("{REQUEST}&authToken={escaped}")
}

/// What is named where `signature` comes with `body`.
pub(super) fn named(signature: &str, body: &[u8]) -> Option<String> {
    let other_keys = [Key::new("another-key"), Key::new(KEY)];
    let context = Context {
        time_stamp: Some(TIME_STAMP),
        query: Some(&query()),
        other_keys: &other_keys,
        previous_body: Some(br#"{"resultCode":"000001"}"#),
        ..Context::default()
    };
    slug(&of_body_sign(&Key::new(KEY), signature, body, &context))
}

/// What is named where `text` was signed with the right key, but `body` was sent.
pub(super) fn named_text(text: &str, body: &str) -> Option<String> {
    named(&signed(KEY.as_bytes(), text.as_bytes()), body.as_bytes())
}

/// The Base64 of an HMAC-SHA256.
pub(super) fn signed(key: &[u8], data: &[u8]) -> String {
    base64::encode(&hmac::sha256(key, data))
}

/// Fails where something else was named than was made.
pub(super) fn assert_named(all: &[Made]) {
    for (made, named) in all {
        assert_eq!(Some(*made), named.as_deref());
    }
}

/// The slug of what was named.
pub(super) fn slug(diagnosis: &Diagnosis) -> Option<String> {
    diagnosis.cause().map(ToString::to_string)
}
