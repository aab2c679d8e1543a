//! Whom the commands call that are no check.

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Limits, Target, TlsSettings, network};
use galleria_protocol::Key;
use galleria_scenarios::caller::Caller;
use galleria_scenarios::profile::Profile;
use galleria_scenarios::run::Seat;

use super::key::key_of_site;
use super::random;
use super::seat::{refuse_strange_host, trusting};
use crate::args::{AllowArgs, CallerArgs};
use crate::error::CliError;

/// A seller at an address, checked before anything is called.
#[derive(Debug)]
pub(crate) struct Callee {
    /// The production address.
    pub(crate) target: Target,
    /// The access key.
    pub(crate) key: Key,
    tls: TlsSettings,
}

/// Checks what the user says of the seller.
pub(crate) fn callee(args: &CallerArgs, url: &str, profile: &Profile) -> Result<Callee, CliError> {
    Ok(Callee {
        target: Target::parse(url)?,
        key: key_of_site(&args.key, profile)?,
        tls: trusting(&args.way.cacert, args.way.insecure),
    })
}

impl Callee {
    /// Refuses a host that is neither this machine nor allowed by name.
    pub(crate) fn known_to(self, allowed: &AllowArgs) -> Result<Self, CliError> {
        refuse_strange_host(&allowed.allow_target, &self.target, |host| {
            format!("{host} is not this machine; if it is yours, add --allow-target {host}")
        })?;
        Ok(self)
    }

    /// Takes the seat of a run. Must be called inside the runtime.
    pub(crate) fn sit(self, args: &CallerArgs) -> Result<Seat, CliError> {
        let clock = Clock::system();
        Ok(Seat {
            desk: None,
            kit: None,
            notices: None,
            dial: network(&self.target, args.way.resolve, &self.tls, &clock)?,
            called: self.target.address().to_owned(),
            target: self.target,
            key: self.key,
            clock,
            probe: None,
            activator: None,
            stage: None,
        })
    }

    /// Makes single calls outside a run. Must be called inside the runtime.
    pub(crate) fn caller(self, args: &CallerArgs, profile: &Profile) -> Result<Caller, CliError> {
        let clock = Clock::system();
        let dial = network(&self.target, args.way.resolve, &self.tls, &clock)?;
        let limits = Limits {
            answer: args.timeout.unwrap_or(profile.limits.answer),
            ..Limits::default()
        };
        let (target, key, seed) = (&self.target, self.key, random::seed()?);
        Ok(Caller::new(profile, target, dial, key, clock, limits, seed))
    }
}
