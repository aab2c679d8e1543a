//! Where the access key comes from.

use std::path::PathBuf;

use clap::Args;

#[derive(Clone, Default, Args)]
#[group(multiple = false)]
pub(crate) struct KeyArgs {
    /// Reads the access key from this environment variable (default: GALLERIA_KEY)
    #[arg(long, value_name = "NAME")]
    pub(crate) key_env: Option<String>,
    /// Reads the access key from this file; a line end behind it is left out
    #[arg(long, value_name = "PATH")]
    pub(crate) key_file: Option<PathBuf>,
    /// The access key itself, as the seller console shows it (by eu-v2: in Base64); other users of this machine may see it in the process list
    #[arg(long, value_name = "KEY")]
    pub(crate) key: Option<String>,
}

impl std::fmt::Debug for KeyArgs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeyArgs")
            .field("key_env", &self.key_env)
            .field("key_file", &self.key_file)
            .finish_non_exhaustive()
    }
}
