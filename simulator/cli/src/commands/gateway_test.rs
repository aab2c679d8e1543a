//! `galleria gateway-test`: a backend of agents, called as the marketplace's gateway calls it.

use galleria_scenarios::gateway;
use galleria_scenarios::verdict::ExitCode;

use super::interrupt::signal;
use super::{runtime, trial};
use crate::args::GatewayTestArgs;
use crate::error::CliError;
use crate::output::{Reports, Terminal, complain};
use crate::settings;

pub(super) fn gateway_test(
    args: &GatewayTestArgs,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let outcome = &args.outcome;
    let reports = Reports::asked(&outcome.report, outcome.report_dir.as_deref())?;
    reports.refuse_collisions(None)?;
    let (played, begun, records, took) = runtime()?.block_on(async {
        let (settings, begun) = settings::gateway_test(args)?;
        let records = reports.create()?;
        let clock = settings.clock.clone();
        let played = tokio::select! {
            biased;
            () = signal() => None,
            played = gateway::gateway_test(settings) => Some(played),
        };
        Ok::<_, CliError>((played, begun, records, clock.elapsed()))
    })?;
    let report = match played {
        None => {
            complain("interrupted: nothing is judged");
            return Ok(ExitCode::Interrupted);
        }
        Some(Err(trouble)) => {
            complain(&trouble.to_string());
            return Ok(ExitCode::Unreachable);
        }
        Some(Ok(report)) => report,
    };
    let fail_on = begun.fail_on;
    let events = gateway::events(begun, &report, took);
    trial::conclude(
        &report,
        &events,
        (records, &reports),
        outcome.json,
        terminal,
    )?;
    Ok(report.exit_code(fail_on))
}
