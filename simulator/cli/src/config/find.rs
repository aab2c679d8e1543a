//! Where the file is.

use std::path::{Path, PathBuf};

/// The name of the file.
pub(crate) const NAME: &str = "galleria.toml";

/// The nearest file upwards from `folder`; no further up than the repository that holds it.
pub(super) fn upwards(folder: &Path) -> Option<PathBuf> {
    for folder in folder.ancestors() {
        let file = folder.join(NAME);
        if file.is_file() {
            return Some(file);
        }
        if folder.join(".git").exists() {
            return None;
        }
    }
    None
}
