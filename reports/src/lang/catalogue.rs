//! The texts of a language, found by the English ones.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::pattern::Pattern;
use crate::words::blocks;

/// The texts of a language.
#[derive(Debug, Default)]
pub struct Catalogue {
    plain: BTreeMap<String, String>,
    /// Texts with holes, those that say most outside them first.
    patterns: Vec<(Pattern, Pattern)>,
}

/// Why a catalogue cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// It is no TOML of this form.
    #[error(transparent)]
    Toml(#[from] toml::de::Error),
    /// A text is wrong.
    #[error("`{text}`: {why}")]
    Text {
        /// The English text.
        text: String,
        /// What is wrong with it.
        why: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    say: Vec<Said>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    en: String,
    zh: String,
}

/// How deep what stands in a hole is looked up itself.
const DEPTH: usize = 3;

impl Catalogue {
    /// Reads a catalogue: `[[say]]` with the English text and the other one. Holes are `{1}`, `{2}`
    /// and so on, and white space counts as one blank.
    pub fn parse(text: &str) -> Result<Catalogue, CatalogueError> {
        let file: File = toml::from_str(text)?;
        let mut catalogue = Catalogue::default();
        for said in file.say {
            let en = on_one_line(&said.en);
            let wrong = |why: String| CatalogueError::Text {
                text: en.clone().into_owned(),
                why,
            };
            let (from, to) = (Pattern::parse(&en), Pattern::parse(&said.zh));
            let (from, to) = (from.map_err(wrong)?, to.map_err(wrong)?);
            if from.holes() != to.holes() {
                return Err(wrong("both texts need the same holes".to_owned()));
            }
            match (from.plain(), to.plain()) {
                (Some(plain), Some(other)) => {
                    let known = catalogue.plain.insert(plain.to_owned(), other.to_owned());
                    if known.is_some() {
                        return Err(wrong("it is there twice".to_owned()));
                    }
                }
                _ if from.says_nothing() => {
                    return Err(wrong("it needs a word outside its holes".to_owned()));
                }
                _ => catalogue.patterns.push((from, to)),
            }
        }
        catalogue
            .patterns
            .sort_by_key(|(from, _)| std::cmp::Reverse(from.weight()));
        Ok(catalogue)
    }

    /// An English text in this language; as it is where there is no such text here.
    pub fn say<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let core = text.trim();
        match self.look_up(core, DEPTH) {
            Some(said) if core.len() == text.len() => Cow::Owned(said),
            Some(said) => {
                let start = text.len() - text.trim_start().len();
                let end = text.trim_end().len();
                Cow::Owned(format!("{}{said}{}", &text[..start], &text[end..]))
            }
            None => Cow::Borrowed(text),
        }
    }

    /// Whether a text is here, whole, by its pattern, or sentence by sentence.
    pub fn knows(&self, text: &str) -> bool {
        self.look_up(text.trim(), DEPTH).is_some()
    }

    fn look_up(&self, text: &str, depth: usize) -> Option<String> {
        if text.is_empty() {
            return None;
        }
        let line = on_one_line(text);
        if let Some(said) = self.plain.get(line.as_ref()) {
            return Some(said.clone());
        }
        self.by_pattern(&line, depth)
            .or_else(|| self.by_sentence(&line, depth))
    }

    fn by_pattern(&self, line: &str, depth: usize) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        // A hole that cuts a bracket in two is most often one of another pattern.
        let whole = self.by_pattern_with(line, depth, is_balanced);
        whole.or_else(|| self.by_pattern_with(line, depth, |_| true))
    }

    fn by_pattern_with(
        &self,
        line: &str,
        depth: usize,
        may_fill: impl Fn(&str) -> bool,
    ) -> Option<String> {
        let mut fits = self.patterns.iter();
        let (said, to) = fits.find_map(|(from, to)| {
            let filled = from.fit(line)?;
            if !filled.iter().all(|(_, text)| may_fill(text)) {
                return None;
            }
            let filled = filled.into_iter();
            let said = filled.map(|(number, text)| {
                let literal = from.is_literal(number);
                let said = self.look_up(text, depth).filter(|_| !literal);
                let as_it_is = || (!from.is_weak() || is_a_name(text)).then(|| text.to_owned());
                Some((number, said.or_else(as_it_is)?))
            });
            Some((said.collect::<Option<Vec<(usize, String)>>>()?, to))
        })?;
        Some(to.fill(|wanted| {
            let mut said = said.iter();
            let found = said.find(|(number, _)| *number == wanted);
            found.map(|(_, text)| text.as_str())
        }))
    }

    /// Several sentences of which each is here.
    fn by_sentence(&self, line: &str, depth: usize) -> Option<String> {
        let end = line.match_indices(". ").find_map(|(at, _)| {
            let said = self.look_up_whole(&line[..=at], depth)?;
            Some((at, said))
        });
        let (at, first) = end?;
        let rest = self.look_up(line[at + 1..].trim_start(), depth.checked_sub(1)?)?;
        Some(format!("{first}{rest}"))
    }

    fn look_up_whole(&self, line: &str, depth: usize) -> Option<String> {
        let plain = self.plain.get(line).cloned();
        plain.or_else(|| self.by_pattern(line, depth))
    }

    /// The blocks of a Markdown text, each said for itself.
    pub(super) fn say_markdown(&self, text: &str) -> String {
        let say = |text: &str| self.say(text).into_owned();
        let blocks = blocks(text).into_iter();
        blocks.map(|block| block.said(say).to_string()).collect()
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.plain.len() + self.patterns.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Whether a text may stand as it is within a weak pattern: a name, a number, what was sent, but no
/// sentence, which would come out half in one language and half in the other.
fn is_a_name(text: &str) -> bool {
    let mut words = text.split_whitespace();
    !words.any(|word| word.len() > 1 && word.bytes().all(|letter| letter.is_ascii_lowercase()))
        || !text.contains(' ')
}

/// A text with one blank for each run of white space.
fn on_one_line(text: &str) -> Cow<'_, str> {
    let plain = !text.contains(['\n', '\t', '\r']) && !text.contains("  ");
    if plain {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The Chinese one.
pub(super) fn zh() -> &'static Catalogue {
    static ZH: OnceLock<Catalogue> = OnceLock::new();
    ZH.get_or_init(|| {
        let text = include_str!("../../lang/zh.toml");
        Catalogue::parse(text).expect("a test reads it")
    })
}

/// Whether each bracket that opens is closed, and none is that did not open.
fn is_balanced(text: &str) -> bool {
    let open = text.chars().try_fold(0_usize, |open, letter| match letter {
        '(' => Some(open + 1),
        ')' => open.checked_sub(1),
        _ => Some(open),
    });
    open == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
        [[say]]
        en = "{1} rules: {2}"
        zh = "{1} 条规则：{2}"
        [[say]]
        en = "{1} held"
        zh = "{1} 条通过"
        [[say]]
        en = "The header is missing."
        zh = "缺少该头。"
        [[say]]
        en = "Add this header to {1}."
        zh = "在 {1} 中添加。"
        [[say]]
        en = "How to fix"
        zh = "如何修改"
    "#;

    fn say(text: &str) -> String {
        Catalogue::parse(FILE).unwrap().say(text).into_owned()
    }

    #[test]
    fn texts_are_said_whole_by_pattern_and_by_sentence() {
        assert_eq!(say("The header\n  is missing."), "缺少该头。");
        assert_eq!(say("3 rules: 2 held"), "3 条规则：2 条通过");
        assert_eq!(
            say("The header is missing. Add this header to every answer."),
            "缺少该头。在 every answer 中添加。"
        );
        assert_eq!(say(" The header is missing. "), " 缺少该头。 ");
        assert_eq!(
            say("What is not there. The header is missing."),
            "What is not there. The header is missing."
        );
        assert_eq!(say(""), "");
    }

    #[test]
    fn a_hole_cuts_no_bracket_in_two_where_another_pattern_fits() {
        let file = "[[say]]\nen = \"{1}: refused long ago ({2})\"\nzh = \"{1}早已拒绝（{2}）\"\n\
                    [[say]]\nen = \"not played: {1}\"\nzh = \"未执行：{1}\"\n\
                    [[say]]\nen = \"nobody there ({1})\"\nzh = \"无人（{1}）\"\n";
        let catalogue = Catalogue::parse(file).unwrap();
        let said = |text| catalogue.say(text).into_owned();
        assert_eq!(
            said("not played: nobody there (x: refused long ago (7))"),
            "未执行：无人（x早已拒绝（7））"
        );
        assert_eq!(said("not played: :)"), "未执行：:)");
    }

    #[test]
    fn a_sentence_that_is_not_here_stays_whole() {
        let file = "[[say]]\nen = \"{1} and {2}\"\nzh = \"{1} 和 {2}\"";
        let catalogue = Catalogue::parse(file).unwrap();
        assert_eq!(catalogue.say("FLD001 and FLD002"), "FLD001 和 FLD002");
        assert_eq!(
            catalogue.say("productId and HTTP 200"),
            "productId 和 HTTP 200"
        );
        let unknown = "starts the seller and stops it";
        assert_eq!(catalogue.say(unknown), unknown);
    }

    #[test]
    fn markdown_is_said_block_by_block() {
        let catalogue = Catalogue::parse(FILE).unwrap();
        let text = "# How to fix\nThe header\nis missing.\n\n- Add this header to `a`.\n- Other\n";
        let said = catalogue.say_markdown(text);
        assert_eq!(
            said,
            "# 如何修改\n\n缺少该头。\n\n- 在 `a` 中添加。\n- Other\n"
        );
    }

    #[test]
    fn mistakes_in_a_catalogue_are_told() {
        for wrong in [
            "[[say]]\nen = \"a {1}\"\nzh = \"b\"",
            "[[say]]\nen = \"a\"\nzh = \"b\"\n[[say]]\nen = \"a\"\nzh = \"c\"",
            "[[say]]\nen = \"a\"\nzh = \"b\"\nde = \"c\"",
            "[[say]]\nen = \"a }\"\nzh = \"b }\"",
        ] {
            assert!(Catalogue::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_chinese_catalogue_can_be_read() {
        let text = include_str!("../../lang/zh.toml");
        let catalogue = Catalogue::parse(text).unwrap_or_else(|error| panic!("{error}"));
        assert!(!catalogue.is_empty());
    }
}
