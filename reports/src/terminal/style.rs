//! How the text is to look.

/// How the text is to look; decided by whoever knows the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TerminalStyle {
    /// Whether colours may be used.
    pub colour: bool,
    /// The columns of the terminal. Command lines are never broken.
    pub width: usize,
    /// 0: what matters; 1: every finding and every rule too; 2 and up: every call too.
    pub verbose: u8,
    /// Whether only ASCII may be written; other characters are shown as `\u{4e2d}`.
    pub ascii: bool,
}

impl Default for TerminalStyle {
    /// Plain text of 100 columns.
    fn default() -> Self {
        Self {
            colour: false,
            width: 100,
            verbose: 0,
            ascii: false,
        }
    }
}

/// A colour, which only underlines what the words say.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ink {
    Strong,
    Faint,
    Good,
    Bad,
    Doubtful,
}

impl Ink {
    /// The escape sequence that begins it.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Strong => "\u{1b}[1m",
            Self::Faint => "\u{1b}[2m",
            Self::Good => "\u{1b}[32m",
            Self::Bad => "\u{1b}[1;31m",
            Self::Doubtful => "\u{1b}[33m",
        }
    }
}

/// The escape sequence that ends every colour.
pub(super) const PLAIN: &str = "\u{1b}[0m";
