//! A call of the open APIs was signed wrongly.

use galleria_protocol::Key;
use galleria_protocol::mistake::{Context, Diagnosis, of_sdk_hmac};
use galleria_protocol::sdk_hmac::{AccessKey, Authorization, Call, SecretKey};

use super::signing::{Made, assert_named, slug};
use crate::naive::call::hex;
use crate::naive::hmac;
use crate::naive::sdk::{self, sha256};

const AK: &str = "OBVIOUSLYFAKEACCESSKEY";
const SK: &str = "Obviously-Fake-Secret";
const DATE: &str = "20240317T144237Z";

/// The canonical request of the call below.
const RIGHT: &str = "POST\n/api/global/v1/isv/usage%20data/\na=1&orderId=%E4%B8%AD%20%2B\n\
                     content-type:application/json\nhost:mkt.myhuaweicloud.com\n\
                     x-sdk-date:20240317T144237Z\n\ncontent-type;host;x-sdk-date\n$";

/// Names and values in the order sent.
const HEADERS: [(&str, &str); 4] = [
    ("Host", "mkt.myhuaweicloud.com"),
    ("X-Sdk-Date", DATE),
    ("Content-Type", "application/json"),
    ("User-Agent", "seller"),
];

const BODY: &[u8] = b"{\"usage_records\":[]}";

fn call() -> Call {
    Call {
        method: "POST".to_owned(),
        path: "/api/global/v1/isv/usage%20data".to_owned(),
        query: "orderId=%E4%B8%AD+%2B&a=1".to_owned(),
        headers: HEADERS
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec(),
        body: BODY.to_vec(),
    }
}

fn right() -> String {
    RIGHT.replace('$', &sha256(BODY))
}

fn diagnosis(signature: &str, names: &str) -> Diagnosis {
    let authorization = Authorization {
        access: AccessKey::new(AK),
        signed_headers: names.split(';').map(str::to_owned).collect(),
        signature: signature.to_owned(),
    };
    let other_keys = [Key::new("another-key")];
    let context = Context {
        other_keys: &other_keys,
        ..Context::default()
    };
    of_sdk_hmac(&SecretKey::new(SK), &authorization, &call(), &context)
}

fn named(signature: &str) -> Option<String> {
    slug(&diagnosis(signature, "content-type;host;x-sdk-date"))
}

/// What is named where that canonical request was signed rightly.
fn named_request(request: &str) -> Option<String> {
    named(&sdk::sign(SK, DATE, request))
}

/// What is named where a piece of the canonical request was another.
fn replaced(from: &str, to: &str) -> Option<String> {
    assert!(right().contains(from), "{from}");
    named_request(&right().replacen(from, to, 1))
}

/// What is named where that string was signed with that key.
fn named_string(key: &[u8], string: &str) -> Option<String> {
    named(&hex(&hmac::sha256(key, string.as_bytes())))
}

fn request() -> Vec<Made> {
    let query = "a=1&orderId=%E4%B8%AD%20%2B";
    let hash = sha256(BODY);
    let body = String::from_utf8_lossy(BODY);
    vec![
        ("uri-without-slash", replaced("data/\n", "data\n")),
        ("uri-encoded-otherwise", replaced("%20data", "%2520data")),
        ("uri-encoded-otherwise", replaced("%20data", " data")),
        (
            "uri-whole-address",
            replaced("\n/api", "\nhttps://mkt.myhuaweicloud.com/api"),
        ),
        ("query-not-encoded", replaced(query, "a=1&orderId=中 +")),
        (
            "query-as-sent",
            replaced(query, "orderId=%E4%B8%AD+%2B&a=1"),
        ),
        (
            "query-as-sent",
            replaced(query, "a=1&orderId=%E4%B8%AD+%2B"),
        ),
        ("query-left-out", replaced(query, "")),
        ("body-hash-left-out", replaced(&format!("\n{hash}"), "")),
        ("body-hash-left-out", replaced(&hash, "")),
        ("body-hash-wrong", replaced(&hash, &sha256(b""))),
        ("body-hash-wrong", replaced(&hash, &body)),
        ("body-hash-uppercase", replaced(&hash, &hash.to_uppercase())),
        ("method-wrong", replaced("POST", "post")),
        ("method-wrong", replaced("POST", "GET")),
    ]
}

fn headers() -> Vec<Made> {
    let sorted = "content-type:application/json\nhost:mkt.myhuaweicloud.com\n\
                  x-sdk-date:20240317T144237Z\n";
    let sent = "host:mkt.myhuaweicloud.com\nx-sdk-date:20240317T144237Z\n\
                content-type:application/json\n";
    let names = "content-type;host;x-sdk-date";
    let cased = "Content-Type:application/json\nHost:mkt.myhuaweicloud.com\n\
                 X-Sdk-Date:20240317T144237Z\n";
    let agent = "host:mkt.myhuaweicloud.com\nuser-agent:seller\n";
    let both = right()
        .replace(sorted, sent)
        .replace(names, "host;x-sdk-date;content-type");
    vec![
        (
            "headers-without-empty-line",
            replaced("\n\ncontent-type;", "\ncontent-type;"),
        ),
        ("headers-unsorted", replaced(sorted, sent)),
        ("headers-unsorted", named_request(&both)),
        ("header-names-not-lowercased", replaced(sorted, cased)),
        (
            "header-left-out",
            replaced("x-sdk-date:20240317T144237Z\n", ""),
        ),
        (
            "header-not-listed",
            replaced("host:mkt.myhuaweicloud.com\n", agent),
        ),
        ("header-names-left-out", replaced(&format!("{names}\n"), "")),
        (
            "header-names-left-out",
            replaced(names, "content-type,host,x-sdk-date"),
        ),
        (
            "header-colon-with-blank",
            named_request(
                &right()
                    .replace("type:", "type: ")
                    .replace("host:", "host: ")
                    .replace("date:", "date: "),
            ),
        ),
        ("required-header-not-signed", {
            let request = right()
                .replace("x-sdk-date:20240317T144237Z\n", "")
                .replace(names, "content-type;host");
            let signature = sdk::sign(SK, DATE, &request);
            slug(&diagnosis(&signature, "content-type;host"))
        }),
    ]
}

fn string() -> Vec<Made> {
    let hash = sha256(right().as_bytes());
    let named = |string: String| named_string(SK.as_bytes(), &string);
    vec![
        (
            "request-not-hashed",
            named(format!("SDK-HMAC-SHA256\n{DATE}\n{}", right())),
        ),
        ("request-not-hashed", named(right())),
        (
            "request-hash-uppercase",
            named(format!("SDK-HMAC-SHA256\n{DATE}\n{}", hash.to_uppercase())),
        ),
        ("algorithm-line-wrong", named(format!("{DATE}\n{hash}"))),
        (
            "algorithm-line-wrong",
            named(format!("AWS4-HMAC-SHA256\n{DATE}\n{hash}")),
        ),
        (
            "date-of-another-form",
            named(format!("SDK-HMAC-SHA256\n20240317\n{hash}")),
        ),
        (
            "date-of-another-form",
            named(format!("SDK-HMAC-SHA256\n2024-03-17T14:42:37Z\n{hash}")),
        ),
    ]
}

fn keys() -> Vec<Made> {
    let string = format!("SDK-HMAC-SHA256\n{DATE}\n{}", sha256(right().as_bytes()));
    let named_key = |key: &str| named_string(key.as_bytes(), &string);
    let mut derived = format!("AWS4{SK}").into_bytes();
    for step in ["20240317", "cn-north-4", "mkt", "aws4_request"] {
        derived = hmac::sha256(&derived, step.as_bytes());
    }
    let digest = hmac::sha256(SK.as_bytes(), string.as_bytes());
    vec![
        ("access-key-as-secret", named_key(AK)),
        ("wrong-key", named_key("another-key")),
        ("key-with-newline", named_key(&format!("{SK}\n"))),
        ("key-with-blank", named_key(&format!("{SK} "))),
        ("key-lowercased", named_key(&SK.to_lowercase())),
        ("key-uppercased", named_key(&SK.to_uppercase())),
        ("signed-with-empty-key", named_key("")),
        ("signing-key-derived", named_string(&derived, &string)),
        ("text-sha256-without-key", named(&sha256(string.as_bytes()))),
        (
            "key-and-data-swapped",
            named(&hex(&hmac::sha256(string.as_bytes(), SK.as_bytes()))),
        ),
        ("hex-not-lowercase", named(&hex(&digest).to_uppercase())),
        (
            "base64-for-hex",
            named(&crate::naive::base64::encode(&digest)),
        ),
    ]
}

pub(super) fn made() -> Vec<Made> {
    [request(), headers(), string(), keys()].concat()
}

#[test]
fn wrong_calls_of_the_open_apis_are_named() {
    assert_named(&made());
}

#[test]
fn right_call_is_never_named() {
    let found = diagnosis(
        &sdk::sign(SK, DATE, &right()),
        "Host;content-type;X-Sdk-Date",
    );
    assert_eq!(found, Diagnosis::Right);
}

#[test]
fn two_mistakes_at_once_are_both_named() {
    let request = right().replacen("data/\n", "data\n", 1);
    assert_eq!(
        named(&sdk::sign(AK, DATE, &request)).as_deref(),
        Some("uri-without-slash+access-key-as-secret")
    );
    assert_eq!(
        named(&sdk::sign(SK, DATE, &request).to_uppercase()).as_deref(),
        Some("uri-without-slash+hex-not-lowercase")
    );
}

#[test]
fn nothing_is_named_where_nothing_fits() {
    let found = diagnosis(&sdk::sign("a stranger", DATE, &right()), "host;x-sdk-date");
    let tried = found.tried().expect("nothing fits");
    assert!(
        tried.to_string().contains("other canonical requests"),
        "{tried}"
    );
}
