//! The toolbox: the computations of an interface, one by one.

mod decrypt;
mod encrypt;
mod sign;
mod verify;

use clap::{Args, ValueEnum};

pub(crate) use decrypt::DecryptArgs;
pub(crate) use encrypt::{CipherArgs, EncryptArgs};
pub(crate) use sign::SignArgs;
pub(crate) use verify::VerifyArgs;

use super::key::KeyArgs;

/// What every tool is told.
#[derive(Debug, Args)]
pub(crate) struct ToolArgs {
    /// The interface whose computation it is
    #[arg(long, value_enum, default_value_t = ApiName::V1, value_name = "API")]
    pub(crate) api: ApiName,
    #[command(flatten)]
    pub(crate) key: KeyArgs,
    /// How to print it
    #[arg(long, value_enum, default_value_t = ToolFormat::Text)]
    pub(crate) format: ToolFormat,
}

/// The interfaces that the toolbox knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ApiName {
    /// SaaS access guide V1.0
    V1,
    /// The base interfaces of access guide V2.0
    V2,
    /// The joint-operation kit of V2.0: x-sign in the headers
    Kit,
    /// The usage pushes that a seller of V2.0 makes
    Usage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ToolFormat {
    /// Each step, for people
    Text,
    /// One JSON object
    Json,
    /// The result alone, for scripts
    Bare,
}
