//! `galleria login-test`: the login of kit accounts, tried as a browser tries it.

use galleria_scenarios::login::{self, LoginTrouble};
use galleria_scenarios::verdict::ExitCode;

use super::interrupt::signal;
use super::{runtime, trial};
use crate::args::LoginTestArgs;
use crate::error::CliError;
use crate::output::{Reports, Terminal, complain};
use crate::settings;

pub(super) fn login_test(args: &LoginTestArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let reports = Reports::asked(&args.outcome.report, args.outcome.report_dir.as_deref())?;
    reports.refuse_collisions(None)?;
    let (played, begun, records, took) = runtime()?.block_on(async {
        let (settings, begun) = settings::login_test(args)?;
        let records = reports.create()?;
        let clock = settings.clock.clone();
        let played = tokio::select! {
            biased;
            () = signal() => None,
            played = login::login_test(settings) => Some(played),
        };
        Ok::<_, CliError>((played, begun, records, clock.elapsed()))
    })?;
    let report = match played {
        None => {
            complain("interrupted: nothing is judged");
            return Ok(ExitCode::Interrupted);
        }
        Some(Err(trouble)) => return told(&trouble),
        Some(Ok(report)) => report,
    };
    let fail_on = begun.fail_on;
    let events = login::events(begun, &report, took);
    trial::conclude(
        &report,
        &events,
        (records, &reports),
        args.outcome.json,
        terminal,
    )?;
    Ok(report.exit_code(fail_on))
}

fn told(trouble: &LoginTrouble) -> Result<ExitCode, CliError> {
    complain(&trouble.to_string());
    match trouble {
        LoginTrouble::Unreachable(_) | LoginTrouble::NoLogin(_) => Ok(ExitCode::Unreachable),
        LoginTrouble::NotAccepted { .. } => Ok(ExitCode::NothingJudged),
        LoginTrouble::Centre(_) => Err(CliError::usage(
            "a login test opens ports of 127.0.0.1 and encrypts with the seller's public key",
        )),
    }
}
