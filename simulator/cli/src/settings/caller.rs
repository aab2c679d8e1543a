//! Whom the commands that call saved cases call.

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Target, TlsSettings, network};
use galleria_protocol::Key;
use galleria_scenarios::profile::Profile;
use galleria_scenarios::run::Seat;
use galleria_scenarios::{Billing, suggest};

use super::key::key_of_site;
use crate::args::CallerArgs;
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
pub(crate) fn callee(args: &CallerArgs, profile: &Profile) -> Result<Callee, CliError> {
    Ok(Callee {
        target: Target::parse(&args.url)?,
        key: key_of_site(&args.key, profile)?,
        tls: TlsSettings {
            ca_files: args.cacert.clone(),
            insecure: args.insecure,
            authorities: Vec::new(),
        },
    })
}

impl Callee {
    /// Takes the seat. Must be called inside the runtime.
    pub(crate) fn sit(self, args: &CallerArgs) -> Result<Seat, CliError> {
        let clock = Clock::system();
        Ok(Seat {
            desk: None,
            dial: network(&self.target, args.resolve, &self.tls, &clock)?,
            called: self.target.address().to_owned(),
            target: self.target,
            key: self.key,
            clock,
            probe: None,
        })
    }
}

/// The billing mode of that name.
pub(crate) fn billing_named(name: &str) -> Result<Billing, CliError> {
    Billing::from_name(name).ok_or_else(|| {
        let known = Billing::ALL.map(Billing::name);
        let hint = suggest::hint(name, known);
        let known = known.join(", ");
        CliError::usage(format!(
            "there is no billing mode `{name}`{hint} (known: {known})"
        ))
    })
}
