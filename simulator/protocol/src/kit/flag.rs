//! `flag`: what is to be done with the records of a call.

use super::request::RequestError;

/// What is to be done; a number on the wire [kit §1.4-1.7]. Which call knows which flag is told by
/// [`Call::flags`](super::Call::flags).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flag {
    /// 0: the record goes.
    Delete,
    /// 1: the record comes.
    Add,
    /// 2: the record changes.
    Modify,
    /// 3: the authorisation of accounts is cancelled.
    Cancel,
}

impl Flag {
    /// Every flag, in the order of their numbers.
    pub const ALL: [Flag; 4] = [Flag::Delete, Flag::Add, Flag::Modify, Flag::Cancel];

    /// Its number on the wire.
    pub fn number(self) -> u8 {
        match self {
            Flag::Delete => 0,
            Flag::Add => 1,
            Flag::Modify => 2,
            Flag::Cancel => 3,
        }
    }

    /// The flag of that text.
    pub(super) fn from_text(value: String) -> Result<Flag, RequestError> {
        let mut all = Flag::ALL.into_iter();
        all.find(|flag| flag.number().to_string() == value)
            .ok_or(RequestError::Malformed {
                parameter: "flag",
                value,
            })
    }
}
