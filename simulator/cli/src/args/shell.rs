//! `galleria completions` and `galleria man`.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

const EXAMPLES: &str = "\
Examples:
  galleria completions bash > ~/.local/share/bash-completion/completions/galleria
  galleria completions zsh > \"${fpath[1]}/_galleria\"
  galleria completions fish > ~/.config/fish/completions/galleria.fish";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// The folder, which is made where it is not there
    #[arg(long, value_name = "DIR", default_value = "man")]
    pub(crate) out: PathBuf,
}
