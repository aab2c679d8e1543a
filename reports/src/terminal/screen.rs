//! Writing lines: safe text, widths, wrapping.

use console::measure_text_width;

use super::style::{Ink, PLAIN, TerminalStyle};
use crate::lang::{Lang, lines, say};
use crate::words::{in_ascii, on_one_line};

/// Lines under construction.
#[derive(Debug)]
pub(crate) struct Screen {
    pub(crate) style: TerminalStyle,
    text: String,
}

/// The fewest columns that text is wrapped to.
const NARROWEST: usize = 40;

impl Screen {
    pub(crate) fn new(style: TerminalStyle) -> Self {
        Self {
            style,
            text: String::new(),
        }
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// A seller's text as it can be shown: on one line, and without anything that steers.
    pub(crate) fn safe(&self, text: &str) -> String {
        let shown = on_one_line(text);
        if self.style.ascii {
            in_ascii(&shown)
        } else {
            shown
        }
    }

    /// Text in a colour, where colours may be used.
    pub(crate) fn ink(&self, ink: Ink, text: &str) -> String {
        if self.style.colour && !text.is_empty() {
            format!("{}{text}{PLAIN}", ink.code())
        } else {
            text.to_owned()
        }
    }

    pub(crate) fn empty_line(&mut self) {
        self.text.push('\n');
    }

    /// A line as it stands, without blanks at its end.
    pub(crate) fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// A heading over a section, in capitals, with a remark behind it.
    pub(crate) fn heading(&mut self, text: &str, remark: &str) {
        self.empty_line();
        let heading = self.ink(Ink::Strong, &say(text).to_uppercase());
        self.line(&format!("{heading} {}", say(remark)));
    }

    /// Text that goes on under itself where the line ends. `first` opens the first line.
    pub(crate) fn wrapped(&mut self, first: &str, text: &str) {
        let text = self.safe(&say(text));
        if Lang::spoken() == Lang::En {
            self.fill(first, &text.split(' ').collect::<Vec<_>>());
        } else {
            self.fill_wide(first, &text);
        }
    }

    /// Items with commas between them; none is broken.
    pub(crate) fn listed(&mut self, first: &str, items: &[String]) {
        let items: Vec<_> = items.iter().map(|item| self.safe(item)).collect();
        let text = items.join(",\n");
        self.fill(first, &text.split('\n').collect::<Vec<_>>());
    }

    fn fill(&mut self, first: &str, words: &[&str]) {
        let indent = measure_text_width(first);
        let room = self.style.width.max(NARROWEST).saturating_sub(indent);
        let mut lead = first.to_owned();
        for line in wrap(words, room) {
            self.line(&format!("{lead}{line}"));
            lead = " ".repeat(indent);
        }
    }

    /// The same for a language whose words have no blanks between them.
    fn fill_wide(&mut self, first: &str, text: &str) {
        let indent = measure_text_width(first);
        let room = self.style.width.max(NARROWEST).saturating_sub(indent);
        let mut lead = first.to_owned();
        for line in lines(text, room) {
            self.line(&format!("{lead}{line}"));
            lead = " ".repeat(indent);
        }
    }

    /// As much of a text as fits in so many columns.
    pub(crate) fn cut(&self, text: &str, columns: usize) -> String {
        let tail = if self.style.ascii { "..." } else { "…" };
        console::truncate_str(&self.safe(text), columns, tail).into_owned()
    }
}

/// Text filled up with blanks to so many columns; a Chinese letter takes two.
pub fn padded(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(measure_text_width(text));
    format!("{text}{}", " ".repeat(missing))
}

/// Text behind so many blanks that it ends at a column.
pub(super) fn before(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(measure_text_width(text));
    format!("{}{text}", " ".repeat(missing))
}

/// Lines of at most so many columns, broken between words; a longer word stands whole.
fn wrap(words: &[&str], columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words {
        let wide = measure_text_width(&line) + 1 + measure_text_width(word);
        if !line.is_empty() && wide > columns {
            lines.push(std::mem::take(&mut line));
        } else if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, columns: usize) -> Vec<String> {
        wrap(&text.split(' ').collect::<Vec<_>>(), columns)
    }

    #[test]
    fn text_is_broken_between_words_and_wide_characters_count_twice() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("unbreakable a", 4), ["unbreakable", "a"]);
        assert_eq!(wrapped("云商 店铺", 8), ["云商", "店铺"]);
        assert_eq!(wrapped("", 8), [""]);
        assert_eq!(padded("云商", 6), "云商  ");
    }

    #[test]
    fn colours_are_written_only_where_they_may_be() {
        let plain = Screen::new(TerminalStyle::default());
        assert_eq!(plain.ink(Ink::Bad, "FAIL"), "FAIL");
        let coloured = Screen::new(TerminalStyle {
            colour: true,
            ..TerminalStyle::default()
        });
        assert_eq!(coloured.ink(Ink::Bad, "FAIL"), "\u{1b}[1;31mFAIL\u{1b}[0m");
    }
}
