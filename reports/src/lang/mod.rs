//! The languages in which galleria speaks.
//!
//! Every text is written in English where it arises, and recorded so. Whoever shows it says it in
//! the language of the reader: [`say`] looks it up in the catalogue of that language, whole or by
//! its pattern, and leaves in English what the catalogue does not have. One file a language,
//! `lang/NAME.toml`, holds the catalogue.
//!
//! | module | what it holds |
//! |---|---|
//! | `catalogue` | the texts of a language, found by the English ones |
//! | `pattern` | an English text with holes for what varies |

mod catalogue;
mod pattern;

use std::borrow::Cow;
use std::cell::Cell;

use textwrap::{WordSeparator, WordSplitter};

pub use catalogue::{Catalogue, CatalogueError};

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// All, English first.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Zh];

    /// Its name in `--lang`.
    pub fn name(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh",
        }
    }

    /// The tag of the language in HTML.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh-Hans",
        }
    }

    /// The language of that name.
    pub fn from_name(name: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.name() == name)
    }

    /// The language of a locale such as `zh_CN.UTF-8` or `en-GB`; English where galleria does not
    /// speak its language.
    pub fn of_locale(locale: &str) -> Lang {
        let language = locale.split(['_', '-', '.', '@']).next();
        let language = language.unwrap_or_default().to_ascii_lowercase();
        Lang::from_name(&language).unwrap_or_default()
    }

    /// Its catalogue; English needs none.
    pub fn catalogue(self) -> Option<&'static Catalogue> {
        match self {
            Lang::En => None,
            Lang::Zh => Some(catalogue::zh()),
        }
    }

    /// Does `work` in this language: what it says with [`say`] on this thread is said so.
    pub fn speaking<T>(self, work: impl FnOnce() -> T) -> T {
        struct Before(Lang);
        impl Drop for Before {
            fn drop(&mut self) {
                SPOKEN.set(self.0);
            }
        }
        let _before = Before(SPOKEN.replace(self));
        work()
    }

    /// The language that is spoken on this thread.
    pub fn spoken() -> Lang {
        SPOKEN.get()
    }
}

thread_local! {
    static SPOKEN: Cell<Lang> = const { Cell::new(Lang::En) };
}

/// An English text in the language that is spoken; as it is where that is English, or where the
/// catalogue does not have it. White space at both ends stays.
pub fn say(text: &str) -> Cow<'_, str> {
    match Lang::spoken().catalogue() {
        Some(catalogue) => catalogue.say(text),
        None => Cow::Borrowed(text),
    }
}

/// The paragraphs and items of a Markdown text, each said for itself.
pub fn say_markdown(text: &str) -> Cow<'_, str> {
    match Lang::spoken().catalogue() {
        Some(catalogue) => Cow::Owned(catalogue.say_markdown(text)),
        None => Cow::Borrowed(text),
    }
}

/// A text whose lines are each said for itself, with what stands before them.
pub fn say_lines(text: &str) -> Cow<'_, str> {
    if Lang::spoken() == Lang::En {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_inclusive('\n').map(say).collect())
}

/// A text in lines of at most so many columns, broken as the language that is spoken breaks them.
pub fn lines(text: &str, columns: usize) -> Vec<String> {
    let options = textwrap::Options::new(columns)
        .word_separator(WordSeparator::UnicodeBreakProperties)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    let lines = textwrap::wrap(text, options).into_iter();
    lines.map(Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_tell_their_language() {
        for (locale, lang) in [
            ("zh_CN.UTF-8", Lang::Zh),
            ("zh-Hans-CN", Lang::Zh),
            ("en_GB", Lang::En),
            ("de_DE.UTF-8", Lang::En),
            ("C", Lang::En),
            ("", Lang::En),
        ] {
            assert_eq!(Lang::of_locale(locale), lang, "{locale}");
        }
    }

    #[test]
    fn a_language_is_spoken_until_its_work_is_done() {
        assert_eq!(Lang::spoken(), Lang::En);
        let inner = Lang::Zh.speaking(|| Lang::En.speaking(Lang::spoken));
        assert_eq!(inner, Lang::En);
        let panicked = std::panic::catch_unwind(|| Lang::Zh.speaking(|| panic!("on purpose")));
        assert!(panicked.is_err());
        assert_eq!(Lang::spoken(), Lang::En);
    }
}
