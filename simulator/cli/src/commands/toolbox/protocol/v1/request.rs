//! Checking the token of a call [v1 §2].

use galleria_protocol::mistake::{self, Context, Diagnosis};
use galleria_protocol::params::Reading;
use galleria_protocol::{Key, Params, time, token};

use super::computed;
use crate::commands::toolbox::protocol::Known;
use crate::commands::toolbox::protocol::api::KEY_RECIPE;
use crate::commands::toolbox::working::{Verdict, Working};
use crate::error::CliError;
use crate::pasted::Request;

/// The parameter whose value is appended to the key.
pub(super) const TIME_STAMP: &str = "timeStamp";

/// A call with a token, read as it is likeliest meant.
pub(super) struct Call<'a> {
    pub(super) query: &'a str,
    /// The parameters without the token, decoded.
    pub(super) params: Params,
    /// The token that was sent.
    pub(super) sent: Option<String>,
    /// The reading under which it fits.
    pub(super) fits: Option<Reading>,
    /// The token that belongs there.
    pub(super) right: String,
}

/// Checks the token of a call; and the seller's own, where that is told.
pub(super) fn verify(key: &Key, request: &Request, known: &Known<'_>) -> Result<Working, CliError> {
    if known.fresh {
        return Err(CliError::usage(
            "--fresh: the calls of V1 have no age at which they are refused",
        ));
    }
    let call = Call::read(key, &request.query);
    if call.sent.is_none() && known.computed.is_none() {
        return Err(unsigned(request));
    }
    let mut working = Working::new("request");
    working.notes.clone_from(&request.notes);
    let target = format!("{} {}", request.method, request.address);
    working.text("request", "Call", target.trim_end());
    steps(&call, &mut working);
    if request.method != "GET" {
        working.note(format!(
            "the calls of V1 are GET; this one is {}",
            request.method
        ));
    }
    let context = Context {
        other_keys: known.other_keys,
        ..Context::default()
    };
    working.verdict = Some(match known.computed {
        Some(token) => {
            working.text("computed", "Token that the seller computed", token);
            computed::judge(key, &call, token, &context)
        }
        None => judge(key, &call, &context),
    });
    Ok(working)
}

impl<'a> Call<'a> {
    fn read(key: &Key, query: &'a str) -> Self {
        let fits = token::verify(key, query).ok();
        let mut params = Params::parse(query, fits.unwrap_or(Reading::BlankAsPlus));
        let sent = params
            .remove(token::PARAMETER)
            .filter(|token| !token.is_empty());
        Self {
            query,
            right: token::sign(key, &params),
            params,
            sent,
            fits,
        }
    }

    /// Whether the token fits only because parameters without a value were not signed.
    fn leaves_out_empty(&self) -> bool {
        self.fits.is_some() && self.sent.as_deref() != Some(&self.right)
    }
}

/// What is computed, one step after the other.
fn steps(call: &Call<'_>, working: &mut Working) {
    let params = &call.params;
    let time_stamp = params.get(TIME_STAMP).unwrap_or_default();
    working.pairs(
        "parameters",
        "Parameters, decoded, sorted by name",
        sorted(params),
    );
    working.text(
        "string_to_sign",
        "Text that is signed",
        token::string_to_sign(params),
    );
    let recipe = format!("{KEY_RECIPE}{time_stamp}");
    working.text(
        "hmac_key",
        "Key of HMAC-SHA256: access key, then timeStamp",
        recipe,
    );
    working.text("token", "authToken: Base64 of the HMAC", &call.right);
    working.maybe("sent", "authToken that was sent", call.sent.as_deref());
    let dated = time::parse_time_stamp(time_stamp);
    if time_stamp.is_empty() {
        working.note("there is no timeStamp: the access key stands alone");
    } else if dated.is_none() {
        working.note("timeStamp is no time: it should be 17 digits, in UTC");
    }
    match call.fits {
        Some(Reading::Percent) => {
            working.note("it fits where + stays +: the values were percent-decoded alone");
        }
        Some(Reading::BlankAsPlus) => working.note(
            "it fits where + stays + in Base64 values: they came with a raw +, which form decoding \
             turns into a blank",
        ),
        Some(Reading::Form) | None => {}
    }
    if call.leaves_out_empty() {
        working.note("it fits where parameters without a value are left out of the text");
    }
}

fn judge(key: &Key, call: &Call<'_>, context: &Context<'_>) -> Verdict {
    if call.fits.is_some() {
        return Verdict::right("the token is that of these parameters under this key");
    }
    let diagnosis = mistake::of_token(key, call.query, context);
    wrong_key_or_text(
        Verdict::wrong("the token is not that of these parameters under this key"),
        &diagnosis,
    )
}

/// Adds what was found, and where nothing was, what is likeliest then.
pub(super) fn wrong_key_or_text(verdict: Verdict, diagnosis: &Diagnosis) -> Verdict {
    let verdict = verdict.because(diagnosis);
    if diagnosis.cause().is_some() {
        return verdict;
    }
    verdict.fix(
        "Compare the access key with the seller centre's, and the address with the one that was \
         sent, whole and unchanged; --other-key-env NAME tries a further key.",
    )
}

/// The parameters as they are signed: of repeated names the first, in the order of the text.
pub(super) fn sorted(params: &Params) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (name, value) in params.iter() {
        if name != token::PARAMETER && !pairs.iter().any(|(known, _)| known == name) {
            pairs.push((name.to_owned(), value.to_owned()));
        }
    }
    pairs.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
    pairs
}

fn unsigned(request: &Request) -> CliError {
    let named = |name: &str| name.eq_ignore_ascii_case(token::PARAMETER);
    if request.headers.iter().any(|header| named(&header.name)) {
        return CliError::usage(
            "authToken stands in a header, not in the query: that is a call of the joint-operation \
             kit, not of V1",
        );
    }
    let params = Params::parse(&request.query, Reading::Form);
    let other = params.iter().map(|(name, _)| name).find(|name| named(name));
    CliError::usage(match other {
        Some(name) if name != token::PARAMETER => {
            format!("the call has no authToken but `{name}`: the name is case-sensitive")
        }
        _ => "the call has no authToken; galleria sign makes one, and --computed TOKEN checks one of \
              your own"
            .to_owned(),
    })
}
