//! Columns that stay straight in every language.

use galleria_reports::lang::say;
use galleria_reports::terminal::padded;

/// A word or a short text in the language that is spoken, filled up with blanks to so many columns;
/// a Chinese letter takes two.
pub(crate) fn column(text: &str, columns: usize) -> String {
    padded(&say(text), columns)
}

#[cfg(test)]
mod tests {
    use galleria_reports::lang::Lang;

    use super::*;

    #[test]
    fn a_column_is_as_wide_in_every_language() {
        assert_eq!(column("fix", 6), "fix   ");
        assert_eq!(Lang::Zh.speaking(|| column("fix", 6)), "修复  ");
        assert_eq!(column("expected", 4), "expected");
    }
}
