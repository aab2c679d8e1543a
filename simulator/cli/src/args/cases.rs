//! `galleria cases`.

use clap::{Args, Subcommand};

use super::caller::FolderArgs;

#[derive(Debug, Args)]
pub(crate) struct CasesArgs {
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
    #[command(subcommand)]
    pub(crate) command: CasesCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CasesCommand {
    /// Lists the saved cases
    List {
        /// Prints one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Prints a case
    Show {
        /// Its name
        name: String,
    },
    /// Removes cases
    Remove {
        /// Their names
        #[arg(required = true)]
        names: Vec<String>,
    },
    /// Makes a case of a call that was pasted, such as the seller centre's request command
    Import(ImportArgs),
    /// Tells which cases a product lacks before it can be published
    Readiness(ReadinessArgs),
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  galleria cases import 'http://isv.example/produceAPI?activity=releaseInstance&instanceId=...'
  pbpaste | galleria cases import --name upgrade --profile cn-v2

Nothing that is made anew at each call (time, nonce, token, signature, business id) is kept.")]
pub(crate) struct ImportArgs {
    /// The call: a curl command, an address or a query; `-` or nothing reads standard input
    #[arg(value_name = "CALL")]
    pub(crate) call: Option<String>,
    /// The name of the case (by default made of version, scene and what tells it from others)
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// The rule book (default: cn-v1 for a call without a body, cn-v2 for one with)
    #[arg(long, env = "GALLERIA_PROFILE", value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// The billing mode, where the call does not tell it
    #[arg(
        long,
        env = "GALLERIA_BILLING",
        default_value = "period",
        value_name = "MODE"
    )]
    pub(crate) billing: String,
    /// Writes over a case of that name
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Exit codes: 0 nothing is missing in the modes that --billing names (or none is named), 1 something is, 2 a \
setting is wrong.")]
pub(crate) struct ReadinessArgs {
    /// The rule book
    #[arg(
        long,
        env = "GALLERIA_PROFILE",
        default_value = "cn-v1",
        value_name = "NAME"
    )]
    pub(crate) profile: String,
    /// The billing modes of the product; without it every mode is shown
    #[arg(
        long,
        env = "GALLERIA_BILLING",
        value_delimiter = ',',
        value_name = "MODE,..."
    )]
    pub(crate) billing: Vec<String>,
    /// Prints one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}
