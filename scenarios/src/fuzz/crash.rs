//! A failing history on disk: a scenario that a person reads, and what was found in it.
//!
//! The file needs no seed and holds no secret. It is a scenario file like any other, with one table
//! more, so that `check --scenarios` plays it as well.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::answers::answers;
use super::found::Found;
use crate::located::Located;
use crate::scenario::{Scenario, quoted, read, write};

/// The version of the format. A reader refuses a newer one.
const FORMAT: u32 = 1;

/// A failing history that was read.
#[derive(Clone, Debug)]
pub struct Crash {
    /// The history.
    pub scenario: Scenario,
    /// The rule book.
    pub profile: String,
    /// The rule that failed.
    pub rule: String,
    /// Where in the answer.
    pub place: String,
    /// In which step.
    pub step: u32,
    /// How many replays failed when it was found, and of how many.
    pub failed: (u32, u32),
    /// What was answered, by step.
    pub answers: Vec<(u32, String)>,
}

#[derive(Debug, Deserialize)]
struct CrashFile {
    found: FoundTable,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct FoundTable {
    format: u32,
    profile: String,
    rule: String,
    #[serde(rename = "where")]
    place: String,
    step: u32,
    #[serde(rename = "expected")]
    _expected: String,
    #[serde(rename = "actual")]
    _actual: String,
    failed: u32,
    of: u32,
    answers: Vec<(u32, String)>,
}

/// The text of a failure's file.
pub fn text(found: &Found, profile: &str) -> String {
    let finding = &found.failure.finding;
    let (failed, of) = found.failed;
    let head = format!(
        "A history that a seller failed, found by `galleria fuzz`: {failed} of {of} replays failed.\n\
         Play it again: galleria replay FILE. Keep it as a scenario: galleria replay FILE --to-scenario PATH.\n"
    );
    let mut text = write(&found.scenario, &head);
    text.push_str("\n[found]\n");
    let _ = writeln!(text, "format = {FORMAT}");
    for (name, value) in [
        ("profile", profile),
        ("rule", &found.failure.rule),
        ("where", &finding.place),
        ("expected", &finding.expected),
        ("actual", &finding.actual),
    ] {
        let _ = writeln!(text, "{name} = {}", quoted(value));
    }
    let _ = writeln!(
        text,
        "step = {}\nfailed = {failed}\nof = {of}",
        finding.step
    );
    text.push_str("# Each call's step and what was answered; ids are told by the order in which they came up.\n");
    text.push_str("answers = [\n");
    for (step, told) in answers(&found.play) {
        let _ = writeln!(text, "    [{step}, {}],", quoted(&told));
    }
    text.push_str("]\n");
    text
}

/// Reads a failure's file; `file` is its name for errors.
///
/// # Errors
/// Where the text is no such file: with line, column and what was probably meant.
pub fn parse(id: &str, file: &str, text: &str) -> Result<Crash, Located> {
    let scenario = read(id, file, text)?;
    let raw: CrashFile =
        toml::from_str(text).map_err(|error| Located::syntax(file, text, &error))?;
    let found = raw.found;
    if found.format > FORMAT {
        let message = format!(
            "the file has format {}, and this galleria reads up to {FORMAT}; use the galleria that wrote it or a newer one",
            found.format
        );
        return Err(Located::at(file, text, 0, message));
    }
    Ok(Crash {
        scenario,
        profile: found.profile,
        rule: found.rule,
        place: found.place,
        step: found.step,
        failed: (found.failed, found.of),
        answers: found.answers,
    })
}

/// Writes a failure's file into a folder, under a name that no other file has; tells where.
///
/// # Errors
/// Where the folder or the file cannot be written.
pub fn save(folder: &Path, found: &Found, profile: &str) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let id = &found.scenario.id;
    let text = text(found, profile);
    for number in 1_u32.. {
        let name = match number {
            1 => format!("{id}.toml"),
            number => format!("{id}-{number}.toml"),
        };
        let path = folder.join(name);
        match std::fs::File::create_new(&path) {
            Ok(mut file) => {
                std::io::Write::write_all(&mut file, text.as_bytes())?;
                return Ok(path);
            }
            // The same failure of an earlier campaign is there already.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                if std::fs::read_to_string(&path).is_ok_and(|known| known == text) {
                    return Ok(path);
                }
            }
            Err(error) => return Err(error),
        }
    }
    Err(std::io::Error::other("the folder is full"))
}
