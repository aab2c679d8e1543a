//! What can be wrong with evidence.

use galleria_scenarios::record::RecordError;

use super::PART_MOST;
use super::anew::Difference;
use super::manifest::FORMAT_VERSION;
use crate::formats::FormatError;
use crate::words::on_one_line;

/// Why a file of evidence could not be made, or is none.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// The record cannot be used.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// A report cannot be drawn.
    #[error(transparent)]
    Report(#[from] FormatError),
    /// A part is larger than a reader would take.
    #[error(
        "{name} has more than {} MiB, which is more than evidence may hold; play fewer scenarios with --scenario or --shard",
        PART_MOST / 1024 / 1024
    )]
    TooLarge {
        /// The part.
        name: String,
    },
    /// The file could not be put together.
    #[error("the evidence could not be packed: {0}")]
    Unpackable(String),
    /// The file is no zip file.
    #[error("this is no zip file: {0}")]
    NoZip(String),
    /// The file is a zip file, but none of galleria's.
    #[error("this is no evidence of galleria's: {0}")]
    NoEvidence(String),
    /// A newer galleria made it.
    #[error(
        "the evidence has format {found}, and this galleria reads up to {FORMAT_VERSION}; use the galleria that made it or a newer one"
    )]
    Newer {
        /// The file's format.
        found: u32,
    },
}

impl EvidenceError {
    /// Whether it arose when a file was made, not when one was read.
    pub fn is_of_packing(&self) -> bool {
        matches!(
            self,
            Self::Record(_) | Self::Report(_) | Self::TooLarge { .. } | Self::Unpackable(_)
        )
    }
}

/// What is wrong with a file of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A name that leads out of the folder into which the file is unpacked, or that some system
    /// cannot have.
    Path(String),
    /// Two parts of one name, or a list of parts that does not tell them all.
    Twice,
    /// More parts than evidence has.
    TooMany(usize),
    /// A part that the manifest does not name.
    Extra(String),
    /// A part that the manifest names and that is not there.
    Missing(String),
    /// A part that unpacks to more than it may.
    Bomb {
        /// The part.
        name: String,
        /// The bytes that it may have.
        most: u64,
    },
    /// A part that cannot be unpacked.
    Broken {
        /// The part.
        name: String,
        /// Why.
        reason: String,
    },
    /// A part that is not what the manifest says it is.
    Changed(String),
    /// The record cannot be read.
    Record(String),
    /// The manifest says something else of the run than the record.
    OtherRun {
        /// What.
        what: &'static str,
        /// By the manifest.
        manifest: String,
        /// By the record.
        record: String,
    },
    /// A report is not what is drawn from the record.
    NotDrawn(String),
    /// The rule book is not the one that the run was played by.
    OtherBook,
    /// The rules that the run was judged by come to something else when they look again.
    OtherVerdict(Difference),
}

impl Trouble {
    /// A stable word for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Path(_) => "path",
            Self::Twice => "twice",
            Self::TooMany(_) => "too-many",
            Self::Extra(_) => "extra",
            Self::Missing(_) => "missing",
            Self::Bomb { .. } => "bomb",
            Self::Broken { .. } => "broken",
            Self::Changed(_) => "changed",
            Self::Record(_) => "record",
            Self::OtherRun { .. } => "other-run",
            Self::NotDrawn(_) => "not-drawn",
            Self::OtherBook => "other-book",
            Self::OtherVerdict(_) => "other-verdict",
        }
    }

    /// The part that it is about, where it is about one.
    pub fn part(&self) -> Option<&str> {
        match self {
            Self::Path(name)
            | Self::Extra(name)
            | Self::Missing(name)
            | Self::Bomb { name, .. }
            | Self::Broken { name, .. }
            | Self::Changed(name)
            | Self::NotDrawn(name) => Some(name),
            Self::Twice
            | Self::TooMany(_)
            | Self::Record(_)
            | Self::OtherRun { .. }
            | Self::OtherBook
            | Self::OtherVerdict(_) => None,
        }
    }
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = on_one_line(self.part().unwrap_or_default());
        match self {
            Self::Path(_) => write!(
                f,
                "{name}: the name leads out of the folder into which it is unpacked; do not unpack this file"
            ),
            Self::Twice => f.write_str(
                "the file's list of parts names one twice, or not every one; do not unpack it",
            ),
            Self::TooMany(count) => write!(f, "the file has {count} parts, more than evidence has"),
            Self::Extra(_) => write!(f, "{name}: the manifest does not name it"),
            Self::Missing(_) => write!(f, "{name}: the manifest names it, but it is not there"),
            Self::Bomb { most, .. } => write!(
                f,
                "{name}: it unpacks to more than {most} bytes, which is all that it may have; do not unpack this file"
            ),
            Self::Broken { reason, .. } => {
                write!(f, "{name}: it cannot be unpacked: {}", on_one_line(reason))
            }
            Self::Changed(_) => write!(f, "{name}: it was changed: its SHA-256 is another"),
            Self::Record(reason) => write!(f, "record.jsonl: {}", on_one_line(reason)),
            Self::OtherRun {
                what,
                manifest,
                record,
            } => write!(
                f,
                "{what} is {} by the manifest, {} by the record",
                on_one_line(manifest),
                on_one_line(record)
            ),
            Self::NotDrawn(_) => {
                write!(f, "{name}: it is not what galleria draws from the record")
            }
            Self::OtherBook => {
                f.write_str("profile.toml: it is not the rule book that the run was played by")
            }
            Self::OtherVerdict(Difference { rule, record, anew }) => write!(
                f,
                "record.jsonl: {rule} is `{record}` as recorded, but `{anew}` when the rules look at the calls again"
            ),
        }
    }
}
