//! Text in columns.

use std::fmt::Write as _;

/// Rows of cells, each column as wide as its widest cell, behind `indent` blanks.
pub(super) fn columns<const N: usize>(rows: &[[String; N]], indent: usize) -> String {
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..N).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths);
        let padded: Vec<String> = cells
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        let line = format!("{:indent$}{}", "", padded.join("  "));
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [["a", "bb", "c"], ["aaa", "", "c"]];
        let rows = rows.map(|row| row.map(ToOwned::to_owned));
        assert_eq!(columns(&rows, 2), "  a    bb  c\n  aaa      c\n");
        assert_eq!(columns::<3>(&[], 2), "");
    }
}
