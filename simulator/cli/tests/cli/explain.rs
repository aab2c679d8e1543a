//! What `galleria explain` tells: rules, causes, codes, the platform's own messages, code.

use crate::support::{run, told};

fn explained(arguments: &[&str]) -> (i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    told(&run(folder.path(), &[&["explain"], arguments].concat()))
}

fn shown(arguments: &[&str]) -> String {
    let (code, out, err) = explained(arguments);
    assert_eq!(code, 0, "{arguments:?}: {err}");
    out
}

#[test]
fn a_rule_tells_what_the_platform_says_and_where_code_is() {
    insta::assert_snapshot!("rule", shown(&["SIG001"]));
}

#[test]
fn a_code_of_the_open_apis_tells_which_call_it_answers() {
    let state = shown(&["92020003"]);
    assert!(
        state.starts_with("92020003  the licence code is not in the state for it"),
        "{state}"
    );
    assert!(
        state.contains("\n  activation or query of licence codes\n"),
        "{state}"
    );
    assert!(state.contains("HTTP status 200."), "{state}");
    let signature = shown(&["MKT.0102"]);
    assert!(
        signature.contains("\n  usage push in the old form\n"),
        "{signature}"
    );
    assert!(
        signature.contains("HTTP status 400.\nIts text: Invalid body sign\n"),
        "{signature}"
    );
    assert_eq!(explained(&["92029999"]).0, 2);
}

#[test]
fn a_pasted_message_is_told_with_what_was_filled_in() {
    insta::assert_snapshot!("message", shown(&["调测失败，接口响应缺少frontEndUrl"]));
}

#[test]
fn a_message_may_be_pasted_in_several_words_and_with_text_around_it() {
    for words in [
        &["http", "header->bodySign", "is", "empty"][..],
        &["error: http header->bodySign is empty. (traceId 1)"],
        &["body-sign-missing"],
    ] {
        let text = shown(words);
        assert!(text.starts_with("body-sign-missing\n"), "{words:?}: {text}");
        assert!(text.contains("SIG001  response-unsigned"), "{text}");
    }
}

#[test]
fn a_text_near_to_messages_is_told_the_nearest() {
    insta::assert_snapshot!("near", shown(&["production adress is unreachable"]));
    let text = shown(&["生产地址无法到达"]);
    assert!(text.contains("the nearest messages are") && text.contains("address-unreachable"));
}

#[test]
fn every_message_is_listed() {
    let text = shown(&["messages"]);
    for id in ["call-timed-out", "token-differs", "member-too-long"] {
        assert!(text.contains(id), "{id}");
    }
    assert!(text.contains("  zh  ") && text.contains("  en  "));
}

#[test]
fn a_code_tells_what_the_platform_does_with_it() {
    insta::assert_snapshot!("code", shown(&["000003"]));
    assert!(shown(&["000000"]).contains("only code of"));
    assert!(shown(&["000103"]).contains("intl-v1: not in this site's table"));
}

#[test]
fn a_cause_tells_its_fix_and_where_code_is() {
    insta::assert_snapshot!("cause", shown(&["raw-key"]));
    let two = shown(&["wrong-key+hex-lower"]);
    assert!(two.contains("Another of the known keys") && two.contains("hexadecimal"));
}

#[test]
fn code_is_shown_in_each_language() {
    for (language, mark) in [
        ("java", "final class Credentials"),
        ("python", "def derive_key"),
        ("node", "export function deriveKey"),
        ("php", "function derive_key"),
        ("go", "func DeriveKey"),
    ] {
        for what in [
            "ENC002",
            "credential-undecryptable",
            "raw-key",
            "encrypt-credential",
        ] {
            let text = shown(&[what, "--code", language]);
            assert!(text.contains(mark), "{what} in {language}");
        }
        assert!(
            shown(&["ENC002", "--code", "all"]).contains(mark),
            "{language}"
        );
    }
    let both = shown(&["key-without-timestamp+raw-key", "--code", "go"]);
    assert!(both.contains("IsFromMarketplace") && both.contains("DeriveKey"));
    assert!(shown(&["code"]).contains("purchase-once"));
    assert!(shown(&["purchase-once"]).contains("IDM001"));
}

#[test]
fn what_nothing_is_known_of_is_told_with_where_to_look() {
    for (arguments, hint) in [
        (&["SIG04"][..], "did you mean `SIG004`?"),
        (&["raw-keys"], "did you mean `raw-key`?"),
        (&["body-sign-mising"], "did you mean `body-sign-missing`?"),
        (&["hello world"], "galleria explain messages"),
        (&["LIF001", "--code", "go"], "there is no code for `LIF001`"),
        (&["no-such", "--code", "go"], "nothing is known by the name"),
        (
            &["exit-codes", "--format", "markdown"],
            "what is: causes, messages",
        ),
    ] {
        let (code, out, err) = explained(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(hint), "{arguments:?}: {err}");
    }
}

#[test]
fn lists_are_there_as_documents() {
    let causes = shown(&["causes", "--format", "markdown"]);
    assert!(causes.contains("\n### raw-key\n"), "{causes}");
    assert!(causes.contains("\n*How to fix:* "), "{causes}");
    let messages = shown(&["messages", "--format", "markdown"]);
    assert!(messages.contains("`body-sign-missing`"), "{messages}");
    assert!(messages.contains("zh  调测失败"), "{messages}");
    assert_eq!(messages.matches("```").count() % 2, 0);
}
