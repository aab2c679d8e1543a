//! The case that the command line asks for.

use std::path::Path;
use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_protocol::Key;
use galleria_scenarios::cases::{self, Case, Store, unfit};
use galleria_scenarios::profile::{self, Profile};
use galleria_scenarios::{Billing, debugging, suggest};

use crate::args::DebugArgs;
use crate::error::CliError;
use crate::settings::billing_named;

/// The rule book of a call, where nothing names one.
const DEFAULT: &str = "cn-v1";

/// The case, from its file or the form, with what `--set` and `--unset` change.
pub(super) fn case(args: &DebugArgs) -> Result<(Case, Arc<Profile>), CliError> {
    let from = args
        .from
        .as_deref()
        .map(|given| read(given, args))
        .transpose()?;
    let named = args
        .profile
        .clone()
        .or_else(|| from.as_ref().map(|case| case.profile.clone()));
    let named = named.unwrap_or_else(|| DEFAULT.to_owned());
    let profile = Arc::new(profile::open(&named)?);
    let billing = args.billing.as_deref().map(billing_named).transpose()?;
    let mut case = match from {
        Some(case) => same_scene(case, args, &profile)?,
        None => form(args, &profile, billing)?,
    };
    case.profile = named;
    case.billing = billing.unwrap_or(case.billing);
    change(&mut case, args)?;
    Ok((case, profile))
}

/// The case of a file, or a saved one by its name.
fn read(given: &str, args: &DebugArgs) -> Result<Case, CliError> {
    let path = Path::new(given);
    let ending = path.extension();
    if ending.is_none() && !path.exists() {
        return Ok(Store::new(&args.folder.cases).find(given)?.case);
    }
    let text = std::fs::read_to_string(path)
        .map_err(|error| CliError::usage(format!("{given}: the case cannot be read: {error}")))?;
    let is_json = ending.is_some_and(|ending| ending == "json");
    let read = if is_json {
        cases::read_json
    } else {
        cases::read
    };
    read(given, &text).map_err(|wrong| CliError::usage(wrong.to_string()))
}

/// A case of a file keeps its scene; another one on the command line is a mistake.
fn same_scene(case: Case, args: &DebugArgs, profile: &Profile) -> Result<Case, CliError> {
    let scene = profile.called(case.activity);
    let api = profile.family.name_of(profile.api, case.activity);
    if api.is_none() {
        let (id, name) = (&profile.id, case.activity);
        return Err(CliError::usage(format!(
            "profile {id} has no activity `{name}`, which the case is of"
        )));
    }
    match &args.activity {
        Some(given) if given != scene => Err(CliError::usage(format!(
            "the case is of {scene}, not of `{given}`; leave the activity out"
        ))),
        _ => Ok(case),
    }
}

fn form(args: &DebugArgs, profile: &Profile, billing: Option<Billing>) -> Result<Case, CliError> {
    let given = args.activity.as_deref().unwrap_or_default();
    let activity = profile.family.scene(profile.api, given).ok_or_else(|| {
        let known: Vec<&str> = profile
            .activities()
            .map(|one| profile.called(one))
            .collect();
        let hint = suggest::hint(given, known.iter().copied());
        let (id, known) = (&profile.id, known.join(", "));
        CliError::usage(format!(
            "profile {id} has no activity `{given}`{hint} (known: {known})"
        ))
    })?;
    if !profile.has_tests() {
        let (id, scene) = (&profile.id, profile.called(activity));
        return Err(CliError::usage(format!(
            "profile {id} has no test calls: {scene} carries no testFlag, so that its debug step would do business; use `galleria check --profile {id}`"
        )));
    }
    debugging::form(
        profile,
        billing.unwrap_or_default(),
        activity,
        &Clock::system(),
    )
    .map_err(|error| CliError::Bug(error.to_string()))
}

fn change(case: &mut Case, args: &DebugArgs) -> Result<(), CliError> {
    for given in &args.set {
        let (name, value) = given
            .split_once('=')
            .filter(|(name, _)| !name.is_empty())
            .ok_or_else(|| {
                CliError::usage(format!(
                    "--set `{given}`: write it as NAME=VALUE, such as orderId=CS1"
                ))
            })?;
        if let Some(told) = unfit(name, value) {
            return Err(CliError::usage(format!("--set {told}")));
        }
        case.without.remove(name);
        case.parameters.insert(name.to_owned(), value.to_owned());
        let mode = Billing::ALL
            .into_iter()
            .find(|mode| mode.charging_mode() == value);
        if let ("chargingMode", Some(mode)) = (name, mode) {
            case.billing = mode;
        }
    }
    for name in &args.unset {
        if let Some(told) = unfit(name, "") {
            return Err(CliError::usage(format!("--unset {told}")));
        }
        let there = case.parameters.remove(name).is_some();
        if name == "businessId" {
            case.without.insert(name.clone());
        } else if !there {
            let known = case.parameters.keys().map(String::as_str);
            let hint = suggest::hint(name, known);
            return Err(CliError::usage(format!(
                "--unset `{name}`: the form has no such value{hint}"
            )));
        }
    }
    Ok(())
}

/// A key among the values would be printed, and saved in a file that people read.
pub(super) fn refuse_the_key(case: &Case, key: &Key) -> Result<(), CliError> {
    let holds = |value: &&String| !key.expose().is_empty() && value.contains(key.expose());
    match case.parameters.iter().find(|(_, value)| holds(value)) {
        Some((name, _)) => Err(CliError::usage(format!(
            "the value of `{name}` holds the access key, which no call may show"
        ))),
        None => Ok(()),
    }
}
