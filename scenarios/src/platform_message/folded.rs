//! Text as it is compared: letters and digits alone, in lower case and of one width. So the comma
//! of either language, quotes, blanks and line breaks make no difference.

/// A folded text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Folded {
    /// Its letters.
    pub(super) letters: Vec<char>,
    /// Where each stands in the text that was folded, in bytes.
    at: Vec<usize>,
}

impl Folded {
    pub(super) fn new(text: &str) -> Self {
        let mut folded = Self::default();
        for (at, letter) in text.char_indices() {
            for lower in narrow(letter)
                .to_lowercase()
                .filter(|lower| lower.is_alphanumeric())
            {
                folded.letters.push(lower);
                folded.at.push(at);
            }
        }
        folded
    }

    /// Where the letter of that number stands in the text; for one behind the last, `end`.
    pub(super) fn place(&self, number: usize, end: usize) -> usize {
        self.at.get(number).copied().unwrap_or(end)
    }

    /// Where the text goes on behind the letter before that number.
    pub(super) fn behind(&self, number: usize, text: &str) -> usize {
        let Some(at) = number.checked_sub(1).and_then(|before| self.at.get(before)) else {
            return 0;
        };
        at + text[*at..].chars().next().map_or(0, char::len_utf8)
    }

    /// Where `wanted` begins, from that letter on.
    pub(super) fn find(&self, wanted: &[char], from: usize) -> Option<usize> {
        let rest = self.letters.get(from..)?;
        let mut windows = rest.windows(wanted.len().max(1));
        windows
            .position(|window| window == wanted)
            .map(|at| from + at)
    }

    pub(super) fn text(&self) -> String {
        self.letters.iter().collect()
    }
}

/// A letter of East Asian full width in its ordinary one.
fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_blanks_and_punctuation_make_no_difference() {
        let one = Folded::new("调测失败,接口响应 httpCode=502.");
        let other = Folded::new("调测失败，接口响应ＨＴＴＰＣｏｄｅ＝５０２。");
        assert_eq!(one.letters, other.letters);
        assert_eq!(one.text(), "调测失败接口响应httpcode502");
    }

    #[test]
    fn places_lead_back_to_the_text() {
        let text = "接口，A b";
        let folded = Folded::new(text);
        let at = folded.find(&['b'], 0).unwrap();
        assert_eq!(&text[folded.place(at, text.len())..], "b");
        assert_eq!(&text[folded.behind(at, text)..], " b");
        assert_eq!(folded.place(99, text.len()), text.len());
        assert_eq!(folded.find(&['b'], at + 1), None);
    }
}
