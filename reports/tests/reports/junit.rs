//! The JUnit report.

use galleria_scenarios::event::Event;
use quick_junit::{Report, TestCaseStatus};

use crate::{rule_book, runs};

fn render(events: &[Event]) -> String {
    rule_book::draw("junit", events)
}

#[test]
fn a_failing_run_as_junit() {
    insta::assert_snapshot!(render(&runs::failing()));
}

#[test]
fn only_what_fails_the_run_is_a_failure() {
    let report = Report::deserialize_from_str(&render(&runs::failing())).unwrap();
    let cases = report
        .test_suites
        .iter()
        .flat_map(|suite| &suite.test_cases);
    let failed: Vec<_> = cases
        .filter(|case| matches!(case.status, TestCaseStatus::NonSuccess { .. }))
        .map(|case| case.name.as_str())
        .collect();
    assert_eq!(
        failed,
        ["TRN001 seller-unreachable", "SIG004 signature-wrong"]
    );
    assert_eq!((report.tests, report.failures, report.errors), (9, 2, 0));
}

#[test]
fn names_are_the_same_in_every_run() {
    let names = |events: &[Event]| {
        let report = Report::deserialize_from_str(&render(events)).unwrap();
        let cases = report
            .test_suites
            .into_iter()
            .flat_map(|suite| suite.test_cases);
        cases
            .map(|case| {
                format!(
                    "{}::{}",
                    case.classname.unwrap().as_str(),
                    case.name.as_str()
                )
            })
            .collect::<Vec<_>>()
    };
    let first = names(&runs::passing());
    assert_eq!(first[3], "galleria.cn-v1.sig::SIG004 signature-wrong");
    assert_eq!(first, names(&runs::failing()));
    assert_eq!(first, names(&runs::cut_off()));
}

#[test]
fn every_report_can_be_read_back_and_holds_nothing_that_xml_forbids() {
    for (name, events) in runs::all() {
        let xml = render(&events);
        let forbidden = |letter: char| {
            (letter.is_control() && !matches!(letter, '\n' | '\t')) || letter == '\u{fffe}'
        };
        assert!(!xml.contains(forbidden), "{name}");
        let read = Report::deserialize_from_str(&xml).unwrap();
        let again = Report::deserialize_from_str(&read.to_string().unwrap()).unwrap();
        assert_eq!(format!("{read:?}"), format!("{again:?}"), "{name}");
    }
}
