//! Where scenarios come from: the embedded catalog, and a folder of the user's own.

use std::path::{Path, PathBuf};

use super::error::ScenarioError;
use super::read::read;
use super::step::Scenario;

pub(super) static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

/// The folder of the catalog in galleria's source.
const FOLDER: &str = "scenarios/catalog";

/// Scenarios in the order in which they are played: by id.
#[derive(Clone, Debug)]
pub struct Catalog {
    scenarios: Vec<Scenario>,
}

/// Why a catalog cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// A scenario is wrong.
    #[error(transparent)]
    Scenario(#[from] ScenarioError),
    /// A folder or file cannot be read.
    #[error("{}: {reason}", path.display())]
    Io {
        /// The folder or file.
        path: PathBuf,
        /// What the system said.
        reason: std::io::Error,
    },
    /// A folder without scenarios.
    #[error("{} holds no scenario: put *.toml files there", .0.display())]
    Empty(PathBuf),
    /// Two scenarios of one id.
    #[error("{} has the name of a scenario that exists already: `{id}`; rename the file", path.display())]
    Twice {
        /// The second file.
        path: PathBuf,
        /// The id.
        id: String,
    },
}

impl Catalog {
    /// The scenarios that come with galleria.
    ///
    /// # Panics
    /// Where an embedded scenario cannot be read, which a test rules out.
    pub fn embedded() -> Self {
        let scenarios = FILES.iter().map(|(id, text)| {
            read(id, &format!("{FOLDER}/{id}.toml"), text).expect("the catalog is read by a test")
        });
        Self {
            scenarios: scenarios.collect(),
        }
    }

    /// Adds the `*.toml` files of a folder, in the order of their names.
    pub fn add_folder(&mut self, folder: &Path) -> Result<(), CatalogError> {
        let broken = |path: &Path| {
            let path = path.to_owned();
            move |reason| CatalogError::Io { path, reason }
        };
        let mut paths = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(broken(folder))? {
            let path = entry.map_err(broken(folder))?.path();
            if path.extension().is_some_and(|ending| ending == "toml") {
                paths.push(path);
            }
        }
        if paths.is_empty() {
            return Err(CatalogError::Empty(folder.to_owned()));
        }
        paths.sort();
        for path in paths {
            let id = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if self.scenarios.iter().any(|scenario| scenario.id == id) {
                return Err(CatalogError::Twice { path, id });
            }
            let text = std::fs::read_to_string(&path).map_err(broken(&path))?;
            self.scenarios
                .push(read(&id, &path.display().to_string(), &text)?);
        }
        Ok(())
    }

    /// The scenarios.
    pub fn scenarios(&self) -> &[Scenario] {
        &self.scenarios
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_scenario_can_be_read() {
        for (id, text) in FILES {
            if let Err(error) = read(id, &format!("{id}.toml"), text) {
                panic!("{error}");
            }
        }
        assert_eq!(Catalog::embedded().scenarios().len(), FILES.len());
    }

    #[test]
    fn every_embedded_scenario_says_what_it_is_about() {
        for scenario in Catalog::embedded().scenarios() {
            assert!(scenario.about.len() > 30, "{}", scenario.id);
        }
    }

    #[test]
    fn a_folder_of_ones_own_is_added() {
        let folder = tempfile::tempdir().unwrap();
        let mut catalog = Catalog::embedded();
        assert!(matches!(
            catalog.add_folder(folder.path()),
            Err(CatalogError::Empty(_))
        ));
        let text = "title='t'\nabout='a'\n[[step]]\nverb='send'\nactivity='newInstance'\n";
        std::fs::write(folder.path().join("mine.toml"), text).unwrap();
        catalog.add_folder(folder.path()).unwrap();
        assert!(
            catalog
                .scenarios()
                .iter()
                .any(|scenario| scenario.id == "mine")
        );
        let again = catalog.add_folder(folder.path());
        assert!(matches!(again, Err(CatalogError::Twice { .. })));
    }
}
