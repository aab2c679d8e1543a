//! The `$'...'` quotes of bash, which browsers use where they copy a call as cURL.

use std::iter::Peekable;
use std::str::Chars;

/// The command with each `$'...'` written as plain single quotes, which every shell knows.
pub(super) fn plain(command: &str) -> String {
    let mut plain = String::with_capacity(command.len());
    let mut letters = command.chars().peekable();
    let mut within = None;
    while let Some(letter) = letters.next() {
        match (within, letter) {
            (None, '$') if letters.peek() == Some(&'\'') => {
                letters.next();
                let text = decoded(&mut letters).replace('\'', r"'\''");
                plain.extend(["'", &text, "'"]);
                continue;
            }
            (None | Some('"'), '\\') => {
                plain.push(letter);
                plain.extend(letters.next());
                continue;
            }
            (None, '\'' | '"') => within = Some(letter),
            (Some(quote), letter) if quote == letter => within = None,
            _ => {}
        }
        plain.push(letter);
    }
    plain
}

/// What stands up to the closing quote, with its escapes undone.
fn decoded(letters: &mut Peekable<Chars<'_>>) -> String {
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '\'' => break,
            '\\' => text.extend(escape(letters)),
            other => text.push(other),
        }
    }
    text
}

/// The letter that an escape stands for.
fn escape(letters: &mut Peekable<Chars<'_>>) -> Option<char> {
    Some(match letters.next()? {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'x' => number(letters, 2)?,
        'u' => number(letters, 4)?,
        'U' => number(letters, 8)?,
        other => other,
    })
}

/// The letter of that number, written in at most so many hexadecimal digits.
fn number(letters: &mut Peekable<Chars<'_>>, digits: usize) -> Option<char> {
    let mut value = 0;
    for _ in 0..digits {
        let Some(digit) = letters.peek().and_then(|letter| letter.to_digit(16)) else {
            break;
        };
        value = value * 16 + digit;
        letters.next();
    }
    char::from_u32(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_of_bash_become_plain_text() {
        for (command, expected) in [
            (r"curl $'a\u0021b'", "curl 'a!b'"),
            (r"curl $'it\'s' b", r"curl 'it'\''s' b"),
            (r"curl $'a\x41\n'", "curl 'aA\n'"),
            (r#"curl "$'a'" '$' \$'b'"#, r#"curl "$'a'" '$' \$'b'"#),
        ] {
            assert_eq!(plain(command), expected);
        }
    }
}
