//! The keys of the kit, from the places that the user named.

use std::path::Path;

use galleria_marketplace::kit::KitSettings;
use galleria_protocol::kit::secret::{PrivateKey, PublicKey};
use galleria_protocol::{Api, Key};
use galleria_scenarios::profile::Profile;
use galleria_seller::kit::KitConfig;

use super::key::{from_file, kept, typed};
use crate::args::{CheckArgs, KitArgs, KitKeyArgs, KitSellerArgs};
use crate::error::CliError;

/// The name in `--with` that stands for the kit.
pub(crate) const KIT: &str = "kit";

const VARIABLE: &str = "GALLERIA_KIT_KEY";

/// What the key is called.
const KEY: &str = "kit's access key";

/// Whether the user wants the kit played.
pub(crate) fn is_wanted(args: &CheckArgs) -> bool {
    args.with.iter().any(|name| name == KIT)
}

/// The keys for a seller at an address, where the kit is wanted.
pub(super) fn kit(
    args: &CheckArgs,
    profile: &Profile,
    base_key: &Key,
) -> Result<Option<KitSettings>, CliError> {
    if !is_wanted(args) {
        refuse_unused(args)?;
        return Ok(None);
    }
    needed(&args.kit, profile, base_key, "--with kit").map(Some)
}

/// The keys for a seller at an address; `what` needs them.
pub(super) fn needed(
    args: &KitArgs,
    profile: &Profile,
    base_key: &Key,
    what: &str,
) -> Result<KitSettings, CliError> {
    let key = match (found(&args.key)?, profile.api) {
        (Some(key), _) => key,
        (None, Api::V1) => base_key.clone(),
        (None, Api::V2) => {
            return Err(CliError::usage(format!(
                "{what} needs the kit's access key, which V2 has beside that of the base \
                 interfaces: set {VARIABLE}, or give --kit-key-env NAME or --kit-key-file PATH"
            )));
        }
    };
    let file = args.kit_public_key.as_deref().ok_or_else(|| {
        CliError::usage(format!(
            "{what} needs the seller's public key, with which clientSecret is encrypted: \
             --kit-public-key FILE (RSA of at least 3072 bits, in PEM)"
        ))
    })?;
    Ok(KitSettings {
        v1: key.clone(),
        v2: key,
        base_key: base_key.clone(),
        public_key: public_key(file)?,
        hash: args.oaep.kit_oaep_hash,
    })
}

/// The kit's keys are given and nobody uses them: most likely `--with kit` was forgotten.
fn refuse_unused(args: &CheckArgs) -> Result<(), CliError> {
    refuse(
        args,
        "a key of the kit is given, but the kit is not checked: add --with kit",
    )
}

/// An embedded seller has keys of its own.
pub(super) fn refuse_keys(args: &CheckArgs) -> Result<(), CliError> {
    refuse(
        args,
        "a key of the kit is given but no --url: the embedded seller has its own",
    )
}

/// Refuses a key of the kit, in these words.
fn refuse(args: &CheckArgs, why: &str) -> Result<(), CliError> {
    let given = &args.kit;
    let key = given.key.kit_key_env.is_some() || given.key.kit_key_file.is_some();
    if key || given.kit_public_key.is_some() {
        return Err(CliError::usage(why));
    }
    Ok(())
}

/// The kit of the reference seller.
pub(crate) fn kit_of_seller(args: &KitSellerArgs, key: &Key) -> Result<KitConfig, CliError> {
    let mut kit = KitConfig::new(key.clone());
    if let Some(own) = found(&args.key)? {
        kit = kit.under(own);
    }
    if let Some(path) = &args.kit_private_key {
        let text = from_file(path)?;
        kit.private_key = PrivateKey::from_pem(&text).map_err(|error| unusable(path, &error))?;
    }
    kit.hash = args.oaep.kit_oaep_hash;
    Ok(kit)
}

fn public_key(path: &Path) -> Result<PublicKey, CliError> {
    let text = from_file(path)?;
    PublicKey::from_text(&text).map_err(|error| unusable(path, &error))
}

fn unusable(path: &Path, error: &impl std::fmt::Display) -> CliError {
    CliError::usage(format!("{}: {error}", path.display()))
}

/// The access key, where one is given.
fn found(args: &KitKeyArgs) -> Result<Option<Key>, CliError> {
    let file = args.kit_key_file.as_deref();
    let kept = kept(file, args.kit_key_env.as_deref(), "--kit-key-env", VARIABLE)?;
    let typed = |(text, from): (String, String)| typed(&text, KEY, &from).map(Key::new);
    kept.map(typed).transpose()
}
