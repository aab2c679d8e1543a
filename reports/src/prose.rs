//! The Markdown that rules are documented in, as blocks and faces of text for a page. The page's template
//! writes the tags, so that nothing here can.

use crate::lang::say;
use crate::words;

/// A block of text.
#[derive(Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list, an item each.
    List(Vec<Vec<Span>>),
    /// Code, line by line.
    Code(String),
}

/// A run of text in one face.
#[derive(Debug, PartialEq, Eq)]
pub enum Span {
    /// As the text around it.
    Plain(String),
    /// Code.
    Code(String),
    /// Set off.
    Strong(String),
}

/// The blocks of a text, in the language that is spoken.
pub fn blocks(text: &str) -> Vec<Block> {
    let said = |text: &str| say(text).into_owned();
    let blocks = words::blocks(text).into_iter();
    blocks.map(|block| Block::of(block.said(said))).collect()
}

impl Block {
    fn of(block: words::Block) -> Self {
        match block {
            words::Block::Heading(text) => Block::Heading(text),
            words::Block::Paragraph(text) => Block::Paragraph(spans(&text)),
            words::Block::List(items) => {
                Block::List(items.iter().map(|item| spans(item)).collect())
            }
            words::Block::Code(text) => Block::Code(text),
        }
    }
}

/// The faces of a line of text.
pub fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['`', '*']) {
        let mark = if rest[at..].starts_with("**") {
            "**"
        } else {
            "`"
        };
        let inside = rest[at..]
            .strip_prefix(mark)
            .and_then(|after| after.split_once(mark));
        let Some((inside, after)) = inside else {
            // A mark without its twin is itself.
            let Some(next) = rest[at + 1..].find(['`', '*']) else {
                break;
            };
            push_plain(&mut spans, &rest[..=at + next]);
            rest = &rest[at + 1 + next..];
            continue;
        };
        push_plain(&mut spans, &rest[..at]);
        let inside = inside.to_owned();
        spans.push(if mark == "`" {
            Span::Code(inside)
        } else {
            Span::Strong(inside)
        });
        rest = after;
    }
    push_plain(&mut spans, rest);
    spans
}

fn push_plain(spans: &mut Vec<Span>, text: &str) {
    match spans.last_mut() {
        _ if text.is_empty() => {}
        Some(Span::Plain(before)) => before.push_str(text),
        _ => spans.push(Span::Plain(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Span {
        Span::Plain(text.to_owned())
    }

    #[test]
    fn headings_paragraphs_lists_and_code_are_told_apart() {
        let text = " # Why\n One line\n and another.\n\n - first\n   goes on\n - second\n\n ```\n a  b\n ```\n";
        let expected = [
            Block::Heading("Why".to_owned()),
            Block::Paragraph(vec![plain("One line and another.")]),
            Block::List(vec![vec![plain("first goes on")], vec![plain("second")]]),
            Block::Code("a  b".to_owned()),
        ];
        assert_eq!(blocks(text), expected);
    }

    #[test]
    fn faces_within_a_line_are_told_apart() {
        let expected = [
            plain("say "),
            Span::Code("a*b".to_owned()),
            plain(" and "),
            Span::Strong("never".to_owned()),
            plain(" more"),
        ];
        assert_eq!(spans("say `a*b` and **never** more"), expected);
    }

    #[test]
    fn a_mark_without_its_twin_stays_itself() {
        assert_eq!(spans("5 * 3 ` x"), [plain("5 * 3 ` x")]);
        assert_eq!(spans("a ` b"), [plain("a ` b")]);
    }
}
