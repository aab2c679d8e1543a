//! The commands that list and explain.

use clap::{Args, ValueEnum};
use galleria_scenarios::snippet::Language;

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

const EXPLAIN: &str = "\
Examples:
  galleria explain SIG004
      a rule: why it matters, how to fix it, what the platform itself says
  galleria explain '调测失败,生产接口响应头缺少Body-Sign,或Body-Sign格式错误.'
      a message of the debug step, Chinese or English, whole or in part, with what was filled in
  galleria explain 000003
      a result code: where it may be answered, what the platform does with it
  galleria explain raw-key
      a cause that a finding named; two at once as `slug-one+slug-two`
  galleria explain ENC002 --code python
      code that does it right, in java, python, node, php, go or all of them
  galleria explain messages
      every message of the platform's own";

#[derive(Debug, Args)]
#[command(after_help = EXPLAIN)]
pub(crate) struct ExplainArgs {
    /// A rule's id or name, a cause's slug, a result code, a scenario's id, a point on which the pages
    /// disagree, or a message of the platform, pasted; or `causes`, `code`, `contradictions`,
    /// `exit-codes`, `messages`
    #[arg(required = true, value_name = "ID|TEXT")]
    pub(crate) what: Vec<String>,
    /// Shows code that does it right, for a rule, a cause, or one of `galleria explain code`
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    pub(crate) code: Option<CodeIn>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = ExplainFormat::Text, conflicts_with = "code")]
    pub(crate) format: ExplainFormat,
}

/// How something is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExplainFormat {
    /// Lines for a terminal
    Text,
    /// A document, for the lists `causes` and `messages`
    Markdown,
}

/// In which language code is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CodeIn {
    Java,
    Python,
    Node,
    Php,
    Go,
    /// In each of them
    All,
}

impl CodeIn {
    /// The languages that are meant.
    pub(crate) fn languages(self) -> Vec<Language> {
        match self {
            Self::Java => vec![Language::Java],
            Self::Python => vec![Language::Python],
            Self::Node => vec![Language::Node],
            Self::Php => vec![Language::Php],
            Self::Go => vec![Language::Go],
            Self::All => Language::ALL.to_vec(),
        }
    }
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
    /// The settings: galleria.toml
    Config,
    /// A scenario: a TOML file of steps
    Scenario,
}
