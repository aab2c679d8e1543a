//! The commands that list and explain.

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    /// How to print them
    #[arg(long, value_enum, default_value_t = RulesFormat::Text)]
    pub(crate) format: RulesFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesFormat {
    /// A line a rule
    Text,
    /// A JSON array
    Json,
    /// A document with everything that is to be said of each
    Markdown,
}

#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    /// How to print them
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// A line each
    Text,
    /// A JSON array
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// A rule's id or name, a cause's slug, a result code, a scenario's id, a point on which the pages
    /// disagree; or `causes`, `contradictions`, `exit-codes`
    #[arg(required = true, value_name = "ID|TEXT")]
    pub(crate) what: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Of what
    #[arg(value_enum)]
    pub(crate) of: SchemaOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// The JSON report
    Report,
    /// A profile: the TOML file of a rule book
    Profile,
}
