//! What was checked or rehearsed, and under which conditions.

use galleria_scenarios::event::RunStarted;
use galleria_scenarios::trial::command_of;

use super::screen::Screen;
use super::style::Ink;
use crate::lang::say;

pub(super) fn write(screen: &mut Screen, run: &RunStarted) {
    let usual = if run.rehearsal { "rehearse" } else { "check" };
    let command = command_of(run).unwrap_or(usual);
    let target = screen.safe(&say(&run.target));
    let title = screen.ink(Ink::Strong, &format!("galleria {command} {target}"));
    screen.line(&title);
    let facts = format!(
        "profile {}, billing {}, seed {}, rule set {}, fails on {}",
        run.profile,
        run.billing,
        run.seed,
        run.rule_set,
        run.fail_on.name()
    );
    screen.wrapped("", &facts);
}
