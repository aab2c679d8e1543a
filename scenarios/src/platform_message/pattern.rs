//! A wording with places to fill in, looked for in a text.

use super::folded::Folded;

/// How a message may begin; people leave it out, and it tells nothing.
const BEGINNINGS: [&str; 5] = [
    "调测失败",
    "调用失败",
    "Debugging failed",
    "Debugging fails",
    "http header->",
];

/// The fewest letters that must be found of a literal whose end was left out.
const SHORTEST: usize = 4;

/// A piece of a wording.
enum Piece<'a> {
    Literal(Vec<char>),
    /// A place, by its name.
    Place(&'a str),
}

/// What was filled into the places, by name.
pub(super) type Values = Vec<(String, String)>;

/// Looks for a wording in a text, which may go on before and behind it, and of whose last words
/// some may be missing. Gives what was filled in.
pub(super) fn find(wording: &str, text: &str) -> Option<Values> {
    let folded = Folded::new(text);
    let pieces = pieces(body(wording));
    let Some(Piece::Literal(first)) = pieces.first() else {
        return None;
    };
    let mut at = folded.find(first, 0)? + first.len();
    let mut values = Values::new();
    let mut pieces = pieces[1..].iter().peekable();
    while let Some(piece) = pieces.next() {
        let Piece::Place(name) = piece else {
            return None;
        };
        let behind = &text[folded.behind(at, text)..];
        let start = text.len() - behind.trim_start_matches(is_between).len();
        let Some(Piece::Literal(next)) = pieces.next() else {
            values.push(((*name).to_owned(), word(&text[start..])));
            break;
        };
        let Some(end) = folded.find(next, at).filter(|end| *end > at) else {
            let value = word(&text[start..]);
            let behind = Folded::new(&text[start + value.len()..]).letters;
            let is_cut =
                behind.is_empty() || (behind.len() >= SHORTEST && next.starts_with(&behind));
            if !is_cut || value.is_empty() {
                return None;
            }
            values.push(((*name).to_owned(), value));
            break;
        };
        let value = text[start..folded.place(end, text.len())].trim_end_matches(is_mark);
        values.push(((*name).to_owned(), value.to_owned()));
        at = end + next.len();
    }
    let is_filled = values
        .iter()
        .all(|(_, value)| !value.is_empty() && value.len() <= 200);
    is_filled.then_some(values)
}

/// The letters of a wording without its beginning and its places.
pub(super) fn literal(wording: &str) -> String {
    let pieces = pieces(body(wording)).into_iter();
    pieces
        .filter_map(|piece| match piece {
            Piece::Literal(letters) => Some(letters.into_iter().collect::<String>()),
            Piece::Place(_) => None,
        })
        .collect()
}

/// A wording or a text without the beginning that many have.
pub(super) fn body(text: &str) -> &str {
    let text = text.trim();
    let known = BEGINNINGS.iter().find_map(|known| text.strip_prefix(known));
    known.unwrap_or(text)
}

fn pieces(wording: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let literal = |text: &str, pieces: &mut Vec<Piece<'_>>| {
        let letters = Folded::new(text).letters;
        if !letters.is_empty() {
            pieces.push(Piece::Literal(letters));
        }
    };
    let mut rest = wording;
    let mut from = 0;
    while let Some(at) = rest[from..].find('{').map(|at| from + at) {
        let inside = &rest[at + 1..];
        let end = inside.find(|letter: char| !letter.is_ascii_alphanumeric());
        match end {
            Some(end) if end > 0 && inside[end..].starts_with('}') => {
                literal(&rest[..at], &mut pieces);
                pieces.push(Piece::Place(&inside[..end]));
                rest = &inside[end + 1..];
                from = 0;
            }
            _ => from = at + 1,
        }
    }
    literal(rest, &mut pieces);
    pieces
}

/// The word that a text begins with.
fn word(text: &str) -> String {
    let end =
        text.find(|letter: char| letter.is_whitespace() || "，。；,;、\"'”’".contains(letter));
    let word = &text[..end.unwrap_or(text.len())];
    word.trim_end_matches(is_mark).to_owned()
}

/// What may stand between a wording and what was filled in.
fn is_between(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, ':' | '：' | '=' | '"' | '“')
}

fn is_mark(letter: char) -> bool {
    !letter.is_alphanumeric() && !matches!(letter, '*' | '=' | '+' | '/')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(wording: &str, text: &str) -> Option<String> {
        find(wording, text).map(|mut values| values.remove(0).1)
    }

    #[test]
    fn what_was_filled_in_is_read_out() {
        let status = "调测失败,接口响应httpCode={httpCode},请检查服务器日志,定位失败原因.";
        for text in [
            "调测失败,接口响应httpCode=502,请检查服务器日志,定位失败原因.",
            "调测失败，接口响应httpCode=502，请检查服务器日志，定位失败原因。",
            "接口响应httpCode=502,请检查服务器日志",
            "接口响应httpCode=502",
            "[ERROR] 2025-11-13 接口响应 httpCode = 502",
        ] {
            assert_eq!(value(status, text).as_deref(), Some("502"), "{text}");
        }
    }

    #[test]
    fn a_place_in_the_middle_holds_what_stands_there() {
        let wording =
            "响应content-type格式错误,返回的格式为{contentType},正确的格式为\"application/json\".";
        let text = "响应content-type格式错误,返回的格式为text/html;charset=utf-8,正确的格式为\"application/json\".";
        assert_eq!(
            value(wording, text).as_deref(),
            Some("text/html;charset=utf-8")
        );
        let wording = "The length of {fileId} is invalid.";
        assert_eq!(
            value(wording, "the length of memo is invalid").as_deref(),
            Some("memo")
        );
    }

    #[test]
    fn a_place_at_the_end_holds_a_word() {
        let wording = "接口响应缺少{fileId}.";
        for text in [
            "接口响应缺少appInfo.frontEndUrl.",
            "接口响应缺少appInfo.frontEndUrl。 traceId=1",
        ] {
            assert_eq!(
                value(wording, text).as_deref(),
                Some("appInfo.frontEndUrl"),
                "{text}"
            );
        }
        assert_eq!(value(wording, "接口响应缺少"), None);
    }

    #[test]
    fn braces_of_json_are_no_places() {
        let wording = "响应格式参考{\"resultCode\":\"000000\"}.";
        assert_eq!(find(wording, wording), Some(Vec::new()));
        assert_eq!(literal(wording), "响应格式参考resultcode000000");
    }

    #[test]
    fn other_text_is_not_found() {
        assert_eq!(find("生产地址不可达.", "生产地址可达"), None);
    }
}
