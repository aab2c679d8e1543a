//! Whom the console may call, and how.

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Target, TlsError, TlsSettings, network};
use galleria_protocol::Key;
use galleria_scenarios::profile::Profile;
use galleria_scenarios::run::Seat;

use crate::app::App;
use crate::store::{ACCESS_KEY, Address, KeyAt};

/// A seller that may be called.
#[derive(Debug)]
pub(crate) struct Callee {
    pub(crate) target: Target,
    pub(crate) key: Key,
    tls: TlsSettings,
}

/// Whether the console may call a host. A console that others reach must not lead them to the inside, so
/// that even its own machine is called by name only.
pub(crate) fn may_call(app: &App, target: &Target) -> bool {
    let host = target.host();
    let mut allowed = app.settings.allowed.iter();
    let own = target.is_loopback() && app.settings.token.is_none();
    own || allowed.any(|allowed| allowed.eq_ignore_ascii_case(host))
}

/// Why a host is not called.
pub(crate) fn refusal(target: &Target) -> String {
    let host = target.host();
    format!(
        "The console may not call {host}. If it is yours, start the console with --allow-target {host}."
    )
}

impl Callee {
    /// The seller at an address.
    ///
    /// # Errors
    /// What is wrong with the address, for people.
    pub(crate) fn of(app: &App, address: &Address, profile: &Profile) -> Result<Self, String> {
        let target = Target::parse(&address.url).map_err(|error| error.to_string())?;
        if !may_call(app, &target) {
            return Err(refusal(&target));
        }
        let shown = match &address.key {
            KeyAt::Variable(name) => std::env::var(name).map_err(|_| {
                format!("The environment variable {name} is not set: start the console with it.")
            })?,
            KeyAt::Sealed(sealed) => {
                let opened = app.store.seal.open(sealed, ACCESS_KEY);
                opened.map_err(|error| error.to_string())?
            }
        };
        let key = profile.key.shown.restore(&shown).map_err(|reason| {
            format!("The access key cannot be decoded: {reason}. This profile takes it in Base64, as the seller console shows it.")
        })?;
        Ok(Self {
            target,
            key,
            tls: app.settings.tls.clone(),
        })
    }

    /// Takes the seat. Must be called inside a runtime.
    ///
    /// # Errors
    /// Where TLS cannot be set up.
    pub(crate) fn sit(self) -> Result<Seat, TlsError> {
        let clock = Clock::system();
        Ok(Seat {
            desk: None,
            kit: None,
            notices: None,
            dial: network(&self.target, None, &self.tls, &clock)?,
            called: self.target.address().to_owned(),
            target: self.target,
            key: self.key,
            clock,
            probe: None,
            activator: None,
            stage: None,
        })
    }
}
