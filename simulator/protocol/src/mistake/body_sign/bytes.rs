//! Other bytes were signed than were sent.

use super::around::{TEXT_AROUND_JSON, within};
use super::case::Case;
use crate::mistake::catalog::{Entry, Mistake};
use crate::mistake::encoding::digests;
use crate::mistake::json_text::as_parameters;
use crate::params::Reading;
use crate::{Params, hmac_sha256, token};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

pub(super) static TABLE: &[Entry<Case>] = &[
    Entry {
        mistake: Mistake {
            slug: "signed-without-trailing-newline",
            explanation: "The body was sent with a line end that was not there when it was signed.",
            fix: "Sign the bytes that are sent: write them without println or a template's \
                  last line end.",
        },
        made: |case| {
            let without = case.body.strip_suffix(b"\n").unwrap_or(&case.body);
            case.signed(without) || case.signed(without.strip_suffix(b"\r").unwrap_or(without))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "signed-with-trailing-newline",
            explanation: "The body was signed with a line end that was not sent.",
            fix: "Sign the bytes that are sent, without a line end behind them.",
        },
        made: |case| {
            ["\n", "\r\n"]
                .iter()
                .any(|end| case.signed([&case.body, end.as_bytes()].concat()))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "body-trimmed",
            explanation: "The body was trimmed before it was signed, but sent with its white space.",
            fix: "Sign the bytes that are sent, or send the trimmed body.",
        },
        made: |case| case.signed(case.body.trim_ascii()),
    },
    Entry {
        mistake: Mistake {
            slug: "empty-body-signed",
            explanation: "An empty text was signed: the body was not yet written, or already read.",
            fix: "Make the body first, sign its bytes, then send the same bytes.",
        },
        made: |case| case.signed(b""),
    },
    Entry {
        mistake: Mistake {
            slug: "token-sent-back",
            explanation: "The signature is that of the request: its authToken was sent back, or its \
                          parameters were signed again.",
            fix: "Sign the bytes of the answer's body with the access key; the token is the request's \
                  own.",
        },
        made: |case| {
            let Some(query) = &case.query else {
                return false;
            };
            let params = Params::parse(query, Reading::Form);
            let token = params.get(token::PARAMETER).unwrap_or_default();
            let sent_back = digests(token).iter().any(|digest| case.is(digest));
            sent_back || case.signed(token::string_to_sign(&params))
        },
    },
    Entry {
        mistake: TEXT_AROUND_JSON,
        made: |case| {
            let within = case.text.as_deref().and_then(within);
            within.is_some_and(|json| case.signed(json))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "previous-body-signed",
            explanation: "The signature is that of the answer before this one.",
            fix: "Compute the signature for each answer; do not keep it in a shared variable.",
        },
        made: |case| {
            case.previous_body
                .as_ref()
                .is_some_and(|body| case.signed(body))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "byte-order-mark-differs",
            explanation: "Body and signed text differ in a byte order mark at the start.",
            fix: "Write the body as UTF-8 without a byte order mark.",
        },
        made: |case| {
            case.body
                .strip_prefix(BYTE_ORDER_MARK)
                .is_some_and(|rest| case.signed(rest))
                || case.signed([BYTE_ORDER_MARK, &case.body].concat())
        },
    },
    Entry {
        mistake: Mistake {
            slug: "line-ends-changed",
            explanation: "Line ends changed between LF and CR LF after signing.",
            fix: "Sign and send the same bytes; do not send a body as text with line ends.",
        },
        made: |case| {
            case.signed_changed(|text| text.replace("\r\n", "\n"))
                || case.signed_changed(|text| text.replace("\r\n", "\n").replace('\n', "\r\n"))
        },
    },
    Entry {
        mistake: Mistake {
            slug: "signed-as-parameters",
            explanation: "The members were signed as `name=value` pairs, as parameters are for \
                          authToken.",
            fix: "Sign the bytes of the body, not its members.",
        },
        made: |case| {
            let pairs = case.object.as_ref().map(as_parameters).unwrap_or_default();
            let time_stamp = case.time_stamp.as_deref().unwrap_or_default();
            let mixed = [&case.key, time_stamp].concat();
            let with_both = || case.is(&hmac_sha256::digest(mixed.as_bytes(), pairs.as_bytes()));
            !pairs.is_empty() && (case.signed(&pairs) || with_both())
        },
    },
];
