//! Checking the signature of a call [v2 §2, §7.2].

use galleria_protocol::mistake::{Context, Diagnosis};
use galleria_protocol::params::Reading;
use galleria_protocol::signed_call::{BodyForm, Claim, FreshnessError, check_freshness};
use galleria_protocol::{Key, query_signature};

use super::computed;
use super::signing::Signing;
use crate::commands::toolbox::protocol::api::KEY_RECIPE;
use crate::commands::toolbox::protocol::{Known, body};
use crate::commands::toolbox::working::{Verdict, Working};
use crate::error::CliError;
use crate::pasted::Request;

/// A call, read as it is likeliest meant.
pub(super) struct Call<'a> {
    pub(super) signing: Signing,
    /// Its claim; the signature is empty where there is none.
    pub(super) claim: Claim,
    pub(super) body: &'a [u8],
    /// The form of the body that the claim fits.
    pub(super) fits: Option<BodyForm>,
}

/// Checks the signature of a call; and the seller's own, where that is told.
pub(super) fn verify(
    signing: Signing,
    key: &Key,
    request: &Request,
    known: &Known<'_>,
) -> Result<Working, CliError> {
    let call = Call::read(signing, key, request, known.computed.is_some())?;
    let mut working = Working::new("request");
    working.notes.clone_from(&request.notes);
    let target = format!("{} {}", request.method, request.address);
    working.text("request", "Call", target.trim_end());
    steps(signing, key, &call.claim, call.body, &mut working);
    let sent = Some(&*call.claim.signature).filter(|sent| !sent.is_empty());
    working.maybe("sent", "Signature that was sent", sent);
    match call.fits {
        Some(BodyForm::Sent) | None => {}
        Some(BodyForm::Sorted) => working.note(
            "it fits where the body is written again: members without null, sorted by name, \
             compact, as the vendor's sample does",
        ),
        Some(BodyForm::SortedThroughout) => {
            working.note("it fits where the body is written again, nested objects sorted too");
        }
    }
    let age = age(signing, &call.claim, known, &mut working)?;
    let context = Context {
        other_keys: known.other_keys,
        ..Context::default()
    };
    let verdict = match known.computed {
        Some(computed) => {
            working.text("computed", "Signature that the seller computed", computed);
            computed::judge(key, &call, computed, &context)
        }
        None => judge(key, &call, &context),
    };
    working.verdict = Some(match age {
        Some(error) if known.fresh && verdict.fits => Verdict::wrong(format!(
            "the signature is right, but the call is refused: {error}"
        ))
        .fix(
            "Make a new call: a nonce, a timestamp of now in milliseconds, a signature over both.",
        ),
        _ => verdict,
    });
    Ok(working)
}

impl<'a> Call<'a> {
    fn read(
        signing: Signing,
        key: &Key,
        request: &'a Request,
        has_computed: bool,
    ) -> Result<Self, CliError> {
        let body = request.body.as_deref().ok_or_else(|| {
            CliError::usage(
                "the call has no body, which is signed too: give it with --body FILE, or paste the \
                 call whole, as a curl command, a HAR entry or a request with its head (--message)",
            )
        })?;
        let claim = claim(signing, request, Reading::Form, has_computed)?;
        let mut call = Self {
            fits: signing.fitting_form(key, &claim, body),
            signing,
            claim,
            body,
        };
        if call.fits.is_none() {
            // A nonce may hold a plus sign that was sent raw.
            let raw = claim_of(signing, request, Reading::Percent);
            if let Some(form) = signing.fitting_form(key, &raw, body) {
                (call.claim, call.fits) = (raw, Some(form));
            }
        }
        Ok(call)
    }
}

/// The claim, whose parts must be there; the signature need not where the seller's own is told.
fn claim(
    signing: Signing,
    request: &Request,
    reading: Reading,
    has_computed: bool,
) -> Result<Claim, CliError> {
    let claim = claim_of(signing, request, reading);
    let names = signing.names();
    let place = if signing.is_in_query() {
        "in the query"
    } else {
        "among the headers"
    };
    let missing = |name: &str| {
        CliError::usage(format!(
            "the call has no {name} {place}; galleria sign --api {} makes a whole one",
            signing.name()
        ))
    };
    if claim.timestamp.is_empty() {
        return Err(missing(names.timestamp));
    }
    if claim.nonce.is_empty() {
        return Err(missing(names.nonce));
    }
    if claim.signature.is_empty() && !has_computed {
        return Err(missing(names.signature));
    }
    Ok(claim)
}

fn claim_of(signing: Signing, request: &Request, reading: Reading) -> Claim {
    let names = signing.names();
    let part = |name| signing.read(request, name, reading).unwrap_or_default();
    Claim {
        signature: part(names.signature),
        nonce: part(names.nonce),
        timestamp: part(names.timestamp),
    }
}

/// What is computed, one step after the other.
pub(super) fn steps(
    signing: Signing,
    key: &Key,
    claim: &Claim,
    bytes: &[u8],
    working: &mut Working,
) {
    body::describe(bytes, working);
    let (nonce, timestamp) = (&claim.nonce, &claim.timestamp);
    working.text("nonce", signing.names().nonce, nonce);
    working.text("timestamp", signing.names().timestamp, timestamp);
    if signing == Signing::Base {
        working.text(
            "body_digest",
            "Digest of the body: its HMAC-SHA256 under the access key, lower-case hexadecimal",
            query_signature::body_digest(key, bytes),
        );
    }
    let (heading, text) = signing.recipe(key, nonce, timestamp, bytes);
    working.text("string_to_sign", heading, text);
    working.text(
        "hmac_key",
        "Key of HMAC-SHA256: the access key alone",
        KEY_RECIPE,
    );
    let right = signing.sign(key, nonce, timestamp, bytes);
    working.text("signature", signing.written(), right);
}

/// Tells how old the call is; it counts where that is asked for.
fn age(
    signing: Signing,
    claim: &Claim,
    known: &Known<'_>,
    working: &mut Working,
) -> Result<Option<FreshnessError>, CliError> {
    if signing == Signing::Usage {
        if known.fresh {
            let error = "--fresh: no page tells at which age a usage push is refused";
            return Err(CliError::usage(error));
        }
        return Ok(None);
    }
    let error = check_freshness(&claim.timestamp, known.now).err();
    let told = match &error {
        None => "within 60 s of now: fresh".to_owned(),
        Some(error) if known.fresh => error.to_string(),
        Some(error) => format!("{error}; this does not count here (--fresh)"),
    };
    working.text("age", "Age", told);
    Ok(error)
}

fn judge(key: &Key, call: &Call<'_>, context: &Context<'_>) -> Verdict {
    if call.fits.is_some() {
        return Verdict::right("the signature is that of this call under this key");
    }
    let says = "the signature is not that of this call under this key";
    let diagnosis = call.signing.explain(key, &call.claim, call.body, context);
    explained(Verdict::wrong(says), &diagnosis)
}

/// Adds what was found, and where nothing was, what is likeliest then.
pub(super) fn explained(verdict: Verdict, diagnosis: &Diagnosis) -> Verdict {
    let verdict = verdict.because(diagnosis);
    if diagnosis.cause().is_some() {
        return verdict;
    }
    verdict.fix(
        "Compare the access key with the seller centre's, and the body with the bytes that were \
         sent, whole and unchanged; --other-key-env NAME tries a further key.",
    )
}
