//! The kit of joint-operation products: its access key, and the key that secrets are encrypted with.

use std::path::PathBuf;

use clap::Args;
use galleria_protocol::kit::secret::OaepHash;

/// How `check` calls a seller over the kit.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Kit (--with kit)")]
pub(crate) struct KitArgs {
    #[command(flatten)]
    pub(crate) key: KitKeyArgs,
    /// The seller's public key, with which clientSecret is encrypted: RSA of at least 3072 bits, in PEM,
    /// or its Base64 alone
    #[arg(long, env = "GALLERIA_KIT_PUBLIC_KEY", value_name = "FILE")]
    pub(crate) kit_public_key: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) oaep: OaepArgs,
}

/// How the reference seller answers kit calls.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Kit")]
pub(crate) struct KitSellerArgs {
    #[command(flatten)]
    pub(crate) key: KitKeyArgs,
    /// Decrypts clientSecret with the RSA key in this PEM file; by default with a test key that protects
    /// nothing
    #[arg(long, value_name = "FILE")]
    pub(crate) kit_private_key: Option<PathBuf>,
    /// Writes the public half of the test key to this new file, for `check --kit-public-key`
    #[arg(long, value_name = "FILE", conflicts_with = "kit_private_key")]
    pub(crate) kit_public_key_out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) oaep: OaepArgs,
}

/// Where the kit's access key comes from.
#[derive(Debug, Default, Args)]
pub(crate) struct KitKeyArgs {
    /// Reads the kit's access key from this environment variable (default: GALLERIA_KIT_KEY); V2's kit has a
    /// key of its own, V1's that of the base interfaces where no other is given
    #[arg(long, value_name = "NAME", conflicts_with = "kit_key_file")]
    pub(crate) kit_key_env: Option<String>,
    /// Reads the kit's access key from this file; a line end behind it is left out
    #[arg(long, value_name = "PATH")]
    pub(crate) kit_key_file: Option<PathBuf>,
}

/// The hash of OAEP.
#[derive(Debug, Default, Args)]
pub(crate) struct OaepArgs {
    /// The hash of OAEP in which clientSecret is encrypted: sha256, sha1 or sha256-mgf1-sha1; no page of
    /// the vendor tells it
    #[arg(long, env = "GALLERIA_KIT_OAEP_HASH", value_name = "HASH", default_value = "sha256", value_parser = hash)]
    pub(crate) kit_oaep_hash: OaepHash,
}

fn hash(text: &str) -> Result<OaepHash, String> {
    OaepHash::from_name(text).ok_or_else(|| {
        let known = OaepHash::ALL.map(OaepHash::name);
        format!("write one of {}", known.join(", "))
    })
}
