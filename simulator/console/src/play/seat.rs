//! Whom the console may call, and how.

use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Target, TlsError, TlsSettings, network};
use galleria_marketplace::kit::KitSettings;
use galleria_protocol::Key;
use galleria_protocol::kit::secret::PublicKey;
use galleria_scenarios::profile::Profile;
use galleria_scenarios::run::Seat;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject as _;

use crate::app::App;
use crate::store::{ACCESS_KEY, Address, KIT_KEY, KeyAt};

/// The key at a place.
fn opened(app: &App, place: &KeyAt, about: &str, profile: &Profile) -> Result<Key, String> {
    let shown = match place {
        KeyAt::Variable(name) => std::env::var(name).map_err(|_| {
            format!("The environment variable {name} is not set: start the console with it.")
        })?,
        KeyAt::Sealed(sealed) => {
            let opened = app.store.seal.open(sealed, about);
            opened.map_err(|error| error.to_string())?
        }
    };
    restored(profile, &shown)
}

/// The key out of the form in which the seller console shows it.
///
/// # Errors
/// Where it has another form.
pub(crate) fn restored(profile: &Profile, shown: &str) -> Result<Key, String> {
    profile.key.shown.restore(shown).map_err(|reason| {
        format!("The access key cannot be decoded: {reason}. This profile takes it in Base64, as the seller console shows it.")
    })
}

/// The certificates in a text.
///
/// # Errors
/// Where there is none, or one is broken.
pub(crate) fn authorities(text: &str) -> Result<Vec<CertificateDer<'static>>, String> {
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(text.as_bytes()).collect();
    match found {
        Ok(found) if !found.is_empty() => Ok(found),
        _ => Err("The authority must be a certificate in PEM, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.".to_owned()),
    }
}

/// A seller that may be called.
#[derive(Debug)]
pub(crate) struct Callee {
    pub(crate) target: Target,
    pub(crate) key: Key,
    /// Where it is called over the kit too.
    kit: Option<Arc<KitSettings>>,
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
        let mut tls = app.settings.tls.clone();
        if let Some(text) = &address.further.authorities {
            tls.authorities.extend(authorities(text)?);
        }
        Ok(Self {
            target,
            key: opened(app, &address.key, ACCESS_KEY, profile)?,
            kit: None,
            tls,
        })
    }

    /// The same seller, called over the kit too.
    ///
    /// # Errors
    /// What is wrong with the keys of the kit, for people.
    pub(crate) fn with_kit(
        self,
        app: &App,
        address: &Address,
        profile: &Profile,
    ) -> Result<Self, String> {
        let kit = address.further.kit.as_ref().ok_or_else(|| {
            "The address has no keys of the kit: change it and enter the seller's public key and the kit's access key.".to_owned()
        })?;
        let key = match &kit.key {
            Some(place) => opened(app, place, KIT_KEY, profile)?,
            // V1's kit shares the key [kit §1.1].
            None => self.key.clone(),
        };
        let public_key = PublicKey::from_text(&kit.public_key)
            .map_err(|error| format!("The public key of the kit cannot be used: {error}"))?;
        let settings = KitSettings {
            v1: key.clone(),
            v2: key,
            base_key: self.key.clone(),
            public_key,
            hash: kit.hash,
        };
        Ok(Self {
            kit: Some(Arc::new(settings)),
            ..self
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
            kit: self.kit,
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
