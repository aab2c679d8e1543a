//! `manifest.json`.

use serde::{Deserialize, Serialize};

use super::sha256;
use crate::lang::Lang;
use crate::report::RunReport;
use galleria_scenarios::event::RunStarted;

/// What says that a zip file is evidence.
pub(super) const FORMAT: &str = "galleria-evidence";
/// The version of the format; a reader refuses a newer one.
pub(super) const FORMAT_VERSION: u32 = 1;

/// What made a file of evidence, of which run it is, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always `galleria-evidence`.
    pub format: String,
    /// The version of this format.
    pub format_version: u32,
    /// What played the run.
    pub tool: Tool,
    /// The version of galleria that drew the reports.
    pub drawn_by: String,
    /// The language of the reports, as in `--lang`.
    pub language: String,
    /// The run.
    pub run: Run,
    /// The parts, in their order.
    pub parts: Vec<Part>,
}

/// What played a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tool {
    /// Always `galleria`.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The version of its rule set.
    pub rule_set: String,
}

/// A run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Its id.
    pub id: String,
    /// The seed.
    pub seed: u64,
    /// When it began, in UTC.
    pub started: String,
    /// The rule book.
    pub profile: String,
    /// The production address, or what stands for it.
    pub target: String,
    /// What it came to, as in the exit codes.
    pub exit_code: u8,
}

/// A part of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// Their SHA-256, in hex.
    pub sha256: String,
}

impl Part {
    pub(super) fn of(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            bytes: bytes.len() as u64,
            sha256: sha256(bytes),
        }
    }
}

impl Manifest {
    pub(super) fn of(run: &RunStarted, report: &RunReport, parts: Vec<Part>) -> Self {
        Self {
            format: FORMAT.to_owned(),
            format_version: FORMAT_VERSION,
            tool: Tool {
                name: "galleria".to_owned(),
                version: run.tool_version.clone(),
                rule_set: run.rule_set.clone(),
            },
            drawn_by: env!("CARGO_PKG_VERSION").to_owned(),
            language: Lang::spoken().name().to_owned(),
            run: Run::of(run, report),
            parts,
        }
    }

    /// As it is written.
    pub(super) fn text(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut text = serde_json::to_vec_pretty(self)?;
        text.push(b'\n');
        Ok(text)
    }
}

impl Run {
    pub(super) fn of(run: &RunStarted, report: &RunReport) -> Self {
        let started = run.started;
        Self {
            id: run.id.clone(),
            seed: run.seed,
            started: started.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
            profile: run.profile.clone(),
            target: run.target.clone(),
            exit_code: report.conclude().exit.number(),
        }
    }
}
