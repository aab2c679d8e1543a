//! The files that a check is made by.

use std::path::{Path, PathBuf};
use std::time::Duration;

use galleria_marketplace::clock::Clock;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::args::CheckArgs;
use crate::error::CliError;

/// So long an editor is given to finish what it writes.
const SETTLE: Duration = Duration::from_millis(150);

/// The watched files.
pub(super) struct Files {
    changes: UnboundedReceiver<PathBuf>,
    watcher: Option<RecommendedWatcher>,
}

/// What is watched: single files by their name, and the scenarios of a folder.
struct Wanted {
    files: Vec<PathBuf>,
    folder: Option<PathBuf>,
}

impl Files {
    /// Watches what these arguments name, and the settings file.
    pub(super) fn watch(args: &CheckArgs, settings: Option<&Path>) -> Result<Self, CliError> {
        let wanted = Wanted::of(args, settings);
        let folders = wanted.folders();
        let (send, changes) = unbounded_channel();
        if folders.is_empty() {
            let watcher = None;
            return Ok(Self { changes, watcher });
        }
        let mut watcher = watcher(wanted, send).map_err(|error| unwatchable(&error))?;
        for folder in folders {
            watcher
                .watch(&folder, RecursiveMode::NonRecursive)
                .map_err(|error| unwatchable(&error))?;
        }
        let watcher = Some(watcher);
        Ok(Self { changes, watcher })
    }

    pub(super) fn are_watched(&self) -> bool {
        self.watcher.is_some()
    }

    /// Waits for the next change, and tells of it.
    pub(super) async fn change(&mut self) -> String {
        let Some(path) = self.changes.recv().await else {
            return std::future::pending().await;
        };
        Clock::system().sleep(SETTLE).await;
        while self.changes.try_recv().is_ok() {}
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        format!("{name} has changed")
    }
}

fn watcher(wanted: Wanted, send: UnboundedSender<PathBuf>) -> notify::Result<RecommendedWatcher> {
    notify::recommended_watcher(move |event: notify::Result<Event>| {
        let Ok(event) = event else { return };
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        if let Some(path) = event.paths.into_iter().find(|path| wanted.has(path)) {
            // Nobody listens any more where the watch has ended.
            let _ = send.send(path);
        }
    })
}

fn unwatchable(error: &notify::Error) -> CliError {
    CliError::System {
        what: "files cannot be watched",
        reason: std::io::Error::other(error.to_string()),
    }
}

impl Wanted {
    fn of(args: &CheckArgs, settings: Option<&Path>) -> Self {
        let profile = Path::new(&args.profile);
        let profile = profile.is_file().then_some(profile);
        // A check that writes its own list would be made again for ever.
        let known = args.known_failures.as_deref();
        let known = known.filter(|_| !args.gate.update_known_failures);
        let files = [profile, known, settings].into_iter().flatten();
        let whole = |path: &Path| path.canonicalize().ok();
        Self {
            files: files.filter_map(whole).collect(),
            folder: args.scenarios.as_deref().and_then(whole),
        }
    }

    /// The folders in which something is wanted: editors put a new file in the place of the old one,
    /// which is seen from there alone.
    fn folders(&self) -> Vec<PathBuf> {
        let files = self.files.iter().filter_map(|file| file.parent());
        let mut folders: Vec<PathBuf> = files.map(Path::to_owned).collect();
        folders.extend(self.folder.clone());
        folders.sort();
        folders.dedup();
        folders
    }

    fn has(&self, path: &Path) -> bool {
        let scenario = path.extension().is_some_and(|ending| ending == "toml")
            && path.parent() == self.folder.as_deref();
        scenario || self.files.iter().any(|file| file == path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scenarios_and_named_files_are_wanted_and_nothing_beside_them() {
        let wanted = Wanted {
            files: vec![PathBuf::from("/p/galleria.toml")],
            folder: Some(PathBuf::from("/p/mine")),
        };
        for path in ["/p/galleria.toml", "/p/mine/buy.toml"] {
            assert!(wanted.has(Path::new(path)), "{path}");
        }
        for path in ["/p/other.toml", "/p/mine/buy.toml~", "/p/mine/deep/x.toml"] {
            assert!(!wanted.has(Path::new(path)), "{path}");
        }
    }
}
