//! The formats for other programs: Markdown, SARIF, TAP, GitHub, CSV, badge, HAR.

use galleria_scenarios::event::Event;
use serde_json::Value;

use crate::rule_book::draw;
use crate::runs::{self, HOSTILE};

fn read(format: &str, events: &[Event]) -> Value {
    serde_json::from_str(&draw(format, events)).unwrap()
}

#[test]
fn a_failing_run_as_markdown() {
    insta::assert_snapshot!(draw("markdown", &runs::failing()));
}

#[test]
fn rules_link_their_page_where_the_book_is_published() {
    let mut events = runs::failing();
    let linked = |events: &[Event]| {
        let log = read("sarif", events);
        let rules = log["runs"][0]["tool"]["driver"]["rules"].clone();
        let known = |rule: &&Value| rule["id"] == "SIG004";
        let rule = rules.as_array().unwrap().iter().find(known).cloned();
        rule.unwrap()["helpUri"].as_str().unwrap().to_owned()
    };
    assert!(linked(&events).starts_with("https://support.huaweicloud.com/"));
    let book = |events: &mut [Event], url: &str| {
        let Event::RunStarted(run) = &mut events[0] else {
            panic!("a record begins with its run");
        };
        run.book_url = Some(url.to_owned());
    };
    book(&mut events, "https://example.com/galleria/");
    let page = "https://example.com/galleria/rules/SIG004.html";
    assert_eq!(linked(&events), page);
    let summary = draw("markdown", &events);
    assert!(
        summary.contains(&format!("### [SIG004]({page})")),
        "{summary}"
    );
    // A record may have been made by anybody.
    book(&mut events, "javascript:alert(1)//)[x](");
    assert!(linked(&events).starts_with("https://support.huaweicloud.com/"));
    assert!(!draw("markdown", &events).contains("javascript:"));
}

#[test]
fn a_failing_run_as_sarif() {
    insta::assert_snapshot!(draw("sarif", &runs::failing()));
}

#[test]
fn a_failing_run_as_tap() {
    insta::assert_snapshot!(draw("tap", &runs::failing()));
}

#[test]
fn a_failing_run_as_github_annotations() {
    insta::assert_snapshot!(draw("github", &runs::failing()));
}

#[test]
fn a_failing_run_as_csv() {
    insta::assert_snapshot!(draw("csv", &runs::failing()));
}

#[test]
fn a_failing_run_as_a_badge() {
    insta::assert_snapshot!(draw("badge", &runs::failing()));
}

#[test]
fn a_run_of_repeats_as_har() {
    insta::assert_snapshot!(draw("har", &runs::repeated()));
}

#[test]
fn hostile_text_is_shown_and_obeyed_in_no_format() {
    let events = runs::hostile();
    let markdown = draw("markdown", &events);
    let outside_code: String = markdown
        .split("```")
        .step_by(2)
        .flat_map(|part| part.split('`').step_by(2))
        .collect();
    assert!(!outside_code.contains("<img"), "{outside_code}");
    for line in draw("github", &events).lines() {
        assert!(
            line.starts_with("::error ") || line.starts_with("::notice "),
            "{line}"
        );
        assert_eq!(line.matches("::").count(), 2, "{line}");
    }
    for line in draw("tap", &events).lines() {
        let known = [
            "TAP version",
            "1..",
            "#",
            "ok ",
            "not ok ",
            "  ",
            "Bail out!",
        ];
        assert!(known.iter().any(|start| line.starts_with(start)), "{line}");
        let directives = line.replace("\\#", "").matches(" # ").count();
        assert!(directives <= 1, "{line}");
    }
    for format in ["markdown", "tap", "github", "csv"] {
        let text = draw(format, &events);
        let bare = |letter: char| letter != '\n' && letter.is_control() || letter == '\u{202e}';
        assert!(!text.contains(bare), "{format}");
    }
}

#[test]
fn a_table_has_a_line_a_call_and_every_cell() {
    for (name, events) in runs::all() {
        let text = draw("csv", &events);
        let mut table = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<_> = table.records().map(Result::unwrap).collect();
        let calls = events
            .iter()
            .filter(|event| matches!(event, Event::Exchanged(_)));
        assert_eq!(rows.len(), calls.count(), "{name}");
    }
}

#[test]
fn a_summary_of_too_much_is_cut_below_its_limit_and_says_so() {
    let mut events = runs::failing();
    for event in &mut events {
        let Event::ScenarioFinished { judged, .. } = event else {
            continue;
        };
        for finding in judged.iter_mut().flat_map(|judged| &mut judged.findings) {
            finding.curl = "x".repeat(700_000);
        }
    }
    let text = draw("markdown", &events);
    assert!(text.len() < 1024 * 1024, "{}", text.len());
    assert!(text.contains("left out: a job's summary must stay below 1 MiB"));
    assert!(text.contains("# galleria: fail"));
    let mut events = runs::passing();
    if let Event::RunStarted(run) = &mut events[0] {
        run.target = "中".repeat(1024 * 1024);
    }
    assert!(draw("markdown", &events).len() < 1024 * 1024);
}

#[test]
fn annotations_are_the_ten_worst() {
    let mut events = runs::failing();
    for event in &mut events {
        let Event::ScenarioFinished { judged, .. } = event else {
            continue;
        };
        for judged in judged.iter_mut().filter(|judged| judged.rule == "SIG004") {
            for (number, finding) in judged.findings.iter_mut().enumerate() {
                finding.place = format!("header X-{number}");
            }
            let more = judged.findings.clone().into_iter().map(|mut finding| {
                finding.place.push_str("-again");
                finding
            });
            judged.findings.extend(more.collect::<Vec<_>>());
        }
    }
    let text = draw("github", &events);
    let errors = text.lines().filter(|line| line.starts_with("::error "));
    assert_eq!(errors.count(), 10);
    assert!(
        text.ends_with(
            "::notice title=galleria::1 further mistake in the other reports of this run\n"
        ),
        "{text}"
    );
}

#[test]
fn a_run_without_a_verdict_is_no_pass_anywhere() {
    for events in [runs::cut_off(), runs::interrupted(), runs::unreachable()] {
        assert!(draw("tap", &events).contains("\nBail out! "));
        assert!(draw("github", &events).starts_with("::error "));
        assert_ne!(read("badge", &events)["color"], "brightgreen");
        let sarif = read("sarif", &events);
        assert_eq!(
            sarif["runs"][0]["invocations"][0]["executionSuccessful"],
            false
        );
    }
    assert_eq!(read("badge", &runs::passing())["color"], "brightgreen");
    assert!(!draw("tap", &runs::passing()).contains("Bail out"));
    assert_eq!(draw("github", &runs::passing()), "");
}

#[test]
fn a_result_points_at_its_step_and_keeps_its_identity() {
    let first = |events: &[Event]| {
        let sarif = read("sarif", events);
        let results = sarif["runs"][0]["results"].as_array().unwrap().clone();
        results
            .into_iter()
            .find(|result| result["ruleId"] == "SIG004")
            .unwrap()
    };
    let result = first(&runs::failing());
    let place = &result["locations"][0]["physicalLocation"];
    let file = &place["artifactLocation"]["uri"];
    assert_eq!(file, "scenarios/catalog/purchase-repeated.toml");
    assert_eq!(place["region"]["startLine"], 4);
    let mut events = runs::failing();
    if let Event::RunStarted(run) = &mut events[0] {
        run.id = "other".to_owned();
        run.seed += 1;
    }
    assert_eq!(
        first(&events)["partialFingerprints"],
        result["partialFingerprints"]
    );
    for event in &mut events {
        if let Event::RunStarted(run) = event {
            run.scenarios
                .iter_mut()
                .for_each(|scenario| scenario.place = None);
        }
    }
    let place = first(&events)["locations"][0]["physicalLocation"].clone();
    assert_eq!(place["artifactLocation"]["uri"], "record.jsonl");
}

#[test]
fn the_times_of_a_call_add_up() {
    for (name, events) in runs::all() {
        for entry in read("har", &events)["log"]["entries"].as_array().unwrap() {
            let part = |name: &str| entry["timings"][name].as_f64().unwrap().max(0.0);
            let sum = part("connect") + part("send") + part("wait") + part("receive");
            let whole = entry["time"].as_f64().unwrap();
            assert!(
                (sum - whole).abs() < 1e-6,
                "{name}: {sum} instead of {whole}"
            );
        }
    }
    assert!(
        draw("har", &runs::hostile()).contains("onerror"),
        "{HOSTILE}"
    );
}
