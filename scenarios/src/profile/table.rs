//! Rows of a book's tables: request parameters and members of answers.

use std::fmt;

use serde::Serialize;

use super::source::Source;

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The parameter's or member's name on the wire.
    pub name: String,
    /// Whether the table calls it mandatory.
    pub need: Presence,
    /// Its type; absent where no page prints one.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// The longest value, in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<usize>,
    /// Whether the debug step demands a member that the table calls optional.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub debug: bool,
    /// Whether the value is a list divided by commas, and `max` that of one entry.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub list: bool,
    /// The values that there are, where a page lists all of them; empty where any will do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// Whether the value is encrypted, and `max` that of the ciphertext.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub encrypted: bool,
    /// When a parameter is sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// What else is to be known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where the row comes from.
    pub source: Source,
}

/// Whether a table calls a row mandatory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// It must be there.
    Mandatory,
    /// It may be missing.
    Optional,
}

/// The type of a value, as the tables know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text {
        /// As the page prints it.
        printed: String,
    },
    /// A number; a digit string where it is a request's parameter.
    Number {
        /// As the page prints it, such as `Double(12,4)`.
        printed: String,
    },
    /// An object of the book, by its name.
    Object(String),
    /// A list of such objects.
    List(String),
}

/// The types that are no objects, as the pages print them.
pub(super) const PLAIN: [&str; 6] = [
    "String",
    "DateTime",
    "Integer",
    "Long",
    "BigDecimal",
    "Double",
];

impl Kind {
    /// The type that a page prints so; `None` where it is neither plain nor one of `objects`.
    pub(super) fn parse(printed: &str, is_object: impl Fn(&str) -> bool) -> Option<Self> {
        let plain = printed.split('(').next().unwrap_or(printed);
        match plain {
            "String" | "DateTime" => Some(Self::Text {
                printed: printed.to_owned(),
            }),
            "Integer" | "Long" | "BigDecimal" | "Double" => Some(Self::Number {
                printed: printed.to_owned(),
            }),
            _ => match printed.strip_suffix("[]") {
                Some(item) => is_object(item).then(|| Self::List(item.to_owned())),
                None => is_object(printed).then(|| Self::Object(printed.to_owned())),
            },
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { printed } | Self::Number { printed } | Self::Object(printed) => {
                f.write_str(printed)
            }
            Self::List(item) => write!(f, "{item}[]"),
        }
    }
}

impl Serialize for Kind {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl Row {
    /// Whether the table calls it mandatory.
    pub fn is_mandatory(&self) -> bool {
        self.need == Presence::Mandatory
    }

    /// Whether the debug step fails where it is missing: by the table, or although the table calls
    /// it optional.
    pub fn is_demanded(&self) -> bool {
        self.is_mandatory() || self.debug
    }

    /// How much longer than the table allows a value is; `None` where it is not.
    pub fn too_long(&self, value: &str) -> Option<TooLong> {
        let most = self.max?;
        let of = |text: &str| text.chars().count();
        let length = if self.list {
            value.split(',').map(of).max().unwrap_or_default()
        } else {
            of(value)
        };
        (length > most).then_some(TooLong { length, most })
    }
}

/// A value longer than its table allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// Its length in characters.
    pub length: usize,
    /// The longest that the table allows.
    pub most: usize,
}
