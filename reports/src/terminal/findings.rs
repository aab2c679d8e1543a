//! What was found: a block a rule.

use galleria_scenarios::rule::Finding;

use super::screen::{Screen, padded};
use super::style::Ink;
use crate::lang::say;
use crate::report::{Concluded, Kind, RuleReport, RunReport, Standing, StepReport};
use crate::words::counted;

/// The mistakes of a rule that are shown unless more are asked for.
const SHOWN: usize = 3;
/// The columns of a label.
const LABEL: usize = 9;
/// The further calls of a mistake that are named.
const NAMED: usize = 8;

pub(super) fn write(screen: &mut Screen, report: &RunReport, concluded: &Concluded) {
    if concluded.standing(Standing::Failed).next().is_some() {
        screen.heading("Failures", "");
    }
    for rule in concluded.standing(Standing::Failed) {
        block(screen, report, rule, Ink::Bad);
    }
    if concluded.standing(Standing::Noted).next().is_some() {
        screen.heading("Noted", "(does not fail the run)");
    }
    for rule in concluded.standing(Standing::Noted) {
        if screen.style.verbose > 0 {
            block(screen, report, rule, Ink::Doubtful);
        } else {
            in_short(screen, report, rule);
        }
    }
}

fn block(screen: &mut Screen, report: &RunReport, rule: &RuleReport, ink: Ink) {
    screen.empty_line();
    let id = screen.ink(ink, rule.id());
    let name = screen.ink(Ink::Strong, rule.name());
    screen.line(&format!("{id} {name} ({})", say(rule.force().name())));
    if let Some(summary) = rule.summary() {
        screen.wrapped("  ", &summary);
    }
    if let Some(reason) = &rule.judged.reason {
        screen.wrapped("  ", reason);
    }
    if screen.style.verbose > 0 {
        rule.findings()
            .iter()
            .for_each(|finding| write_finding(screen, report, finding));
        return;
    }
    let kinds = rule.kinds();
    for kind in kinds.iter().take(SHOWN) {
        write_finding(screen, report, kind.first);
        write_others(screen, kind);
    }
    let more = kinds.len().saturating_sub(SHOWN);
    if more > 0 {
        screen.empty_line();
        let more = format!(
            "and {} more (all of them with -v)",
            counted(more, "mistake")
        );
        screen.line(&format!("  {}", say(&more)));
    }
}

/// The calls that show the same.
fn write_others(screen: &mut Screen, kind: &Kind<'_>) {
    if kind.others.is_empty() {
        return;
    }
    let mut calls: Vec<_> = kind
        .others
        .iter()
        .take(NAMED)
        .map(|f| f.exchange.to_string())
        .collect();
    if kind.others.len() > NAMED {
        calls.push("...".to_owned());
    }
    let word = if kind.others.len() == 1 {
        "call"
    } else {
        "calls"
    };
    let (more, calls) = (kind.others.len(), calls.join(", "));
    screen.wrapped("    ", &format!("and {more} more like it ({word} {calls})"));
}

/// A rule and its first finding, for what is worth knowing and no more.
fn in_short(screen: &mut Screen, report: &RunReport, rule: &RuleReport) {
    let Some(first) = rule.findings().first() else {
        return;
    };
    let seen = counted(rule.findings().len(), "time");
    screen.line(&format!(
        "  {} {} ({}), {seen}",
        rule.id(),
        rule.name(),
        say(rule.force().name())
    ));
    screen.wrapped(
        "    ",
        &format!("{}: {}", place(report, first), first.explanation),
    );
}

fn write_finding(screen: &mut Screen, report: &RunReport, finding: &Finding) {
    screen.empty_line();
    let place = screen.safe(&place(report, finding));
    let place = screen.ink(Ink::Strong, &place);
    screen.line(&format!("  {place}"));
    screen.wrapped("    ", &finding.explanation);
    field(screen, "where", &finding.place);
    field(screen, "expected", &finding.expected);
    field(screen, "actual", &finding.actual);
    field(screen, "seller", &seller_says(report, finding));
    field(
        screen,
        "cause",
        finding.cause.as_deref().unwrap_or_default(),
    );
    field(screen, "fix", &finding.fix);
    if !finding.curl.is_empty() {
        screen.line(&format!("    {}", say("Reproduce with:")));
        let curl = screen.safe(&finding.curl);
        screen.line(&format!("      {curl}"));
    }
}

/// The seller's own words for a refusal, in quotation marks; empty where it accepted or said none.
fn seller_says(report: &RunReport, finding: &Finding) -> String {
    let exchange = report.exchange(finding.exchange);
    let refusal = exchange.filter(|one| one.refusal_code().is_some());
    let object = refusal.and_then(|one| one.response.as_ref()?.object());
    let said = object.and_then(|object| object.get("resultMsg")?.as_str());
    let said = said.map(str::trim).filter(|said| !said.is_empty());
    said.map_or_else(String::new, |said| {
        let cut: String = said.chars().take(LONGEST_WORDS).collect();
        let rest = if cut.len() < said.len() { "…" } else { "" };
        format!("\u{201c}{cut}{rest}\u{201d}")
    })
}

/// The most letters of a seller's words.
const LONGEST_WORDS: usize = 160;

/// Where a finding was made, such as `paid-life > step 2, send newInstance (call 7)`.
fn place(report: &RunReport, finding: &Finding) -> String {
    let Finding { scenario, step, .. } = finding;
    let title = report.step(scenario, *step).map(StepReport::title);
    let title = title.map_or_else(String::new, |title| format!(", {}", say(&title)));
    let step = format!("step {step}");
    let call = finding.call().map_or_else(String::new, |call| {
        format!(" ({})", say(&format!("call {call}")))
    });
    format!("{scenario} > {}{title}{call}", say(&step))
}

/// A labelled line; nothing where there is nothing to say.
fn field(screen: &mut Screen, label: &str, text: &str) {
    if !text.is_empty() {
        let label = screen.ink(Ink::Faint, &padded(&say(label), LABEL));
        screen.wrapped(&format!("    {label} "), text);
    }
}
