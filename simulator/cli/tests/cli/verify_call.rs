//! `galleria verify` with calls. Wrong tokens were made by another program.

use std::fs;

use crate::support::told;
use crate::toolbox::{
    OFFICIAL, TOKEN, VENDORS_KEY, assert_named, failed, json, official_url, printed, run,
};

/// A call with a Chinese name and a ciphertext, rightly signed.
const CALL: &str = "https://isv.example/produceAPI?activity=newInstance&businessId=61e834ba-7b97-4418-b8f7-e5345137278c&customerId=68cbc86abc2018ab880d92f36422fa0e&expireTime=20200727153156&orderId=CS1906666666ABCDE&productId=00301-666666-0--0&testFlag=1&timeStamp=20200727073711903&mobilePhone=abcdefghijklmnop0vSUlIkr1A4kjh04qhIK1Q%3D%3D&customerName=%E5%8D%8E%E4%B8%BA+%E6%8A%80%E6%9C%AF&authToken=9sdEGIQWfKZskUp9WRfmbxsHyfZjSxOdeODztYsjY6Y%3D";

/// Tokens that sellers computed for it, and what they did.
const COMPUTED: &[(&str, &str)] = &[
    (
        "values-encoded",
        "7kVv/aiI4wEPJAEMb44HUDmRI1ETNK7AJQ68be9LqEM=",
    ),
    (
        "key-without-timestamp",
        "JFa4IpRGjWLLJqkyGphDMNeM1WDLmiYuHGkBVyiWPYk=",
    ),
    (
        "key-and-timestamp-divided",
        "AtXth/Hb6k0zrSdvakhyvEFTPBw1nS0Uqgy3b0GNsNg=",
    ),
    (
        "timestamp-before-key",
        "H+UxYpHlitZdH1pnvTqaYRQYbBKXynNBMOjWlP7J6HI=",
    ),
    (
        "hex-lower",
        "f6c7441884167ca66c914a7d5917e66f1b07c9f6634b139d78e0f3b58b2363a6",
    ),
    (
        "parameters-unsorted",
        "UARYgFJAyFRE09eLhyvvhU82gF3rnWQoHJNGugpNBb4=",
    ),
    (
        "parameter-left-out",
        "TJd+Tt6SWdZ3dBlPF5XMMbbXTj4yDonZJE/2E2zQdys=",
    ),
    (
        "key-and-timestamp-divided",
        "WG2AikSOJyO7ptRECUM2Uon/lUY6oAW6WRg3mnBSy7U=",
    ),
];

/// The token under another key.
const OTHER_KEYS_TOKEN: &str = "Rs5722Iv5zT8ialM6w0X967A8sQs1UsY6d4ys7jAqww=";

#[test]
fn the_vendors_call_fits_and_every_step_is_shown() {
    let text = printed(&["verify", &official_url()]);
    for step in [
        OFFICIAL,
        TOKEN,
        "<access key>20200727073711903",
        "RIGHT:",
        "orderId",
    ] {
        assert!(text.contains(step), "{step}: {text}");
    }
    assert!(!text.contains(VENDORS_KEY), "{text}");
}

#[test]
fn a_call_is_read_however_it_is_pasted() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("call.sh");
    let curl = format!(
        "curl --location --request GET '{}' \\\n  -H 'a: b'",
        official_url()
    );
    fs::write(&file, &curl).unwrap();
    let from_file = format!("@{}", file.display());
    let line = format!(
        "GET {} HTTP/1.1",
        official_url().replace("https://isv.example", "")
    );
    let query = official_url().split_once('?').unwrap().1.to_owned();
    let html = official_url().replace('&', "&amp;");
    for given in [
        &["--curl", curl.as_str()][..],
        &["--curl", &from_file],
        &[&curl],
        &[&line],
        &[&query],
        &[&html],
    ] {
        let text = printed(&[&["verify"], given].concat());
        assert!(text.contains("RIGHT:"), "{given:?}: {text}");
    }
    for arguments in [&["verify", "-"][..], &["verify", "--curl", "-"]] {
        let (code, out, err) = run(arguments, curl.as_bytes());
        assert_eq!(code, 0, "{out}{err}");
    }
}

#[test]
fn plus_signs_that_were_lost_are_no_mistake_but_told() {
    let raw = format!("https://isv.example/p?{OFFICIAL}&authToken={TOKEN}");
    let text = printed(&["verify", &raw]);
    assert!(text.contains("where + stays +"), "{text}");
}

#[test]
fn the_mistake_in_the_sellers_own_token_is_named() {
    for (slug, token) in COMPUTED {
        assert_named(&["verify", CALL, "--computed", token], slug);
    }
    let right = "9sdEGIQWfKZskUp9WRfmbxsHyfZjSxOdeODztYsjY6Y=";
    assert_eq!(
        printed(&["verify", CALL, "--computed", right, "--format", "bare"]),
        "right\n"
    );
    let blank = TOKEN.replace('+', " ");
    assert_named(
        &["verify", &official_url(), "--computed", &blank],
        "blank-for-plus",
    );
}

#[test]
fn the_mistake_in_a_calls_token_is_named() {
    for (slug, token) in COMPUTED {
        let (call, _) = CALL.rsplit_once('=').unwrap();
        let token = token.replace('+', "%2B");
        assert_named(&["verify", &format!("{call}={token}")], slug);
    }
}

#[test]
fn a_key_that_was_mixed_up_is_found_among_the_others() {
    let arguments = ["verify", CALL, "--computed", OTHER_KEYS_TOKEN];
    let told = json(&arguments);
    let verdict = &told["results"][0]["verdict"];
    assert_eq!(told["fits"], false);
    assert!(verdict["cause"].is_null());
    assert!(verdict["tried"].as_str().unwrap().contains("other keys"));
    assert!(verdict["fix"].as_str().unwrap().contains("--other-key-env"));
    let with_key = [&arguments[..], &["--other-key-env", "OTHER_KEY"]].concat();
    assert_named(&with_key, "wrong-key");
    let text = run(&with_key, b"").1;
    assert!(text.contains("Use the access key of the seller"), "{text}");
}

#[test]
fn a_call_that_does_not_fit_itself_is_told_beside_a_right_token() {
    let (call, _) = CALL.rsplit_once('=').unwrap();
    let stranger = format!("{call}={}", TOKEN.replace('+', "%2B"));
    let right = "9sdEGIQWfKZskUp9WRfmbxsHyfZjSxOdeODztYsjY6Y=";
    let told = json(&["verify", &stranger, "--computed", right]);
    let says = told["results"][0]["verdict"]["says"].as_str().unwrap();
    assert!(says.contains("the call's own is not"), "{says}");
}

#[test]
fn calls_that_cannot_be_read_are_told() {
    for (arguments, told) in [
        (&["verify"][..], "nothing to verify"),
        (&["verify", "nonsense"], "neither an address nor a query"),
        (&["verify", ""], "nothing was pasted"),
        (&["verify", "http://a.example/?a=1"], "no authToken"),
        (&["verify", "a=1&authtoken=x"], "case-sensitive"),
        (
            &["verify", "curl http://a/ -H 'authToken: x'"],
            "joint-operation kit",
        ),
        (
            &["verify", "ftp://a/?authToken=x"],
            "neither http:// nor https://",
        ),
        (&["verify", "--curl", "wget x"], "no curl command"),
        (&["verify", "--curl", "curl 'http://a/"], "not closed"),
        (&["verify", "--curl", "@no-such-file"], "no-such-file"),
        (&["verify", "--curl", "x", "y"], "cannot be used with"),
        (
            &["verify", "--computed", "x", "--har", "no-such-file"],
            "no-such-file",
        ),
        (
            &["verify", "a=1&authToken=x", "--other-key-env", "NO_SUCH"],
            "NO_SUCH",
        ),
        (&["verify", "-", "--message", "-"], "one thing only"),
    ] {
        let error = failed(arguments);
        assert!(error.contains(told), "{arguments:?}: {error}");
    }
}

#[test]
fn the_key_is_never_printed() {
    const KEY: &str = "obviously-fake-access-key";
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("key"), KEY).unwrap();
    fs::write(folder.path().join("b.json"), "{}").unwrap();
    let header = "Body-Sign: sign_type=\"HMAC-SHA256\", signature=\"x\"";
    for arguments in [
        &["sign", "a=1", "--url", "http://a.example/"][..],
        &["sign", "--body", "b.json"],
        &["verify", CALL],
        &["verify", CALL, "--computed", "x"],
        &["verify", "--header", header, "--body", "b.json"],
        &["encrypt", "admin"],
        &["decrypt", "abcdefghijklmnop0vSUlIkr1A4kjh04qhIK1Q=="],
    ] {
        for more in [&["-v"][..], &["--format", "json"], &["--format", "bare"]] {
            let arguments = [arguments, more, &["--key-file", "key"]].concat();
            let (_, out, err) = told(&crate::support::run(folder.path(), &arguments));
            assert!(!out.is_empty(), "{arguments:?}: {err}");
            assert!(!out.contains(KEY) && !err.contains(KEY), "{arguments:?}");
        }
    }
}

#[test]
fn nothing_that_was_pasted_steers_the_terminal() {
    let (_, out, _) = run(&["verify", "a=%1B%5B31m%0A&authToken=x"], b"");
    assert!(
        !out.contains('\u{1b}') && out.contains(r"\u{1b}[31m\n"),
        "{out}"
    );
}
