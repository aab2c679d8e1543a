//! `galleria check`.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use galleria_marketplace::market::Contact;
use galleria_protocol::cipher::EncryptType;
use galleria_scenarios::profile::parse_duration;

use super::gate::GateArgs;
use super::goods::GoodsArgs;
use super::key::KeyArgs;
use super::kit::KitArgs;
use super::network::NetworkArgs;
use super::notices::NoticeArgs;
use super::open_api::OpenApiArgs;
use super::reports::ReportsArgs;

const EXAMPLES: &str = "\
Examples:
  galleria check
      checks the embedded reference seller: no set-up, a look at a passing run
  GALLERIA_KEY=... galleria check --url http://127.0.0.1:8080/produceAPI
      checks your own seller on this machine
  galleria check --url https://isv.example/produceAPI --key-file key.txt --allow-target isv.example
      checks a seller elsewhere: it is named twice because the run does business there
  galleria check --url ... --scenario 'renewal-*' --rule 'IDM*' -v
      plays and judges a part only
  galleria check --url ... --effect-probe './count-tenants.sh'
      counts what orders have made: the script prints the number for $GALLERIA_ORDER_ID
  galleria check --profile cn-v2 --url ... --open-api 127.0.0.1:18090
      answers the seller's queries of orders and its usage pushes, and judges how they are signed
  GALLERIA_KIT_KEY=... galleria check --profile cn-v2 --url ... --with kit --kit-public-key public.pem
      plays the kit of joint-operation products too: enterprises, applications, accounts, departments
  galleria check --profile cn-v2 --url http://127.0.0.1:8080/orders --with order-notify --scenario 'order-notice*'
      notifies the seller of orders and nothing else: for products that have no other interface";

#[derive(Debug, Default, Args)]
#[command(after_help = after_help())]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(crate) struct CheckArgs {
    /// The seller's production address; without it the embedded reference seller is checked
    #[arg(short, long, env = "GALLERIA_URL", value_name = "URL")]
    pub(crate) url: Option<String>,
    #[command(flatten)]
    pub(crate) key: KeyArgs,

    /// The marketplace's rule book, with the version of the interface: one of `galleria profiles`, or a file of your own by its path
    #[arg(
        long,
        env = "GALLERIA_PROFILE",
        default_value = "cn-v1",
        value_name = "NAME"
    )]
    pub(crate) profile: String,
    /// How the product is billed: period, one-time, on-demand or package
    #[arg(
        long,
        env = "GALLERIA_BILLING",
        default_value = "period",
        value_name = "MODE"
    )]
    pub(crate) billing: String,
    /// Optional scenes that the seller must have: activities, `all` or `none`; by default they are
    /// tried, and a seller that refuses them is not blamed. `kit` checks the kit of joint-operation
    /// products as well, `order-notify` the notices of orders that sellers of every kind may have (V2)
    #[arg(
        long,
        env = "GALLERIA_WITH",
        value_delimiter = ',',
        value_name = "ACTIVITY,..."
    )]
    pub(crate) with: Vec<String>,

    #[command(flatten)]
    pub(crate) goods: GoodsArgs,

    /// The key length, 128 or 256, that was chosen when the product was released: in it a buyer's
    /// mobilePhone is encrypted, and the seller must read it; by default both are tried, and reading
    /// one is enough
    #[arg(long, env = "GALLERIA_BITS", value_name = "BITS", value_parser = bits, help_heading = "Goods")]
    pub(crate) bits: Option<EncryptType>,
    /// By which contact of the buyer the seller chose that accounts are told apart, mobile or mail: every
    /// purchase of V1 carries it then, encrypted in the length of --bits (256 without it)
    #[arg(long, env = "GALLERIA_ACCOUNTS_BY", value_delimiter = ',', value_name = "CONTACT,...", value_parser = contact, help_heading = "Goods")]
    pub(crate) accounts_by: Vec<Contact>,
    /// Counts the instances that an order has made, so that work done twice behind right answers
    /// shows: a command (run by `sh -c`, on Windows `cmd /C`) that finds GALLERIA_ORDER_ID,
    /// GALLERIA_PRODUCT_ID and GALLERIA_INSTANCE_ID in its environment and prints a number, or an
    /// address with {orderId}, {productId} and {instanceId} in it that answers one
    #[arg(
        long,
        env = "GALLERIA_EFFECT_PROBE",
        value_name = "COMMAND|URL",
        requires = "url",
        help_heading = "Effects"
    )]
    pub(crate) effect_probe: Option<String>,
    /// Licences with an authorisation code: enters each code into the seller's software as a buyer does: a
    /// command that finds GALLERIA_LICENSE in its environment, or an address with {license} in it
    #[arg(
        long,
        env = "GALLERIA_ACTIVATE",
        value_name = "COMMAND|URL",
        requires = "url",
        help_heading = "Effects"
    )]
    pub(crate) activate: Option<String>,
    #[command(flatten)]
    pub(crate) open_api: OpenApiArgs,
    #[command(flatten)]
    pub(crate) kit: KitArgs,
    #[command(flatten)]
    pub(crate) notices: NoticeArgs,

    /// Plays only scenarios whose id fits this pattern (may be given again)
    #[arg(long, value_name = "GLOB", help_heading = "Selection")]
    pub(crate) scenario: Vec<String>,
    /// Judges only by rules whose id or name fits this pattern (may be given again)
    #[arg(long, value_name = "GLOB", help_heading = "Selection")]
    pub(crate) rule: Vec<String>,
    /// Adds the *.toml scenarios of this folder to the catalog
    #[arg(
        long,
        env = "GALLERIA_SCENARIOS",
        value_name = "DIR",
        help_heading = "Selection"
    )]
    pub(crate) scenarios: Option<PathBuf>,
    /// Only calls of the debug step (testFlag=1), for a seller in production
    #[arg(long, env = "GALLERIA_SAFE", help_heading = "Selection")]
    pub(crate) safe: bool,
    /// Tells what would be played and judged, and calls nobody
    #[arg(long, help_heading = "Selection")]
    pub(crate) dry_run: bool,

    /// Decides what is played; printed by every run
    #[arg(
        long,
        env = "GALLERIA_SEED",
        value_name = "NUMBER",
        help_heading = "Run"
    )]
    pub(crate) seed: Option<u64>,
    /// Scenarios played side by side; by default one, and more while the seller is slow
    #[arg(short, long, env = "GALLERIA_JOBS", value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256), help_heading = "Run")]
    pub(crate) jobs: Option<u16>,
    /// The longest that one call may take, such as 20s or 500ms; by default the profile's limit
    #[arg(long, env = "GALLERIA_TIMEOUT", value_name = "TIME", value_parser = duration, help_heading = "Run")]
    pub(crate) timeout: Option<Duration>,
    /// V2: how long the seller may take to make an instance that it answered with 000004
    #[arg(long, env = "GALLERIA_READY_WITHIN", value_name = "TIME", value_parser = duration, default_value = "2m", help_heading = "Run")]
    pub(crate) ready_within: Duration,
    /// The longest that the run may take; by default 10m, and under 2m where the seller is slow
    #[arg(long, env = "GALLERIA_MAX_TIME", value_name = "TIME", value_parser = duration, help_heading = "Run")]
    pub(crate) max_time: Option<Duration>,
    /// Waits this long for the seller to accept connections before the run
    #[arg(long, env = "GALLERIA_WAIT_FOR", value_name = "TIME", value_parser = duration, help_heading = "Run")]
    pub(crate) wait_for: Option<Duration>,
    /// Stops at the first failure
    #[arg(long, env = "GALLERIA_FAIL_FAST", help_heading = "Run")]
    pub(crate) fail_fast: bool,
    /// Keeps what was bought instead of releasing it in the end
    #[arg(long, env = "GALLERIA_KEEP", help_heading = "Run")]
    pub(crate) keep: bool,

    /// The weakest force whose failure fails the run: must or should
    #[arg(
        long,
        env = "GALLERIA_FAIL_ON",
        default_value = "should",
        value_name = "FORCE",
        help_heading = "Verdict"
    )]
    pub(crate) fail_on: String,
    /// A TOML file of [[known-failure]] entries (rule, reason, and if wanted scenario and expires) that
    /// do not fail the run; an entry that no longer fails, or whose day is over, does
    #[arg(
        long,
        env = "GALLERIA_KNOWN_FAILURES",
        value_name = "FILE",
        help_heading = "Verdict"
    )]
    pub(crate) known_failures: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) gate: GateArgs,

    #[command(flatten)]
    pub(crate) reports: ReportsArgs,

    /// Keeps failed deliveries as service-interface messages in this folder (see galleria messages)
    #[arg(
        long,
        env = "GALLERIA_MESSAGES",
        value_name = "DIR",
        help_heading = "Reports"
    )]
    pub(crate) messages: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) network: NetworkArgs,
}

pub(super) fn duration(text: &str) -> Result<Duration, String> {
    let time = parse_duration(text).filter(|time| !time.is_zero());
    time.ok_or_else(|| "write a time such as 500ms, 20s or 3m".to_owned())
}

fn bits(text: &str) -> Result<EncryptType, String> {
    let known = EncryptType::ALL.into_iter();
    let mut fitting = known.filter(|kind| kind.bits().to_string() == text);
    fitting
        .next()
        .ok_or_else(|| "write 128 or 256, as chosen when the product was released".to_owned())
}

fn contact(text: &str) -> Result<Contact, String> {
    match text {
        "mobile" => Ok(Contact::Mobile),
        "mail" => Ok(Contact::Mail),
        _ => Err("write mobile or mail".to_owned()),
    }
}

fn after_help() -> String {
    help_behind(EXAMPLES)
}

/// What stands behind the help of a command that plays: its examples, exit codes, settings.
pub(super) fn help_behind(examples: &str) -> String {
    use galleria_scenarios::verdict::ExitCode;
    let mut text = format!("{examples}\n\nExit codes:\n");
    for code in ExitCode::ALL {
        let _ = writeln!(text, "  {:>3}  {}", code.number(), code.meaning());
    }
    text.push_str(
        "\nEvery setting with an environment variable obeys: flag, then environment, then default.",
    );
    text
}
