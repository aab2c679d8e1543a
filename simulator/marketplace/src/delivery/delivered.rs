//! What came of one delivery, before anything is taken out of it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::head::Header;
use super::tls::{TlsFacts, TlsTrouble};

/// How a delivery ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ended {
    /// A whole answer came.
    Answered,
    /// No whole answer within the profile's time.
    TimedOut,
    /// The host's name has no address.
    Unresolved,
    /// No connection came about.
    Refused,
    /// The TLS handshake failed.
    TlsFailed,
    /// The connection was closed or reset without an answer.
    Dropped,
    /// The connection ended inside the answer's body.
    CutShort,
    /// Something came that is not HTTP.
    NotHttp,
    /// The answer was thrown away on purpose, as a network may do.
    Lost,
    /// The connection was cut on purpose before an answer was read, as a network may do.
    Cut,
    /// An outage that the run plays kept the call from the seller.
    Outage,
    /// The run was stopped while the call was under way.
    Interrupted,
}

impl Ended {
    /// Whether no connection to the seller came about at all.
    pub fn is_unreachable(self) -> bool {
        matches!(self, Self::Unresolved | Self::Refused | Self::TlsFailed)
    }
}

/// Durations of one delivery, in microseconds, each from the start of the call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timings {
    /// The start of the call, in microseconds from the start of the run.
    pub started_us: u64,
    /// How long the connection took; absent where one was reused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connect_us: Option<u64>,
    /// How long the TLS handshake took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls_us: Option<u64>,
    /// When the first byte of the answer came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_byte_us: Option<u64>,
    /// When the call was over, however it ended.
    pub last_byte_us: u64,
}

impl Timings {
    /// How long the seller was waited for.
    pub fn total(&self) -> Duration {
        Duration::from_micros(self.last_byte_us)
    }
}

/// An answer as it was received, whole or in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedAnswer {
    /// The HTTP status.
    pub status: u16,
    /// The status line as sent.
    pub status_line: String,
    /// The headers in order, names in the case in which they were sent.
    pub headers: Vec<Header>,
    /// The body's bytes, chunks joined, nothing decompressed.
    pub body: Vec<u8>,
    /// Whether the body went on beyond what is read.
    pub too_large: bool,
}

/// One delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    /// How it ended.
    pub ended: Ended,
    /// What the system said where it did not end well.
    pub detail: Option<String>,
    /// The answer, where a head came.
    pub answer: Option<ReceivedAnswer>,
    /// The moments.
    pub timings: Timings,
    /// What TLS agreed on.
    pub tls: Option<TlsFacts>,
    /// Why there was no TLS handshake, where it failed.
    pub tls_trouble: Option<TlsTrouble>,
}
