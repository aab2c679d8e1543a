//! Every code snippet is run, in its language, and has to give the known answers.
//!
//! Five interpreters are more than `cargo test` may ask of everybody. So the tests are ignored, and
//! listed as such, unless `GALLERIA_TEST_SNIPPETS=1` says that they are there; then one that is
//! missing is a failure. `.ci/install` installs what is missing, `.ci/run` sets the switch.

mod language;
mod questions;

use libtest_mimic::{Arguments, Failed, Trial};

use language::Language;

/// The switch.
const SWITCH: &str = "GALLERIA_TEST_SNIPPETS";

fn main() {
    let arguments = Arguments::from_args();
    let is_on = std::env::var_os(SWITCH).is_some_and(|value| value == "1");
    let trials = Language::ALL.map(|language| {
        Trial::test(format!("snippets_in::{}", language.name()), move || {
            holds(language)
        })
        .with_ignored_flag(!is_on)
    });
    libtest_mimic::run(&arguments, trials.into()).exit();
}

fn holds(language: Language) -> Result<(), Failed> {
    let questions = questions::all();
    let asked = questions.iter().map(questions::Question::line).collect();
    let answers = language.answers(asked)?;
    if answers.len() != questions.len() {
        let (given, wanted) = (answers.len(), questions.len());
        return Err(format!("{given} answers to {wanted} questions").into());
    }
    let wrong: Vec<String> = questions
        .iter()
        .zip(&answers)
        .filter(|(question, answer)| !question.expected.fits(answer))
        .map(|(question, answer)| format!("{question:?}: {answer}"))
        .collect();
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n").into())
    }
}
