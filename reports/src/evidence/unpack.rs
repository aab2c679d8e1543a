//! Reading a zip file that may have been made to do harm: nothing is written anywhere, no name is
//! followed, and of no part more is unpacked than it may have.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::manifest::{FORMAT, FORMAT_VERSION, Manifest};
use super::trouble::{EvidenceError, Trouble};
use super::{MANIFEST, MANIFEST_MOST, PART_MOST, PARTS_MOST, RECORD};

/// A file that was read.
pub(super) struct Unpacked {
    pub(super) manifest: Manifest,
    /// The parts that could be unpacked, the manifest not among them.
    pub(super) parts: BTreeMap<String, Vec<u8>>,
    pub(super) troubles: Vec<Trouble>,
}

pub(super) fn unpack(bytes: &[u8]) -> Result<Unpacked, EvidenceError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| EvidenceError::NoZip(error.to_string()))?;
    let manifest = manifest(&mut archive)?;
    let mut unpacked = Unpacked {
        manifest,
        parts: BTreeMap::new(),
        troubles: Vec::new(),
    };
    if archive.len() > PARTS_MOST {
        unpacked.troubles.push(Trouble::TooMany(archive.len()));
        return Ok(unpacked);
    }
    if declared(bytes) != Some(archive.len()) {
        unpacked.troubles.push(Trouble::Twice);
    }
    for at in 0..archive.len() {
        if let Err(trouble) = unpacked.take(&mut archive, at) {
            unpacked.troubles.push(trouble);
        }
    }
    unpacked.miss();
    Ok(unpacked)
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

fn manifest(archive: &mut Archive<'_>) -> Result<Manifest, EvidenceError> {
    let none = |why: String| EvidenceError::NoEvidence(why);
    let at = archive
        .index_for_name(MANIFEST)
        .ok_or_else(|| none(format!("it has no {MANIFEST}")))?;
    let text = part(archive, at, MANIFEST, MANIFEST_MOST).map_err(|why| none(why.to_string()))?;
    let wrong = |error: serde_json::Error| none(format!("{MANIFEST}: {error}"));
    let head: serde_json::Value = serde_json::from_slice(&text).map_err(wrong)?;
    if head["format"] != FORMAT {
        return Err(none(format!("{MANIFEST} does not say that it is")));
    }
    match head["format_version"].as_u64() {
        Some(found) if found > u64::from(FORMAT_VERSION) => Err(EvidenceError::Newer {
            found: u32::try_from(found).unwrap_or(u32::MAX),
        }),
        _ => serde_json::from_value(head).map_err(wrong),
    }
}

impl Unpacked {
    fn take(&mut self, archive: &mut Archive<'_>, at: usize) -> Result<(), Trouble> {
        let name = name(archive, at)?;
        if name == MANIFEST {
            return Ok(());
        }
        if !is_plain(&name) {
            return Err(Trouble::Path(name));
        }
        let listed = self.manifest.parts.iter().find(|part| part.name == name);
        let Some(listed) = listed.cloned() else {
            return Err(Trouble::Extra(name));
        };
        let bytes = part(archive, at, &name, listed.bytes.min(PART_MOST))?;
        if bytes.len() as u64 != listed.bytes || super::sha256(&bytes) != listed.sha256 {
            self.troubles.push(Trouble::Changed(name.clone()));
        }
        self.parts.insert(name, bytes);
        Ok(())
    }

    /// Tells what the manifest names and the file does not have.
    fn miss(&mut self) {
        let told = |name: &str, troubles: &[Trouble]| {
            troubles.iter().any(|known| known.part() == Some(name))
        };
        let listed = self.manifest.parts.iter().map(|part| part.name.as_str());
        let mut missing: Vec<_> = listed
            .chain([RECORD])
            .filter(|name| !self.parts.contains_key(*name) && !told(name, &self.troubles))
            .map(|name| Trouble::Missing(name.to_owned()))
            .collect();
        missing.dedup();
        self.troubles.append(&mut missing);
    }
}

fn name(archive: &mut Archive<'_>, at: usize) -> Result<String, Trouble> {
    let broken = |reason: String| Trouble::Broken {
        name: format!("part {}", at + 1),
        reason,
    };
    let file = archive.by_index_raw(at);
    let file = file.map_err(|error| broken(error.to_string()))?;
    let name = file.name().map_err(|error| broken(error.to_string()))?;
    Ok(name.into_owned())
}

/// The bytes of a part, of which there may be at most so many, whatever the file says.
fn part(archive: &mut Archive<'_>, at: usize, name: &str, most: u64) -> Result<Vec<u8>, Trouble> {
    let broken = |reason: String| Trouble::Broken {
        name: name.to_owned(),
        reason,
    };
    let mut bytes = Vec::new();
    let file = archive.by_index(at);
    let file = file.map_err(|error| broken(error.to_string()))?;
    let read = file.take(most + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > most {
        return Err(Trouble::Bomb {
            name: name.to_owned(),
            most,
        });
    }
    read.map_err(|error| broken(error.to_string()))?;
    Ok(bytes)
}

/// Whether every system takes the name for that of a file in the folder at hand.
fn is_plain(name: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || ".-_".contains(letter);
    !name.is_empty() && name.len() <= 64 && name.chars().all(plain) && !name.starts_with('.')
}

/// How many parts the end of the file says that it has: readers that go by names alone see one of two
/// that have the same.
fn declared(bytes: &[u8]) -> Option<usize> {
    const END: &[u8] = b"PK\x05\x06";
    let at = bytes.windows(END.len()).rposition(|four| four == END)?;
    let count: [u8; 2] = bytes.get(at + 10..at + 12)?.try_into().ok()?;
    Some(usize::from(u16::from_le_bytes(count)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_elsewhere_are_not_plain() {
        for name in [
            "",
            "..",
            "../record.jsonl",
            "/etc/passwd",
            "a/b",
            "a\\b",
            "C:x",
            "x\0",
            ".profile",
            "报告",
            "a b",
        ] {
            assert!(!is_plain(name), "{name}");
        }
        assert!(is_plain("record.jsonl"));
    }
}
