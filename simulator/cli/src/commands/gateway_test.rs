//! `galleria gateway-test`: a backend of agents, called as the marketplace's gateway calls it.

use galleria_scenarios::gateway;
use galleria_scenarios::verdict::ExitCode;

use super::trial::tried;
use crate::args::GatewayTestArgs;
use crate::error::CliError;
use crate::output::{Terminal, complain};
use crate::settings;

pub(super) fn gateway_test(
    args: &GatewayTestArgs,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let prepare = || {
        let (settings, begun) = settings::gateway_test(args)?;
        let clock = settings.clock.clone();
        Ok((gateway::gateway_test(settings), begun, clock))
    };
    tried(
        &args.outcome,
        terminal,
        prepare,
        gateway::events,
        |trouble| {
            complain(&trouble.to_string());
            Ok(ExitCode::Unreachable)
        },
    )
}
