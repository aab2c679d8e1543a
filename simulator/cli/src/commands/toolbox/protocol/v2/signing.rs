//! The three ways in which calls are signed [v2 §2, §7.2].

use galleria_protocol::mistake::{self, Context, Diagnosis};
use galleria_protocol::params::Reading;
use galleria_protocol::signed_call::{BodyForm, Claim};
use galleria_protocol::{Key, Params, kit_signature, query_signature, usage_signature};

use crate::commands::toolbox::protocol::api::KEY_RECIPE;
use crate::pasted::Request;

/// How a call is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signing {
    /// In the query, over a digest of the body.
    Base,
    /// In headers, over the body itself.
    Kit,
    /// In headers, over named parts; by the seller.
    Usage,
}

/// What the parts of a claim are called.
pub(super) struct Names {
    pub(super) signature: &'static str,
    pub(super) timestamp: &'static str,
    pub(super) nonce: &'static str,
}

impl Signing {
    /// Its name, as `--api` has it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Signing::Base => "v2",
            Signing::Kit => "kit",
            Signing::Usage => "usage",
        }
    }

    /// What the parts of its claim are called.
    pub(super) fn names(self) -> Names {
        let (signature, timestamp, nonce) = match self {
            Signing::Base => {
                use query_signature::{NONCE, SIGNATURE, TIMESTAMP};
                (SIGNATURE, TIMESTAMP, NONCE)
            }
            Signing::Kit => {
                use kit_signature::{NONCE, SIGNATURE, TIMESTAMP};
                (SIGNATURE, TIMESTAMP, NONCE)
            }
            Signing::Usage => {
                use usage_signature::{NONCE, SIGNATURE, TIMESTAMP};
                (SIGNATURE, TIMESTAMP, NONCE)
            }
        };
        Names {
            signature,
            timestamp,
            nonce,
        }
    }

    /// Whether the claim stands in the query rather than in headers.
    pub(super) fn is_in_query(self) -> bool {
        self == Signing::Base
    }

    /// A part of a call's claim, unless it is missing or empty.
    pub(super) fn part(self, request: &Request, name: &str) -> Option<String> {
        self.read(request, name, Reading::Form)
    }

    /// The same; a value of the query is read in that way.
    pub(super) fn read(self, request: &Request, name: &str, reading: Reading) -> Option<String> {
        let found = if self.is_in_query() {
            let params = Params::parse(&request.query, reading);
            params.get(name).map(str::to_owned)
        } else {
            let mut headers = request.headers.iter();
            let header = headers.find(|header| header.name.eq_ignore_ascii_case(name));
            header.map(|header| header.value.trim().to_owned())
        };
        found.filter(|value| !value.is_empty())
    }

    /// The right signature.
    pub(super) fn sign(self, key: &Key, nonce: &str, timestamp: &str, body: &[u8]) -> String {
        match self {
            Signing::Base => query_signature::sign(key, nonce, timestamp, body),
            Signing::Kit => kit_signature::sign(key, nonce, timestamp, body),
            Signing::Usage => usage_signature::sign(key, nonce, timestamp, body),
        }
    }

    /// The form of the body that a claim fits.
    pub(super) fn fitting_form(self, key: &Key, claim: &Claim, body: &[u8]) -> Option<BodyForm> {
        match self {
            Signing::Base => query_signature::fitting_form(key, claim, body),
            Signing::Kit => kit_signature::fitting_form(key, claim, body),
            Signing::Usage => usage_signature::fitting_form(key, claim, body),
        }
    }

    /// Why a claim does not fit.
    pub(super) fn explain(
        self,
        key: &Key,
        claim: &Claim,
        body: &[u8],
        context: &Context<'_>,
    ) -> Diagnosis {
        match self {
            Signing::Base => mistake::of_query_signature(key, claim, body, context),
            Signing::Kit => mistake::of_kit_signature(key, claim, body, context),
            Signing::Usage => mistake::of_usage_signature(key, claim, body, context),
        }
    }

    /// The heading of the text, and the text, with the key told by its name.
    pub(super) fn recipe(
        self,
        key: &Key,
        nonce: &str,
        timestamp: &str,
        body: &[u8],
    ) -> (&'static str, String) {
        let shown = String::from_utf8_lossy(body);
        match self {
            Signing::Base => {
                let digest = query_signature::body_digest(key, body);
                (
                    "Text that is signed: access key, nonce, timestamp, digest of the body",
                    format!("{KEY_RECIPE}{nonce}{timestamp}{digest}"),
                )
            }
            Signing::Kit => (
                "Text that is signed: access key, x-nonce, x-timestamp, the body itself",
                format!("{KEY_RECIPE}{nonce}{timestamp}{shown}"),
            ),
            Signing::Usage => {
                let text = usage_signature::string_to_sign(nonce, timestamp, body);
                let text = String::from_utf8_lossy(&text).into_owned();
                ("Text that is signed: ts, nonce and body, named", text)
            }
        }
    }

    /// The heading of the signature.
    pub(super) fn written(self) -> &'static str {
        match self {
            Signing::Base => "signature: hexadecimal digits of the HMAC, in either case",
            Signing::Kit => "x-sign: hexadecimal digits of the HMAC, in either case",
            Signing::Usage => "signature: Base64 of the HMAC",
        }
    }
}
