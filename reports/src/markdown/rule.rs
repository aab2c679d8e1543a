//! What is told of rules and scenarios.

use std::fmt::Write as _;

use galleria_scenarios::event::RunStarted;

use super::text::{block, code, plain};
use crate::lang::say;
use crate::report::{Concluded, Kind, RuleReport, RunReport};
use crate::words::{counted, place, rule_page, visible};

/// How many mistakes of one rule are told whole.
const MOST: usize = 5;

/// A rule that found something, with a link to its page where the book is published.
pub(super) fn section(rule: &RuleReport, run: Option<&RunStarted>) -> String {
    let id = match rule_page(rule, run) {
        Some(page) => format!("[{}]({page})", plain(rule.id())),
        None => plain(rule.id()),
    };
    let kinds = rule.kinds();
    let mut text = format!(
        "\n### {id} {} ({})\n\n",
        plain(rule.name()),
        say(rule.force().name())
    );
    if let Some(summary) = rule.summary() {
        let _ = writeln!(text, "{}\n", visible(&summary));
    }
    if let Some(reason) = &rule.judged.reason {
        let _ = writeln!(text, "{}\n", plain(reason));
    }
    for kind in kinds.iter().take(MOST) {
        mistake(&mut text, kind);
    }
    if kinds.len() > MOST {
        let more = counted(kinds.len() - MOST, "further mistake");
        let more = format!("And {more} of this rule.");
        let _ = writeln!(text, "{}\n", say(&more));
    }
    text
}

fn mistake(text: &mut String, kind: &Kind<'_>) {
    let finding = kind.first;
    let call = finding.call().map_or_else(String::new, |call| {
        format!(", {}", say(&format!("call {call}")))
    });
    let _ = writeln!(
        text,
        "**{}, {}{call}**: {}\n",
        plain(&finding.scenario),
        say(&format!("step {}", finding.step)),
        plain(&finding.explanation)
    );
    let cause = finding.cause.as_deref();
    let told = |text: &str| (finding.call().is_some() || !text.is_empty()).then(|| code(text));
    let rows = [
        ("where", Some(code(&place(finding)))),
        ("expected", told(&finding.expected)),
        ("actual", told(&finding.actual)),
        ("cause", cause.map(code)),
        ("fix", Some(plain(&finding.fix))),
    ];
    for (name, value) in rows {
        if let Some(value) = value {
            let _ = writeln!(text, "- {}: {value}", say(name));
        }
    }
    if !kind.others.is_empty() {
        let more = format!("and {} more like it", kind.others.len());
        let _ = writeln!(text, "- {}", say(&more));
    }
    if finding.curl.is_empty() {
        return;
    }
    let _ = writeln!(
        text,
        "\n<details><summary>{}</summary>\n\n{}\n</details>\n",
        say("Reproduce"),
        block("sh", &finding.curl)
    );
}

/// Rules with the reason why there is no judgement; nothing where there are none.
pub(super) fn list<'a>(title: &str, rules: impl Iterator<Item = &'a RuleReport>) -> Option<String> {
    let mut text = String::new();
    for rule in rules {
        let reason = rule.judged.reason.as_deref().unwrap_or_default();
        let _ = writeln!(
            text,
            "- {} {}: {}",
            plain(rule.id()),
            plain(rule.name()),
            plain(reason)
        );
    }
    (!text.is_empty()).then(|| format!("\n## {}\n\n{text}", say(title)))
}

/// The scenarios as a table behind a fold.
pub(super) fn scenarios(report: &RunReport, concluded: &Concluded) -> Option<String> {
    if report.scenarios.is_empty() {
        return None;
    }
    let mut text = format!(
        "\n<details><summary>{}</summary>\n\n| {} | {} | {} |\n|---|---:|---|\n",
        counted(report.scenarios.len(), "scenario"),
        say("scenario"),
        say("calls"),
        say("findings of")
    );
    for scenario in &report.scenarios {
        let found: Vec<&str> = concluded
            .found_in_scenario(&scenario.id)
            .map(RuleReport::id)
            .collect();
        let _ = writeln!(
            text,
            "| {} | {} | {} |",
            plain(&scenario.id),
            scenario.exchanges().count(),
            plain(&found.join(" "))
        );
    }
    text.push_str("\n</details>\n");
    Some(text)
}
