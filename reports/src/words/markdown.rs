//! The Markdown that rules are documented in: headings, paragraphs, lists, code.

use std::fmt;

/// A block of text, on one line unless it is code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    Heading(String),
    Paragraph(String),
    List(Vec<String>),
    Code(String),
}

impl Block {
    /// The same block in other words. Code stays as it is.
    pub(crate) fn said(self, say: impl Fn(&str) -> String) -> Block {
        match self {
            Block::Heading(text) => Block::Heading(say(&text)),
            Block::Paragraph(text) => Block::Paragraph(say(&text)),
            Block::List(items) => Block::List(items.iter().map(|item| say(item)).collect()),
            Block::Code(text) => Block::Code(text),
        }
    }
}

/// As Markdown.
impl fmt::Display for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Block::Heading(text) => write!(f, "# {text}\n\n"),
            Block::Paragraph(text) => write!(f, "{text}\n\n"),
            Block::List(items) => items.iter().try_for_each(|item| writeln!(f, "- {item}")),
            Block::Code(text) => write!(f, "{FENCE}\n{text}\n{FENCE}\n\n"),
        }
    }
}

const FENCE: &str = "```";

/// The blocks of a text. Doc comments put a blank before each line, which is taken off.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = text
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .peekable();
    while let Some(line) = lines.next() {
        if line.trim().is_empty() {
            continue;
        }
        if line.starts_with(FENCE) {
            let code: Vec<_> = lines
                .by_ref()
                .take_while(|line| !line.starts_with(FENCE))
                .collect();
            blocks.push(Block::Code(code.join("\n")));
        } else if line.starts_with('#') {
            blocks.push(Block::Heading(
                line.trim_start_matches('#').trim().to_owned(),
            ));
        } else {
            let mut paragraph = vec![line];
            while let Some(next) = lines.next_if(|line| goes_on(line)) {
                paragraph.push(next);
            }
            blocks.push(paragraph_or_list(&paragraph));
        }
    }
    blocks
}

fn goes_on(line: &str) -> bool {
    !line.trim().is_empty() && !line.starts_with('#') && !line.starts_with(FENCE)
}

fn item(line: &str) -> Option<&str> {
    line.strip_prefix("- ").or_else(|| line.strip_prefix("* "))
}

fn paragraph_or_list(lines: &[&str]) -> Block {
    if item(lines[0]).is_none() {
        return Block::Paragraph(joined(lines));
    }
    let mut items: Vec<Vec<&str>> = Vec::new();
    for line in lines {
        match (item(line), items.last_mut()) {
            (None, Some(open)) => open.push(line),
            (begun, _) => items.push(vec![begun.unwrap_or(line)]),
        }
    }
    Block::List(items.iter().map(|lines| joined(lines)).collect())
}

fn joined(lines: &[&str]) -> String {
    lines
        .iter()
        .map(|line| line.trim())
        .collect::<Vec<_>>()
        .join(" ")
}
