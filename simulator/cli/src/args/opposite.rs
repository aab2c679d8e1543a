//! Whom `fuzz` and `replay` play against, and what is sold: the flags of `check` without its catalog.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use galleria_scenarios::profile::parse_duration;

use super::check::CheckArgs;
use super::gate::GateArgs;
use super::key::KeyArgs;
use super::open_api::OpenApiArgs;

/// The seller, the rule book and the goods.
#[derive(Clone, Debug, Args)]
pub(crate) struct OppositeArgs {
    /// The seller's production address; without it the embedded reference seller plays
    #[arg(short, long, env = "GALLERIA_URL", value_name = "URL")]
    pub(crate) url: Option<String>,
    #[command(flatten)]
    pub(crate) key: KeyArgs,
    /// How the product is billed: period, one-time, on-demand or package
    #[arg(long, env = "GALLERIA_BILLING", value_name = "MODE")]
    pub(crate) billing: Option<String>,
    /// Optional scenes that the seller must have: activities, `all` or `none`
    #[arg(
        long,
        env = "GALLERIA_WITH",
        value_delimiter = ',',
        value_name = "ACTIVITY,..."
    )]
    pub(crate) with: Vec<String>,
    /// The product that is bought, where the seller knows only its own (made up by default)
    #[arg(
        long,
        env = "GALLERIA_PRODUCT_ID",
        value_name = "ID",
        help_heading = "Goods"
    )]
    pub(crate) product_id: Option<String>,
    /// Its specification
    #[arg(
        long,
        env = "GALLERIA_SKU_CODE",
        value_name = "CODE",
        help_heading = "Goods"
    )]
    pub(crate) sku_code: Option<String>,
    /// The product that an upgrade leads to
    #[arg(
        long,
        env = "GALLERIA_UPGRADE_PRODUCT_ID",
        value_name = "ID",
        help_heading = "Goods"
    )]
    pub(crate) upgrade_product_id: Option<String>,
    /// Its specification
    #[arg(
        long,
        env = "GALLERIA_UPGRADE_SKU_CODE",
        value_name = "CODE",
        help_heading = "Goods"
    )]
    pub(crate) upgrade_sku_code: Option<String>,
    /// Counts the instances that an order has made: a command or an address, as for `check`
    #[arg(
        long,
        env = "GALLERIA_EFFECT_PROBE",
        value_name = "COMMAND|URL",
        requires = "url",
        help_heading = "Goods"
    )]
    pub(crate) effect_probe: Option<String>,
    /// The longest that one call may take; by default the profile's limit
    #[arg(long, env = "GALLERIA_TIMEOUT", value_name = "TIME", value_parser = duration, help_heading = "Run")]
    pub(crate) timeout: Option<Duration>,
    /// V2: how long the seller may take to make an instance that it answered with 000004
    #[arg(long, env = "GALLERIA_READY_WITHIN", value_name = "TIME", value_parser = duration, default_value = "2m", help_heading = "Run")]
    pub(crate) ready_within: Duration,
    /// Allows calls that do business, forge or flood at this host (may be given again)
    #[arg(
        long,
        env = "GALLERIA_ALLOW_TARGET",
        value_delimiter = ',',
        value_name = "HOST",
        help_heading = "Network"
    )]
    pub(crate) allow_target: Vec<String>,
    /// Connects to this address instead of what the host's name resolves to
    #[arg(
        long,
        value_name = "IP:PORT",
        requires = "url",
        help_heading = "Network"
    )]
    pub(crate) resolve: Option<SocketAddr>,
    /// Trusts the authorities in this PEM file as well (may be given again)
    #[arg(long, value_name = "FILE", requires = "url", help_heading = "Network")]
    pub(crate) cacert: Vec<PathBuf>,
    /// Accepts any TLS certificate
    #[arg(short = 'k', long, requires = "url", help_heading = "Network")]
    pub(crate) insecure: bool,
}

impl OppositeArgs {
    /// The arguments of a check of the same seller by that rule book, so that its settings are read
    /// in one place.
    pub(crate) fn check(&self, profile: &str, billing: &str) -> CheckArgs {
        let of = self.clone();
        CheckArgs {
            url: of.url,
            key: of.key,
            profile: profile.to_owned(),
            billing: billing.to_owned(),
            with: of.with,
            product_id: of.product_id,
            sku_code: of.sku_code,
            upgrade_product_id: of.upgrade_product_id,
            upgrade_sku_code: of.upgrade_sku_code,
            bits: None,
            effect_probe: of.effect_probe,
            open_api: OpenApiArgs::default(),
            gate: GateArgs::default(),
            messages: None,
            scenario: Vec::new(),
            rule: Vec::new(),
            scenarios: None,
            safe: false,
            dry_run: false,
            seed: None,
            jobs: None,
            timeout: of.timeout,
            ready_within: of.ready_within,
            max_time: None,
            wait_for: None,
            fail_fast: false,
            keep: false,
            fail_on: "should".to_owned(),
            known_failures: None,
            report: Vec::new(),
            report_dir: PathBuf::new(),
            allow_target: of.allow_target,
            resolve: of.resolve,
            cacert: of.cacert,
            insecure: of.insecure,
        }
    }
}

/// A duration on the command line.
pub(super) fn duration(text: &str) -> Result<Duration, String> {
    let time = parse_duration(text).filter(|time| !time.is_zero());
    time.ok_or_else(|| "write a time such as 500ms, 20s or 3m".to_owned())
}
