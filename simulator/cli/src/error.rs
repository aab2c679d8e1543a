//! Errors for people: what happened, where, what to do; and what the shell is told.

use galleria_marketplace::delivery::{TargetError, TlsError};
use galleria_reports::evidence::EvidenceError;
use galleria_reports::formats::FormatError;
use galleria_scenarios::cases::StoreError;
use galleria_scenarios::profile::ProfileError;
use galleria_scenarios::record::RecordError;
use galleria_scenarios::scenario::CatalogError;
use galleria_scenarios::verdict::ExitCode;

use crate::pasted::PasteError;

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    /// The user asked for something that is not there or cannot be.
    #[error("{0}")]
    Usage(String),
    /// The address is no address.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// What was pasted cannot be read.
    #[error(transparent)]
    Paste(#[from] PasteError),
    /// TLS cannot be set up as asked.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// A profile does not exist or cannot be used.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// A scenario cannot be used.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
    /// A saved case is not there, or cannot be used.
    #[error(transparent)]
    Case(#[from] StoreError),
    /// A record cannot be used.
    #[error("{path}: {reason}")]
    Record {
        /// The file.
        path: String,
        /// What is wrong with it.
        reason: RecordError,
    },
    /// A report cannot be written.
    #[error("{path}: the report cannot be written: {reason}")]
    Report {
        /// The file.
        path: String,
        /// What the system said.
        reason: std::io::Error,
    },
    /// Evidence cannot be packed, or is none.
    #[error("{path}: {reason}")]
    Evidence {
        /// The file.
        path: String,
        /// What is wrong with it.
        reason: EvidenceError,
    },
    /// A report cannot be drawn.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// Something of the system that galleria needs is missing.
    #[error("{what}: {reason}")]
    System {
        /// What was wanted.
        what: &'static str,
        /// What the system said.
        reason: std::io::Error,
    },
    /// A seller that was to be started does not answer.
    #[error("{0}")]
    Unreachable(String),
    /// A check of galleria by itself failed.
    #[error("{0}")]
    Bug(String),
}

impl CliError {
    pub(crate) fn usage(text: impl Into<String>) -> Self {
        Self::Usage(text.into())
    }

    /// What the shell is told.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Case(StoreError::Unwritable { .. })
            | Self::Report { .. }
            | Self::Format(_)
            | Self::System { .. }
            | Self::Bug(_) => ExitCode::Internal,
            Self::Evidence { reason, .. } if reason.is_of_packing() => ExitCode::Internal,
            Self::Unreachable(_) => ExitCode::Unreachable,
            Self::Usage(_)
            | Self::Target(_)
            | Self::Paste(_)
            | Self::Tls(_)
            | Self::Profile(_)
            | Self::Catalog(_)
            | Self::Case(_)
            | Self::Record { .. }
            | Self::Evidence { .. } => ExitCode::Usage,
        }
    }
}
