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
    let place = scenario.place.unwrap();
    assert_eq!(place.file, "mine.toml");
    let steps: Vec<_> = place
        .lines
        .iter()
        .map(|line| text.lines().nth(line - 1))
        .collect();
    assert_eq!(steps, [Some("[[step]]"); 3]);
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

#[test]
fn a_burst_makes_a_call_of_its_own_or_that_of_an_earlier_step() {
    let text = format!(
        "{HEAD}verb = \"burst\"\nname = \"many\"\nactivity = \"newInstance\"\ntimes = 8\n\
         [[step]]\nverb = \"await\"\n\
         [[step]]\nverb = \"burst\"\nstep = \"many\"\ntimes = 2\n"
    );
    let scenario = read("mine", "mine.toml", &text).unwrap();
    let verbs: Vec<&Verb> = scenario.steps.iter().map(|step| &step.verb).collect();
    assert!(matches!(verbs[0], Verb::Burst { times: 8, .. }));
    assert!(matches!(verbs[1], Verb::Await { step: 1 }));
    assert!(matches!(verbs[2], Verb::BurstAgain { step: 1, times: 2 }));
    assert!(!scenario.is_safe());
    assert_eq!(
        scenario.activity(&scenario.steps[2]),
        Some(Activity::NewInstance)
    );
}

#[test]
fn a_burst_is_several_calls_and_not_too_many() {
    let burst = |times: &str| {
        error(&format!(
            "{HEAD}verb = \"burst\"\nactivity = \"newInstance\"\n{times}\n"
        ))
    };
    assert!(burst("").contains("the verb `burst` needs `times`"));
    assert!(burst("times = 1").contains("a burst makes between 2 and 64 calls, not 1"));
    assert!(burst("times = 65").contains("not 65"));
    let text = format!(
        "{HEAD}verb = \"send\"\nname = \"buy\"\nactivity = \"newInstance\"\n[[step]]\n\
         verb = \"burst\"\nstep = \"buy\"\ntimes = 2\nactivity = \"upgrade\"\n"
    );
    assert!(error(&text).contains("a burst of an earlier `step` has no use for `activity`"));
}

#[test]
fn a_cut_names_its_place() {
    let cut = |at: &str| {
        read(
            "mine",
            "mine.toml",
            &format!("{HEAD}verb = \"cut\"\nactivity = \"newInstance\"\n{at}\n"),
        )
    };
    let scenario = cut("at = \"before-end\"").unwrap();
    let at_the_end = |verb: &Verb| {
        matches!(
            verb,
            Verb::Cut {
                at: Cut::BeforeEnd,
                ..
            }
        )
    };
    assert!(at_the_end(&scenario.steps[0].verb));
    let told = |at: &str| cut(at).unwrap_err().to_string();
    assert!(told("").contains("needs `at` (one of: in-head, before-end, before-answer)"));
    assert!(told("at = \"in-haed\"").contains("did you mean `in-head`?"));
}

#[test]
fn an_await_needs_a_call_before_it() {
    assert!(error(&format!("{HEAD}verb = \"await\"\n")).contains("no earlier call"));
}
