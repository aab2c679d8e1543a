//! The rules without a judgement, with the reason; and every rule where that is asked for.

use super::screen::{Screen, padded};
use super::style::Ink;
use crate::lang::say;
use crate::report::{Concluded, RuleReport, Standing};
use crate::words::counted;

/// How many rules with one reason are named unasked.
const MOST: usize = 12;

pub(super) fn write(screen: &mut Screen, concluded: &Concluded) {
    reasons(
        screen,
        concluded,
        Standing::Known,
        "Known failures",
        "(excused)",
    );
    stale(screen, concluded);
    reasons(
        screen,
        concluded,
        Standing::Unobserved,
        "Unobserved",
        "(neither held nor failed)",
    );
    if screen.style.verbose > 0 {
        reasons(
            screen,
            concluded,
            Standing::NotApplicable,
            "Not applicable",
            "",
        );
        held(screen, concluded);
    }
}

/// A line a reason with the rules that share it.
fn reasons(
    screen: &mut Screen,
    concluded: &Concluded,
    wanted: Standing,
    title: &str,
    remark: &str,
) {
    let mut shared: Vec<(&str, Vec<String>)> = Vec::new();
    for rule in concluded.standing(wanted) {
        let mut reason = rule.judged.reason.as_deref().unwrap_or_default();
        if screen.style.verbose == 0 {
            reason = in_short(reason, concluded);
        }
        match shared.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, rules)) => rules.push(named(rule)),
            None => shared.push((reason, vec![named(rule)])),
        }
    }
    if shared.is_empty() {
        return;
    }
    screen.heading(title, remark);
    let brief = screen.style.verbose == 0;
    for (reason, rules) in shared {
        if brief && rules.len() > MOST {
            let count = counted(rules.len(), "rule");
            screen.wrapped("  ", &format!("{count}; -v names them"));
        } else {
            screen.listed("  ", &rules);
        }
        screen.wrapped("    ", reason);
    }
}

/// What was not played for the end of the run has that for its one reason; which calls each rule
/// misses is told where more is asked for.
fn in_short<'a>(reason: &'a str, concluded: &'a Concluded) -> &'a str {
    match &concluded.stopped {
        Some(stopped) if reason.ends_with(stopped.as_str()) => stopped,
        _ => reason,
    }
}

fn stale(screen: &mut Screen, concluded: &Concluded) {
    let lapses = concluded.lapses();
    if lapses.is_empty() {
        return;
    }
    screen.heading("Stale known failures", "(take them off the list)");
    for (_, told) in lapses {
        screen.wrapped("  ", &told);
    }
}

fn held(screen: &mut Screen, concluded: &Concluded) {
    if concluded.standing(Standing::Held).next().is_none() {
        return;
    }
    screen.heading("Held", "");
    for rule in concluded.standing(Standing::Held) {
        let id = screen.ink(Ink::Good, rule.id());
        let name = padded(rule.name(), 34);
        screen.line(&format!(
            "  {id} {name} {}",
            say(&format!("looked at {}", rule.judged.looked_at))
        ));
    }
}

fn named(rule: &RuleReport) -> String {
    format!("{} {}", rule.id(), rule.name())
}
