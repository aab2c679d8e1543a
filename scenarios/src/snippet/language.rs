//! The languages of the code.

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Java.
    Java,
    /// Python 3.
    Python,
    /// JavaScript for Node.
    Node,
    /// PHP.
    Php,
    /// Go.
    Go,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Java, Self::Python, Self::Node, Self::Php, Self::Go];

    /// Its name in flags.
    pub fn name(self) -> &'static str {
        match self {
            Self::Java => "java",
            Self::Python => "python",
            Self::Node => "node",
            Self::Php => "php",
            Self::Go => "go",
        }
    }

    /// The name of its file in a topic's folder.
    pub(super) fn file(self) -> &'static str {
        match self {
            Self::Java => "java.java",
            Self::Python => "python.py",
            Self::Node => "node.mjs",
            Self::Php => "php.php",
            Self::Go => "go.go",
        }
    }
}
