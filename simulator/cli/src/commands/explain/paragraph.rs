//! Sentences in lines that fit a terminal.

use galleria_reports::lang::{Lang, lines, say};

/// The width of a line.
const WIDTH: usize = 100;

/// The words of `text` in lines, the first behind `first`, the others behind as many blanks.
pub(super) fn paragraph(first: &str, text: &str) -> String {
    let margin = first.chars().count();
    let text = &say(text);
    if Lang::spoken() != Lang::En {
        let lines = lines(text, WIDTH.saturating_sub(margin));
        return format!(
            "{first}{}\n",
            lines.join(&format!("\n{}", " ".repeat(margin)))
        );
    }
    let mut lines = vec![first.to_owned()];
    let mut width = margin;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if width > margin && width + 1 + length > WIDTH {
            lines.push(" ".repeat(margin));
            width = margin;
        }
        let line = lines.last_mut().expect("there is a first line");
        if width > margin {
            line.push(' ');
            width += 1;
        }
        line.push_str(word);
        width += length;
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::paragraph;

    #[test]
    fn words_that_do_not_fit_stand_under_the_first() {
        let text = paragraph("  - ", &"word ".repeat(30));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("  - word") && lines[1].starts_with("    word"));
        assert!(lines.iter().all(|line| line.len() <= 100), "{text}");
    }

    #[test]
    fn a_word_longer_than_a_line_stands_alone() {
        let long = "x".repeat(120);
        assert_eq!(
            paragraph("- ", &format!("a {long} b")),
            format!("- a\n  {long}\n  b\n")
        );
    }
}
