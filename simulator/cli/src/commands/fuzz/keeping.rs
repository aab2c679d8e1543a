//! The folder where failing histories are kept.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use galleria_scenarios::fuzz::crash;
use galleria_scenarios::fuzz::found::Found;

use crate::error::CliError;

/// What was kept.
pub(super) struct Kept {
    /// The file of each failure, where it could be written.
    pub(super) files: Vec<Option<PathBuf>>,
    /// Why one is missing, if one is.
    pub(super) whole: Result<(), CliError>,
}

/// Saves every failure under `folder`.
pub(super) fn keep(folder: &Path, profile: &str, found: &[Found]) -> Kept {
    let folder = folder.join("crashes");
    let mut kept = Kept {
        files: Vec::new(),
        whole: Ok(()),
    };
    for found in found {
        let saved = crash::save(&folder, found, profile);
        if let Err(reason) = &saved {
            let path = folder.join(&found.scenario.id);
            kept.whole = Err(cannot_write(&path, &reason.to_string()));
        }
        kept.files.push(saved.ok());
    }
    kept
}

/// Refuses a folder that nothing could be kept in, before a campaign has found anything. Makes no
/// folder: a campaign that finds nothing leaves none behind.
pub(super) fn refuse_unwritable(folder: &Path) -> Result<(), CliError> {
    let folder = folder.join("crashes");
    let there = folder.ancestors().find(|path| path.exists());
    // A path of names alone begins where galleria was started.
    let there = there
        .filter(|path| !path.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let probe = there.join(format!(".galleria-{}", std::process::id()));
    let tried = match std::fs::File::create_new(&probe) {
        Ok(_) => std::fs::remove_file(&probe),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    };
    tried.map_err(|error| {
        let reason = format!("{error}; --fuzz-dir names another folder");
        cannot_write(&folder, &format!("{}: {reason}", there.display()))
    })
}

fn cannot_write(path: &Path, reason: &str) -> CliError {
    CliError::Report {
        path: path.display().to_string(),
        reason: std::io::Error::other(reason.to_owned()),
    }
}
