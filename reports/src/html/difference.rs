//! What differs between two calls, or between what was expected and what came.

/// A parameter or a header.
pub(super) struct PairView {
    pub(super) name: String,
    pub(super) value: String,
    /// Whether the other call has it otherwise or not at all.
    pub(super) differs: bool,
}

/// Names and values, with those marked that the other call does not have.
pub(super) fn pairs(
    mine: Vec<(String, String)>,
    other: Option<&[(String, String)]>,
) -> Vec<PairView> {
    let view = |(name, value): (String, String)| PairView {
        differs: other.is_some_and(|other| {
            let same = |(known, as_known): &(String, String)| *known == name && *as_known == value;
            !other.iter().any(same)
        }),
        name,
        value,
    };
    mine.into_iter().map(view).collect()
}

/// A line of a body.
pub(super) struct LineView {
    pub(super) text: String,
    /// Whether the other body has no such line.
    pub(super) differs: bool,
}

/// The lines of a text, with those marked that the other one does not have.
pub(super) fn lines(mine: &str, other: Option<&str>) -> Vec<LineView> {
    // A comma behind a member tells of its neighbours, not of itself.
    let bare = |line: &str| line.trim_end_matches(',').to_owned();
    let mut known = other.map(|other| other.lines().map(bare).collect::<Vec<_>>());
    let view = |line: &str| LineView {
        differs: known.as_mut().is_some_and(|known| {
            let at = known.iter().position(|one| *one == bare(line));
            at.map(|at| known.swap_remove(at)).is_none()
        }),
        text: line.to_owned(),
    };
    mine.lines().map(view).collect()
}

/// A text in which what another one does not share stands apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Split {
    pub(super) before: String,
    pub(super) differs: String,
    pub(super) after: String,
}

impl Split {
    /// Whether there is no text at all.
    pub(super) fn is_empty(&self) -> bool {
        self.before.is_empty() && self.differs.is_empty() && self.after.is_empty()
    }
}

/// Parts a text where it begins and ends to differ from the other; where the two share so little that
/// marks would mean nothing, nothing is marked.
pub(super) fn split(mine: &str, other: &str) -> Split {
    let mine: Vec<char> = mine.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let same = |pairs: &mut dyn Iterator<Item = (&char, &char)>| {
        pairs.take_while(|(one, another)| one == another).count()
    };
    let start = same(&mut mine.iter().zip(&other));
    let end = same(&mut mine[start..].iter().rev().zip(other[start..].iter().rev()));
    let middle = mine.len() - start - end;
    let text = |letters: &[char]| letters.iter().collect::<String>();
    if (start + end) * 2 < mine.len().min(other.len()) {
        return Split {
            before: text(&mine),
            differs: String::new(),
            after: String::new(),
        };
    }
    Split {
        before: text(&mine[..start]),
        differs: text(&mine[start..start + middle]),
        after: text(&mine[start + middle..]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(mine: &str, other: &str) -> (String, String, String) {
        let split = split(mine, other);
        (split.before, split.differs, split.after)
    }

    #[test]
    fn what_two_texts_do_not_share_stands_apart() {
        let apart = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(
            parts("code 000001", "code 000000"),
            apart("code 00000", "1", "")
        );
        assert_eq!(parts("中文字", "中英字"), apart("中", "文", "字"));
        assert_eq!(parts("aab", "aaab"), apart("aa", "", "b"));
        assert_eq!(parts("abc", "xyz"), apart("abc", "", ""));
        assert_eq!(parts("", "x"), apart("", "", ""));
    }

    #[test]
    fn lines_that_the_other_body_lacks_are_marked() {
        let marked = |mine, other| {
            let lines = lines(mine, other).into_iter();
            lines.map(|line| line.differs).collect::<Vec<_>>()
        };
        assert_eq!(marked("a,\nb\nb", Some("a\nb")), [false, false, true]);
        assert_eq!(marked("a\nb", None), [false, false]);
    }

    #[test]
    fn parameters_that_the_other_call_lacks_are_marked() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let other = [pair("a", "1"), pair("b", "2")];
        let mine = vec![pair("a", "1"), pair("b", "3"), pair("c", "4")];
        let marked = pairs(mine, Some(&other)).into_iter();
        assert_eq!(
            marked.map(|one| one.differs).collect::<Vec<_>>(),
            [false, true, true]
        );
    }
}
