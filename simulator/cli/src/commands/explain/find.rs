//! What a word or a text stands for.

use galleria_protocol::mistake;
use galleria_scenarios::scenario::Catalog;
use galleria_scenarios::snippet as topics;
use galleria_scenarios::verdict::ExitCode;
use galleria_scenarios::{gateway, login};
use galleria_scenarios::{platform_message, rules, suggest};

use super::super::profiles::register;
use super::{cause, code, document, exit_codes, message, open_api, rule, scenario, snippet};
use crate::args::{CodeIn, ExplainArgs, ExplainFormat};
use crate::error::CliError;
use crate::output::Terminal;

/// The lists that `explain` knows by name.
const LISTS: [&str; 5] = ["causes", "code", "contradictions", "exit-codes", "messages"];

pub(in crate::commands) fn explain(
    args: &ExplainArgs,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let what = args.what.join(" ");
    let what = what.trim();
    if args.format == ExplainFormat::Markdown {
        let text = document::named(what).ok_or_else(|| no_document(what))?;
        terminal.print(&text)?;
        return Ok(ExitCode::Held);
    }
    let text = match args.code {
        Some(language) => code_in(what, language)?,
        None => find(what).ok_or_else(|| unknown(what))?,
    };
    terminal.print_said(&text)?;
    Ok(ExitCode::Held)
}

fn no_document(what: &str) -> CliError {
    let known = document::DOCUMENTS.join(", ");
    CliError::usage(format!(
        "`{what}` is not there as a document (what is: {known}; rules: galleria rules --format markdown)"
    ))
}

fn code_in(what: &str, language: CodeIn) -> Result<String, CliError> {
    let text = snippet::code(what, language).ok_or_else(|| unknown(what))?;
    if text.is_empty() {
        return Err(CliError::usage(format!(
            "there is no code for `{what}` (what there is: galleria explain code)"
        )));
    }
    Ok(text)
}

/// A name before a text: whatever has a name is told by it, and a text is looked for last.
fn find(what: &str) -> Option<String> {
    list(what)
        .or_else(|| rule::named(what))
        .or_else(|| code::named(what))
        .or_else(|| open_api::named(what))
        .or_else(|| register::named(what))
        .or_else(|| cause::named(what))
        .or_else(|| scenario::named(what))
        .or_else(|| snippet::named(what))
        .or_else(|| message::named(what))
        .or_else(|| message::pasted(what))
        .or_else(|| is_text(what).then(|| message::near(what))?)
}

/// Whether something is a text rather than a name: a slip in a name is told as such.
fn is_text(what: &str) -> bool {
    !what.is_ascii() || what.contains(char::is_whitespace)
}

fn list(what: &str) -> Option<String> {
    match what {
        "causes" => Some(cause::all()),
        "code" => Some(snippet::all()),
        "contradictions" => Some(register::all()),
        "exit-codes" => Some(exit_codes::all()),
        "messages" => Some(message::all()),
        _ => None,
    }
}

fn unknown(what: &str) -> CliError {
    let catalog = Catalog::embedded();
    let scenarios = catalog.scenarios().iter();
    let contradictions = register::names();
    let messages = platform_message::all().iter();
    let names = rules::all()
        .chain(login::listed_rules())
        .chain(gateway::listed_rules())
        .flat_map(|rule| [rule.id, rule.name])
        .chain(mistake::all().map(|mistake| mistake.slug))
        .chain(scenarios.map(|scenario| scenario.id.as_str()))
        .chain(messages.map(|message| message.id.as_str()))
        .chain(topics::all().iter().map(|topic| topic.id.as_str()))
        .chain(contradictions.iter().map(String::as_str))
        .chain(LISTS);
    let hint = suggest::hint(what, names);
    CliError::usage(format!(
        "nothing is known by the name `{what}`{hint} (rules: galleria rules; causes: galleria explain \
         causes; the platform's own messages: galleria explain messages)"
    ))
}
