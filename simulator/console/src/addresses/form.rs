//! The form of an address.

use galleria_marketplace::delivery::Target;
use galleria_protocol::Api;
use galleria_scenarios::Billing;
use galleria_scenarios::profile::{self, Profile};
use serde::Deserialize;

use crate::app::App;
use crate::play::{may_call, refusal, restored};
use crate::store::{ACCESS_KEY, Address, Further, KeyAt};

/// The longest name, in characters.
const LONGEST: usize = 60;
/// What the names of variables with keys begin with: no other secret of the environment is of use here.
const VARIABLES: &str = "GALLERIA_";

/// What was entered.
#[derive(Clone, Default, Deserialize)]
pub(crate) struct Entered {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) profile: String,
    pub(crate) billing: String,
    /// The access key itself. It is never shown again.
    #[serde(default)]
    pub(crate) key: String,
    #[serde(default)]
    pub(crate) key_variable: String,
    /// The access key of the kit. It is never shown again.
    #[serde(default)]
    pub(crate) kit_key: String,
    #[serde(default)]
    pub(crate) kit_key_variable: String,
    /// The seller's public key, with which `clientSecret` is encrypted.
    #[serde(default)]
    pub(crate) kit_public_key: String,
    /// The hash of its OAEP.
    #[serde(default)]
    pub(crate) kit_oaep_hash: String,
    /// Certificates of further authorities, in PEM.
    #[serde(default)]
    pub(crate) authorities: String,
    /// The registered login address.
    #[serde(default)]
    pub(crate) login_url: String,
}

/// What was entered, understood.
#[derive(Debug)]
pub(super) struct Understood {
    pub(super) name: String,
    pub(super) url: String,
    pub(super) profile: String,
    pub(super) billing: Billing,
    /// Absent where the key stays as it is.
    pub(super) key: Option<KeyAt>,
    pub(super) further: Further,
    pub(super) api: Api,
}

impl Entered {
    /// The form of an address that is kept.
    pub(super) fn of(address: &Address) -> Self {
        Self {
            name: address.name.clone(),
            url: address.url.clone(),
            profile: address.profile.clone(),
            billing: address.billing.name().to_owned(),
            key_variable: address.key.variable().unwrap_or_default().to_owned(),
            ..Self::default()
        }
        .with_further(&address.further)
    }

    /// Understands it, or says what is wrong.
    pub(super) fn understood(&self, app: &App) -> Result<Understood, String> {
        let name = self.name.trim();
        if name.is_empty() || name.chars().count() > LONGEST {
            return Err(format!(
                "Give the address a name of up to {LONGEST} characters."
            ));
        }
        let target = Target::parse(self.url.trim()).map_err(|error| error.to_string())?;
        if !may_call(app, &target) {
            return Err(refusal(&target));
        }
        let book = profile::find(&self.profile).map_err(|error| error.to_string())?;
        Ok(Understood {
            name: name.to_owned(),
            url: self.url.trim().to_owned(),
            billing: billing(&self.billing, &book)?,
            key: place(app, &book, &self.key, &self.key_variable, ACCESS_KEY)?,
            further: self.further(app, &book)?,
            api: book.api,
            profile: book.id,
        })
    }
}

/// Where a key is that was entered, or named by its variable; absent where neither was.
pub(super) fn place(
    app: &App,
    book: &Profile,
    key: &str,
    variable: &str,
    about: &str,
) -> Result<Option<KeyAt>, String> {
    let (key, variable) = (key.trim(), variable.trim());
    match (key.is_empty(), variable.is_empty()) {
        (true, true) => Ok(None),
        (false, false) => {
            Err("Enter the access key or name its environment variable, not both.".to_owned())
        }
        (true, false) if variable.starts_with(VARIABLES) => {
            Ok(Some(KeyAt::Variable(variable.to_owned())))
        }
        (true, false) => Err(format!(
            "The console reads keys from variables alone whose names begin with {VARIABLES}, such as {VARIABLES}KEY."
        )),
        (false, true) => {
            restored(book, key)?;
            let sealed = app.store.seal.seal(key, about);
            let sealed = sealed.map_err(|error| error.to_string())?;
            Ok(Some(KeyAt::Sealed(sealed)))
        }
    }
}

fn billing(name: &str, book: &Profile) -> Result<Billing, String> {
    let known = Billing::from_name(name).filter(|mode| book.billing.contains_key(mode));
    known.ok_or_else(|| {
        let sold: Vec<&str> = book.billing.keys().map(|mode| mode.name()).collect();
        format!(
            "Profile {} has no products billed `{name}` (it has: {}).",
            book.id,
            sold.join(", ")
        )
    })
}
