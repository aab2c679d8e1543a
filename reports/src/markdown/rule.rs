//! What is told of rules and scenarios.

use std::fmt::Write as _;

use galleria_scenarios::event::RunStarted;

use super::text::{block, code, plain};
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
    let mut text = format!("\n### {id} {} ({})\n\n", plain(rule.name()), rule.force());
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
        let _ = writeln!(text, "And {more} of this rule.\n");
    }
    text
}

fn mistake(text: &mut String, kind: &Kind<'_>) {
    let finding = kind.first;
    let _ = writeln!(
        text,
        "**{}, step {}, call {}**: {}\n",
        plain(&finding.scenario),
        finding.step,
        finding.exchange,
        plain(&finding.explanation)
    );
    let _ = writeln!(text, "- where: {}", code(place(finding)));
    let _ = writeln!(text, "- expected: {}", code(&finding.expected));
    let _ = writeln!(text, "- actual: {}", code(&finding.actual));
    if let Some(cause) = &finding.cause {
        let _ = writeln!(text, "- cause: {}", code(cause));
    }
    let _ = writeln!(text, "- fix: {}", plain(&finding.fix));
    if !kind.others.is_empty() {
        let _ = writeln!(text, "- and {} more like it", kind.others.len());
    }
    let _ = writeln!(
        text,
        "\n<details><summary>Reproduce</summary>\n\n{}\n</details>\n",
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
    (!text.is_empty()).then(|| format!("\n## {title}\n\n{text}"))
}

/// The scenarios as a table behind a fold.
pub(super) fn scenarios(report: &RunReport, concluded: &Concluded) -> Option<String> {
    if report.scenarios.is_empty() {
        return None;
    }
    let mut text = format!(
        "\n<details><summary>{}</summary>\n\n| scenario | calls | findings of |\n|---|---:|---|\n",
        counted(report.scenarios.len(), "scenario")
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
