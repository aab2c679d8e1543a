//! Whom `fuzz` and `replay` play against, and what is sold: the flags of `check` without its catalog.

use std::time::Duration;

use clap::Args;

use super::check::{CheckArgs, duration};
use super::goods::GoodsArgs;
use super::key::KeyArgs;
use super::network::NetworkArgs;

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
    #[command(flatten)]
    pub(crate) goods: GoodsArgs,
    /// Counts the instances that an order has made: a command or an address, as for `check`
    #[arg(
        long,
        env = "GALLERIA_EFFECT_PROBE",
        value_name = "COMMAND|URL",
        requires = "url",
        help_heading = "Goods"
    )]
    pub(crate) effect_probe: Option<String>,
    /// Licences with an authorisation code: enters each code into the seller's software: a command or an address, as
    /// for `check`
    #[arg(
        long,
        env = "GALLERIA_ACTIVATE",
        value_name = "COMMAND|URL",
        requires = "url",
        help_heading = "Goods"
    )]
    pub(crate) activate: Option<String>,
    /// The longest that one call may take; by default the profile's limit
    #[arg(long, env = "GALLERIA_TIMEOUT", value_name = "TIME", value_parser = duration, help_heading = "Run")]
    pub(crate) timeout: Option<Duration>,
    /// V2: how long the seller may take to make an instance that it answered with 000004
    #[arg(long, env = "GALLERIA_READY_WITHIN", value_name = "TIME", value_parser = duration, default_value = "2m", help_heading = "Run")]
    pub(crate) ready_within: Duration,
    #[command(flatten)]
    pub(crate) network: NetworkArgs,
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
            goods: of.goods,
            effect_probe: of.effect_probe,
            activate: of.activate,
            timeout: of.timeout,
            ready_within: of.ready_within,
            fail_on: "should".to_owned(),
            network: of.network,
            ..CheckArgs::default()
        }
    }
}
