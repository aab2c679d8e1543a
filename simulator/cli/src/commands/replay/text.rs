//! A replay for people.

use std::fmt::Write as _;

use galleria_reports::{on_one_line, step_in_words};
use galleria_scenarios::fuzz::replay::Replayed;

use super::files::Saved;

pub(super) fn render(
    saved: &Saved,
    replayed: &Replayed,
    removed: bool,
    unreachable: bool,
) -> String {
    let (path, crash) = (saved.path.display(), &saved.crash);
    if unreachable {
        return format!("{path}: the seller could not be reached\n");
    }
    let (failed, of) = replayed.failed;
    let mut text = format!("{} {path}\n", replayed.verdict.name());
    let _ = writeln!(
        text,
        "  it was saved for {} in step {}, {}; {failed} of {of} plays failed now",
        crash.rule, crash.step, crash.place
    );
    for (number, step) in (1..).zip(&crash.scenario.steps) {
        let _ = writeln!(
            text,
            "    {number}. {}",
            step_in_words(&crash.scenario, step)
        );
    }
    if let Some(failure) = replayed.failures.first() {
        let finding = &failure.finding;
        let _ = writeln!(
            text,
            "  {} fails in step {}, {}: expected {}, actual {}\n  {}",
            failure.rule,
            finding.step,
            finding.place,
            on_one_line(&finding.expected),
            on_one_line(&finding.actual),
            finding.explanation
        );
    }
    match &replayed.differing {
        Some((step, was, is)) => {
            let _ = writeln!(
                text,
                "  step {step} was answered `{was}` and is answered `{is}` now"
            );
        }
        None => text.push_str("  every answer is as it was\n"),
    }
    if removed {
        text.push_str("  the file is removed; --keep would have left it\n");
    }
    text
}
