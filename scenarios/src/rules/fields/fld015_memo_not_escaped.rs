//! FLD015: raw Chinese in the memo.

use serde_json::Value;

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Characters beyond ASCII in `memo` are written as `\uXXXX`.
    ///
    /// # Why it matters
    /// The page asks for it; where the platform reads the answer in another charset the buyer sees
    /// question marks.
    ///
    /// # A seller that breaks it
    /// Lets its JSON library write UTF-8, as JSON allows.
    ///
    /// # How to fix
    /// Set the library to escape what is not ASCII, and sign the escaped bytes.
    ///
    /// # What a lawful seller may do
    /// Write raw UTF-8 everywhere else. The page's wish is about one member and its reader copes
    /// with raw text as well as far as is known, so this rule only observes.
    FLD015 = {
        name: "memo-not-escaped",
        force: Observed,
        source: "v1 §5.1",
        needs: "answer with a memo that is not plain ASCII",
        lawful: ["raw-utf8"],
        family: [Saas],
        scenes: [NewInstance],
        faults: ["memo-in-raw-chinese"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, object) in play.accepted() {
        let memo = object
            .get("appInfo")
            .and_then(|app| app.get("memo"))
            .and_then(Value::as_str);
        let (Some(memo), Some(answer)) = (memo, &exchange.response) else {
            continue;
        };
        let runs = memo.split(|letter: char| letter.is_ascii());
        let Some(longest) = runs
            .max_by_key(|run| run.len())
            .filter(|run| !run.is_empty())
        else {
            continue;
        };
        look.expect(exchange, !answer.body.text.contains(longest), || {
            Fault::at("body /appInfo/memo")
                .expected(r"\uXXXX in place of every character beyond ASCII")
                .actual(longest)
                .because("The page wants Chinese text in memo written as escapes.")
                .fix(
                    "Set the JSON library to escape what is not ASCII, and sign the escaped bytes.",
                )
        });
    }
}
