//! What the console keeps, in one SQLite file.
//!
//! | module | what it holds |
//! |---|---|
//! | `migrate`, `migrations/` | the tables, one step a file |
//! | `seal` | encryption of the access keys |
//! | `addresses` | the production addresses |
//! | `checks` | the checks |
//! | `campaigns` | the campaigns and their failures |
//! | `begun` | what both begin with |
//! | `records` | the records of both |
//!
//! Everything is on the disk before it is confirmed: a console that is killed has lost nothing that it
//! said it had.

mod addresses;
mod begun;
mod campaigns;
mod checks;
mod dial_tests;
mod migrate;
mod records;
mod seal;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::Connection;

pub(crate) use addresses::{Address, Further, KeyAt, Kit, NewAddress};
pub(crate) use begun::Begun;
pub(crate) use campaigns::{Campaign, Failing, NewFailing};
pub(crate) use checks::{Check, Counted, Ended};
pub(crate) use dial_tests::DialTest;
pub(crate) use records::Events;
pub(crate) use seal::{Seal, Sealed};

/// What access keys are sealed as.
pub(crate) const ACCESS_KEY: &str = "access-key";

/// What access keys of the kit are sealed as.
pub(crate) const KIT_KEY: &str = "kit-key";

/// How long a write of another process is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open file. Clones share it.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    connection: Arc<Mutex<Connection>>,
    path: PathBuf,
    pub(crate) seal: Arc<Seal>,
}

/// Why something could not be kept or found.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file is no file of the console, or broken.
    #[error("{}: {reason}; name another --file", path.display())]
    Unusable {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        reason: rusqlite::Error,
    },
    /// A later version wrote it.
    #[error("{}: a later version of galleria wrote it (step {found}, and this one knows {known}); use that version, or name another --file", path.display())]
    Later {
        /// The file.
        path: PathBuf,
        /// The step that it is at.
        found: u32,
        /// The steps that are known.
        known: u32,
    },
    /// SQLite refuses.
    #[error("the console's file: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The file of the sealing key is not to be had.
    #[error("{}: {reason}", path.display())]
    Key {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// An access key cannot be read any more.
    #[error(
        "the access key cannot be decrypted: the key file beside the console's file is another one; enter the key again"
    )]
    Unsealable,
    /// That name is taken.
    #[error("there is an address by the name `{0}` already")]
    Taken(String),
    /// The work was given up.
    #[error("the console is ending")]
    Ending,
}

impl Store {
    /// Opens a file, or begins one.
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        let unusable = |reason| StoreError::Unusable {
            path: path.to_owned(),
            reason,
        };
        let mut connection = prepared(path).map_err(unusable)?;
        match migrate::to_latest(&mut connection).map_err(unusable)? {
            migrate::At::Latest => {}
            migrate::At::Later { found, known } => {
                return Err(StoreError::Later {
                    path: path.to_owned(),
                    found,
                    known,
                });
            }
        }
        Ok(Self {
            connection: Arc::new(Mutex::new(connection)),
            path: path.to_owned(),
            seal: Arc::new(Seal::beside(path)?),
        })
    }

    /// Does something with the file, off the threads that answer.
    async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let store = self.clone();
        tokio::task::spawn_blocking(move || store.now(work))
            .await
            .map_err(|_| StoreError::Ending)?
    }

    /// Does something with the file, on this thread.
    fn now<T>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        work(
            &mut self
                .connection
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }
}

fn prepared(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_something_else_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.txt");
        let notes = "my notes, no database at all, and longer than a header of SQLite is: a hundred bytes and more of it";
        std::fs::write(&path, notes).unwrap();
        let told = Store::open(&path).unwrap_err().to_string();
        assert!(
            told.contains("notes.txt") && told.contains("--file"),
            "{told}"
        );
        assert_eq!(std::fs::read_to_string(&path).unwrap(), notes);
    }

    #[test]
    fn a_file_of_a_later_version_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("one.db");
        drop(Store::open(&path).unwrap());
        let later = Connection::open(&path).unwrap();
        later.pragma_update(None, "user_version", 999).unwrap();
        drop(later);
        let told = Store::open(&path).unwrap_err().to_string();
        assert!(told.contains("a later version"), "{told}");
    }
}
