//! `galleria verify` with answers. Wrong signatures were made by another program.

use std::fs;
use std::path::PathBuf;

use serde_json::json as value;

use crate::toolbox::{assert_named, failed, json, official_url, printed, run};

const BODY: &str = r#"{"resultCode":"000000","resultMsg":"购买成功"}"#;
const BODY_IN_BASE64: &str = "eyJyZXN1bHRDb2RlIjoiMDAwMDAwIiwicmVzdWx0TXNnIjoi6LSt5Lmw5oiQ5YqfIn0=";
const RIGHT: &str = "RlSCLQ2bFIMtNpG/JbfWYbt01i/de2ed2qkO8hTVroM=";
/// The key followed by the call's timeStamp.
const WITH_TIME_STAMP: &str = "5dUAiZLZh/2T9rsd0I179zWtoZT/j7p0t7ITnuNjlmY=";
/// The signature of `{"resultCode":"000001"}`.
const PREVIOUS: &str = "MIsFZ4+WwjrZ5yZ8bxO5x9neWQBrmo9YhSdGA2+R+P4=";

/// Signatures that sellers sent with the body, and what they did.
const WRONG: &[(&str, &str)] = &[
    (
        "signed-with-trailing-newline",
        "PDfweBZImPiiKKbIr8iK4j0zMB/Hi6OpNo88OVIotHo=",
    ),
    (
        "non-ascii-escaped",
        "D5jp27Xl5N3Sh+hLvO0kJh+SQ/2qbudKSbtlcGcAsNY=",
    ),
    (
        "sha256-without-key",
        "OGb9DWtElb9mLu3TBjfuYmjnTOYiZG+VAg8LvTAgNWg=",
    ),
    (
        "hex-lower",
        "4654822d0d9b14832d3691bf25b7d661bb74d62fdd7b679ddaa90ef214d5ae83",
    ),
];

/// A folder with what people save.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Saves a file; its path.
    fn save(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path: PathBuf = self.0.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Saves an answer as `curl -i` does.
    fn answer(&self, head: &str) -> String {
        self.save("answer.http", format!("{head}\r\n\r\n{BODY}"))
    }
}

fn head(signature: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nBody-Sign: sign_type=\"HMAC-SHA256\", signature=\"{signature}\""
    )
}

#[test]
fn an_answer_fits_however_it_was_saved() {
    let desk = Desk::new();
    let with_head = desk.answer(&head(RIGHT));
    let body = desk.save("body.json", BODY);
    let header = format!("Body-Sign: sign_type=\"HMAC-SHA256\", signature= \"{RIGHT}\"");
    let continued = format!("HTTP/1.1 100 Continue\r\n\r\n{}", head(RIGHT));
    let lines = desk.save(
        "lf.http",
        format!("{}\n\n{BODY}", head(RIGHT).replace('\r', "")),
    );
    for given in [
        &["--message", with_head.as_str()][..],
        &["--message", &lines],
        &["--header", &header, "--body", &body],
    ] {
        let text = printed(&[&["verify"], given].concat());
        assert!(text.contains("RIGHT:"), "{given:?}: {text}");
    }
    let input = format!("{continued}\r\n\r\n{BODY}");
    assert_eq!(run(&["verify", "--message", "-"], input.as_bytes()).0, 0);
}

#[test]
fn the_mistake_in_a_signature_is_named() {
    let desk = Desk::new();
    for (slug, signature) in WRONG {
        assert_named(
            &["verify", "--message", &desk.answer(&head(signature))],
            slug,
        );
    }
}

#[test]
fn with_the_call_beside_it_more_can_be_named() {
    let desk = Desk::new();
    let answer = desk.answer(&head(WITH_TIME_STAMP));
    let (code, out, _) = run(&["verify", "--message", &answer], b"");
    assert_eq!(code, 1);
    assert!(
        out.contains("nothing fits") && out.contains("give the call as well"),
        "{out}"
    );
    let told = json(&["verify", &official_url(), "--message", &answer]);
    assert_eq!(told["fits"], false);
    assert_eq!(told["results"][0]["verdict"]["fits"], true);
    let verdict = &told["results"][1]["verdict"];
    assert_eq!(verdict["cause"], "signed-with-key-and-timestamp");
    assert!(
        verdict["fix"]
            .as_str()
            .unwrap()
            .contains("access key alone")
    );
}

#[test]
fn a_header_that_the_platform_does_not_know_is_told() {
    let desk = Desk::new();
    for (from, to, told) in [
        ("Body-Sign", "Body-sign", "named `Body-sign`"),
        ("Body-Sign", "X-Other", "no Body-Sign header"),
        ("\"HMAC-SHA256\"", "HMAC-SHA256", "not in double quotes"),
        ("HMAC-SHA256", "HmacSHA256", "sign_type is not HMAC-SHA256"),
        (RIGHT, "", "signature is empty"),
    ] {
        let answer = desk.answer(&head(RIGHT).replace(from, to));
        let (code, out, _) = run(&["verify", "--message", &answer], b"");
        assert_eq!(code, 1, "{out}");
        assert!(
            out.contains("WRONG:") && out.contains(told),
            "{told}: {out}"
        );
    }
    let http2 = head(RIGHT)
        .replace("HTTP/1.1 200 OK", "HTTP/2 200 ")
        .replace("Body-Sign", "body-sign");
    assert!(printed(&["verify", "--message", &desk.answer(&http2)]).contains("--http1.1"));
}

#[test]
fn a_body_that_is_no_text_is_verified_all_the_same() {
    let desk = Desk::new();
    let bytes = [head(RIGHT).as_bytes(), b"\r\n\r\n\xff\x00\xfe"].concat();
    let binary = desk.save("binary.http", bytes);
    let (code, out, err) = run(&["verify", "--message", &binary], b"");
    assert_eq!((code, err.as_str()), (1, ""));
    assert!(out.contains("no UTF-8 text"), "{out}");
}

fn har(entries: &serde_json::Value) -> String {
    value!({ "log": { "version": "1.2", "entries": entries } }).to_string()
}

fn entry(url: &str, signature: &str, content: &serde_json::Value) -> serde_json::Value {
    value!({
        "request": { "method": "GET", "url": url, "headers": [] },
        "response": {
            "status": 200, "statusText": "OK", "httpVersion": "HTTP/1.1",
            "headers": [{
                "name": "Body-Sign",
                "value": format!("sign_type=\"HMAC-SHA256\", signature=\"{signature}\""),
            }],
            "content": content,
        },
    })
}

#[test]
fn call_and_answer_of_a_har_file_are_verified() {
    let desk = Desk::new();
    let text = value!({ "text": BODY });
    let base64 = value!({ "text": BODY_IN_BASE64, "encoding": "base64" });
    let page = entry("https://isv.example/", RIGHT, &value!({}));
    for content in [text, base64] {
        let file = desk.save(
            "a.har",
            har(&value!([page, entry(&official_url(), RIGHT, &content)])),
        );
        let told = json(&["verify", "--har", &file]);
        assert_eq!(
            (&told["fits"], told["results"].as_array().unwrap().len()),
            (&value!(true), 2)
        );
    }
}

#[test]
fn a_har_file_with_several_calls_wants_one_chosen_and_knows_the_one_before() {
    let desk = Desk::new();
    let before = entry(
        &official_url(),
        PREVIOUS,
        &value!({ "text": "{\"resultCode\":\"000001\"}" }),
    );
    let stale = entry(&official_url(), PREVIOUS, &value!({ "text": BODY }));
    let file = desk.save("a.har", har(&value!([before, stale])));
    let error = failed(&["verify", "--har", &file]);
    assert!(error.contains("--entry N") && error.contains("https://isv.example/produceAPI"));
    assert!(!error.contains("orderId"), "{error}");
    let told = json(&["verify", "--har", &file, "--entry", "2"]);
    assert_eq!(
        told["results"][1]["verdict"]["cause"],
        "previous-body-signed"
    );
    assert_eq!(
        json(&["verify", "--har", &file, "--entry", "1"])["fits"],
        true
    );
    assert!(failed(&["verify", "--har", &file, "--entry", "3"]).contains("no entry 3"));
}

#[test]
fn answers_that_cannot_be_read_are_told() {
    let desk = Desk::new();
    let empty = desk.save("empty", "");
    let binary = desk.save("binary", b"\xff\xd8\x00\x01");
    let page = desk.save("page.html", "<html>");
    let no_end = desk.save("no-end", "HTTP/1.1 200 OK\r\nA: b");
    let no_entries = desk.save("no-entries.har", har(&value!([])));
    for (arguments, told) in [
        (
            &["verify", "--message", "no-such-file"][..],
            "no-such-file: the file cannot be read",
        ),
        (&["verify", "--message", &empty], "nothing was pasted"),
        (
            &["verify", "--message", &binary],
            "does not start with HTTP/",
        ),
        (&["verify", "--message", &page], "as curl -i writes it"),
        (
            &["verify", "--message", &no_end],
            "an empty line must divide",
        ),
        (&["verify", "--body", &page], "--header"),
        (
            &["verify", "--body", &page, "--header", "x"],
            "write it with its name",
        ),
        (&["verify", "--har", &binary], "is no HAR file"),
        (&["verify", "--har", &no_entries], "has no entries"),
        (
            &["verify", "--har", &no_entries, "--entry", "1"],
            "has no entries",
        ),
    ] {
        let error = failed(arguments);
        assert!(error.contains(told), "{arguments:?}: {error}");
    }
}
