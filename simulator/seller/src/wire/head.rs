//! Rewriting the head of an answer, byte for byte.

/// One change to the lines of an answer's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadEdit {
    /// The header `from` goes out under the name `to`.
    Rename {
        /// The name as the seller wrote it.
        from: &'static str,
        /// The name that goes out.
        to: &'static str,
    },
    /// The header `from` goes out twice, the second time under the name `to`.
    Repeat {
        /// The name as the seller wrote it.
        from: &'static str,
        /// The name of the second line.
        to: &'static str,
    },
    /// All names in lower case, as some frameworks and every HTTP/2 gateway write them.
    LowercaseNames,
    /// The same, but for this name.
    LowercaseBut(&'static str),
    /// A status line with its number and without a reason.
    NoReason,
    /// An interim answer before the answer itself.
    InterimFirst,
}

/// What [`HeadEdit::InterimFirst`] sends first.
const INTERIM: &[u8] = b"HTTP/1.1 103 Early Hints\r\nLink: </app.css>; rel=preload\r\n\r\n";

impl HeadEdit {
    /// The head with this change made. `head` ends with the empty line.
    pub(super) fn apply(&self, head: &[u8]) -> Vec<u8> {
        let head = rewrite(
            head,
            |status, version| match self {
                HeadEdit::NoReason => status[..status.len().min(version + 5)].to_vec(),
                _ => status.to_vec(),
            },
            |line, out| match self {
                HeadEdit::Rename { from, to } => {
                    out.push(renamed(line, from, to).unwrap_or(line.to_vec()));
                }
                HeadEdit::Repeat { from, to } => {
                    out.push(line.to_vec());
                    out.extend(renamed(line, from, to));
                }
                HeadEdit::LowercaseNames => out.push(lowercased(line)),
                HeadEdit::LowercaseBut(kept) => {
                    let is_kept = name_of(line).is_some_and(|name| is(name, kept));
                    out.push(if is_kept {
                        line.to_vec()
                    } else {
                        lowercased(line)
                    });
                }
                HeadEdit::NoReason | HeadEdit::InterimFirst => out.push(line.to_vec()),
            },
        );
        match self {
            HeadEdit::InterimFirst => [INTERIM, &head].concat(),
            _ => head,
        }
    }
}

/// The head as an HTTP/1.0 server without `Content-Length` writes it.
pub(super) fn close_delimited(head: &[u8]) -> Vec<u8> {
    rewrite(
        head,
        |status, version| [b"HTTP/1.0".as_slice(), &status[version..]].concat(),
        |line, out| {
            let framing = ["content-length", "transfer-encoding"];
            if !name_of(line).is_some_and(|name| framing.iter().any(|f| is(name, f))) {
                out.push(line.to_vec());
            }
        },
    )
}

/// Where the head ends in `bytes`: just after the empty line.
pub(super) fn end(bytes: &[u8]) -> Option<usize> {
    bytes
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .map(|at| at + 4)
}

/// The body's length, as the head tells it.
pub(super) fn length(head: &[u8]) -> Option<usize> {
    let line = head
        .split(|byte| *byte == b'\n')
        .find(|line| name_of(line).is_some_and(|name| is(name, "content-length")))?;
    let value = line.split(|byte| *byte == b':').nth(1)?;
    std::str::from_utf8(value).ok()?.trim().parse().ok()
}

/// Splits a head into lines, changes them and joins them again. `status` is given the status line
/// and where its version ends.
fn rewrite(
    head: &[u8],
    status: impl Fn(&[u8], usize) -> Vec<u8>,
    change: impl Fn(&[u8], &mut Vec<Vec<u8>>),
) -> Vec<u8> {
    let text = head.strip_suffix(b"\r\n\r\n").unwrap_or(head);
    let mut lines = text
        .split(|byte| *byte == b'\n')
        .map(|l| l.strip_suffix(b"\r").unwrap_or(l));
    let first = lines.next().unwrap_or_default();
    let version = first
        .iter()
        .position(|byte| *byte == b' ')
        .unwrap_or(first.len());
    let mut out = vec![status(first, version)];
    for line in lines {
        change(line, &mut out);
    }
    let mut head = out.join(b"\r\n".as_slice());
    head.extend_from_slice(b"\r\n\r\n");
    head
}

fn name_of(line: &[u8]) -> Option<&[u8]> {
    line.split(|byte| *byte == b':').next()
}

fn is(name: &[u8], other: &str) -> bool {
    name.eq_ignore_ascii_case(other.as_bytes())
}

/// `line` under the name `to`, if its name is `from`.
fn renamed(line: &[u8], from: &str, to: &str) -> Option<Vec<u8>> {
    let name = name_of(line).filter(|name| is(name, from))?;
    Some([to.as_bytes(), &line[name.len()..]].concat())
}

fn lowercased(line: &[u8]) -> Vec<u8> {
    let name = name_of(line).map_or(0, <[u8]>::len);
    [line[..name].to_ascii_lowercase().as_slice(), &line[name..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &[u8] = b"HTTP/1.1 200 OK\r\nBody-Sign: a:B\r\nContent-Length: 2\r\n\r\n";

    #[test]
    fn rename_changes_only_the_name() {
        let edit = HeadEdit::Rename {
            from: "Body-Sign",
            to: "Body-sign",
        };
        let head = b"HTTP/1.1 200 OK\r\nBody-sign: a:B\r\nContent-Length: 2\r\n\r\n";
        assert_eq!(edit.apply(HEAD), head);
    }

    #[test]
    fn repeat_keeps_the_first_line() {
        let edit = HeadEdit::Repeat {
            from: "Body-Sign",
            to: "body-sign",
        };
        let head =
            b"HTTP/1.1 200 OK\r\nBody-Sign: a:B\r\nbody-sign: a:B\r\nContent-Length: 2\r\n\r\n";
        assert_eq!(edit.apply(HEAD), head);
    }

    #[test]
    fn lower_case_leaves_values_alone() {
        let head = b"HTTP/1.1 200 OK\r\nbody-sign: a:B\r\ncontent-length: 2\r\n\r\n";
        assert_eq!(HeadEdit::LowercaseNames.apply(HEAD), head);
    }

    #[test]
    fn one_name_can_keep_its_case() {
        let head = b"HTTP/1.1 200 OK\r\nBody-Sign: a:B\r\ncontent-length: 2\r\n\r\n";
        assert_eq!(HeadEdit::LowercaseBut("Body-Sign").apply(HEAD), head);
    }

    #[test]
    fn the_reason_is_left_out_and_its_blank_stays() {
        let head = b"HTTP/1.1 200 \r\nBody-Sign: a:B\r\nContent-Length: 2\r\n\r\n";
        assert_eq!(HeadEdit::NoReason.apply(HEAD), head);
    }

    #[test]
    fn an_interim_answer_comes_before_the_head() {
        let both = [INTERIM, HEAD].concat();
        assert_eq!(HeadEdit::InterimFirst.apply(HEAD), both);
    }

    #[test]
    fn close_delimited_head_has_no_length() {
        assert_eq!(
            close_delimited(HEAD),
            b"HTTP/1.0 200 OK\r\nBody-Sign: a:B\r\n\r\n"
        );
    }

    #[test]
    fn head_ends_after_empty_line() {
        assert_eq!(end(HEAD), Some(HEAD.len()));
        assert_eq!(end(&HEAD[..HEAD.len() - 1]), None);
    }
}
