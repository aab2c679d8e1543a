//! A folder of cases, one a file.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::case::Case;
use super::file::{read, write};
use crate::located::Located;
use crate::profile::Profile;
use crate::suggest;

const ENDING: &str = "toml";
/// The longest name of a case, in characters.
const LONGEST: usize = 80;

/// A folder of cases. It need not exist before the first one is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    folder: PathBuf,
}

/// A case with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The name: that of its file, without the ending.
    pub name: String,
    /// The case.
    pub case: Case,
}

/// Why a case could not be found, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The system does not give a file.
    #[error("{}: cannot be read: {reason}", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        reason: std::io::Error,
    },
    /// A file is no case.
    #[error(transparent)]
    Wrong(#[from] Located),
    /// No such case.
    #[error("there is no case `{name}` in {}{hint}", folder.display())]
    Absent {
        /// The name.
        name: String,
        /// Where it was looked for.
        folder: PathBuf,
        /// What was probably meant.
        hint: String,
    },
    /// A case of that name is there.
    #[error("{}: a case of that name is there already; give another name, or --force to write over it", .0.display())]
    Exists(PathBuf),
    /// No name for a file.
    #[error(
        "`{0}` is no name for a case: use up to 80 letters, digits, `-`, `_` and `.`, and begin with a letter or digit"
    )]
    BadName(String),
    /// The system does not take a file.
    #[error("{}: the case cannot be written: {reason}", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: std::io::Error,
    },
}

impl Store {
    /// The cases in that folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
        }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Every case, by name; none where the folder does not exist.
    ///
    /// # Errors
    /// Where the folder or a case in it cannot be read.
    pub fn all(&self) -> Result<Vec<Saved>, StoreError> {
        let names = self.names()?;
        names.into_iter().map(|name| self.find(&name)).collect()
    }

    /// The case of that name.
    ///
    /// # Errors
    /// Where there is none, or it cannot be read.
    pub fn find(&self, name: &str) -> Result<Saved, StoreError> {
        let path = self.path(name)?;
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(self.absent(name)),
            Err(reason) => return Err(StoreError::Unreadable { path, reason }),
        };
        let case = read(&path.display().to_string(), &text)?;
        Ok(Saved {
            name: name.to_owned(),
            case,
        })
    }

    /// The text of a case's file.
    ///
    /// # Errors
    /// Where there is none, or it is no case.
    pub fn text(&self, name: &str) -> Result<String, StoreError> {
        self.find(name)?;
        let path = self.path(name)?;
        fs::read_to_string(&path).map_err(|reason| StoreError::Unreadable { path, reason })
    }

    /// Removes a case, also one that cannot be read.
    ///
    /// # Errors
    /// Where there is none, or the system keeps it.
    pub fn remove(&self, name: &str) -> Result<PathBuf, StoreError> {
        let path = self.path(name)?;
        match fs::remove_file(&path) {
            Ok(()) => Ok(path),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(self.absent(name)),
            Err(reason) => Err(StoreError::Unwritable { path, reason }),
        }
    }

    /// Whether a case of that name could be saved.
    ///
    /// # Errors
    /// Where the name is none, or taken and `force` is not given.
    pub fn may_save(&self, name: &str, force: bool) -> Result<(), StoreError> {
        let path = self.path(name)?;
        if !force && path.exists() {
            return Err(StoreError::Exists(path));
        }
        Ok(())
    }

    /// Saves a case whole or not at all; one of that name is written over with `force` only.
    ///
    /// # Errors
    /// Where the name is none or taken, or the system does not take the file.
    pub fn save(
        &self,
        name: &str,
        case: &Case,
        profile: &Profile,
        force: bool,
    ) -> Result<PathBuf, StoreError> {
        let path = self.path(name)?;
        let unwritable = |reason| StoreError::Unwritable {
            path: path.clone(),
            reason,
        };
        fs::create_dir_all(&self.folder).map_err(unwritable)?;
        let draft = self
            .folder
            .join(format!(".{name}.{}.part", std::process::id()));
        let text = write(case, profile);
        let placed = whole(&draft, &text).and_then(|()| place(&draft, &path, force));
        let _ = fs::remove_file(&draft);
        match placed {
            Ok(()) => Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(StoreError::Exists(path)),
            Err(reason) => Err(unwritable(reason)),
        }
    }

    fn names(&self) -> Result<Vec<String>, StoreError> {
        let unreadable = |reason| StoreError::Unreadable {
            path: self.folder.clone(),
            reason,
        };
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(reason) => return Err(unreadable(reason)),
        };
        let mut names = Vec::new();
        for entry in entries {
            let path = entry.map_err(unreadable)?.path();
            let name = path.file_stem().and_then(|name| name.to_str());
            let is_case = path.extension().is_some_and(|ending| ending == ENDING);
            names.extend(
                name.filter(|name| is_case && is_name(name))
                    .map(ToOwned::to_owned),
            );
        }
        names.sort();
        Ok(names)
    }

    fn path(&self, name: &str) -> Result<PathBuf, StoreError> {
        if is_name(name) {
            Ok(self.folder.join(format!("{name}.{ENDING}")))
        } else {
            Err(StoreError::BadName(name.to_owned()))
        }
    }

    fn absent(&self, name: &str) -> StoreError {
        let known = self.names().unwrap_or_default();
        StoreError::Absent {
            name: name.to_owned(),
            folder: self.folder.clone(),
            hint: suggest::hint(name, known.iter().map(String::as_str)),
        }
    }
}

fn is_name(name: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let begins = name.starts_with(|letter: char| letter.is_ascii_alphanumeric());
    begins && name.len() <= LONGEST && name.chars().all(fits)
}

fn whole(path: &Path, text: &str) -> std::io::Result<()> {
    let mut file: File = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Gives a whole file its name. A link never takes a name that is in use, a rename does.
fn place(draft: &Path, path: &Path, force: bool) -> std::io::Result<()> {
    if force {
        return fs::rename(draft, path);
    }
    match fs::hard_link(draft, path) {
        // Some file systems have no links: there the look and the rename are two steps.
        Err(error) if error.kind() != ErrorKind::AlreadyExists && !path.exists() => {
            fs::rename(draft, path)
        }
        done => done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile;

    fn case(id: &str) -> Case {
        let text = format!(
            "profile = \"cn-v1\"\nactivity = \"releaseInstance\"\n[parameters]\ninstanceId = \"{id}\"\n"
        );
        read("case", &text).unwrap()
    }

    #[test]
    fn a_case_is_saved_once_found_and_removed() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path().join("new/cases"));
        let book = profile::find("cn-v1").unwrap();
        assert_eq!(store.all().unwrap(), []);
        store.save("one", &case("i"), &book, false).unwrap();
        let again = store.save("one", &case("j"), &book, false);
        assert!(matches!(again, Err(StoreError::Exists(_))), "{again:?}");
        assert_eq!(store.find("one").unwrap().case, case("i"));
        store.save("one", &case("j"), &book, true).unwrap();
        assert_eq!(store.all().unwrap().len(), 1);
        assert_eq!(store.find("one").unwrap().case, case("j"));
        assert_eq!(
            fs::read_dir(store.folder()).unwrap().count(),
            1,
            "no draft is left"
        );
        store.remove("one").unwrap();
        assert!(matches!(
            store.remove("one"),
            Err(StoreError::Absent { .. })
        ));
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        let store = Store::new("cases");
        for name in ["", "..", "../x", "a/b", ".hidden", "a\\b", "名"] {
            assert!(
                matches!(store.find(name), Err(StoreError::BadName(_))),
                "{name}"
            );
        }
    }

    #[test]
    fn a_slip_in_a_name_is_understood() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path());
        store
            .save(
                "release",
                &case("i"),
                &profile::find("cn-v1").unwrap(),
                false,
            )
            .unwrap();
        let told = store.find("relese").unwrap_err().to_string();
        assert!(told.contains("did you mean `release`"), "{told}");
    }
}
