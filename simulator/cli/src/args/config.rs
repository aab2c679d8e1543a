//! `galleria config`.

use clap::Args;

use super::check::CheckArgs;
use super::listing::ListFormat;

const EXAMPLES: &str = "\
Examples:
  galleria config
      every setting of `galleria check`, with its place in galleria.toml, its variable, or `default`
  galleria config --target staging --format json
      those of a target, for programs

The access key is never printed.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ConfigArgs {
    #[command(flatten)]
    pub(crate) check: CheckArgs,
    /// How to print them
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
}
