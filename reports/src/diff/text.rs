//! The difference for people.

use super::{Change, Changed, Diff};
use crate::lang::say;
use crate::report::Standing;
use crate::terminal::{Ink, Screen, TerminalStyle, padded};
use crate::words::{counted, place};

/// How many new mistakes of a rule are told where no more is asked for.
const MOST: usize = 3;

/// The difference as text for a terminal.
pub fn text(diff: &Diff, style: TerminalStyle) -> String {
    let mut screen = Screen::new(style);
    for (run, verdict) in [("before", &diff.verdicts.0), ("now", &diff.verdicts.1)] {
        screen.wrapped(&format!("{}  ", padded(&say(run), 6)), verdict);
    }
    for difference in &diff.differences {
        screen.wrapped("  ", difference);
    }
    for change in Change::ALL {
        section(&mut screen, diff, change);
    }
    screen.empty_line();
    let figures: Vec<_> = Change::ALL
        .into_iter()
        .filter_map(|change| {
            let count = diff.of(change).count();
            (count > 0).then(|| say(&format!("{count} {}", word(change))).into_owned())
        })
        .collect();
    let verdict = if figures.is_empty() {
        say("no rule changed, and none fails").into_owned()
    } else {
        let rules = counted(diff.rules.len(), "rule");
        format!("{rules}: {}", figures.join(", "))
    };
    screen.line(&verdict);
    screen.into_text()
}

fn section(screen: &mut Screen, diff: &Diff, change: Change) {
    if diff.of(change).next().is_none() {
        return;
    }
    let (ink, remark) = match change {
        Change::Broke => (Ink::Bad, ""),
        Change::Worse => (Ink::Bad, "(failed before, with further mistakes now)"),
        Change::StillFails => (Ink::Doubtful, ""),
        Change::Mended => (Ink::Good, ""),
        Change::LostSight => (Ink::Doubtful, "(judged before, not judged now)"),
        Change::NewlyJudged => (Ink::Faint, "(not judged before, does not fail)"),
    };
    screen.heading(word(change), remark);
    for rule in diff.of(change) {
        let id = screen.ink(ink, &screen.safe(&rule.id));
        let name = screen.safe(&rule.name);
        screen.line(&format!("  {id} {name} ({})", standings(rule)));
        if change == Change::LostSight {
            screen.wrapped("      ", rule.reason.as_deref().unwrap_or_default());
        }
        if matches!(change, Change::Broke | Change::Worse) {
            mistakes(screen, rule);
        }
    }
}

fn mistakes(screen: &mut Screen, rule: &Changed) {
    let most = if screen.style.verbose > 0 {
        usize::MAX
    } else {
        MOST
    };
    for finding in rule.new.iter().take(most) {
        let told = format!(
            "{} > {}: {}",
            finding.scenario,
            say(&format!("step {}, {}", finding.step, place(finding))),
            finding.explanation
        );
        screen.wrapped("      ", &told);
    }
    if rule.new.len() > most {
        let more = format!("and {} more (-v)", rule.new.len() - most);
        screen.line(&format!("      {}", say(&more)));
    }
}

fn standings(rule: &Changed) -> String {
    let word = |standing: Option<Standing>| standing.map_or("not in the run", Standing::word);
    let (before, after) = (word(rule.before), word(rule.after));
    let told = if before == after {
        before.to_owned()
    } else {
        format!("{before}, now {after}")
    };
    say(&told).into_owned()
}

fn word(change: Change) -> &'static str {
    match change {
        Change::Broke => "broke",
        Change::Worse => "worse",
        Change::StillFails => "still failing",
        Change::Mended => "mended",
        Change::LostSight => "out of sight",
        Change::NewlyJudged => "newly judged",
    }
}
