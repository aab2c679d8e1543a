//! `galleria cases import`: a case out of a call that was pasted.

use galleria_protocol::Params;
use galleria_protocol::params::Reading;
use galleria_scenarios::cases::{self, Store};
use galleria_scenarios::profile;
use galleria_scenarios::verdict::ExitCode;
use serde_json::{Map, Value};

use super::super::toolbox::source::argument;
use crate::args::ImportArgs;
use crate::error::CliError;
use crate::output::{Terminal, note, warn};
use crate::pasted::{self, Request};
use crate::settings::billing_named;

pub(super) fn import(
    store: &Store,
    args: &ImportArgs,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let billing = billing_named(&args.billing)?;
    let pasted = argument(args.call.as_deref())?;
    let call = if pasted.trim_start().starts_with("curl") {
        pasted::of_curl(&pasted)?
    } else {
        pasted::of_text(&pasted)?
    };
    let named = match (&args.profile, &call.body) {
        (Some(named), _) => named.as_str(),
        (None, Some(_)) => "cn-v2",
        (None, None) => "cn-v1",
    };
    let profile = profile::open(named)?;
    let imported = cases::import(&profile, billing, &content(&call)?).map_err(CliError::usage)?;
    let mut case = imported.case;
    named.clone_into(&mut case.profile);
    for word in &imported.notes {
        warn(word);
    }
    let scene = profile.called(case.activity);
    for name in case.parameters.keys() {
        if let Some(word) = cases::unknown(&profile, scene, name) {
            warn(&word);
        }
    }
    let name = args.name.clone().unwrap_or_else(|| case.name(&profile));
    let path = store.save(&name, &case, &profile, args.force)?;
    if !terminal.is_quiet() {
        note(&format!("saved: {}", path.display()));
    }
    Ok(ExitCode::Held)
}

/// The parameters of a call, or the members of its body.
fn content(call: &Request) -> Result<Params, CliError> {
    let Some(body) = &call.body else {
        return Ok(Params::parse(&call.query, Reading::BlankAsPlus));
    };
    let members: Map<String, Value> = serde_json::from_slice(body)
        .map_err(|error| CliError::usage(format!("the call's body is no JSON object: {error}")))?;
    let text = |value| match value {
        Value::String(text) => text,
        other => other.to_string(),
    };
    Ok(members
        .into_iter()
        .map(|(name, value)| (name, text(value)))
        .collect())
}
