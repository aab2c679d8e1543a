//! What an address has beside its access key: the keys of the kit, which are a class of their own, and the
//! authorities that TLS trusts there.

use galleria_marketplace::delivery::Target;
use galleria_protocol::Api;
use galleria_protocol::kit::secret::{OaepHash, PublicKey};
use galleria_scenarios::profile::Profile;
use url::Url;

use super::form::{Entered, place};
use crate::app::App;
use crate::play::{authorities, may_call, refusal};
use crate::store::{Further, KIT_KEY, KeyAt, Kit};

impl Entered {
    /// What was entered of it; keys that stay as they are, are absent.
    pub(super) fn further(&self, app: &App, book: &Profile) -> Result<Further, String> {
        let trusted = self.authorities.trim();
        if !trusted.is_empty() {
            authorities(trusted)?;
        }
        Ok(Further {
            login: self.login(app)?,
            kit: self.kit(app, book)?,
            authorities: Some(trusted.to_owned()).filter(|text| !text.is_empty()),
        })
    }

    /// The login address: codes are sent there alone where calls may go.
    fn login(&self, app: &App) -> Result<Option<String>, String> {
        let text = self.login_url.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let wrong = |why: &str| format!("The login address cannot be used: {why}");
        let url = Url::parse(text).map_err(|error| wrong(&error.to_string()))?;
        if url.fragment().is_some() || !url.username().is_empty() || url.password().is_some() {
            return Err(wrong("it has a fragment or a user"));
        }
        let target = Target::parse(&url.origin().ascii_serialization());
        let target = target.map_err(|error| wrong(&error.to_string()))?;
        if !may_call(app, &target) {
            return Err(refusal(&target));
        }
        Ok(Some(text.to_owned()))
    }

    fn kit(&self, app: &App, book: &Profile) -> Result<Option<Kit>, String> {
        let key = place(app, book, &self.kit_key, &self.kit_key_variable, KIT_KEY)?;
        let public_key = self.kit_public_key.trim();
        if public_key.is_empty() {
            return match key {
                None => Ok(None),
                Some(_) => Err("The kit needs the seller's public key too, with which clientSecret is encrypted.".to_owned()),
            };
        }
        PublicKey::from_text(public_key)
            .map_err(|error| format!("The public key of the kit cannot be used: {error}"))?;
        let hash = match self.kit_oaep_hash.trim() {
            "" => OaepHash::default(),
            name => OaepHash::from_name(name).ok_or_else(|| {
                let known = OaepHash::ALL.map(OaepHash::name).join(", ");
                format!("There is no hash `{name}` for OAEP (known: {known}).")
            })?,
        };
        Ok(Some(Kit {
            key,
            public_key: public_key.to_owned(),
            hash,
        }))
    }

    /// Fills in what is kept.
    pub(super) fn with_further(self, further: &Further) -> Self {
        let kit = further.kit.as_ref();
        Self {
            kit_key_variable: kit
                .and_then(|kit| kit.key.as_ref().and_then(KeyAt::variable))
                .unwrap_or_default()
                .to_owned(),
            kit_public_key: kit.map_or_else(String::new, |kit| kit.public_key.clone()),
            kit_oaep_hash: kit.map_or_else(String::new, |kit| kit.hash.name().to_owned()),
            authorities: further.authorities.clone().unwrap_or_default(),
            login_url: further.login.clone().unwrap_or_default(),
            ..self
        }
    }

    /// The public key as the form shows it again: a private one that was pasted by mistake is not.
    pub(super) fn shown_public_key(&self) -> &str {
        if self.kit_public_key.contains("PRIVATE") {
            ""
        } else {
            &self.kit_public_key
        }
    }

    /// Whether anything of it is there.
    pub(super) fn has_further(&self) -> bool {
        [
            &self.kit_key,
            &self.kit_key_variable,
            &self.kit_public_key,
            &self.authorities,
            &self.login_url,
        ]
        .iter()
        .any(|text| !text.is_empty())
    }
}

/// With the keys that were kept before where none was entered.
///
/// # Errors
/// Where V2's kit is without its key: it has one of its own [kit §1.1].
pub(super) fn whole(
    mut further: Further,
    before: Option<&Further>,
    api: Api,
) -> Result<Further, String> {
    let Some(kit) = &mut further.kit else {
        return Ok(further);
    };
    if kit.key.is_none() {
        kit.key = before.and_then(|before| before.kit.as_ref()?.key.clone());
    }
    if kit.key.is_none() && api == Api::V2 {
        return Err(
            "V2's kit has an access key of its own: enter it, or name its environment variable."
                .to_owned(),
        );
    }
    Ok(further)
}
