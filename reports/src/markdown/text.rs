//! Foreign text inside Markdown.

use crate::words::{on_one_line, visible};

/// Text on one line, in which nothing is mark-up: no emphasis, link, picture, tag or mention.
pub(super) fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in on_one_line(text).chars() {
        match letter {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '@' => shown.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => {
                shown.push('\\');
                shown.push(letter);
            }
            _ => shown.push(letter),
        }
    }
    shown
}

/// Text on one line, set as code.
pub(super) fn code(text: &str) -> String {
    let text = on_one_line(text);
    if text.trim().is_empty() {
        return "(empty)".to_owned();
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    // A blank parts a backtick at either end from the fence; it is not shown.
    let blank = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    format!("{fence}{blank}{text}{blank}{fence}")
}

/// Text as a block of code.
pub(super) fn block(language: &str, text: &str) -> String {
    let text = visible(text);
    let fence = "`".repeat(longest_run(&text).max(2) + 1);
    format!("{fence}{language}\n{text}\n{fence}\n")
}

/// Cuts text down to so many bytes at most.
pub(super) fn cut(text: &mut String, most: usize) {
    if text.len() > most {
        let end = (0..=most).rev().find(|at| text.is_char_boundary(*at));
        text.truncate(end.unwrap_or(0));
        text.push_str("…\n");
    }
}

/// The most backticks in a row.
fn longest_run(text: &str) -> usize {
    let runs = text.split(|letter| letter != '`').map(str::len);
    runs.max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mark_up_is_shown_and_not_obeyed() {
        assert_eq!(
            plain("![x](y) <img> @all `a` a_b\n# c"),
            "\\!\\[x\\](y) &lt;img&gt; &#64;all \\`a\\` a\\_b\\\\n\\# c"
        );
        assert_eq!(code("a``b"), "```a``b```");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code(""), "(empty)");
        assert_eq!(block("sh", "a\n```\nb"), "````sh\na\n```\nb\n````\n");
    }

    #[test]
    fn a_cut_keeps_letters_whole() {
        let mut text = "a中b".to_owned();
        cut(&mut text, 3);
        assert_eq!(text, "a…\n");
    }
}
