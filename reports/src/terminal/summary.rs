//! What the run came to.

use galleria_scenarios::verdict::RunVerdict;

use super::screen::Screen;
use super::style::Ink;
use crate::lang::say;
use crate::report::{Concluded, RunReport, Standing};
use crate::words::{counted, duration};

pub(super) fn write(screen: &mut Screen, report: &RunReport, concluded: &Concluded) {
    screen.empty_line();
    if let Some(reason) = &concluded.stopped {
        screen.wrapped("", &format!("Not everything was played: {reason}"));
    }
    let ink = match concluded.verdict {
        RunVerdict::Pass => Ink::Good,
        RunVerdict::Fail | RunVerdict::Unreachable => Ink::Bad,
        RunVerdict::NothingJudged | RunVerdict::Interrupted => Ink::Doubtful,
    };
    let word = screen.ink(ink, &concluded.word().to_uppercase());
    screen.line(&format!("{word}: {}", concluded.headline()));
    screen.wrapped("", &rules(concluded));
    let calls = report.exchanges().len();
    let took = format!("in {}", duration(report.elapsed()));
    screen.line(&format!(
        "{}, {} {}",
        counted(report.scenarios.len(), "scenario"),
        counted(calls, "call"),
        say(&took)
    ));
    if let Some(life) = &report.life_cycle {
        screen.line(&say(&life.to_string()));
    }
    let call_backs = report.call_backs().count();
    if call_backs > 0 {
        let told = format!(
            "{} of the open APIs by the seller",
            counted(call_backs, "call")
        );
        screen.wrapped("", &told);
    }
}

/// How many rules stand where; those that nobody is in are left out.
fn rules(concluded: &Concluded) -> String {
    let standings = [
        (Standing::Held, "held"),
        (Standing::Failed, "failed"),
        (Standing::Noted, "noted"),
        (Standing::Known, "known to fail"),
        (Standing::Stale, "stale on the list of known failures"),
        (Standing::Unobserved, "unobserved"),
        (Standing::NotApplicable, "not applicable"),
    ];
    let figures = standings.into_iter().filter_map(|(standing, word)| {
        let count = concluded.standing(standing).count();
        (count > 0).then(|| say(&format!("{count} {word}")).into_owned())
    });
    let figures: Vec<_> = figures.collect();
    format!(
        "{}: {}",
        counted(concluded.rules.len(), "rule"),
        figures.join(", ")
    )
}
