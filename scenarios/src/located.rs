//! What is wrong with a file that a person wrote: where, what, and what was probably meant.

use crate::suggest;

/// A mistake in a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {message}")]
pub struct Located {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong, with a suggestion where there is one.
    pub message: String,
}

impl Located {
    /// A mistake at byte `at` of `text`.
    pub(crate) fn at(file: &str, text: &str, at: usize, message: impl Into<String>) -> Self {
        let before = text.get(..at).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            message: message.into(),
        }
    }

    /// What the TOML reader says, with the name that was probably meant.
    pub(crate) fn syntax(file: &str, text: &str, error: &toml::de::Error) -> Self {
        let at = error.span().unwrap_or_default().start;
        let message = error.message().trim().replace('\n', "; ");
        let hint = unknown_name_hint(&message);
        Self::at(file, text, at, format!("{message}{hint}"))
    }
}

/// serde's message lists the names that exist; the nearest of them is what was meant.
fn unknown_name_hint(message: &str) -> String {
    let unknown = ["unknown field", "unknown variant"];
    let mut quoted = message.split('`').skip(1).step_by(2);
    match quoted.next() {
        Some(given) if unknown.iter().any(|start| message.starts_with(start)) => {
            suggest::hint(given, quoted)
        }
        _ => String::new(),
    }
}
