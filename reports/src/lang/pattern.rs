//! An English text with holes, `{1}` and so on, for what varies. Braces are doubled.

/// A text with holes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Hole(usize),
}

impl Pattern {
    /// Reads a text; says what is wrong with its braces.
    pub(super) fn parse(text: &str) -> Result<Pattern, String> {
        let mut parts = Vec::new();
        let mut plain = String::new();
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '{' | '}' if letters.next_if_eq(&letter).is_some() => plain.push(letter),
                '}' => return Err("a `}` that closes nothing".to_owned()),
                '{' => {
                    let number: String = letters.by_ref().take_while(|next| *next != '}').collect();
                    let number = number.parse::<usize>().ok().filter(|number| *number > 0);
                    let number = number.ok_or("a hole is no number from 1")?;
                    if !plain.is_empty() {
                        parts.push(Part::Text(std::mem::take(&mut plain)));
                    }
                    parts.push(Part::Hole(number));
                }
                letter => plain.push(letter),
            }
        }
        if !plain.is_empty() || parts.is_empty() {
            parts.push(Part::Text(plain));
        }
        Ok(Pattern { parts })
    }

    /// The numbers of its holes, sorted.
    pub(super) fn holes(&self) -> Vec<usize> {
        let holes = self.parts.iter().filter_map(|part| match part {
            Part::Hole(number) => Some(*number),
            Part::Text(_) => None,
        });
        let mut holes: Vec<_> = holes.collect();
        holes.sort_unstable();
        holes
    }

    /// The text, where it has no hole.
    pub(super) fn plain(&self) -> Option<&str> {
        match &self.parts[..] {
            [Part::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// How many characters stand outside its holes: the more, the surer a fit.
    pub(super) fn weight(&self) -> usize {
        let texts = self.parts.iter().map(|part| match part {
            Part::Text(text) => text.chars().count(),
            Part::Hole(_) => 0,
        });
        texts.sum()
    }

    /// Whether so little stands outside its holes that it fits many a text which it is not meant for;
    /// what begins with a label and a colon is meant for all of them.
    pub(super) fn is_weak(&self) -> bool {
        const STRONG: usize = 12;
        let label = matches!(self.parts.first(), Some(Part::Text(text)) if text.ends_with(": "));
        !label && self.weight() < STRONG
    }

    /// Whether no letter stands outside its holes, so that it would fit what it is not meant for.
    pub(super) fn says_nothing(&self) -> bool {
        !self.parts.iter().any(|part| match part {
            Part::Text(text) => text.contains(char::is_alphabetic),
            Part::Hole(_) => false,
        })
    }

    /// Whether a hole stands between backticks: what is typed or read by programs there stays as it is.
    pub(super) fn is_literal(&self, hole: usize) -> bool {
        let ends = |part: Option<&Part>, start: bool| match part {
            Some(Part::Text(text)) if start => text.starts_with('`'),
            Some(Part::Text(text)) => text.ends_with('`'),
            _ => false,
        };
        let mut parts = self.parts.iter().enumerate();
        parts.any(|(at, part)| {
            let before = at.checked_sub(1).and_then(|at| self.parts.get(at));
            *part == Part::Hole(hole) && ends(before, false) && ends(self.parts.get(at + 1), true)
        })
    }

    /// What stands in the holes of a text that fits, in the order of the text, each with its
    /// number. A hole takes as little as it can, and never nothing.
    pub(super) fn fit<'a>(&self, text: &'a str) -> Option<Vec<(usize, &'a str)>> {
        let mut filled = Vec::new();
        let mut rest = text;
        let mut open = None;
        for (at, part) in self.parts.iter().enumerate() {
            match part {
                Part::Hole(number) => open = Some(*number),
                Part::Text(known) => {
                    let last = at + 1 == self.parts.len();
                    rest = match open.take() {
                        None => rest.strip_prefix(known.as_str())?,
                        Some(number) => {
                            let end = end_of_hole(rest, known, last)?;
                            filled.push((number, &rest[..end]));
                            &rest[end + known.len()..]
                        }
                    };
                }
            }
        }
        match open {
            Some(number) if !rest.is_empty() => filled.push((number, rest)),
            Some(_) => return None,
            None if !rest.is_empty() => return None,
            None => {}
        }
        Some(filled)
    }

    /// The text with its holes filled by `hole`.
    pub(super) fn fill<'a>(&'a self, hole: impl Fn(usize) -> Option<&'a str>) -> String {
        let parts = self.parts.iter().map(|part| match part {
            Part::Text(text) => text,
            Part::Hole(number) => hole(*number).unwrap_or_default(),
        });
        parts.collect()
    }
}

/// Where a hole ends that `known` follows: at its first place, or at the text's end where nothing
/// may follow it.
fn end_of_hole(rest: &str, known: &str, last: bool) -> Option<usize> {
    let end = if last {
        rest.ends_with(known).then(|| rest.len() - known.len())
    } else {
        let start = rest.chars().next()?.len_utf8();
        rest[start..].find(known).map(|at| at + start)
    };
    end.filter(|end| *end > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit<'a>(pattern: &str, text: &'a str) -> Option<Vec<(usize, &'a str)>> {
        Pattern::parse(pattern).unwrap().fit(text)
    }

    #[test]
    fn holes_take_what_varies() {
        assert_eq!(
            fit("call {1} of {2}", "call 7 of x"),
            Some(vec![(1, "7"), (2, "x")])
        );
        assert_eq!(
            fit("{1} rules: {2}", "3 rules: 1 held"),
            Some(vec![(1, "3"), (2, "1 held")])
        );
        assert_eq!(fit("{1}.", "a. b."), Some(vec![(1, "a. b")]));
        assert_eq!(fit("plain", "plain"), Some(vec![]));
        assert_eq!(fit("a {{x}} {1}", "a {x} y"), Some(vec![(1, "y")]));
    }

    #[test]
    fn what_stands_in_backticks_is_literal() {
        let pattern = Pattern::parse("no `{1}`; did you mean `{2}`? {3} `x {4}`").unwrap();
        let literal = [1, 2, 3, 4].map(|hole| pattern.is_literal(hole));
        assert_eq!(literal, [true, true, false, false]);
    }

    #[test]
    fn what_differs_does_not_fit() {
        for (pattern, text) in [
            ("call {1}", "call "),
            ("call {1}", "recall 7"),
            ("plain", "plain."),
            ("{1} of {2}", " of x"),
            ("{1} of {2}.", "a of b"),
        ] {
            assert_eq!(fit(pattern, text), None, "{pattern}");
        }
    }

    #[test]
    fn braces_that_mean_nothing_are_told() {
        for wrong in ["a }", "{}", "{x}", "{0}", "{1"] {
            assert!(Pattern::parse(wrong).is_err() || wrong == "{1", "{wrong}");
        }
    }

    #[test]
    fn holes_are_filled_in_any_order() {
        let pattern = Pattern::parse("{2}：{1} {{}}").unwrap();
        let filled = pattern.fill(|number| Some(if number == 1 { "一" } else { "二" }));
        assert_eq!(filled, "二：一 {}");
        assert_eq!(pattern.holes(), [1, 2]);
        assert_eq!(pattern.plain(), None);
    }
}
