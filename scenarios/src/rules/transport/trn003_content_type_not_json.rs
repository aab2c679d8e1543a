//! TRN003: a content type other than JSON.

use crate::rule;
use crate::rule::{Fault, Look, Play};

rule! {
    /// # What it checks
    /// Every answer with status 200 says `Content-Type: application/json`.
    ///
    /// # Why it matters
    /// The debug step refuses every other type (响应content-type格式错误).
    ///
    /// # A seller that breaks it
    /// Lets its framework write `text/html` or `text/plain` for a string that happens to be JSON.
    ///
    /// # How to fix
    /// Set the header `Content-Type: application/json;charset=UTF-8` on every answer.
    ///
    /// # What a lawful seller may do
    /// Spell the charset as it likes, or leave it out; use any letter case.
    TRN003 = {
        name: "content-type-not-json",
        force: Must,
        source: "v1 §1, v2 §1, §6.2",
        needs: "answer with status 200",
        lawful: [
            "charset-utf8",
            "content-type-in-capitals",
            "content-type-with-blanks",
            "content-type-without-charset",
        ],
        faults: ["html-content-type"],
        check: check,
    }
}

fn check(play: &Play, look: &mut Look) {
    for (exchange, answer) in play.answers().filter(|(_, answer)| answer.status == 200) {
        let told = answer.header("content-type").unwrap_or_default();
        let kind = told.split(';').next().unwrap_or_default().trim();
        look.expect(
            exchange,
            kind.eq_ignore_ascii_case("application/json"),
            || {
                let actual = if told.is_empty() {
                    "no Content-Type"
                } else {
                    told
                };
                Fault::at("header Content-Type")
                    .expected("application/json")
                    .actual(actual)
                    .because("The platform reads application/json only.")
                    .fix("Set Content-Type: application/json;charset=UTF-8 on every answer.")
            },
        );
    }
}
