//! The files of a run: named and created before the first call, filled at its end.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use galleria_reports::formats::{self, Format};
use galleria_reports::{RunReport, evidence};
use galleria_scenarios::record::JsonLines;
use galleria_scenarios::suggest;

use super::terminal::print;
use crate::args::ReportsArgs;
use crate::error::CliError;

/// The name of the record among the formats.
const RECORD: &str = "jsonl";

/// Where one report goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Standard output.
    Out,
    /// A file.
    File(PathBuf),
}

/// The reports of one run.
#[derive(Debug, Default)]
pub(crate) struct Reports {
    drawn: Vec<(&'static dyn Format, Place)>,
    records: Vec<PathBuf>,
    bundles: Vec<PathBuf>,
    /// The record that was read, where the run is over.
    read: Option<PathBuf>,
}

impl Reports {
    /// Reads the values of `--report`.
    pub(crate) fn parse(given: &[String]) -> Result<Self, CliError> {
        let mut reports = Self::default();
        for text in given {
            let (name, path) = text
                .split_once('=')
                .filter(|(_, path)| !path.is_empty())
                .ok_or_else(|| {
                    CliError::usage(format!(
                        "--report `{text}`: write it as FORMAT=PATH, such as json=out.json"
                    ))
                })?;
            let place = if path == "-" {
                Place::Out
            } else {
                Place::File(PathBuf::from(path))
            };
            match (formats::find(name), place) {
                (Some(format), place) => reports.drawn.push((format, place)),
                (None, Place::File(path)) if name == RECORD => reports.records.push(path),
                (None, Place::File(path)) if name == evidence::NAME => reports.bundles.push(path),
                (None, Place::Out) if name == RECORD => {
                    return Err(CliError::usage(
                        "--report jsonl=-: the record goes to a file",
                    ));
                }
                (None, Place::Out) if name == evidence::NAME => {
                    return Err(CliError::usage(
                        "--report bundle=-: a zip file goes to a file, such as bundle=evidence.zip",
                    ));
                }
                _ => return Err(unknown_format(name)),
            }
        }
        Ok(reports)
    }

    /// Those of a run: what `--report` asks for, and what every run leaves in its folder.
    pub(crate) fn of(args: &ReportsArgs) -> Result<Self, CliError> {
        let mut reports = Self::parse(&args.report)?;
        reports.add_folder(&args.report_dir);
        Ok(reports)
    }

    /// Those of a trial, which leaves a folder only where one is named.
    pub(crate) fn asked(given: &[String], folder: Option<&Path>) -> Result<Self, CliError> {
        let mut reports = Self::parse(given)?;
        if let Some(folder) = folder {
            reports.add_folder(folder);
        }
        if !reports.bundles.is_empty() && reports.records.is_empty() {
            return Err(CliError::usage(
                "--report bundle packs the record of the trial: add --report-dir DIR or --report jsonl=PATH",
            ));
        }
        Ok(reports)
    }

    /// Those of a run that is over, whose record was read from this file.
    pub(crate) fn reading(mut self, record: &Path) -> Self {
        self.read = Some(record.to_owned());
        self
    }

    /// Adds the record, and the formats that every run leaves, in a folder.
    fn add_folder(&mut self, folder: &Path) {
        self.records.push(folder.join("record.jsonl"));
        for &format in formats::EVERY_RUN {
            self.drawn
                .push((format, Place::File(folder.join(format.file_name()))));
        }
    }

    /// Whether standard output belongs to a report.
    pub(crate) fn take_stdout(&self) -> bool {
        self.drawn.iter().any(|(_, place)| *place == Place::Out)
    }

    /// Whether no report is asked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.drawn.is_empty() && self.records.is_empty() && self.bundles.is_empty()
    }

    /// Refuses two reports in one place, and any report in place of `input`.
    pub(crate) fn refuse_collisions(&self, input: Option<&Path>) -> Result<(), CliError> {
        let drawn = self.drawn.iter().map(|(_, place)| match place {
            Place::Out => PathBuf::from("-"),
            Place::File(path) => path.clone(),
        });
        let mut seen = BTreeSet::new();
        let files = self.records.iter().chain(&self.bundles).cloned();
        for path in drawn.chain(files) {
            let same = |one: &Path, other: &Path| match (one.canonicalize(), other.canonicalize()) {
                (Ok(one), Ok(other)) => one == other,
                _ => one == other,
            };
            if input.is_some_and(|input| same(input, &path)) {
                let path = path.display();
                return Err(CliError::usage(format!(
                    "{path} is the record that is read; a report there would overwrite it"
                )));
            }
            if !seen.insert(path.clone()) {
                let path = path.display();
                return Err(CliError::usage(format!(
                    "two reports would be written to {path}"
                )));
            }
        }
        Ok(())
    }

    /// Tries to create every file, so that one that cannot be written is told before the first call,
    /// and so that no report of an earlier run stands beside this run's record. Hands out the
    /// records, which are written as the run goes.
    pub(crate) fn create(&self) -> Result<Vec<JsonLines<File>>, CliError> {
        let drawn = self.drawn.iter().filter_map(|(_, place)| match place {
            Place::Out => None,
            Place::File(path) => Some(path),
        });
        for path in drawn.chain(&self.bundles) {
            create(path)?;
            std::fs::remove_file(path).map_err(|reason| unwritable(path, reason))?;
        }
        let record = |path: &PathBuf| Ok(JsonLines::new(path.display().to_string(), create(path)?));
        self.records.iter().map(record).collect()
    }

    /// Draws and writes every report. One that fails does not keep the others from being written;
    /// the first failure is returned.
    pub(crate) fn write(&self, report: &RunReport) -> Result<(), CliError> {
        let mut failure = None;
        for (format, place) in &self.drawn {
            if let Err(error) = write_one(*format, place, report) {
                failure.get_or_insert(error);
            }
        }
        for path in &self.bundles {
            if let Err(error) = self.pack(path) {
                failure.get_or_insert(error);
            }
        }
        failure.map_or(Ok(()), Err)
    }

    /// Packs the record, as it is on disk, with what is drawn from it.
    fn pack(&self, path: &Path) -> Result<(), CliError> {
        let Some(record) = self.read.as_ref().or(self.records.first()) else {
            return Err(CliError::Bug(
                "evidence without a record was asked for".to_owned(),
            ));
        };
        let recorded = std::fs::read(record).map_err(|reason| CliError::Report {
            path: path.display().to_string(),
            reason,
        })?;
        let packed = evidence::pack(&recorded).map_err(|reason| CliError::Evidence {
            path: path.display().to_string(),
            reason,
        })?;
        create(path)?
            .write_all(&packed)
            .map_err(|reason| unwritable(path, reason))
    }

    /// The files, for telling where they are.
    pub(crate) fn files(&self) -> Vec<String> {
        let drawn = self.drawn.iter().filter_map(|(_, place)| match place {
            Place::Out => None,
            Place::File(path) => Some(path.display().to_string()),
        });
        self.records
            .iter()
            .map(|path| path.display().to_string())
            .chain(drawn)
            .chain(self.bundles.iter().map(|path| path.display().to_string()))
            .collect()
    }
}

fn write_one(format: &dyn Format, place: &Place, report: &RunReport) -> Result<(), CliError> {
    let bytes = format.render(report)?;
    match place {
        Place::Out => print(&bytes),
        Place::File(path) => create(path)?
            .write_all(&bytes)
            .map_err(|reason| unwritable(path, reason)),
    }
}

fn create(path: &Path) -> Result<File, CliError> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let made = folder
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| File::create(path));
    made.map_err(|reason| unwritable(path, reason))
}

fn unwritable(path: &Path, reason: std::io::Error) -> CliError {
    CliError::Report {
        path: path.display().to_string(),
        reason,
    }
}

fn unknown_format(name: &str) -> CliError {
    let mut known = formats::names();
    known.extend([RECORD, evidence::NAME]);
    let hint = suggest::hint(name, known.iter().copied());
    let known = known.join(", ");
    CliError::usage(format!(
        "there is no report format `{name}`{hint} (known: {known})"
    ))
}
