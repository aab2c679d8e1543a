//! Where a tool's input comes from: an argument, a file, standard input.

use std::io::{IsTerminal, Read};

use crate::error::CliError;
use crate::output::note;

/// The name of standard input.
pub(super) const STANDARD_INPUT: &str = "-";

/// The bytes of a file, or of standard input where it is named `-`.
pub(super) fn bytes(path: &str) -> Result<Vec<u8>, CliError> {
    if path == STANDARD_INPUT {
        return standard_input();
    }
    std::fs::read(path)
        .map_err(|error| CliError::usage(format!("{path}: the file cannot be read: {error}")))
}

/// The text of a file or of standard input.
pub(super) fn text(path: &str) -> Result<String, CliError> {
    let name = if path == STANDARD_INPUT {
        "standard input"
    } else {
        path
    };
    String::from_utf8(bytes(path)?)
        .map_err(|_| CliError::usage(format!("{name}: the bytes are no UTF-8 text")))
}

/// What was given as an argument, or else on standard input; the line end that shells put behind
/// it is left out.
pub(in crate::commands) fn argument(given: Option<&str>) -> Result<String, CliError> {
    match given {
        Some(text) if text != STANDARD_INPUT => Ok(text.to_owned()),
        _ => {
            let mut text = text(STANDARD_INPUT)?;
            if text.ends_with('\n') {
                text.pop();
                if text.ends_with('\r') {
                    text.pop();
                }
            }
            Ok(text)
        }
    }
}

fn standard_input() -> Result<Vec<u8>, CliError> {
    let mut input = std::io::stdin().lock();
    if input.is_terminal() {
        note("reading from standard input; end it with Ctrl-D");
    }
    let mut bytes = Vec::new();
    input
        .read_to_end(&mut bytes)
        .map_err(|error| CliError::usage(format!("standard input cannot be read: {error}")))?;
    Ok(bytes)
}
