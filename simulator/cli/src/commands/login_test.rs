//! `galleria login-test`: the login of kit accounts, tried as a browser tries it.

use galleria_scenarios::login::{self, LoginTrouble};
use galleria_scenarios::verdict::ExitCode;

use super::trial::tried;
use crate::args::LoginTestArgs;
use crate::error::CliError;
use crate::output::{Terminal, complain};
use crate::settings;

pub(super) fn login_test(args: &LoginTestArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let prepare = || {
        let (settings, begun) = settings::login_test(args)?;
        let clock = settings.clock.clone();
        Ok((login::login_test(settings), begun, clock))
    };
    tried(&args.outcome, terminal, prepare, login::events, told)
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
