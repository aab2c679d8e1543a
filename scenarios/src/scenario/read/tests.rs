//! What reading a scenario makes of right files and of wrong ones.

use super::*;

fn error(text: &str) -> String {
    read("mine", "mine.toml", text).unwrap_err().to_string()
}

const HEAD: &str = "title = \"t\"\nabout = \"a\"\n[[step]]\n";

#[test]
fn a_whole_scenario_is_read() {
    let text = format!(
        "{HEAD}verb = \"send\"\nname = \"buy\"\nactivity = \"newInstance\"\n\
         [[step]]\nverb = \"delay\"\ntime = \"5s\"\n\
         [[step]]\nverb = \"resend\"\nstep = \"buy\"\n"
    );
    let scenario = read("mine", "mine.toml", &text).unwrap();
    assert_eq!(scenario.steps.len(), 3);
    assert!(matches!(scenario.steps[2].verb, Verb::Resend { step: 1 }));
}

#[test]
fn a_misspelt_field_is_told_with_its_line_and_what_was_meant() {
    let told = error(&format!(
        "{HEAD}verb = \"send\"\nactivty = \"newInstance\"\n"
    ));
    assert!(
        told.starts_with("mine.toml:5:1: unknown field `activty`"),
        "{told}"
    );
    assert!(told.ends_with("did you mean `activity`?"), "{told}");
}

#[test]
fn a_misspelt_name_is_told_with_what_was_meant() {
    let told = error(&format!("{HEAD}verb = \"snd\"\n"));
    assert!(
        told.starts_with("mine.toml:4:8: there is no verb `snd`"),
        "{told}"
    );
    let told = error(&format!(
        "{HEAD}verb = \"send\"\nactivity = \"newInstnce\"\n"
    ));
    assert!(told.contains("did you mean `newInstance`?"), "{told}");
}

#[test]
fn a_field_that_the_verb_has_no_use_for_is_refused() {
    let text =
        format!("{HEAD}verb = \"send\"\nactivity = \"newInstance\"\nhow = \"missing-token\"\n");
    assert!(error(&text).contains("the verb `send` has no use for `how`"));
    let text = format!(
        "{HEAD}verb = \"send\"\nname = \"buy\"\nactivity = \"newInstance\"\n[[step]]\n\
         verb = \"tamper\"\nhow = \"missing-token\"\nstep = \"buy\"\nactivity = \"upgrade\"\n"
    );
    assert!(error(&text).contains("a twin of an earlier `step` has no use for `activity`"));
}

#[test]
fn a_twin_names_the_step_that_is_its_control() {
    let text = format!(
        "{HEAD}verb = \"send\"\nname = \"buy\"\nactivity = \"newInstance\"\n\
         [[step]]\nverb = \"tamper\"\nhow = \"emoji-name\"\nstep = \"buy\"\npurchase = \"other\"\n"
    );
    let scenario = read("mine", "mine.toml", &text).unwrap();
    let Verb::Twin {
        step,
        how,
        purchase,
    } = &scenario.steps[1].verb
    else {
        panic!()
    };
    assert_eq!(
        (*step, how.name, purchase.as_deref()),
        (1, "emoji-name", Some("other"))
    );
}

#[test]
fn a_resend_needs_a_call_before_it() {
    assert!(error(&format!("{HEAD}verb = \"resend\"\n")).contains("no earlier call"));
    let text = format!(
        "{HEAD}verb = \"send\"\nactivity = \"newInstance\"\n[[step]]\nverb = \"resend\"\nstep = \"buy\"\n"
    );
    assert!(error(&text).contains("there is no earlier step `buy`"));
}

#[test]
fn text_that_is_no_toml_is_told_with_its_line() {
    let told = error("title = \"t\"\nabout");
    assert!(
        told.starts_with("mine.toml:2:6: key with no value"),
        "{told}"
    );
    assert!(error("title = 't'\nabout = 'a'\nstep = []\n").contains("at least one [[step]]"));
}
