//! Other blanks: what serialisers put between the tokens.

/// How a serialiser divides tokens.
pub(in crate::mistake) struct Layout {
    /// Blanks of indentation a level; `None` writes everything on one line.
    indent: Option<usize>,
    /// What follows a comma on the same line.
    behind_comma: &'static str,
    /// The colon with its blanks.
    colon: &'static str,
}

/// `{"a":1,"b":2}`.
pub(in crate::mistake) const COMPACT: Layout = Layout {
    indent: None,
    behind_comma: "",
    colon: ":",
};
/// `{"a": 1, "b": 2}`, the default of Python's `json.dumps`.
pub(in crate::mistake) const SPACED: Layout = Layout {
    indent: None,
    behind_comma: " ",
    colon: ": ",
};
/// Lines indented by two blanks.
pub(in crate::mistake) const PRETTY_2: Layout = Layout {
    indent: Some(2),
    behind_comma: "",
    colon: ": ",
};
/// Lines indented by four blanks.
pub(in crate::mistake) const PRETTY_4: Layout = Layout {
    indent: Some(4),
    behind_comma: "",
    colon: ": ",
};
/// Lines indented by two blanks, a blank before the colon as well, as Jackson does.
pub(in crate::mistake) const PRETTY_JACKSON: Layout = Layout {
    indent: Some(2),
    behind_comma: "",
    colon: " : ",
};

/// All of them.
pub(in crate::mistake) const LAYOUTS: [&Layout; 5] =
    [&COMPACT, &SPACED, &PRETTY_2, &PRETTY_4, &PRETTY_JACKSON];

/// `json` in that layout. Strings and numbers stay as they are written. The text must be JSON.
pub(in crate::mistake) fn relaid(json: &str, layout: &Layout) -> String {
    let mut out = String::with_capacity(json.len());
    let mut depth = 0usize;
    let mut rest = json;
    while let Some(token) = next_token(&mut rest) {
        match token {
            "{" | "[" => {
                depth += 1;
                out.push_str(token);
                if !matches!(rest.trim_start().as_bytes(), [b'}' | b']', ..]) {
                    layout.line_end(depth, &mut out);
                }
            }
            "}" | "]" => {
                depth = depth.saturating_sub(1);
                if !out.ends_with(['{', '[']) {
                    layout.line_end(depth, &mut out);
                }
                out.push_str(token);
            }
            "," => {
                out.push(',');
                out.push_str(layout.behind_comma);
                layout.line_end(depth, &mut out);
            }
            ":" => out.push_str(layout.colon),
            _ => out.push_str(token),
        }
    }
    out
}

impl Layout {
    fn line_end(&self, depth: usize, out: &mut String) {
        if let Some(indent) = self.indent {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent * depth));
        }
    }
}

/// Takes the next token off the front: a mark, a string with its quotes, or a bare word.
fn next_token<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let text = rest.trim_start();
    let length = match text.as_bytes().first()? {
        b'{' | b'}' | b'[' | b']' | b',' | b':' => 1,
        b'"' => string_length(text),
        _ => text
            .find(|c: char| "{}[],:\"".contains(c) || c.is_whitespace())
            .unwrap_or(text.len()),
    };
    let (token, behind) = text.split_at(length);
    *rest = behind;
    Some(token)
}

/// The length of the string that `text` starts with, quotes included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r#" { "a" :1,"b":[ "x, {y}" , 2.50],"c":{ }, "d":{"e":"q\"\\"}} "#;

    #[test]
    fn compact_leaves_strings_and_numbers_alone() {
        let expected = r#"{"a":1,"b":["x, {y}",2.50],"c":{},"d":{"e":"q\"\\"}}"#;
        assert_eq!(relaid(JSON, &COMPACT), expected);
    }

    #[test]
    fn spaced_is_what_python_writes() {
        let expected = r#"{"a": 1, "b": ["x, {y}", 2.50], "c": {}, "d": {"e": "q\"\\"}}"#;
        assert_eq!(relaid(JSON, &SPACED), expected);
    }

    #[test]
    fn pretty_is_what_serde_json_writes() {
        let value: serde_json::Value = serde_json::from_str(JSON).unwrap();
        let expected = serde_json::to_string_pretty(&value).unwrap();
        assert_eq!(relaid(&value.to_string(), &PRETTY_2), expected);
    }

    #[test]
    fn jackson_puts_a_blank_before_the_colon() {
        assert_eq!(relaid(r#"{"a":1}"#, &PRETTY_JACKSON), "{\n  \"a\" : 1\n}");
    }
}
