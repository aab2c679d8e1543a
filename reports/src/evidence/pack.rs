//! From a record to the file.

use std::io::{Cursor, Write as _};

use galleria_scenarios::event::RunStarted;
use galleria_scenarios::{profile, record};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::manifest::{Manifest, Part};
use super::trouble::EvidenceError;
use super::{MANIFEST, PART_MOST, PROFILE, RECORD};
use crate::formats::{self, Format};
use crate::report::RunReport;

/// The reports that the file holds.
fn reports() -> impl Iterator<Item = &'static dyn Format> {
    let named = ["json", "junit", "html", "markdown"];
    named.into_iter().filter_map(formats::find)
}

/// The evidence of a run: a zip file whose bytes follow from the record and from the language that is
/// spoken alone.
///
/// # Errors
/// Where the record is none, is too large, or a report cannot be drawn from it.
pub fn pack(recorded: &[u8]) -> Result<Vec<u8>, EvidenceError> {
    let read = record::read(recorded)?;
    let report = RunReport::from_events(&read.events);
    let run = report.begun()?;
    let mut parts = vec![(RECORD.to_owned(), recorded.to_vec())];
    if let Some(book) = book(run) {
        parts.push((PROFILE.to_owned(), book.into_bytes()));
    }
    for format in reports() {
        parts.push((format.file_name().to_owned(), format.render(&report)?));
    }
    if let Some((name, _)) = parts.iter().find(|(_, bytes)| is_too_large(bytes)) {
        return Err(EvidenceError::TooLarge { name: name.clone() });
    }
    let listed = parts.iter().map(|(name, bytes)| Part::of(name, bytes));
    let manifest = Manifest::of(run, &report, listed.collect()).text();
    let manifest = manifest.map_err(|error| EvidenceError::Unpackable(error.to_string()))?;
    parts.insert(0, (MANIFEST.to_owned(), manifest));
    zipped(&parts).map_err(|error| EvidenceError::Unpackable(error.to_string()))
}

/// The rule book of a run: the user's own as it is in the record, else galleria's; none where this
/// galleria has it no more.
pub(super) fn book(run: &RunStarted) -> Option<String> {
    match &run.own_profile {
        Some(own) => Some(own.clone()),
        None => profile::embedded_text(&run.profile).map(ToOwned::to_owned),
    }
}

fn is_too_large(bytes: &[u8]) -> bool {
    bytes.len() as u64 > PART_MOST
}

/// No time, no owner, one way to compress: the bytes follow from the parts.
fn zipped(parts: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::DEFAULT)
        .unix_permissions(0o644)
        .system(zip::System::Unix);
    for (name, bytes) in parts {
        writer.start_file(name.as_str(), options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
