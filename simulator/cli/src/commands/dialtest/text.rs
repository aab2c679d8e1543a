//! A dial test for people.

use std::fmt::Write as _;

use galleria_reports::lang::{Lang, say};
use galleria_scenarios::dial_test::{CaseOutcome, FAILING_DAYS, Length, Pattern, SessionOutcome};
use galleria_scenarios::platform_message::Language;
use galleria_scenarios::verdict::{ExitCode, Verdict};

use super::{Told, began};
use crate::output::column;

/// So many failing calls are told one by one.
const TOLD: usize = 8;

pub(super) fn render(told: &Told<'_>) -> String {
    let mut text = format!(
        "galleria dialtest {}\nprofile {}, {}, seed {}\n\nCASES\n",
        told.target,
        told.profile.id,
        length(told),
        told.seed
    );
    cases(&mut text, told);
    failures(&mut text, told);
    if let Length::Days(_) = told.length {
        calendar(&mut text, told);
    }
    rules(&mut text, told);
    if let Some(stopped) = told.stopped {
        let (begun, all) = (told.test.sessions.len(), told.sessions);
        let _ = writeln!(text, "\nStopped in session {begun} of {all}: {stopped}");
    }
    let _ = writeln!(text, "\n{}", verdict(told));
    text.push_str("\nReports:\n");
    for file in &told.files {
        let _ = writeln!(text, "  {file}");
    }
    text
}

fn length(told: &Told<'_>) -> String {
    let cases = match told.cases.len() {
        1 => "1 case".to_owned(),
        count => format!("{count} cases"),
    };
    match told.length {
        Length::Once => format!("{cases} once"),
        Length::Rounds(rounds) => format!("{cases}, {rounds} rounds in random order"),
        Length::Days(days) => {
            format!("{cases}, {days} days, mornings and afternoons in random order")
        }
    }
}

fn cases(text: &mut String, told: &Told<'_>) {
    let width = told
        .cases
        .iter()
        .map(|saved| saved.name.len())
        .max()
        .unwrap_or(0);
    for (saved, outcome) in told.cases.iter().zip(&told.test.cases) {
        let mark = match (outcome.calls, outcome.failed) {
            (0, _) => "-",
            (_, 0) => "ok",
            _ => "FAIL",
        };
        let CaseOutcome { calls, failed, .. } = outcome;
        let passed = calls - failed;
        let why = match outcome.pattern {
            Pattern::Passes => String::new(),
            _ => format!("  {}", say(&in_words(outcome.pattern, told))),
        };
        let (mark, name) = (column(mark, 4), &saved.name);
        let passed = format!("{passed} of {calls} calls passed");
        let _ = writeln!(text, "  {mark}  {name:<width$}  {}{why}", say(&passed));
    }
}

/// What a pattern means, with the names of the cases.
pub(super) fn in_words(pattern: Pattern, told: &Told<'_>) -> String {
    let name = |case: usize| {
        told.cases
            .get(case)
            .map_or("?", |saved| saved.name.as_str())
    };
    pattern.in_words(name)
}

fn failures(text: &mut String, told: &Told<'_>) {
    let failed = |session: &SessionOutcome| {
        let title = session.session.title();
        let calls = session
            .calls
            .iter()
            .filter(|call| call.stopped.is_some())
            .cloned();
        calls.map(|call| (title.clone(), call)).collect::<Vec<_>>()
    };
    let all: Vec<_> = told.test.sessions.iter().flat_map(failed).collect();
    if all.is_empty() {
        return;
    }
    let languages: &[Language] = match Lang::spoken() {
        Lang::Zh => &[Language::Zh],
        Lang::En => &[Language::Zh, Language::En],
    };
    text.push_str("\nFAILED CALLS\n");
    for (title, call) in all.iter().take(TOLD) {
        let name = told
            .cases
            .get(call.case)
            .map_or("?", |saved| saved.name.as_str());
        let _ = writeln!(text, "  {title}: {name} (call {})", call.exchange);
        let stopped = call.stopped.iter();
        for said in stopped.flat_map(|stop| languages.iter().map(|lang| stop.said(*lang))) {
            let _ = writeln!(text, "    {}", said.unwrap_or_default());
        }
    }
    if all.len() > TOLD {
        let _ = writeln!(
            text,
            "  and {} more; --json and the reports have them all",
            all.len() - TOLD
        );
    }
}

fn calendar(text: &mut String, told: &Told<'_>) {
    text.push_str("\nDAYS (morning and afternoon; . passes, F fails)\n");
    for (session, failed) in began(told.test) {
        let Some((day, half)) = session.day else {
            continue;
        };
        let first = half == galleria_scenarios::dial_test::Half::Morning;
        if first {
            let gap = if day % 10 == 1 {
                format!("{}  {day:>3} ", if day > 1 { "\n" } else { "" })
            } else {
                String::new()
            };
            let _ = write!(text, "{gap} ");
        }
        text.push(if failed { 'F' } else { '.' });
    }
    text.push('\n');
    if let Some(day) = told.test.hidden_on {
        let first = day + 1 - FAILING_DAYS;
        let _ = writeln!(
            text,
            "  On day {day} trading would be frozen and the product hidden: days {first} to {day} failed, {FAILING_DAYS} in a row."
        );
    } else {
        let failed = told.test.days.iter().filter(|failed| **failed).count();
        let _ = writeln!(
            text,
            "  The product would stay on sale: {failed} of {} days failed, never {FAILING_DAYS} in a row.",
            told.test.days.len()
        );
    }
}

/// The rules that failed, which the reports tell in full.
fn rules(text: &mut String, told: &Told<'_>) {
    let failed: Vec<_> = told
        .outcome
        .conclusion
        .rules
        .iter()
        .filter(|rule| rule.verdict == Verdict::Fail)
        .collect();
    if failed.is_empty() {
        return;
    }
    text.push_str("\nRULES THAT FAILED (galleria explain ID)\n");
    for verdict in failed {
        let first = verdict.findings.first();
        let (id, name) = (&verdict.rule.id, &verdict.rule.name);
        let _ = writeln!(text, "  {id} {name}, {} times", verdict.findings.len());
        if let Some(finding) = first {
            let call = format!("call {}", finding.exchange);
            let _ = writeln!(text, "    {}: {}", say(&call), say(&finding.explanation));
            let _ = writeln!(text, "    {}  {}", say("fix"), say(&finding.fix));
        }
    }
}

fn verdict(told: &Told<'_>) -> String {
    let failed: usize = told.test.cases.iter().map(|case| case.failed).sum();
    let calls: usize = told.test.cases.iter().map(|case| case.calls).sum();
    match told.exit {
        ExitCode::Held => format!("PASS: all {calls} calls passed"),
        ExitCode::Interrupted => {
            format!("INTERRUPTED: {failed} of {calls} calls failed until then")
        }
        ExitCode::Unreachable => "UNREACHABLE: no call reached the seller".to_owned(),
        ExitCode::Failed if failed == 0 => {
            "FAIL: a rule failed, though the platform's checks passed".to_owned()
        }
        ExitCode::Failed if told.length == Length::Once => format!(
            "FAIL: {failed} of {calls} calls failed; {FAILING_DAYS} days in a row of that hide the product"
        ),
        ExitCode::Failed => format!("FAIL: {failed} of {calls} calls failed"),
        _ => format!("NOT DONE: {failed} of {calls} calls failed"),
    }
}
