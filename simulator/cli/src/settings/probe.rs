//! What counts the effects of calls.

use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::TlsSettings;
use galleria_scenarios::effect::{AddressTemplate, CommandProbe, EffectProbe};

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
    let Some(given) = &args.effect_probe else {
        return Ok(None);
    };
    if given.trim().is_empty() {
        return Err(CliError::usage(
            "--effect-probe is empty: give a command or an address",
        ));
    }
    if !given.starts_with("http://") && !given.starts_with("https://") {
        // The key is not the command's business.
        let hidden = args.key.key_env.iter().cloned().collect();
        return Ok(Some(ProbeSettings::Command(CommandProbe::new(
            given, hidden,
        ))));
    }
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
