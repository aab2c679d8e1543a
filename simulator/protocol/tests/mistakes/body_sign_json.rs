//! The same JSON was signed in another text.

use super::signing::{KEY, Made, SENT, assert_named, named, named_text, signed};

/// The answer as Python's `json.dumps` writes it.
const PYTHON: &str = r#"{"resultCode": "000000", "resultMsg": "\u8d2d\u4e70\u6210\u529f", "encryptType": "1", "instanceId": "id-1", "appInfo": {"frontEndUrl": "https://a.example/x?y=1&z=2", "memo": null}}"#;

/// The same with `ensure_ascii=False`.
const PYTHON_RAW: &str = r#"{"resultCode": "000000", "resultMsg": "购买成功", "encryptType": "1", "instanceId": "id-1", "appInfo": {"frontEndUrl": "https://a.example/x?y=1&z=2", "memo": null}}"#;

/// The same with `sort_keys=True`.
const PYTHON_SORTED: &str = r#"{"appInfo": {"frontEndUrl": "https://a.example/x?y=1&z=2", "memo": null}, "encryptType": "1", "instanceId": "id-1", "resultCode": "000000", "resultMsg": "\u8d2d\u4e70\u6210\u529f"}"#;

/// As fastjson writes it, which leaves null members out.
const FASTJSON: &str = r#"{"resultCode":"000000","resultMsg":"购买成功","encryptType":"1","instanceId":"id-1","appInfo":{"frontEndUrl":"https://a.example/x?y=1&z=2"}}"#;

/// As PHP's `json_encode` writes it.
const PHP: &str = r#"{"resultCode":"000000","resultMsg":"\u8d2d\u4e70\u6210\u529f","encryptType":"1","instanceId":"id-1","appInfo":{"frontEndUrl":"https:\/\/a.example\/x?y=1&z=2","memo":null}}"#;

/// The same with `JSON_UNESCAPED_UNICODE`.
const PHP_RAW: &str = r#"{"resultCode":"000000","resultMsg":"购买成功","encryptType":"1","instanceId":"id-1","appInfo":{"frontEndUrl":"https:\/\/a.example\/x?y=1&z=2","memo":null}}"#;

/// As JavaScript's `JSON.stringify` writes it with an indent of two.
const PRETTY: &str = r#"{
  "resultCode": "000000",
  "resultMsg": "购买成功",
  "encryptType": "1",
  "instanceId": "id-1",
  "appInfo": {
    "frontEndUrl": "https://a.example/x?y=1&z=2",
    "memo": null
  }
}"#;

/// As Jackson writes it with its default pretty printer.
const JACKSON: &str = r#"{
  "resultCode" : "000000",
  "resultMsg" : "购买成功",
  "encryptType" : "1",
  "instanceId" : "id-1",
  "appInfo" : {
    "frontEndUrl" : "https://a.example/x?y=1&z=2",
    "memo" : null
  }
}"#;

/// One charset is signed, and the other sent; `iconv` made the bytes of GBK.
fn named_gbk(signed_in_gbk: bool) -> Option<String> {
    let (before, behind) = SENT.split_once("购买成功").expect("it stands there");
    let success = b"\xb9\xba\xc2\xf2\xb3\xc9\xb9\xa6";
    let in_gbk = [before.as_bytes(), success, behind.as_bytes()].concat();
    let (text, body) = if signed_in_gbk {
        (&in_gbk[..], SENT.as_bytes())
    } else {
        (SENT.as_bytes(), &in_gbk[..])
    };
    named(&signed(KEY.as_bytes(), text), body)
}

fn spelling() -> Vec<Made> {
    let ascii = SENT.replace("购买成功", r"\u8d2d\u4e70\u6210\u529f");
    let go = SENT.replace('&', r"\u0026");
    let gson = SENT.replace('&', r"\u0026").replace('=', r"\u003d");
    let lost = SENT.replace("购买成功", "????");
    let latin: String = SENT.bytes().map(char::from).collect();
    vec![
        ("non-ascii-escaped", named_text(&ascii, SENT)),
        ("non-ascii-raw", named_text(SENT, &ascii)),
        ("slashes-escaped", named_text(PHP_RAW, SENT)),
        ("slashes-raw", named_text(SENT, PHP_RAW)),
        ("slashes-and-non-ascii-escaped", named_text(PHP, SENT)),
        ("slashes-and-non-ascii-raw", named_text(SENT, PHP)),
        ("markup-escaped", named_text(&go, SENT)),
        ("markup-escaped", named_text(&gson, SENT)),
        ("markup-raw", named_text(SENT, &go)),
        ("markup-raw", named_text(SENT, &gson)),
        ("non-ascii-lost", named_text(&lost, SENT)),
        ("body-in-other-charset", named_gbk(true)),
        ("body-in-other-charset", named_gbk(false)),
        ("body-in-other-charset", named_text(&latin, SENT)),
    ]
}

fn arrangement() -> Vec<Made> {
    let pretty_4 = PRETTY.replace("  ", "    ");
    let sorted = PYTHON_SORTED.replace(": ", ":").replace(", ", ",");
    let sorted_raw = sorted.replace(r"\u8d2d\u4e70\u6210\u529f", "购买成功");
    let hashed = r#"{"instanceId":"id-1","appInfo":{"frontEndUrl":"https://a.example/x?y=1&z=2","memo":null},"resultCode":"000000","encryptType":"1","resultMsg":"购买成功"}"#;
    let moved = r#"{"resultMsg":"购买成功","resultCode":"000000","encryptType":"1","instanceId":"id-1","appInfo":{"frontEndUrl":"https://a.example/x?y=1&z=2","memo":null}}"#;
    let string = format!("\"{}\"", SENT.replace('"', "\\\""));
    vec![
        ("reserialised-compact", named_text(SENT, PRETTY)),
        ("reserialised-compact", named_text(SENT, PYTHON)),
        ("reserialised-compact", named_text(PHP, PRETTY)),
        ("reserialised-spaced", named_text(PYTHON, SENT)),
        ("reserialised-spaced", named_text(PYTHON_RAW, SENT)),
        ("reserialised-pretty", named_text(PRETTY, SENT)),
        ("reserialised-pretty", named_text(&pretty_4, SENT)),
        ("reserialised-pretty", named_text(JACKSON, SENT)),
        ("keys-sorted", named_text(PYTHON_SORTED, SENT)),
        ("keys-sorted", named_text(&sorted_raw, SENT)),
        ("keys-in-hash-order", named_text(hashed, SENT)),
        ("null-members-left-out", named_text(FASTJSON, SENT)),
        ("serialised-twice", named_text(&string, SENT)),
        ("members-reordered", named_text(moved, SENT)),
    ]
}

pub(super) fn made() -> Vec<Made> {
    [spelling(), arrangement()].concat()
}

#[test]
fn other_spellings_are_named() {
    assert_named(&spelling());
}

#[test]
fn other_arrangements_are_named() {
    assert_named(&arrangement());
}

#[test]
fn what_changes_nothing_is_no_mistake() {
    let ascii = r#"{"resultCode":"000000"}"#;
    assert_eq!(named_text(ascii, ascii), None);
    assert_eq!(named_text(r#"{"resultCode":"000005"}"#, ascii), None);
}

#[test]
fn escapes_decide_before_blanks() {
    // What was signed differs from what was sent in nothing but its escapes.
    let escaped = PYTHON_RAW.replace("购买成功", r"\u8d2d\u4e70\u6210\u529f");
    assert_eq!(escaped, PYTHON);
    assert_eq!(
        named_text(PYTHON, PYTHON_RAW).as_deref(),
        Some("non-ascii-escaped")
    );
}
