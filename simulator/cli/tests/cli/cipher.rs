//! `galleria encrypt` and `galleria decrypt`. Wrong values were made by another program.

use std::fs;

use crate::toolbox::{assert_named, failed, json, printed, run};

const PLAIN: &str = "admin@seller.example";
const VECTOR: &str = "Ab3dEf6hIj9lMn2p";
const BITS_256: &str = "Ab3dEf6hIj9lMn2phAhZ/e95Nvo49zVOqqosFptjZM+CFNQqPgtwcsM4e7E=";
const BITS_128: &str = "Ab3dEf6hIj9lMn2pevHLAMaWizMvP0jdtXlmsaPI2xCzJ7bqpRsrj27A7qY=";

/// Values that sellers sent, and what they did.
const WRONG: &[(&str, &str)] = &[
    ("wrong-bit-length", BITS_128),
    (
        "sha256-of-key",
        "Ab3dEf6hIj9lMn2p96aSJNcXOZ2Nc5s7tLfvmpXrYmSAdJsAraSRjOI3cD8=",
    ),
    (
        "md5-of-key",
        "Ab3dEf6hIj9lMn2pbBzQGFhnMUqPWYIYTIWGgq9S0RF97umEDRFhM+kLC/Y=",
    ),
    (
        "raw-key",
        "Ab3dEf6hIj9lMn2pQKxQhDoBBWWSCjHX6VRoNQdcljn/jJk2obrRVSZVcmo=",
    ),
    ("ecb-mode", "vMGUl68c6sQNXkYnbouo+yRROxXDh/fIIH+4KsdjZpg="),
    (
        "zero-iv",
        "Ab3dEf6hIj9lMn2pvMGUl68c6sQNXkYnbouo+1wjoMYCEJWGH65MJjXrXIs=",
    ),
    (
        "iv-inside-base64",
        "QWIzZEVmNmhJajlsTW4ycIQIWf3veTb6OPc1TqqqLBabY2TPghTUKj4LcHLDOHux",
    ),
    (
        "hex-instead-of-base64",
        "Ab3dEf6hIj9lMn2p840859fdef7936fa38f7354eaaaa2c169b6364cf8214d42a3e0b7072c3387bb1",
    ),
    (
        "url-safe-base64",
        "Ab3dEf6hIj9lMn2phAhZ_e95Nvo49zVOqqosFptjZM-CFNQqPgtwcsM4e7E=",
    ),
    (
        "unpadded-base64",
        "Ab3dEf6hIj9lMn2phAhZ/e95Nvo49zVOqqosFptjZM+CFNQqPgtwcsM4e7E",
    ),
    (
        "zero-padding",
        "Ab3dEf6hIj9lMn2phAhZ/e95Nvo49zVOqqosFt+CkOxgznCFryD4pnAhwTA=",
    ),
];

#[test]
fn a_value_comes_out_as_another_program_makes_it() {
    for (option, value, expected) in [
        ("--bits", "256", BITS_256),
        ("--bits", "128", BITS_128),
        ("--encrypt-type", "1", BITS_256),
        ("--encrypt-type", "2", BITS_128),
    ] {
        let with = [option, value, "--format", "bare"];
        let encrypt = [&["encrypt", PLAIN, "--iv", VECTOR], &with[..]].concat();
        assert_eq!(printed(&encrypt), format!("{expected}\n"));
        assert_eq!(
            printed(&[&["decrypt", expected], &with[..]].concat()),
            format!("{PLAIN}\n")
        );
    }
}

#[test]
fn vectors_are_new_each_time_and_what_is_encrypted_decrypts() {
    let encrypt = || printed(&["encrypt", "密码 🔐", "--format", "bare"]);
    let (one, other) = (encrypt(), encrypt());
    assert_ne!(one[..16], other[..16]);
    assert!(
        one[..16]
            .bytes()
            .all(|letter| letter.is_ascii_alphanumeric())
    );
    assert_eq!(
        printed(&["decrypt", one.trim(), "--format", "bare"]),
        "密码 🔐\n"
    );
}

#[test]
fn texts_and_values_may_come_on_standard_input() {
    let (code, out, _) = run(
        &["encrypt", "--iv", VECTOR, "--format", "bare"],
        b"admin@seller.example\n",
    );
    assert_eq!((code, out.trim()), (0, BITS_256));
    let value = format!("{BITS_256}\r\n");
    let (code, out, _) = run(&["decrypt", "-", "--format", "bare"], value.as_bytes());
    assert_eq!((code, out.trim()), (0, PLAIN));
}

#[test]
fn every_step_is_told_and_the_limit_with_it() {
    let text = printed(&["decrypt", BITS_256]);
    for step in [
        "SHA1PRNG(<access key>)",
        VECTOR,
        "32 bytes, blocks of 16",
        PLAIN,
        "RIGHT:",
    ] {
        assert!(text.contains(step), "{step}: {text}");
    }
    let long = printed(&["encrypt", &"x".repeat(80)]);
    assert!(long.contains("144 characters: too long"), "{long}");
    assert!(printed(&["encrypt", ""]).contains("leave the member out"));
    assert_eq!(json(&["encrypt", "x"])["results"][0]["length"], 40);
}

#[test]
fn the_mistake_in_a_value_is_named() {
    for (slug, value) in WRONG {
        assert_named(&["decrypt", value], slug);
    }
    let other = "Ab3dEf6hIj9lMn2pfXtmaks5zMG8tXovTLCHHItGeiGIX3EWEJJODjngkrg=";
    assert_named(
        &["decrypt", other, "--other-key-env", "OTHER_KEY"],
        "wrong-key",
    );
    let told = json(&["decrypt", other]);
    let verdict = &told["results"][0]["verdict"];
    assert!(verdict["tried"].as_str().unwrap().contains("nothing fits"));
}

#[test]
fn a_value_in_clear_is_told_and_not_repeated() {
    let (code, out, _) = run(&["decrypt", "correct horse battery staple"], b"");
    assert_eq!(code, 1);
    assert!(
        out.contains("it stands in clear") && !out.contains("correct"),
        "{out}"
    );
}

fn answer(encrypt_type: &str, user: &str, password: &str) -> String {
    format!(
        r#"{{"resultCode":"000000","encryptType":"{encrypt_type}","appInfo":{{"userName":"{user}","password":"{password}"}}}}"#
    )
}

#[test]
fn the_logins_of_an_answer_are_decrypted_under_what_it_tells() {
    let folder = tempfile::tempdir().unwrap();
    let save = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let body = answer("2", BITS_128, "");
    let told = json(&["decrypt", "--body", &save("a.json", &body)]);
    assert_eq!(told["fits"], true);
    assert_eq!(told["results"][0]["subject"], "/appInfo/userName");
    assert_eq!(told["results"][0]["text"], PLAIN);
    let message = save("a.http", &format!("HTTP/1.1 200 OK\r\nA: b\r\n\r\n{body}"));
    assert!(printed(&["decrypt", "--message", &message]).contains(PLAIN));
    let query = format!(r#"{{"info":[{{"appInfo":{{"password":"{BITS_256}"}}}}]}}"#);
    let (code, out, _) = run(&["decrypt", "--body", "-"], query.as_bytes());
    assert!(
        code == 0 && out.contains("/info/0/appInfo/password"),
        "{out}"
    );
    let mixed = save("b.json", &answer("1", BITS_256, BITS_128));
    let told = json(&["decrypt", "--body", &mixed]);
    assert_eq!(told["fits"], false);
    assert_eq!(told["results"][1]["verdict"]["cause"], "wrong-bit-length");
    let long = printed(&["encrypt", &"x".repeat(80), "--format", "bare"]);
    let long = save("c.json", &answer("1", BITS_256, long.trim()));
    let (code, out, _) = run(&["decrypt", "--body", &long], b"");
    assert!(
        code == 1 && out.contains("longer than 128 characters"),
        "{out}"
    );
}

#[test]
fn what_cannot_be_encrypted_or_decrypted_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let nothing = folder.path().join("nothing.json");
    fs::write(&nothing, r#"{"resultCode":"000000"}"#).unwrap();
    let text = folder.path().join("text");
    fs::write(&text, b"\xff\xfe").unwrap();
    let (nothing, text) = (nothing.to_str().unwrap(), text.to_str().unwrap());
    for (arguments, told) in [
        (
            &["encrypt", "x", "--iv", "short"][..],
            "this has 5 characters",
        ),
        (
            &["encrypt", "x", "--iv", "中文中文中"],
            "ASCII letters or digits",
        ),
        (&["encrypt", "x", "--bits", "192"], "write 128 or 256"),
        (
            &["encrypt", "x", "--encrypt-type", "3"],
            "write 1 (256 bits) or 2",
        ),
        (
            &["encrypt", "x", "--bits", "128", "--encrypt-type", "2"],
            "cannot be used with",
        ),
        (&["decrypt", ""], "the value is empty"),
        (&["decrypt", "--body", "no-such-file"], "no-such-file"),
        (&["decrypt", "--body", nothing], "no userName or password"),
        (&["decrypt", "--body", text], "the body is not JSON"),
        (
            &["decrypt", "--message", nothing],
            "does not start with HTTP/",
        ),
        (&["decrypt", "x", "--body", nothing], "cannot be used with"),
    ] {
        let error = failed(arguments);
        assert!(error.contains(told), "{arguments:?}: {error}");
    }
    assert_eq!(run(&["encrypt"], b"\xff").0, 2);
}
