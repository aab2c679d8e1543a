//! Whom a command calls that is no check.

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Limits, Target, TlsSettings, network};
use galleria_scenarios::caller::Caller;
use galleria_scenarios::profile::Profile;

use super::key::key_of_site;
use super::random;
use super::seat::refuse_strange_host;
use crate::args::CallerArgs;
use crate::error::CliError;

/// The caller, with everything checked that can be before a call. Must be called inside the runtime.
pub(crate) fn caller(args: &CallerArgs, url: &str, profile: &Profile) -> Result<Caller, CliError> {
    let target = Target::parse(url)?;
    refuse_strange_host(&args.allow_target, &target, |host| {
        format!("{host} is not this machine; if it is yours, add --allow-target {host}")
    })?;
    let key = key_of_site(&args.key, profile)?;
    let tls = TlsSettings {
        ca_files: args.cacert.clone(),
        insecure: args.insecure,
        authorities: Vec::new(),
    };
    let clock = Clock::system();
    let dial = network(&target, args.resolve, &tls, &clock)?;
    let limits = Limits {
        answer: args.timeout.unwrap_or(profile.limits.answer),
        ..Limits::default()
    };
    let seed = random::seed()?;
    Ok(Caller::new(
        profile, &target, dial, key, clock, limits, seed,
    ))
}
