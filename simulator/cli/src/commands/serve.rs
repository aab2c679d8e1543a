//! `galleria serve`: the console.

use std::net::Ipv4Addr;

use galleria_console::{Console, ConsoleError, Settings, Token};
use galleria_marketplace::clock::Clock;
use galleria_scenarios::verdict::ExitCode;

use super::interrupt::signal;
use super::runtime;
use crate::args::ServeArgs;
use crate::error::CliError;
use crate::output::Terminal;
use crate::settings;

pub(super) fn serve(args: &ServeArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let token = args.token_env.as_deref().map(token).transpose()?;
    let open_api = match args.open_api {
        Some(at) => Some((at, settings::credentials(&args.access)?)),
        None => None,
    };
    runtime()?.block_on(async {
        let settings = Settings {
            token,
            hosts: args.host.clone(),
            allowed: args.allow.allow_target.clone(),
            tls: settings::trusting(&args.cacert, false),
            file: args.file.clone(),
            cases: args.folder.cases.clone(),
            messages: args.messages.clone(),
            open_api,
            identity: (Ipv4Addr::LOCALHOST, args.identity_port).into(),
            clock: Clock::system(),
        };
        let console = Console::bind(args.listen, settings).await.map_err(unable)?;
        let address = console.local_addr().map_err(unable)?;
        terminal.print_said(&format!("the console listens on http://{address}\n"))?;
        console.run_until(signal).await.map_err(unable)?;
        Ok(ExitCode::Held)
    })
}

/// The token in an environment variable.
fn token(name: &str) -> Result<Token, CliError> {
    let text = settings::from_env(name, "--token-env")?;
    Token::new(&text).map_err(|error| CliError::usage(format!("{name}: {error}")))
}

fn unable(error: ConsoleError) -> CliError {
    match error {
        ConsoleError::Broken(reason) => CliError::System {
            what: "the listening socket",
            reason,
        },
        other => CliError::usage(other.to_string()),
    }
}
