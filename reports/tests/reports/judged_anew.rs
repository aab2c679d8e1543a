//! Evidence whose record is judged anew.

use galleria_reports::evidence::{Trouble, Verified, pack, verify};
use serde_json::{Value, json};

use crate::evidence::{evidence, played};

/// Does something to what the rules saw, and draws everything again, as a forger would who has galleria.
fn forged(change: impl Fn(&mut Value)) -> Verified {
    let lines = played();
    let mut forged = Vec::new();
    for line in lines.split_inclusive(|byte| *byte == b'\n') {
        let mut event: Value = serde_json::from_slice(line).unwrap();
        change(&mut event);
        serde_json::to_writer(&mut forged, &event).unwrap();
        forged.push(b'\n');
    }
    verify(&pack(&forged).unwrap()).unwrap()
}

#[test]
fn the_rules_look_again_and_see_the_same() {
    let verified = verify(&evidence()).unwrap();
    let anew = verified.anew.unwrap();
    assert_eq!(anew.differences, []);
    assert_eq!(Some(anew.verdict), verified.verdict);
    assert!(anew.rules > 50, "{}", anew.rules);
    assert!(anew.gone.is_empty() && anew.left.is_empty());
}

#[test]
fn findings_that_were_taken_out_and_drawn_anew_are_told() {
    let verified = forged(|event| {
        let judged = event.get_mut("judged").and_then(Value::as_array_mut);
        for judged in judged.into_iter().flatten() {
            judged.as_object_mut().unwrap().remove("findings");
        }
    });
    assert!(verified.verdict.unwrap().starts_with("pass"));
    let [Trouble::OtherVerdict(differs)] = verified.troubles.as_slice() else {
        panic!("{:?}", verified.troubles);
    };
    assert_eq!(
        (differs.rule.as_str(), differs.record.as_str()),
        ("SIG004", "held")
    );
    assert_eq!(
        differs.anew,
        "failed: header Body-Sign (signed-with-key-and-timestamp)"
    );
    assert!(verified.anew.unwrap().verdict.starts_with("fail"));
}

#[test]
fn what_another_rule_set_makes_of_it_is_told_and_is_no_trouble() {
    let verified = forged(|event| {
        if event["event"] == "run-started" {
            event["rule_set"] = json!("2025.9");
        }
        let judged = event.get_mut("judged").and_then(Value::as_array_mut);
        for judged in judged.into_iter().flatten() {
            judged.as_object_mut().unwrap().remove("findings");
        }
    });
    assert_eq!(verified.troubles, []);
    assert_eq!(verified.anew.unwrap().differences.len(), 1);
}
