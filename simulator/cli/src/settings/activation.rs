//! What enters licence codes into the seller's software.

use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::TlsSettings;
use galleria_scenarios::activation::{ActivationCommand, ActivationTemplate, Activator};

use super::own::{Own, own};
use super::seat::refuse_strange_host;
use crate::args::CheckArgs;
use crate::error::CliError;

/// What the user named to activate with, checked before anything is created or called.
#[derive(Debug)]
pub(crate) enum ActivationSettings {
    /// A command line.
    Command(ActivationCommand),
    /// An address.
    Address(ActivationTemplate),
}

/// Reads `--activate`.
pub(crate) fn activation(args: &CheckArgs) -> Result<Option<ActivationSettings>, CliError> {
    let empty = "--activate is empty: give a command or an address";
    let given = match own(args.activate.as_ref(), args, empty)? {
        None => return Ok(None),
        Some(Own::Command(line, hidden)) => {
            let command = ActivationCommand::new(line, hidden);
            return Ok(Some(ActivationSettings::Command(command)));
        }
        Some(Own::Address(given)) => given,
    };
    let template =
        ActivationTemplate::parse(given).map_err(|error| CliError::usage(error.to_string()))?;
    refuse_strange_host(&args.network.allow_target, template.target(), |host| {
        format!(
            "licence codes are entered at {host}, which is not this machine; if it is yours, add \
             --allow-target {host}"
        )
    })?;
    Ok(Some(ActivationSettings::Address(template)))
}

impl ActivationSettings {
    /// The activator ready to be used. Must be called inside the runtime.
    pub(crate) fn ready(
        self,
        tls: &TlsSettings,
        clock: &Clock,
    ) -> Result<Arc<dyn Activator>, CliError> {
        Ok(match self {
            Self::Command(command) => Arc::new(command),
            Self::Address(template) => Arc::new(template.activator(tls, clock)?),
        })
    }
}
