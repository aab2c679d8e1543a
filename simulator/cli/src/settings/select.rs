//! Selections by pattern, which must select something.

use galleria_scenarios::suggest;
use globset::{GlobBuilder, GlobMatcher};

use crate::error::CliError;

/// Patterns such as `renewal-*` or `IDM*`, in any case.
#[derive(Debug)]
pub(crate) struct Patterns {
    flag: &'static str,
    globs: Vec<(String, GlobMatcher)>,
}

impl Patterns {
    /// Reads the patterns of a flag.
    pub(crate) fn new(flag: &'static str, given: &[String]) -> Result<Self, CliError> {
        let glob = |text: &String| {
            let built = GlobBuilder::new(text).case_insensitive(true).build();
            let glob =
                built.map_err(|error| CliError::usage(format!("{flag} `{text}`: {error}")))?;
            Ok((text.clone(), glob.compile_matcher()))
        };
        let globs = given.iter().map(glob).collect::<Result<_, CliError>>()?;
        Ok(Self { flag, globs })
    }

    /// Whether one of the names fits; without patterns everything does.
    pub(crate) fn fit(&self, names: &[&str]) -> bool {
        self.globs.is_empty()
            || self
                .globs
                .iter()
                .any(|(_, glob)| names.iter().any(|name| glob.is_match(name)))
    }

    /// A pattern that fits none of the names is a mistake and told with the nearest name.
    pub(crate) fn must_fit(&self, names: &[&str]) -> Result<(), CliError> {
        let idle = self
            .globs
            .iter()
            .find(|(_, glob)| !names.iter().any(|n| glob.is_match(n)));
        match idle {
            Some((text, _)) => {
                let hint = suggest::hint(text, names.iter().copied());
                let flag = self.flag;
                Err(CliError::usage(format!(
                    "{flag} `{text}` fits nothing{hint}"
                )))
            }
            None => Ok(()),
        }
    }
}
