//! The body of a call, or its digest, was signed in another form.

use ::md5::{Digest, Md5};

use super::calls::{BODY, KINDS, Kind, NONCE, TIMESTAMP, digest, named, named_text, text};
use super::signing::{KEY, Made, assert_named};
use crate::naive::call::hex;
use crate::naive::sdk::sha256;
use crate::naive::{base64, hmac};

/// The body as Jackson writes it in indented lines.
const PRETTY: &str = r#"{
  "activity" : "newInstance",
  "businessId" : "业务/1&2",
  "memo" : null,
  "orderId" : "CS1",
  "productInfo" : {
    "skuCode" : "s",
    "productId" : "p",
    "linearValue" : 20
  },
  "testFlag" : 1
}"#;

/// As Python's `json.dumps` writes it.
const PYTHON: &str = r#"{"activity": "newInstance", "businessId": "\u4e1a\u52a1/1&2", "memo": null, "orderId": "CS1", "productInfo": {"skuCode": "s", "productId": "p", "linearValue": 20}, "testFlag": 1}"#;

/// The forms of the body that sellers sign.
fn forms() -> Vec<(&'static str, String)> {
    let escaped = BODY.replace("业务", r"\u4e1a\u52a1");
    let php = escaped.replace('/', r"\/");
    let nested = r#"{"linearValue":20,"productId":"p","skuCode":"s"}"#;
    let product = r#"{"skuCode":"s","productId":"p","linearValue":20}"#;
    let latin: String = BODY.bytes().map(char::from).collect();
    let sorted = BODY.replace(r#""memo":null,"#, "");
    let python_sorted = PYTHON.replace(r#""memo": null, "#, "");
    let descending = format!(
        r#"{{"testFlag":1,"productInfo":{product},"orderId":"CS1","memo":null,"businessId":"业务/1&2","activity":"newInstance"}}"#
    );
    vec![
        ("body-empty", String::new()),
        ("body-ends-changed", format!("{BODY}\n")),
        ("body-escaped-otherwise", escaped.clone()),
        ("body-escaped-otherwise", php),
        ("body-escaped-otherwise", BODY.replace('&', r"\u0026")),
        ("body-charset-wrong", latin),
        ("body-charset-wrong", BODY.replace("业务", "涓氬姟")),
        ("body-charset-wrong", BODY.replace("业务", "??")),
        ("body-written-again", PRETTY.to_owned()),
        ("body-written-again", PYTHON.to_owned()),
        ("body-sorted-otherwise", python_sorted),
        (
            "body-of-own-class",
            format!(
                r#"{{"activity":"newInstance","orderId":"CS1","businessId":"业务/1&2","productInfo":{product},"testFlag":1}}"#
            ),
        ),
        (
            "body-of-own-class",
            format!(
                r#"{{"activity":"newInstance","businessId":"业务/1&2","expireTime":null,"instanceId":null,"orderId":"CS1","orderLineId":null,"productId":null,"productInfo":{product},"scene":null,"status":null,"testFlag":1}}"#
            ),
        ),
        ("body-sorted-descending", descending),
        ("body-sorted-throughout", BODY.replace(product, nested)),
        ("body-numbers-as-texts", sorted.replace(":1}", r#":"1"}"#)),
        (
            "body-as-parameters",
            format!(
                "activity=newInstance&businessId=业务/1&2&memo=null&orderId=CS1&productInfo={product}&testFlag=1"
            ),
        ),
    ]
}

/// The forms that show only where the body was sent unsorted.
fn unsorted() -> Vec<Made> {
    let sent =
        r#"{"resultCode":"1","resultMsg":"2","encryptType":null,"instanceId":"4","appInfo":"5"}"#;
    let forms = [
        (
            "body-nulls-dropped",
            r#"{"resultCode":"1","resultMsg":"2","instanceId":"4","appInfo":"5"}"#,
        ),
        (
            "body-nulls-kept",
            r#"{"appInfo":"5","encryptType":null,"instanceId":"4","resultCode":"1","resultMsg":"2"}"#,
        ),
        // As `new HashMap<>()` lists these names in OpenJDK 21.
        (
            "body-in-hash-order",
            r#"{"instanceId":"4","appInfo":"5","resultCode":"1","encryptType":null,"resultMsg":"2"}"#,
        ),
    ];
    let made = forms.map(|(slug, form)| {
        let signature = hex(&hmac::sha256(
            KEY.as_bytes(),
            text(Kind::Query, KEY, form).as_bytes(),
        ));
        let found = super::calls::named_body(Kind::Query, &signature, sent);
        (slug, super::signing::slug(&found))
    });
    made.to_vec()
}

fn with_digest(digest: impl AsRef<[u8]>) -> Option<String> {
    let start = format!("{KEY}{NONCE}{TIMESTAMP}");
    named_text(Kind::Query, [start.as_bytes(), digest.as_ref()].concat())
}

fn digests() -> Vec<Made> {
    let right = hmac::sha256(KEY.as_bytes(), BODY.as_bytes());
    let md5 = hex(&Md5::digest(BODY));
    let start = format!("{KEY}{NONCE}{TIMESTAMP}");
    let usage = |digest: &str| {
        let text = text(Kind::Usage, KEY, digest);
        named_text(Kind::Usage, text)
    };
    vec![
        ("body-sha256", with_digest(sha256(BODY.as_bytes()))),
        (
            "body-digest-uppercase",
            with_digest(hex(&right).to_uppercase()),
        ),
        ("kit-rule-used", with_digest(BODY)),
        ("body-digest-base64", with_digest(base64::encode(&right))),
        ("body-digest-as-bytes", with_digest(&right)),
        ("body-md5", with_digest(&md5)),
        ("body-left-out", with_digest("")),
        (
            "base-rule-used",
            named_text(
                Kind::Kit,
                format!("{start}{}", digest(KEY.as_bytes(), BODY)),
            ),
        ),
        (
            "body-digest-used",
            named_text(Kind::Kit, format!("{start}{}", sha256(BODY.as_bytes()))),
        ),
        ("body-digest-used", usage(&sha256(BODY.as_bytes()))),
        ("body-digest-used", usage(&hex(&right))),
    ]
}

/// Wrong writings of the right digest.
fn writings() -> Vec<Made> {
    let text = text(Kind::Query, KEY, BODY);
    let right = hmac::sha256(KEY.as_bytes(), text.as_bytes());
    let digits = hex(&right);
    let named = |text: &str| named(Kind::Query, text);
    let marked: Vec<_> = right.iter().map(|byte| format!("{byte:02X}")).collect();
    let single: Vec<_> = right.iter().map(|byte| format!("{byte:x}")).collect();
    let single = single.concat();
    let signed = right.iter().map(|byte| i32::from(byte.cast_signed()));
    let signed: Vec<_> = signed.map(|byte| format!("{byte:x}")).collect();
    let signed = signed.concat();
    assert!(
        single.len() < 64 && signed.len() > 64,
        "another nonce is needed"
    );
    vec![
        ("base64-for-hex", named(&base64::encode(&right))),
        ("blanks-around-hex", named(&format!("{digits}\n"))),
        ("hex-with-marks", named(&format!("0x{digits}"))),
        ("hex-with-marks", named(&marked.join(":"))),
        ("hex-without-zeros", named(&single)),
        ("hex-of-signed-bytes", named(&signed)),
        ("hex-twice", named(&hex(digits.as_bytes()))),
        ("base64-of-hex", named(&base64::encode(digits.as_bytes()))),
        ("hex-cut-short", named(&digits[..32])),
    ]
}

pub(super) fn made() -> Vec<Made> {
    let mut all = [digests(), unsorted(), writings()].concat();
    for kind in KINDS {
        for (slug, form) in forms() {
            // The marketplace takes a usage push whose nested objects are sorted too.
            let is_right = matches!(kind, Kind::Usage) && slug == "body-sorted-throughout";
            if !is_right {
                all.push((slug, named_text(kind, text(kind, KEY, &form))));
            }
        }
    }
    all
}

#[test]
fn wrong_forms_of_the_body_are_named() {
    assert_named(&made());
}
