//! Method, path, query or body stand otherwise in the canonical request.

use super::recipe::Recipe;
use crate::mistake::catalog::Mistake;
use crate::mistake::recipe::Deviation;
use crate::params::{Reading, pairs};
use crate::sdk_hmac::{encoded, hash};

const QUERY: &str = "Sort the parameters by name, write name and value percent-encoded with `=` \
                     between them, a blank as %20, and join them by `&`.";

const BODY_HASH: &str = "End the canonical request with the body's SHA-256 in lower-case hexadecimal \
                         digits, e3b0c442... where there is no body.";

pub(super) static TABLE: &[Deviation<Recipe>] = &[
    Deviation {
        mistake: Mistake {
            slug: "uri-without-slash",
            explanation: "The path in the canonical request does not end with a slash.",
            fix: "Add a slash to the path when signing, even though the address has none.",
        },
        vary: |right| {
            let uri = right.uri.strip_suffix('/').unwrap_or(&right.uri);
            vec![right.with(|recipe| uri.clone_into(&mut recipe.uri))]
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "uri-encoded-otherwise",
            explanation: "The path in the canonical request is not percent-encoded once.",
            fix: "Percent-encode each segment of the path once, and leave the slashes.",
        },
        vary: |right| {
            let twice = right
                .uri
                .split('/')
                .map(encoded)
                .collect::<Vec<_>>()
                .join("/");
            let path = percent_encoding::percent_decode_str(&right.uri);
            let decoded = path.decode_utf8_lossy().into_owned();
            let slashes = right.uri.replace('/', "%2F");
            [twice, decoded, slashes]
                .map(|uri| right.with(|recipe| recipe.uri = uri))
                .to_vec()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "uri-whole-address",
            explanation: "The canonical request holds the whole address, or the query with its path.",
            fix: "Put the path alone into the second line and the query into the third.",
        },
        vary: |right| {
            let host = right.call.header("host").next().unwrap_or_default();
            let with_query = format!("{}?{}", right.call.path, right.call.query);
            [
                format!("https://{host}{}", right.uri),
                format!("https://{host}{}", right.call.path),
                with_query,
            ]
            .map(|uri| right.with(|recipe| recipe.uri = uri))
            .to_vec()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "query-not-encoded",
            explanation: "The query in the canonical request is not percent-encoded.",
            fix: QUERY,
        },
        vary: |right| {
            [Reading::Form, Reading::Percent]
                .map(|reading| {
                    let mut pairs: Vec<_> = pairs(&right.call.query, reading).collect();
                    pairs.sort();
                    let pairs = pairs.iter().map(|(name, value)| format!("{name}={value}"));
                    let query = pairs.collect::<Vec<_>>().join("&");
                    right.with(|recipe| recipe.query = query)
                })
                .to_vec()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "query-as-sent",
            explanation: "The query in the canonical request stands as it was sent, not sorted or \
                          not encoded anew.",
            fix: QUERY,
        },
        vary: |right| {
            let sent = right.call.query.clone();
            let plus = right.query.replace("%20", "+");
            let pieces = right
                .call
                .query
                .split('&')
                .filter(|piece| !piece.is_empty());
            let mut pieces: Vec<_> = pieces.collect();
            pieces.sort_unstable();
            [sent, plus, pieces.join("&"), format!("?{}", right.query)]
                .map(|query| right.with(|recipe| recipe.query = query))
                .to_vec()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "query-left-out",
            explanation: "The query does not stand in the canonical request.",
            fix: QUERY,
        },
        vary: |right| vec![right.with(|recipe| recipe.query.clear())],
    },
    Deviation {
        mistake: Mistake {
            slug: "body-hash-left-out",
            explanation: "The canonical request does not end with the body's hash.",
            fix: BODY_HASH,
        },
        vary: |right| {
            [None, Some(String::new())]
                .map(|hash| right.with(|recipe| recipe.body_hash = hash))
                .to_vec()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "body-hash-wrong",
            explanation: "The canonical request ends with something else than the SHA-256 of the \
                          body: that of an empty body, the body itself, or UNSIGNED-PAYLOAD without \
                          its header.",
            fix: BODY_HASH,
        },
        vary: |right| {
            let body = String::from_utf8_lossy(&right.call.body).into_owned();
            [
                hash(b""),
                hash(&right.call.body),
                body,
                "UNSIGNED-PAYLOAD".to_owned(),
            ]
            .map(|hash| right.with(|recipe| recipe.body_hash = Some(hash)))
            .to_vec()
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "body-hash-uppercase",
            explanation: "The body's hash in the canonical request has upper-case digits.",
            fix: BODY_HASH,
        },
        vary: |right| {
            let upper = right.body_hash.as_deref().map(str::to_uppercase);
            vec![right.with(|recipe| recipe.body_hash = upper)]
        },
    },
    Deviation {
        mistake: Mistake {
            slug: "method-wrong",
            explanation: "The canonical request begins with another method, or in lower case.",
            fix: "Begin with the method of the call in upper case.",
        },
        vary: |right| {
            let lower = right.call.method.to_lowercase();
            let methods = [lower.as_str(), "GET", "POST"];
            let methods = methods
                .into_iter()
                .filter(|method| *method != right.call.method);
            methods
                .map(|method| right.with(|recipe| method.clone_into(&mut recipe.method)))
                .collect()
        },
    },
];
