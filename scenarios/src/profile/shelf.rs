//! Where rule books come from: those that come with galleria, and a file of the user's own.

use std::path::{Path, PathBuf};

use super::book::Profile;
use super::read::read;
use crate::located::Located;
use crate::suggest;

static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/profiles.rs"));

/// Why there is no rule book.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// No rule book of that name comes with galleria.
    #[error("there is no profile `{given}`{hint} (known: {known}; a file of your own is named by its path, such as ./mine.toml)", known = names().join(", "))]
    Unknown {
        /// The name.
        given: String,
        /// What was probably meant.
        hint: String,
    },
    /// The file cannot be read.
    #[error("{}: the profile cannot be read: {reason}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: std::io::Error,
    },
    /// The file is no rule book.
    #[error(transparent)]
    Wrong(#[from] Located),
}

/// The names of the rule books that come with galleria.
pub fn names() -> Vec<&'static str> {
    FILES.iter().map(|(name, _)| *name).collect()
}

/// Every rule book that comes with galleria.
///
/// # Panics
/// Where an embedded rule book cannot be read, which a test rules out.
pub fn all() -> impl Iterator<Item = Profile> {
    FILES.iter().map(|(id, text)| embedded(id, text))
}

/// The rule book of that name. Only this one is parsed.
///
/// # Panics
/// Where an embedded rule book cannot be read, which a test rules out.
pub fn find(name: &str) -> Result<Profile, ProfileError> {
    lookup(name).map(|(id, text)| embedded(id, text))
}

/// The rule book that a user names: one that comes with galleria, or a file by its path, which has
/// a slash or ends in `.toml`.
pub fn open(given: &str) -> Result<Profile, ProfileError> {
    let Some(path) = path(given) else {
        return find(given);
    };
    let id = path.file_stem().unwrap_or_default().to_string_lossy();
    let text = text(given)?;
    let mut book = read(&id, given, &text)?;
    book.own = Some(text);
    Ok(book)
}

/// The file of the rule book of that name that comes with galleria, as it is written.
pub fn embedded_text(name: &str) -> Option<&'static str> {
    lookup(name).ok().map(|(_, text)| text)
}

/// The file of the rule book that a user names, as it is written.
pub fn text(given: &str) -> Result<String, ProfileError> {
    match path(given) {
        Some(path) => std::fs::read_to_string(path).map_err(|reason| ProfileError::Io {
            path: path.to_owned(),
            reason,
        }),
        None => lookup(given).map(|(_, text)| text.to_owned()),
    }
}

fn path(given: &str) -> Option<&Path> {
    let path = Path::new(given);
    let is_toml = path.extension().is_some_and(|ending| ending == "toml");
    (is_toml || given.contains(['/', '\\'])).then_some(path)
}

fn lookup(name: &str) -> Result<(&'static str, &'static str), ProfileError> {
    let known = FILES.iter().find(|(id, _)| *id == name);
    known.copied().ok_or_else(|| ProfileError::Unknown {
        given: name.to_owned(),
        hint: suggest::hint(name, names()),
    })
}

fn embedded(id: &str, text: &str) -> Profile {
    read(id, &format!("{id}.toml"), text).expect("embedded profiles are read by a test")
}
