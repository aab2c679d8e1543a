//! What counts the effects of calls.

use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::TlsSettings;
use galleria_scenarios::effect::{AddressTemplate, CommandProbe, EffectProbe};

use super::own::{Own, own};
use super::seat::refuse_strange_host;
use crate::args::CheckArgs;
use crate::error::CliError;

/// What the user named to count with, checked before anything is created or called.
#[derive(Debug)]
pub(crate) enum ProbeSettings {
    /// A command line.
    Command(CommandProbe),
    /// An address.
    Address(AddressTemplate),
}

/// Reads `--effect-probe`.
pub(crate) fn probe(args: &CheckArgs) -> Result<Option<ProbeSettings>, CliError> {
    let empty = "--effect-probe is empty: give a command or an address";
    let given = match own(args.effect_probe.as_ref(), args, empty)? {
        None => return Ok(None),
        Some(Own::Command(line, hidden)) => {
            let command = CommandProbe::new(line, hidden);
            return Ok(Some(ProbeSettings::Command(command)));
        }
        Some(Own::Address(given)) => given,
    };
    let probe =
        AddressTemplate::parse(given).map_err(|error| CliError::usage(error.to_string()))?;
    refuse_strange_host(&args.network.allow_target, probe.target(), |host| {
        format!(
            "the effect probe asks {host}, which is not this machine; if it is yours, add \
             --allow-target {host}"
        )
    })?;
    Ok(Some(ProbeSettings::Address(probe)))
}

impl ProbeSettings {
    /// The probe ready to count. Must be called inside the runtime.
    pub(crate) fn ready(
        self,
        tls: &TlsSettings,
        clock: &Clock,
    ) -> Result<Arc<dyn EffectProbe>, CliError> {
        Ok(match self {
            Self::Command(probe) => Arc::new(probe),
            Self::Address(template) => Arc::new(template.probe(tls, clock)?),
        })
    }
}
