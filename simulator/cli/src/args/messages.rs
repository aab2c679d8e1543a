//! `galleria messages`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::caller::{AllowArgs, CallerArgs};

const EXAMPLES: &str = "\
Examples:
  galleria messages list
  galleria messages show newInstance-CS5176610461WEBKT
  GALLERIA_KEY=... galleria messages resend newInstance-CS5176610461WEBKT
      what the seller centre's button 重新启动 does: the same order again, with another business id,
      the time of now and a new signature
  galleria messages remove --delivered

`galleria rehearse` keeps failed deliveries as messages, `galleria check` with --messages DIR.
The exit code of resend is 0 where every delivery succeeded, 1 where one was refused, 3 where nobody
was there.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct MessagesArgs {
    /// The folder of the messages
    #[arg(
        long,
        env = "GALLERIA_MESSAGES",
        default_value = crate::commands::MESSAGES,
        value_name = "DIR",
        global = true
    )]
    pub(crate) messages: PathBuf,
    #[command(subcommand)]
    pub(crate) command: MessagesCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MessagesCommand {
    /// Lists them, with what came of the last call
    List,
    /// Shows one
    Show {
        /// The message, as the list names it
        id: String,
    },
    /// Delivers again
    Resend(Box<ResendArgs>),
    /// Removes some
    #[command(group = clap::ArgGroup::new("which").required(true).multiple(true))]
    Remove {
        /// The messages, as the list names them
        #[arg(group = "which")]
        ids: Vec<String>,
        /// All of them
        #[arg(long, group = "which", conflicts_with_all = ["ids", "delivered"])]
        all: bool,
        /// Those that are delivered by now
        #[arg(long, group = "which", conflicts_with = "ids")]
        delivered: bool,
    },
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("which").required(true))]
pub(crate) struct ResendArgs {
    /// The messages, as the list names them
    #[arg(group = "which")]
    pub(crate) ids: Vec<String>,
    /// Every one that is not delivered
    #[arg(long, group = "which")]
    pub(crate) all: bool,
    /// The production address; by default the one that was called
    #[arg(short, long, value_name = "URL")]
    pub(crate) url: Option<String>,
    /// The rule book; by default the one of the message
    #[arg(long, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    #[command(flatten)]
    pub(crate) caller: CallerArgs,
    #[command(flatten)]
    pub(crate) allow: AllowArgs,
}
