//! The same JSON was signed, with other escapes than it was sent with.

use super::case::Case;
use crate::mistake::catalog::{Entry, Mistake};
use crate::mistake::charset::{in_gbk, of_gbk, read_as_gbk, read_as_latin};
use crate::mistake::json_text::{
    markup_escaped, markup_raw, non_ascii_escaped, non_ascii_lost, non_ascii_raw, php_escaped,
    slashes_escaped, slashes_raw,
};

const FIX: &str = "Make the JSON text once, sign its bytes and send the same bytes.";

pub(super) static TABLE: &[Entry<Case>] = &[
    Entry {
        mistake: Mistake {
            slug: "non-ascii-escaped",
            explanation: "Letters beyond ASCII were signed as \\uXXXX escapes but sent as they are.",
            fix: FIX,
        },
        made: |case| case.signed_changed(non_ascii_escaped),
    },
    Entry {
        mistake: Mistake {
            slug: "non-ascii-raw",
            explanation: "Letters beyond ASCII were signed as they are but sent as \\uXXXX escapes.",
            fix: FIX,
        },
        made: |case| case.signed_changed(non_ascii_raw),
    },
    Entry {
        mistake: Mistake {
            slug: "slashes-escaped",
            explanation: "Slashes were signed as `\\/` but sent as `/`.",
            fix: "Make the JSON text once, sign its bytes and send the same bytes; in PHP give \
                  JSON_UNESCAPED_SLASHES in both places.",
        },
        made: |case| case.signed_changed(slashes_escaped),
    },
    Entry {
        mistake: Mistake {
            slug: "slashes-raw",
            explanation: "Slashes were signed as `/` but sent as `\\/`.",
            fix: FIX,
        },
        made: |case| case.signed_changed(slashes_raw),
    },
    Entry {
        mistake: Mistake {
            slug: "slashes-and-non-ascii-escaped",
            explanation: "The default output of PHP's json_encode was signed: slashes and letters \
                          beyond ASCII are escaped there, but were sent as they are.",
            fix: FIX,
        },
        made: |case| case.signed_changed(php_escaped),
    },
    Entry {
        mistake: Mistake {
            slug: "slashes-and-non-ascii-raw",
            explanation: "Slashes and letters beyond ASCII were signed as they are but sent escaped.",
            fix: FIX,
        },
        made: |case| case.signed_changed(|text| slashes_raw(&non_ascii_raw(text))),
    },
    Entry {
        mistake: Mistake {
            slug: "markup-escaped",
            explanation: "Markup letters such as `&` and `=` were signed as \\uXXXX escapes, as Go \
                          and Gson write them, but sent as they are.",
            fix: FIX,
        },
        made: |case| {
            [true, false]
                .iter()
                .any(|wide| case.signed_changed(|text| markup_escaped(text, *wide)))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "markup-raw",
            explanation: "Markup letters such as `&` and `=` were signed as they are but sent as \
                          \\uXXXX escapes, as Go and Gson write them.",
            fix: FIX,
        },
        made: |case| case.signed_changed(markup_raw),
    },
    Entry {
        mistake: Mistake {
            slug: "non-ascii-lost",
            explanation: "Letters beyond ASCII were signed as `?`: the charset of the process has \
                          no such letters.",
            fix: "Name UTF-8 where the body is turned into bytes, as in getBytes(UTF_8).",
        },
        made: |case| case.signed_changed(non_ascii_lost),
    },
    Entry {
        mistake: Mistake {
            slug: "body-in-other-charset",
            explanation: "The body was signed in one charset and sent in another: GBK, which is usual on a \
                          Chinese Windows, or ISO-8859-1, and UTF-8.",
            fix: "Make the bytes of the body once, in UTF-8, as with getBytes(UTF_8); sign and send them.",
        },
        made: |case| {
            let text = case.text.as_deref().unwrap_or_default();
            let other = [in_gbk(text), of_gbk(&case.body).map(String::into_bytes)];
            other.into_iter().flatten().any(|bytes| case.signed(bytes))
                || case.signed(read_as_gbk(&case.body))
                || case.signed(read_as_latin(&case.body))
        },
    },
];
