//! `galleria replay`: saved failing histories once more.

mod files;
mod text;

use std::path::Path;

use galleria_scenarios::event::Stopped;
use galleria_scenarios::fuzz::crash::Crash;
use galleria_scenarios::fuzz::judge::Bench;
use galleria_scenarios::fuzz::replay::{Replayed, Verdict, replay as play_again};
use galleria_scenarios::run::{Stage, Stop};
use galleria_scenarios::scenario::write;
use galleria_scenarios::verdict::ExitCode;

use self::files::{Saved, saved};
use super::interrupt::stop_on_signals;
use super::runtime;
use crate::args::ReplayArgs;
use crate::error::CliError;
use crate::output::{Terminal, warn};
use crate::settings;

pub(super) fn replay(args: &ReplayArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let saved = saved(&args.files)?;
    if let Some(path) = &args.to_scenario {
        return keep_as_scenario(&saved, path, terminal);
    }
    let mut exit = ExitCode::Held;
    for one in &saved {
        let (replayed, unreachable, interrupted) = play(args, &one.crash)?;
        let removed =
            replayed.verdict == Verdict::Fixed && !args.keep && !unreachable && !interrupted;
        if removed {
            std::fs::remove_file(&one.path).map_err(|reason| CliError::Report {
                path: one.path.display().to_string(),
                reason,
            })?;
        }
        terminal.print_said(&text::render(one, &replayed, removed, unreachable))?;
        if interrupted {
            return Ok(ExitCode::Interrupted);
        }
        if unreachable {
            return Ok(ExitCode::Unreachable);
        }
        if replayed.verdict != Verdict::Fixed {
            exit = ExitCode::Failed;
        }
    }
    Ok(exit)
}

/// Plays one history; tells whether the seller was reached, and whether it was played to its end.
fn play(args: &ReplayArgs, crash: &Crash) -> Result<(Replayed, bool, bool), CliError> {
    let profile = args.profile.as_deref().unwrap_or(&crash.profile);
    let own = crash.scenario.billing.first().map(|mode| mode.name());
    let billing = args.opposite.billing.as_deref().or(own).unwrap_or("period");
    let check = args.opposite.check(profile, billing);
    let plan = settings::plan(&check)?;
    let known = crash
        .scenario
        .is_for(plan.profile.family, plan.profile.api, plan.billing);
    if !known {
        warn(&format!(
            "the history was found by {} and is played by {profile}, billed {billing}: calls that it does not have are left out",
            crash.profile
        ));
    }
    let seat = settings::seat(&check, &plan.profile)?;
    runtime()?.block_on(async {
        let seat = seat.sit(&check)?;
        let bench = Bench::new(&plan, &seat.target, seat.equipment());
        let stop = Stop::default();
        let _watch = stop_on_signals(&stop);
        let stage = Stage::new(&plan, seat, stop.clone(), 0);
        let replayed = play_again(&stage, &bench, crash, args.times).await;
        let unreached =
            |call: &galleria_scenarios::transcript::Exchange| call.ended.is_unreachable();
        let calls = &replayed.play.exchanges;
        let unreachable = !calls.is_empty() && calls.iter().all(unreached);
        let interrupted = stage.stopped() == Some(Stopped::Interrupted);
        Ok((replayed, unreachable, interrupted))
    })
}

/// Writes the one history as a scenario, under a name that is free.
fn keep_as_scenario(
    saved: &[Saved],
    path: &Path,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let [one] = saved else {
        return Err(CliError::usage(format!(
            "--to-scenario takes one history, and {} were named; name its file",
            saved.len()
        )));
    };
    if path.exists() {
        let path = path.display();
        return Err(CliError::usage(format!(
            "{path} exists already; choose another name, or remove it first"
        )));
    }
    let text = write(&one.crash.scenario, "");
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let made = folder.map_or(Ok(()), std::fs::create_dir_all);
    made.and_then(|()| std::fs::write(path, text))
        .map_err(|reason| CliError::Report {
            path: path.display().to_string(),
            reason,
        })?;
    let folder = folder.map_or_else(|| ".".to_owned(), |folder| folder.display().to_string());
    terminal.print_said(&format!(
        "{} is a scenario now; play it with: galleria check --scenarios {folder} --scenario {}\n",
        path.display(),
        path.file_stem().unwrap_or_default().display()
    ))?;
    Ok(ExitCode::Held)
}
