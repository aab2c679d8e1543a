//! Other bytes were signed than were sent.

use super::signing::{
    KEY, Made, REQUEST, SENT, TIME_STAMP, assert_named, named, named_text, signed, token,
};

pub(super) fn made() -> Vec<Made> {
    let with = |prefix: &str, suffix: &str| format!("{prefix}{SENT}{suffix}");
    let pairs = r#"appInfo={"frontEndUrl":"https://a.example/x?y=1&z=2","memo":null}&encryptType=1&instanceId=id-1&resultCode=000000&resultMsg=购买成功"#;
    let as_token = signed(format!("{KEY}{TIME_STAMP}").as_bytes(), pairs.as_bytes());
    vec![
        (
            "signed-without-trailing-newline",
            named_text(SENT, &with("", "\n")),
        ),
        (
            "signed-without-trailing-newline",
            named_text(SENT, &with("", "\r\n")),
        ),
        (
            "signed-with-trailing-newline",
            named_text(&with("", "\n"), SENT),
        ),
        (
            "signed-with-trailing-newline",
            named_text(&with("", "\r\n"), SENT),
        ),
        ("body-trimmed", named_text(SENT, &with(" ", "\n\n"))),
        ("empty-body-signed", named_text("", SENT)),
        (
            "previous-body-signed",
            named_text(r#"{"resultCode":"000001"}"#, SENT),
        ),
        (
            "byte-order-mark-differs",
            named_text(SENT, &with("\u{feff}", "")),
        ),
        (
            "byte-order-mark-differs",
            named_text(&with("\u{feff}", ""), SENT),
        ),
        (
            "line-ends-changed",
            named_text("{\n\"a\":\n1}", "{\r\n\"a\":\r\n1}"),
        ),
        (
            "line-ends-changed",
            named_text("{\r\n\"a\":\r\n1}", "{\n\"a\":\n1}"),
        ),
        (
            "content-length-in-characters",
            named(
                &signed(KEY.as_bytes(), SENT.as_bytes()),
                &SENT.as_bytes()[..SENT.chars().count()],
            ),
        ),
        ("token-sent-back", named(&token(), SENT.as_bytes())),
        ("token-sent-back", named_text(REQUEST, SENT)),
        (
            "text-around-json",
            named_text(
                SENT,
                &with("<b>Notice</b>: Undefined index in /a.php\n", ""),
            ),
        ),
        ("signed-as-parameters", named_text(pairs, SENT)),
        ("signed-as-parameters", named(&as_token, SENT.as_bytes())),
    ]
}

#[test]
fn other_bytes_are_named() {
    assert_named(&made());
}

#[test]
fn body_that_is_no_text_is_looked_into() {
    let body = b"\xff\xfe\n";
    assert_eq!(
        named(&signed(KEY.as_bytes(), b"\xff\xfe"), body).as_deref(),
        Some("signed-without-trailing-newline")
    );
}
