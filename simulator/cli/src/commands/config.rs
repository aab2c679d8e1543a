//! `galleria config`: the settings as they are.

use std::fmt::Write as _;

use galleria_reports::lang::say;
use galleria_scenarios::verdict::ExitCode;
use serde_json::{Value, json};

use crate::args::{ConfigArgs, ListFormat};
use crate::config::{Effective, Origin, Set};
use crate::error::CliError;
use crate::output::Terminal;

pub(super) fn config(
    args: &ConfigArgs,
    effective: &Effective,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let mut settings = effective.settings();
    settings.extend(key(args));
    let text = match args.format {
        ListFormat::Json => format!("{:#}\n", settings.iter().map(object).collect::<Value>()),
        ListFormat::Text => lines(&settings),
    };
    terminal.print(&text)?;
    Ok(ExitCode::Held)
}

/// That there is a key, and where from; never the key.
fn key(args: &ConfigArgs) -> Option<Set> {
    let given = &args.check.key;
    let origin = if given.key.is_some() {
        Origin::Flag
    } else if given.key_env.is_none()
        && given.key_file.is_none()
        && std::env::var_os("GALLERIA_KEY").is_some()
    {
        Origin::Variable("GALLERIA_KEY".to_owned())
    } else {
        return None;
    };
    Some(Set {
        name: "key".to_owned(),
        values: vec!["[redacted]".to_owned()],
        origin,
    })
}

fn lines(settings: &[Set]) -> String {
    let width = |of: fn(&Set) -> usize| settings.iter().map(of).max().unwrap_or_default();
    let names = width(|set| set.name.len());
    let mut text = String::new();
    for set in settings {
        let value = match set.values.as_slice() {
            [] => "-".to_owned(),
            values => values.join(", "),
        };
        let origin = origin(set);
        let _ = writeln!(text, "{:names$}  {value:24}  {}", set.name, say(&origin));
    }
    text
}

fn object(set: &Set) -> Value {
    json!({ "name": set.name, "values": set.values, "origin": origin(set) })
}

fn origin(set: &Set) -> String {
    match &set.origin {
        Origin::Flag => "flag".to_owned(),
        Origin::Variable(name) => name.clone(),
        Origin::File(place) => place.clone(),
        Origin::Default if set.values.is_empty() => "not set".to_owned(),
        Origin::Default => "default".to_owned(),
    }
}
