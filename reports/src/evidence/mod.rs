//! Evidence: a run in one file, to be attached to a ticket, that anybody can check without a network.
//!
//! It is a zip file with the record, the reports that are drawn from it, the rule book, and
//! `manifest.json`, which says what made them and holds the SHA-256 of each. The same record gives the
//! same bytes. It proves that its parts belong together; who made it, it does not prove: for that the
//! SHA-256 of the whole file goes another way.
//!
//! | module | what it holds |
//! |---|---|
//! | `anew` | what the rules of today make of the record |
//! | `manifest` | `manifest.json`: what made the file, the run, the hash of each part |
//! | `pack` | from a record to the file |
//! | `unpack` | reading a file that may have been made to do harm |
//! | `verify` | whether the parts belong together |
//! | `trouble` | what can be wrong, for people and programs |

mod anew;
mod manifest;
mod pack;
mod trouble;
mod unpack;
mod verify;

pub use anew::{Anew, Difference};
pub use manifest::{Manifest, Part};
pub use pack::pack;
pub use trouble::{EvidenceError, Trouble};
pub use verify::{Verified, verify};

/// Its name in `--report NAME=PATH`.
pub const NAME: &str = "bundle";
/// The name of the manifest in the file.
const MANIFEST: &str = "manifest.json";
/// The name of the record in the file.
const RECORD: &str = "record.jsonl";
/// The name of the rule book in the file.
const PROFILE: &str = "profile.toml";

/// The bytes that a part may have.
const PART_MOST: u64 = 256 * 1024 * 1024;
/// The bytes that the manifest may have.
const MANIFEST_MOST: u64 = 1024 * 1024;
/// The parts that a file may have.
const PARTS_MOST: usize = 64;

/// SHA-256 in hex.
fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    hex::encode(sha2::Sha256::digest(bytes))
}
