//! What explains a wrong value: one mistake, or two that were made at once.

use std::fmt;

use super::catalog::{Mistake, find};

/// The mark between the slugs of two mistakes.
const MARK: char = '+';

/// One mistake, or two at once, that explain a wrong value. Written as its slugs, such as
/// `wrong-key` or `wrong-key+hex-lower`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause {
    first: &'static Mistake,
    second: Option<&'static Mistake>,
}

impl Cause {
    /// A single mistake.
    pub(super) fn one(mistake: &'static Mistake) -> Cause {
        Cause {
            first: mistake,
            second: None,
        }
    }

    /// Two mistakes that were made at once.
    pub(super) fn two(first: &'static Mistake, second: &'static Mistake) -> Cause {
        Cause {
            first,
            second: Some(second),
        }
    }

    /// The first two of the mistakes that were made; `None` where there was none.
    pub(super) fn of(made: impl IntoIterator<Item = Option<&'static Mistake>>) -> Option<Cause> {
        let mut made = made.into_iter().flatten();
        Some(Cause {
            first: made.next()?,
            second: made.next(),
        })
    }

    /// One mistake, or two where there is a second.
    pub(super) fn with(first: &'static Mistake, second: Option<&'static Mistake>) -> Cause {
        Cause { first, second }
    }

    /// The cause that a text such as `wrong-key+hex-lower` stands for.
    pub fn find(slug: &str) -> Option<Cause> {
        let (first, second) = match slug.split_once(MARK) {
            Some((first, second)) => (first, Some(second)),
            None => (slug, None),
        };
        let second = match second {
            Some(second) => Some(find(second)?),
            None => None,
        };
        Some(Cause {
            first: find(first)?,
            second,
        })
    }

    /// The mistakes, one or two.
    pub fn mistakes(&self) -> impl Iterator<Item = &'static Mistake> {
        std::iter::once(self.first).chain(self.second)
    }

    /// The slug of the mistake, or those of both with a `+` between them.
    pub fn slug(&self) -> String {
        self.to_string()
    }

    /// What was done, as one sentence for each mistake.
    pub fn explanation(&self) -> String {
        self.sentences(|mistake| mistake.explanation)
    }

    /// What to do instead, as one sentence for each mistake.
    pub fn fix(&self) -> String {
        self.sentences(|mistake| mistake.fix)
    }

    /// A sentence of each mistake; one that both share stands once.
    fn sentences(&self, of: impl Fn(&'static Mistake) -> &'static str) -> String {
        let first = of(self.first);
        match self.second.map(of).filter(|second| *second != first) {
            Some(second) => format!("{first} {second}"),
            None => first.to_owned(),
        }
    }
}

/// The slug.
impl fmt::Display for Cause {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.first.slug)?;
        match self.second {
            Some(second) => write!(out, "{MARK}{}", second.slug),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_lead_back_to_their_cause() {
        for slug in ["wrong-key", "wrong-key+hex-lower"] {
            assert_eq!(Cause::find(slug).unwrap().slug(), slug);
        }
        for slug in [
            "",
            "+",
            "wrong-key+",
            "wrong-key+no-such",
            "no-such+wrong-key",
        ] {
            assert_eq!(Cause::find(slug), None, "{slug}");
        }
    }

    #[test]
    fn both_sentences_and_both_fixes_are_told_each_once() {
        let cause = Cause::find("wrong-key+hex-lower").unwrap();
        let [key, hex] = cause.mistakes().collect::<Vec<_>>()[..] else {
            panic!("two mistakes");
        };
        assert_eq!(
            cause.explanation(),
            format!("{} {}", key.explanation, hex.explanation)
        );
        assert_eq!(cause.fix(), format!("{} {}", key.fix, hex.fix));
        let twice = Cause::find("hex-lower+hex-upper").unwrap();
        assert_eq!(twice.fix(), hex.fix);
    }
}
