//! Which saved histories are meant.

use std::path::{Path, PathBuf};

use galleria_scenarios::fuzz::crash::{Crash, parse};

use crate::error::CliError;

/// Where a campaign keeps failures, where nothing else is said.
const FOLDER: &str = "galleria-fuzz/crashes";

/// A saved history.
pub(super) struct Saved {
    pub(super) path: PathBuf,
    pub(super) crash: Crash,
}

/// The histories of these files and folders, all of them read before one is played.
pub(super) fn saved(given: &[PathBuf]) -> Result<Vec<Saved>, CliError> {
    let mut paths = Vec::new();
    let default = [PathBuf::from(FOLDER)];
    for path in if given.is_empty() { &default } else { given } {
        if path.is_dir() {
            paths.extend(of_folder(path)?);
        } else {
            paths.push(path.clone());
        }
    }
    if paths.is_empty() {
        let folder = given.first().unwrap_or(&default[0]).display();
        return Err(CliError::usage(format!(
            "{folder} holds no saved history: `galleria fuzz` puts those that fail there"
        )));
    }
    paths.into_iter().map(read).collect()
}

fn of_folder(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let entries = std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn read(path: PathBuf) -> Result<Saved, CliError> {
    let text = std::fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))?;
    let id = path.file_stem().unwrap_or_default().to_string_lossy();
    let crash = parse(&id, &path.display().to_string(), &text);
    let crash = crash.map_err(|error| CliError::usage(error.to_string()))?;
    Ok(Saved { path, crash })
}

fn unreadable(path: &Path, error: &std::io::Error) -> CliError {
    let hint = if error.kind() == std::io::ErrorKind::NotFound {
        "; `galleria fuzz` saves histories that fail in galleria-fuzz/crashes"
    } else {
        ""
    };
    CliError::usage(format!("{}: {error}{hint}", path.display()))
}
