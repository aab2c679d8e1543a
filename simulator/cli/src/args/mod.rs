//! The command line. Each command's arguments are a file of their own.

mod caller;
mod cases;
mod check;
mod config;
mod debug;
mod dialtest;
mod fuzz;
mod gate;
mod gateway_test;
mod goods;
mod init;
mod key;
mod kit;
mod language;
mod listing;
mod login_test;
mod messages;
mod network;
mod notices;
mod open_api;
mod opposite;
mod probe;
mod profiles;
mod rehearse;
mod replay;
mod report;
mod reports;
mod run;
mod self_check;
mod seller;
mod serve;
mod shell;
mod toolbox;
mod trial;
mod watch;

use clap::builder::styling::{AnsiColor, Effects, Styles};
use clap::{Args, Parser, Subcommand, ValueEnum};
use galleria_reports::lang::Lang;

pub(crate) use caller::{AllowArgs, CallerArgs};
pub(crate) use cases::{CasesArgs, CasesCommand, ImportArgs, ReadinessArgs};
pub(crate) use check::CheckArgs;
pub(crate) use config::ConfigArgs;
pub(crate) use debug::DebugArgs;
pub(crate) use dialtest::DialtestArgs;
pub(crate) use fuzz::FuzzArgs;
pub(crate) use gate::GateArgs;
pub(crate) use gateway_test::{FormName, GatewayTestArgs, MethodName};
pub(crate) use init::InitArgs;
pub(crate) use key::KeyArgs;
pub(crate) use kit::{KitArgs, KitKeyArgs, KitSellerArgs};
pub(crate) use language::{claps_own, end, in_language, wanted};
pub(crate) use listing::{
    CodeIn, ExplainArgs, ExplainFormat, ListArgs, ListFormat, RulesArgs, RulesFormat, SchemaArgs,
    SchemaOf,
};
pub(crate) use login_test::LoginTestArgs;
pub(crate) use messages::{MessagesArgs, MessagesCommand, ResendArgs};
pub(crate) use notices::{GenericKeyArgs, NoticeSellerArgs};
pub(crate) use open_api::{AccessArgs, OpenApiArgs};
pub(crate) use probe::ProbeArgs;
pub(crate) use profiles::{DiffArgs, ProfilesArgs, ProfilesCommand, ShowArgs, ShowFormat};
pub(crate) use rehearse::RehearseArgs;
pub(crate) use replay::ReplayArgs;
pub(crate) use report::{MergeArgs, ReportArgs, ReportCommand};
pub(crate) use reports::ReportsArgs;
pub(crate) use run::RunArgs;
pub(crate) use self_check::SelfCheckArgs;
pub(crate) use seller::SellerArgs;
pub(crate) use serve::ServeArgs;
pub(crate) use shell::{CompletionsArgs, ManArgs};
pub(crate) use toolbox::{
    ApiName, DecryptArgs, EncryptArgs, SignArgs, ToolArgs, ToolFormat, VerifyArgs,
};
pub(crate) use trial::TrialArgs;
pub(crate) use watch::CheckCommand;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().effects(Effects::BOLD))
    .usage(AnsiColor::Green.on_default().effects(Effects::BOLD))
    .literal(AnsiColor::Cyan.on_default());

/// Plays the Huawei Cloud marketplace (云商店, KooGallery) against a seller's production interface,
/// and says with evidence whether it would survive the debug step, the dial test and real orders.
#[derive(Debug, Parser)]
#[command(
    name = "galleria",
    version,
    styles = STYLES,
    arg_required_else_help = true,
    after_help = "Start with `galleria check`: it needs no set-up and checks the embedded reference seller."
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) look: LookArgs,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// How much is printed, and how.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct LookArgs {
    /// Says more: every finding and rule; twice: every call
    #[arg(short, long, action = clap::ArgAction::Count, global = true, display_order = 990)]
    pub(crate) verbose: u8,
    /// Prints nothing but errors; the exit code and the reports tell the rest
    #[arg(
        short,
        long,
        global = true,
        display_order = 990,
        conflicts_with = "verbose"
    )]
    pub(crate) quiet: bool,
    /// Whether to use colours; auto obeys the terminal, NO_COLOR and CLICOLOR_FORCE
    #[arg(long, value_enum, default_value_t = Colour::Auto, global = true, display_order = 990, value_name = "WHEN")]
    pub(crate) color: Colour,
    /// The language of reports, messages and help (default: by the locale); `debug` then shows the
    /// platform's message in this one alone
    #[arg(
        long,
        env = "GALLERIA_LANG",
        value_enum,
        global = true,
        display_order = 990,
        value_name = "LANG"
    )]
    pub(crate) lang: Option<Tongue>,
}

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Tongue {
    /// Simplified Chinese
    Zh,
    /// English
    En,
}

impl From<Tongue> for Lang {
    fn from(tongue: Tongue) -> Lang {
        match tongue {
            Tongue::Zh => Lang::Zh,
            Tongue::En => Lang::En,
        }
    }
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Plays the catalog against a seller, judges every answer, writes reports
    Check(Box<CheckCommand>),
    /// Plays outages and crashes around a delivery, in seconds: retries, refunds, restarts
    #[command(after_help = check::help_behind(rehearse::EXAMPLES))]
    Rehearse(Box<RehearseArgs>),
    /// Lists, shows and delivers again what failed to be delivered: the seller centre's messages
    Messages(MessagesArgs),
    /// Measures what a seller tolerates: clock skew, nonces, long values, answer times
    Probe(Box<ProbeArgs>),
    /// Tries the login of kit accounts: plays the identity centre, comes as a browser does, judges
    LoginTest(Box<LoginTestArgs>),
    /// Tries a backend of agents: calls it as the marketplace's gateway does and as strangers would, judges
    GatewayTest(Box<GatewayTestArgs>),
    /// Starts the seller, waits until it answers, checks it, and stops it
    Run(Box<RunArgs>),
    /// Plays histories that nobody scripted, and shrinks what fails to the shortest one
    Fuzz(Box<FuzzArgs>),
    /// Plays saved failing histories again, and says which are fixed
    Replay(Box<ReplayArgs>),
    /// Makes one call as the seller centre's debug step does, and says what the platform would
    Debug(Box<DebugArgs>),
    /// Lists, shows, removes and imports saved cases, and tells which are missing
    Cases(CasesArgs),
    /// Replays the saved cases as the daily dial test does, and tells when a product would be hidden
    Dialtest(Box<DialtestArgs>),
    /// Opens the console: the seller centre at your desk, as a web page
    Serve(ServeArgs),
    /// Runs the reference seller, right or with one fault or lawful variation
    Seller(Box<SellerArgs>),
    /// Signs a call or an answer, and shows each step
    Sign(SignArgs),
    /// Checks the signature of a call or an answer, shows each step, names the mistake
    Verify(Box<VerifyArgs>),
    /// Encrypts a login as an answer hands it over
    Encrypt(EncryptArgs),
    /// Decrypts a value or the logins of an answer, and names the mistake
    Decrypt(DecryptArgs),
    /// Lists the rules
    Rules(RulesArgs),
    /// Lists the scenarios of the catalog
    Scenarios(ListArgs),
    /// Lists, shows and compares the profiles: the marketplace's rule books
    Profiles(ProfilesArgs),
    /// Explains a rule, a cause, a result code, a scenario, or the platform's own message
    Explain(ExplainArgs),
    /// Draws reports again from a saved record, compares two, joins those of shards
    Report(ReportArgs),
    /// Proves every rule on this binary: reference, lawful variations, faults
    SelfCheck(SelfCheckArgs),
    /// Prints the JSON Schema of a format
    Schema(SchemaArgs),
    /// Writes a galleria.toml: asks on a terminal, else takes flags
    Init(InitArgs),
    /// Prints the settings of a check as they are, and where each comes from
    Config(Box<ConfigArgs>),
    /// Prints completions for a shell
    Completions(CompletionsArgs),
    /// Writes the man pages into a folder
    Man(ManArgs),
}
