//! `galleria rehearse`: what the marketplace does around a delivery, in seconds.

use std::fmt::Write as _;

use galleria_reports::lang::say;
use galleria_scenarios::rehearsal::{Timeline, TimelineSink, What, clock_face};
use galleria_scenarios::run::{Plan, Seat};
use galleria_scenarios::verdict::ExitCode;

use super::check::{self, Staging};
use super::messages::DEFAULT_FOLDER;
use crate::args::RehearseArgs;
use crate::error::CliError;
use crate::output::Terminal;
use crate::settings::{self, rehearsal};

/// Plays the rehearsal as a check plays its catalog.
pub(super) fn rehearse(args: &RehearseArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    if args.check.safe {
        return Err(CliError::usage(
            "a rehearsal buys: --safe is for checks of a seller in production",
        ));
    }
    let plan = plan(args)?;
    let seat = settings::seat(&args.check, &plan.profile)?;
    let timeline = TimelineSink::default();
    let sink = timeline.clone();
    check::play(
        &args.check,
        &plan,
        seat,
        terminal,
        Staging {
            seat: Box::new(|seat: &mut Seat| {
                seat.stage = rehearsal::stage(args, &seat.clock, terminal.is_quiet());
            }),
            command: None,
            starts_seller: args.start_cmd.is_some(),
            sinks: vec![Box::new(sink)],
            messages: Some(DEFAULT_FOLDER.into()),
            told: Box::new(move || in_words(&timeline.timeline())),
        },
    )
}

/// The plan: one scenario after the other, for a seller that is down is so for all of them.
fn plan(args: &RehearseArgs) -> Result<Plan, CliError> {
    let own = !args.check.scenario.is_empty() || args.check.scenarios.is_some();
    let mut plan = settings::plan_of(&args.check, |profile, billing| {
        if own {
            settings::scenarios(&args.check, profile, billing)
        } else {
            Ok(settings::Chosen {
                scenarios: rehearsal::scenarios(args, profile, billing)?,
                part: true,
            })
        }
    })?;
    if plan.jobs.is_some_and(|jobs| jobs > 1) {
        return Err(CliError::usage(
            "a rehearsal is played one scenario after the other: leave --jobs out",
        ));
    }
    plan.jobs = Some(1);
    plan.rehearsal = true;
    if args.check.rule.is_empty() && !own {
        let scene = rehearsal::activity(args, &plan.profile, plan.billing)?;
        plan.rules.retain(|rule| rehearsal::judges(rule.id, scene));
    }
    Ok(plan)
}

/// The timeline for people.
fn in_words(timeline: &Timeline) -> String {
    let mut text = String::new();
    for entry in timeline.entries() {
        let _ = writeln!(text, "{}  {}", entry.scenario, say(entry.title));
        for what in &entry.happened {
            let _ = writeln!(text, "{}", line(what));
        }
        let buyer = format!("buyer  {}", entry.buyer);
        let _ = writeln!(text, "   {}\n", say(&buyer));
    }
    text
}

fn line(what: &What<'_>) -> String {
    let at = clock_face(what.happened.at());
    let told = told(what);
    format!("{at:>8}  {}", say(&told))
}

fn told(what: &What<'_>) -> String {
    let Some(call) = what.call else {
        return what.happened.what.to_string();
    };
    let came = galleria_reports::came_of(call);
    let instance = call
        .answered_instance()
        .filter(|_| call.is_accepted() || call.is_pending())
        .map_or_else(String::new, |id| format!(", instance {id}"));
    let (id, activity) = (call.id, &call.intent.activity);
    format!("call {id} {activity}: {came}{instance}")
}
