//! `galleria verify` and `sign` with the calls of V2, of the kit and of usage pushes. What is
//! verified was signed by another program.

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use crate::toolbox::{VENDORS_KEY, assert_named, failed, json, printed, run};

const NONCE: &str = "Of4lsV7H1qrz";
const TIMESTAMP: &str = "1680508237508";
const BODY: &str = r#"{"activity":"queryInstance","instanceId":"i-1","testFlag":"1"}"#;
const DIGEST: &str = "366ab1914349ab1fefe1ddb1cbd618fc44bc1e6b6b573a22dff2f83d3ca27797";
const RIGHT: &str = "bf5630f4255683d0e01b6aee8c68db08b3153527e6b3c9e57f202e42d933c28c";
const KIT: &str = "5F1F28B75A7886110FDA2E6DBA18BBE9739CDE642ECFAFCA27C1CA2446B7D738";
const USAGE: &str = "9FSWWjIKuy4jdleUMdHiPUdVdiGJ187Pp7SJCt/PQvw=";

/// What sellers computed for the call, and what they did.
const COMPUTED: &[(&str, &str)] = &[
    (
        "body-sha256",
        "801f1e9d76e7f6a2b6c94cb43251d792dcf9a3bbe966b0ee1cb028a3e388c438",
    ),
    (
        "key-not-in-text",
        "7e828ca55b4b7e36c6babc6cc4b212489278138ba89b9193243a7ab31fc48d37",
    ),
    (
        "nonce-and-timestamp-swapped",
        "9bc8a9033a2adbbc714138ce174df616390b99d0d0b714e7181001d01727e32b",
    ),
    (
        "base64-for-hex",
        "v1Yw9CVWg9DgG2rujGjbCLMVNSfms8nlfyAuQtkzwow=",
    ),
    (
        "kit-rule-used",
        "5f1f28b75a7886110fda2e6dba18bbe9739cde642ecfafca27c1ca2446b7d738",
    ),
];

/// The signature under another key.
const OTHER_KEYS: &str = "cee33cd47280dd979f786e86a6c6fcb34809887c56aba4eed6710b1bb8bf0af9";

/// The call as an address, with that signature.
fn url(signature: &str) -> String {
    let signature = signature.replace('+', "%2B").replace('=', "%3D");
    format!(
        "https://isv.example/produceAPI?signature={signature}&timestamp={TIMESTAMP}&nonce={NONCE}"
    )
}

/// A file that holds `text`, and the folder that holds the file.
fn file(text: &str) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("body.json");
    fs::write(&path, text).unwrap();
    let path = path.display().to_string();
    (folder, path)
}

fn verdict(told: &Value) -> &Value {
    &told["results"][0]["verdict"]
}

#[test]
fn a_call_fits_its_body_and_every_step_is_shown() {
    let (_folder, body) = file(BODY);
    let address = url(&RIGHT.to_uppercase());
    let text = printed(&["verify", "--api", "v2", &address, "--body", &body]);
    let recipe = format!("<access key>{NONCE}{TIMESTAMP}{DIGEST}");
    for step in [&*recipe, DIGEST, RIGHT, "RIGHT:", "does not count"] {
        assert!(text.contains(step), "{step}: {text}");
    }
    assert!(!text.contains(VENDORS_KEY), "{text}");
}

#[test]
fn a_call_is_read_however_it_is_pasted() {
    let address = url(RIGHT);
    let curl = format!("curl -H 'Content-Type: application/json' -d '{BODY}' '{address}'");
    let target = address.replace("https://isv.example", "");
    let raw = format!("POST {target} HTTP/1.1\r\nHost: isv.example\r\n\r\n{BODY}");
    let (_message, message) = file(&raw);
    let har = serde_json::json!({"log": {"entries": [{
        "request": {"method": "POST", "url": address, "headers": [],
            "postData": {"mimeType": "application/json", "text": BODY}},
        "response": {"status": 200, "statusText": "", "httpVersion": "HTTP/1.1", "headers": [],
            "content": {"text": "{}"}},
    }]}});
    let (_har, har) = file(&har.to_string());
    for given in [
        &["--curl", curl.as_str()][..],
        &[&curl],
        &["--message", &message],
        &["--har", &har],
    ] {
        let text = printed(&[&["verify", "--api", "v2"], given].concat());
        assert!(text.contains("RIGHT:"), "{given:?}: {text}");
    }
    let arguments = ["verify", "--api", "v2", &address, "--body", "-"];
    assert_eq!(run(&arguments, BODY.as_bytes()).0, 0);
}

#[test]
fn the_mistake_in_a_signature_is_named() {
    let (_folder, body) = file(BODY);
    let address = url(RIGHT);
    for (slug, signature) in COMPUTED {
        let call = ["verify", "--api", "v2", "--body", &body];
        assert_named(
            &[&call[..], &[&address, "--computed", signature]].concat(),
            slug,
        );
        assert_named(&[&call[..], &[&url(signature)]].concat(), slug);
    }
    let (query, _) = address.split_once("signature=").unwrap();
    let unsigned = format!("{query}timestamp={TIMESTAMP}&nonce={NONCE}");
    let given = ["verify", "--api", "v2", &unsigned, "--body", &body];
    let computed = [&given[..], &["--computed", RIGHT, "--format", "bare"]].concat();
    assert_eq!(printed(&computed), "right\n");
}

#[test]
fn what_no_mistake_explains_tells_what_was_tried() {
    let (_folder, body) = file(BODY);
    let address = url(OTHER_KEYS);
    let given = ["verify", "--api", "v2", &address, "--body", &body];
    let told = json(&given);
    assert_eq!(told["fits"], false);
    assert!(verdict(&told)["cause"].is_null());
    assert!(verdict(&told)["tried"].is_string());
    assert!(
        verdict(&told)["fix"]
            .as_str()
            .unwrap()
            .contains("--other-key-env")
    );
    assert_named(
        &[&given[..], &["--other-key-env", "OTHER_KEY"]].concat(),
        "wrong-key",
    );
    let told = json(&[&given[..], &["--computed", RIGHT]].concat());
    let says = verdict(&told)["says"].as_str().unwrap();
    assert!(says.contains("the call's own is not"), "{says}");
}

#[test]
fn age_counts_where_that_is_asked_for() {
    let (_folder, body) = file(BODY);
    let address = url(RIGHT);
    let old = [
        "verify", "--api", "v2", &address, "--body", &body, "--fresh",
    ];
    let (code, out, err) = run(&old, b"");
    assert_eq!(code, 1, "{err}");
    assert!(
        out.contains("the call is refused: the timestamp is"),
        "{out}"
    );
    let sign = [
        "sign",
        "--api",
        "v2",
        "--body",
        &body,
        "--url",
        "http://a.example/p",
    ];
    let made = printed(&[&sign[..], &["--format", "bare"]].concat());
    let fresh = [
        "verify",
        "--api",
        "v2",
        made.trim(),
        "--body",
        &body,
        "--fresh",
    ];
    assert!(printed(&fresh).contains("within 60 s of now"));
}

#[test]
fn the_kit_and_usage_pushes_are_signed_in_headers() {
    let (_folder, body) = file(BODY);
    for (api, names, signature) in [
        ("kit", ["X-Sign", "X-Timestamp", "X-Nonce"], KIT),
        ("usage", ["signature", "ts", "nonce"], USAGE),
    ] {
        let values = [signature, TIMESTAMP, NONCE];
        let lines = [0, 1, 2].map(|at| format!("{}: {}", names[at], values[at]));
        let mut arguments = vec!["verify", "--api", api, "--body", &body];
        for line in &lines {
            arguments.extend(["--header", line]);
        }
        let text = printed(&arguments);
        assert!(text.contains("RIGHT:"), "{text}");
        let at = ["--nonce", NONCE, "--at", TIMESTAMP, "--format", "bare"];
        let signed = printed(&[&["sign", "--api", api, "--body", &body], &at[..]].concat());
        let expected = lines.join("\n").to_lowercase();
        assert_eq!(signed.trim().to_lowercase(), expected);
    }
}

#[test]
fn members_are_written_sorted_and_compact() {
    let told = json(&[
        "sign",
        "--api",
        "v2",
        "testFlag=1",
        "instanceId=i-1",
        "activity=queryInstance",
        "--url",
        "https://isv.example/produceAPI",
        "--nonce",
        NONCE,
        "--at",
        TIMESTAMP,
    ]);
    let result = &told["results"][0];
    assert_eq!(result["body"], BODY);
    assert_eq!(result["body_digest"], DIGEST);
    assert_eq!(result["signature"], RIGHT);
    assert_eq!(result["url"], url(RIGHT));
    let curl = result["curl"].as_str().unwrap();
    let verified = printed(&["verify", "--api", "v2", "--curl", curl]);
    assert!(verified.contains("RIGHT:"), "{verified}");
    let nested = json(&["sign", "--api", "v2", r#"productInfo={"skuCode":"s"}"#]);
    let body = &nested["results"][0]["body"];
    assert_eq!(body, r#"{"productInfo":{"skuCode":"s"}}"#);
}

#[test]
fn what_cannot_be_done_is_told() {
    let (_folder, body) = file("[1]");
    let address = url(RIGHT);
    for (arguments, told) in [
        (&["verify", "--api", "v2"][..], "with --body"),
        (&["verify", "--api", "v2", &address], "the call has no body"),
        (
            &["verify", "--api", "v2", "http://a/?a=1", "--body", &body],
            "no timestamp in the query",
        ),
        (
            &["verify", "--api", "kit", &address, "--body", &body],
            "no x-timestamp among the headers",
        ),
        (
            &["verify", "--api", "v2", "--message", &body],
            "the head has no end",
        ),
        (&["sign", "--api", "v2"], "nothing to sign"),
        (
            &["sign", "--api", "v2", "a=1", "--body", &body],
            "no JSON object",
        ),
        (&["encrypt", "--api", "v2", "a"], "has no encryption"),
        (&["decrypt", "--api", "kit", "a"], "has no encryption"),
        (&["verify", "a=1&authToken=x", "--fresh"], "V1 have no age"),
        (&["sign", "a=1", "--nonce", "x"], "V1 have no nonce"),
        (&["sign", "a=1", "--body", &body], "parts of a call"),
        (&["verify", "--body", &body], "needs the answer's --header"),
    ] {
        let error = failed(arguments);
        assert!(error.contains(told), "{arguments:?}: {error}");
    }
}
