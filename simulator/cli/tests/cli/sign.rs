//! `galleria sign`.

use std::fs;

use crate::support::{galleria, told};
use crate::toolbox::{OFFICIAL, TOKEN, failed, json, printed, run};

/// What stands behind the `?` of the vendor's own example, pair by pair.
fn official() -> Vec<&'static str> {
    OFFICIAL.split('&').collect()
}

#[test]
fn the_vendors_example_comes_out_as_it_prints_it() {
    let given = [
        &["sign", "--url", "https://isv.example/produceAPI"],
        &official()[..],
    ]
    .concat();
    let told = json(&given);
    let result = &told["results"][0];
    assert_eq!(result["string_to_sign"], OFFICIAL);
    assert_eq!(result["hmac_key"], "<access key>20200727073711903");
    assert_eq!(result["token"], TOKEN);
    let url = format!(
        "https://isv.example/produceAPI?{OFFICIAL}&authToken=Gzbfjf9LHRBcI3bFVi%2B%2BsLinCNOBF6qa7is1fvjEgYQ%3D"
    );
    assert_eq!(result["url"], url);
    assert_eq!(result["curl"], format!("curl -i '{url}'"));
    assert_eq!(result["parameters"][0]["name"], "activity");
}

#[test]
fn a_call_is_signed_again_and_may_be_changed() {
    let url = format!("https://isv.example/p?{OFFICIAL}&authToken=old");
    let again = printed(&["sign", &url, "--format", "bare"]);
    assert!(
        again.contains("Gzbfjf9LHRBcI3bFVi%2B%2BsLinCNOBF6qa7is1fvjEgYQ%3D"),
        "{again}"
    );
    assert!(!again.contains("authToken=old"));
    let changed = json(&["sign", &url, "testFlag=0", "--at", "2020-07-27T07:37:12Z"]);
    let text = changed["results"][0]["string_to_sign"].as_str().unwrap();
    assert!(text.contains("testFlag=0") && text.ends_with("timeStamp=20200727073712000"));
    let query = printed(&["sign", OFFICIAL, "--format", "bare"]);
    assert!(query.starts_with("activity=newInstance&") && query.contains("&authToken="));
}

#[test]
fn values_are_encoded_once_and_repeated_names_and_escapes_are_told() {
    let told = printed(&[
        "sign",
        "customerName=华为 +1",
        "a=1",
        "--at",
        "20200727073711903",
    ]);
    assert!(told.contains("customerName=华为 +1&timeStamp"), "{told}");
    assert!(
        told.contains("customerName=%E5%8D%8E%E4%B8%BA+%2B1"),
        "{told}"
    );
    assert!(printed(&["sign", "?a=1&a=2"]).contains("a stands there twice"));
    let output = run(&["sign", "email=a%2Bb"], b"");
    assert!(
        output.2.contains("values are given decoded"),
        "{}",
        output.2
    );
}

#[test]
fn a_signed_call_fits_when_it_is_verified() {
    for arguments in [
        &["activity=queryInstance", "instanceId=a,b"][..],
        &["customerName=华为 & Co. = 100%", "empty="],
    ] {
        let url = "http://127.0.0.1:1/p";
        let sign = [&["sign", "--url", url, "--format", "bare"], arguments].concat();
        let signed = printed(&sign);
        assert_eq!(
            printed(&["verify", signed.trim(), "--format", "bare"]),
            "right\n"
        );
    }
}

#[test]
fn an_answers_header_is_that_of_exactly_its_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("answer.json");
    let body = br#"{"resultCode":"000000","resultMsg":"success."}"#;
    fs::write(&file, body).unwrap();
    let path = file.to_str().unwrap();
    let header = "Body-Sign: sign_type=\"HMAC-SHA256\", signature=\"YB9MRaDz8ENM8JzoKzW8YT4yUrcMdby3kM31MTz8tO4=\"\n";
    assert_eq!(
        printed(&["sign", "--body", path, "--format", "bare"]),
        header
    );
    let (code, out, _) = run(&["sign", "--body", "-"], &[body, &b"\r\n"[..]].concat());
    assert_eq!(code, 0);
    assert!(out.contains("\n  48\n") && out.contains("CR LF"), "{out}");
    assert!(!out.contains("YB9MRaDz"));
}

#[test]
fn a_call_without_a_moment_gets_the_present_one() {
    let told = json(&["sign", "a=1"]);
    let moment = told["results"][0]["parameters"][1]["value"]
        .as_str()
        .unwrap();
    assert!(moment.len() == 17 && moment.bytes().all(|digit| digit.is_ascii_digit()));
}

#[test]
fn what_cannot_be_signed_is_told() {
    for (arguments, told) in [
        (&["sign"][..], "nothing to sign"),
        (&["sign", "activity"], "neither NAME=VALUE nor an address"),
        (&["sign", "?a=1", "?b=1"], "only one address"),
        (
            &["sign", "a=1", "--url", "isv.example"],
            "is neither an address",
        ),
        (
            &["sign", "a=1", "--url", "http://a/?b=1"],
            "without a query",
        ),
        (&["sign", "ftp://a/?b=1"], "neither http:// nor https://"),
        (&["sign", "a=1", "--at", "yesterday"], "write a timeStamp"),
        (&["sign", "a=1", "--body", "x"], "cannot be used with"),
        (&["sign", "a=1", "--api", "v9"], "invalid value 'v9'"),
        (&["sign", "--body", "no-such-file"], "no-such-file"),
    ] {
        let error = failed(arguments);
        assert!(error.contains(told), "{arguments:?}: {error}");
    }
}

#[test]
fn without_a_key_nothing_is_signed() {
    let output = galleria().args(["sign", "a=1"]).output().unwrap();
    let (code, _, err) = told(&output);
    assert_eq!(code, 2);
    assert!(err.contains("no access key"), "{err}");
}
