//! Which of curl's options take a value, so that the value is not taken for the address.

/// curl's long options that take a value. What is not among them is taken for a switch.
const LONG_WITH_VALUE: &[&str] = &[
    "cacert",
    "capath",
    "cert",
    "cert-type",
    "ciphers",
    "config",
    "connect-timeout",
    "connect-to",
    "continue-at",
    "cookie",
    "cookie-jar",
    "data",
    "data-ascii",
    "data-binary",
    "data-raw",
    "data-urlencode",
    "dump-header",
    "form",
    "form-string",
    "header",
    "interface",
    "json",
    "key",
    "key-type",
    "limit-rate",
    "local-port",
    "max-filesize",
    "max-redirs",
    "max-time",
    "netrc-file",
    "noproxy",
    "oauth2-bearer",
    "output",
    "output-dir",
    "pass",
    "pinnedpubkey",
    "proto",
    "proxy",
    "proxy-header",
    "proxy-user",
    "range",
    "referer",
    "request",
    "request-target",
    "resolve",
    "retry",
    "retry-delay",
    "retry-max-time",
    "stderr",
    "tls-max",
    "trace",
    "trace-ascii",
    "unix-socket",
    "upload-file",
    "url",
    "url-query",
    "user",
    "user-agent",
    "write-out",
];

/// curl's short options that take a value, with their long names.
const SHORT_WITH_VALUE: &[(char, &str)] = &[
    ('H', "header"),
    ('X', "request"),
    ('d', "data"),
    ('A', "user-agent"),
    ('b', "cookie"),
    ('c', "cookie-jar"),
    ('C', "continue-at"),
    ('D', "dump-header"),
    ('e', "referer"),
    ('E', "cert"),
    ('F', "form"),
    ('K', "config"),
    ('m', "max-time"),
    ('o', "output"),
    ('r', "range"),
    ('T', "upload-file"),
    ('u', "user"),
    ('U', "proxy-user"),
    ('w', "write-out"),
    ('x', "proxy"),
    ('P', "ftp-port"),
    ('Q', "quote"),
    ('t', "telnet-option"),
    ('y', "speed-time"),
    ('Y', "speed-limit"),
    ('z', "time-cond"),
];

/// Whether the long option takes a value.
pub(super) fn takes_value(name: &str) -> bool {
    LONG_WITH_VALUE.contains(&name)
}

/// The long name of a short option that takes a value.
pub(super) fn long_name(letter: char) -> Option<&'static str> {
    let option = SHORT_WITH_VALUE
        .iter()
        .find(|(short, _)| *short == letter)?;
    Some(option.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_known_by_either_name() {
        assert_eq!(long_name('H'), Some("header"));
        assert_eq!(long_name('i'), None);
        assert!(takes_value("header") && !takes_value("location"));
    }
}
