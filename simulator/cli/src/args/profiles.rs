//! `galleria profiles`.

use clap::{Args, Subcommand, ValueEnum};

use super::listing::ListFormat;

const NAMES: &str = "\
A profile is named as `galleria profiles` lists it, or by the path of a file of your own: anything with a \
slash, or that ends in .toml. `galleria schema profile` tells every key of such a file; start from one \
that `galleria profiles show NAME --format toml` prints.

Examples:
  galleria profiles show intl-v1
      the tables, codes and contradictions of the international site
  galleria profiles diff cn-v1 intl-v1
      where the two sites differ, with the source of each fact
  galleria profiles diff cn-v2 eu-v2
      the same for access guide V2.0
  galleria check --profile ./mine.toml
      a check by a rule book of your own";

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, after_help = NAMES)]
pub(crate) struct ProfilesArgs {
    /// How to print the list
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
    #[command(subcommand)]
    pub(crate) what: Option<ProfilesCommand>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ProfilesCommand {
    /// Shows what a profile holds: tables, codes, retries, contradictions between pages
    Show(ShowArgs),
    /// Tells every fact in which two profiles differ, with both values and their sources
    Diff(DiffArgs),
}

#[derive(Debug, Args)]
#[command(after_help = NAMES)]
pub(crate) struct ShowArgs {
    /// The profile: a name or a path
    #[arg(value_name = "PROFILE")]
    pub(crate) profile: String,
    /// Shows these scenes alone (may be given again)
    #[arg(long, value_name = "ACTIVITY")]
    pub(crate) scene: Vec<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = ShowFormat::Text)]
    pub(crate) format: ShowFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    /// Tables for people
    Text,
    /// A JSON object: the tables with the common rows in each scene
    Json,
    /// The file itself: what a profile of your own starts from
    Toml,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Sources and the dates of pages are told beside facts that differ; on their own they are no difference. \
The exit code is 0 whether or not the profiles differ; with --exit-code it is 1 where they do, as git \
diff has it.")]
pub(crate) struct DiffArgs {
    /// The first profile: a name or a path
    #[arg(value_name = "A")]
    pub(crate) a: String,
    /// The second profile: a name or a path
    #[arg(value_name = "B")]
    pub(crate) b: String,
    /// Ends with 1 where the profiles differ
    #[arg(long)]
    pub(crate) exit_code: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
}
