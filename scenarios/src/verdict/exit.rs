//! The exit codes: the one place where they are given numbers and meanings.

/// What the process says to the shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitCode {
    /// Every judged rule held.
    Held,
    /// A rule failed, or a known failure is stale.
    Failed,
    /// Usage, configuration or scenario error.
    Usage,
    /// The seller could not be reached at all.
    Unreachable,
    /// Nothing was judged, or the time ran out before everything was.
    NothingJudged,
    /// A bug of galleria, or a report that could not be written.
    Internal,
    /// Interrupted; what was recorded is kept and reported.
    Interrupted,
}

impl ExitCode {
    /// Every code in order of number.
    pub const ALL: [Self; 7] = [
        Self::Held,
        Self::Failed,
        Self::Usage,
        Self::Unreachable,
        Self::NothingJudged,
        Self::Internal,
        Self::Interrupted,
    ];

    /// The number.
    pub fn number(self) -> u8 {
        match self {
            Self::Held => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Unreachable => 3,
            Self::NothingJudged => 4,
            Self::Internal => 5,
            Self::Interrupted => 130,
        }
    }

    /// The meaning, as `--help` prints it.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Held => "every judged rule held",
            Self::Failed => "a rule failed, or a known failure is stale",
            Self::Usage => "usage, configuration or scenario error",
            Self::Unreachable => "the seller could not be reached at all",
            Self::NothingJudged => "nothing was judged, or the time ran out before everything was",
            Self::Internal => "a bug of galleria, or a report that could not be written",
            Self::Interrupted => "interrupted; what was recorded is kept and reported",
        }
    }
}
