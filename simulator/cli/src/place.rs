//! Where in a file of the user's something is wrong, and what was meant.

use std::ops::Range;
use std::path::Path;

use galleria_scenarios::suggest;

use crate::error::CliError;

/// A file that was read.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    name: String,
    text: &'a str,
}

impl<'a> Source<'a> {
    /// The text of the file at `path`.
    pub(crate) fn new(path: &Path, text: &'a str) -> Self {
        Self {
            name: path.display().to_string(),
            text,
        }
    }

    /// A mistake at that place.
    pub(crate) fn error(&self, at: &Range<usize>, message: &str) -> CliError {
        CliError::usage(format!("{}: {message}", self.place(at.start)))
    }

    /// The file, line and column of a byte, each counted from 1.
    pub(crate) fn place(&self, at: usize) -> String {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before[start..].chars().count() + 1;
        format!("{}:{line}:{column}", self.name)
    }

    /// What the TOML reader says, with the name that was probably meant.
    pub(crate) fn syntax(&self, error: &toml::de::Error) -> CliError {
        let message = error.message().trim().replace('\n', "; ");
        let mut names = message.split('`').skip(1).step_by(2);
        let hint = match names.next() {
            Some(given) if message.starts_with("unknown") => suggest::hint(given, names),
            _ => String::new(),
        };
        let at = error.span().unwrap_or_default();
        self.error(&at, &format!("{message}{hint}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_letters_from_one() {
        let source = Source::new(Path::new("a.toml"), "x = 1\n中 = 2\n");
        assert_eq!(source.place(0), "a.toml:1:1");
        assert_eq!(source.place(9), "a.toml:2:2");
        assert_eq!(source.place(10_000), "a.toml:3:1");
    }
}
