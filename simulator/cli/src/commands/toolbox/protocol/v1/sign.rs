//! Signing a call and an answer [v1 §2, §3].

use galleria_marketplace::transcript::SentRequest;
use galleria_protocol::params::Reading;
use galleria_protocol::{Key, Params, body_sign, time, token};

use super::request::{TIME_STAMP, sorted};
use crate::commands::toolbox::protocol::api::KEY_RECIPE;
use crate::commands::toolbox::protocol::{Draft, body};
use crate::commands::toolbox::working::Working;
use crate::error::CliError;

/// Signs a call: the token, the address, a curl line.
pub(super) fn request(key: &Key, draft: &Draft) -> Result<Working, CliError> {
    if draft.nonce.is_some() {
        return Err(CliError::usage("--nonce: the calls of V1 have no nonce"));
    }
    let mut working = Working::new("request");
    working.notes.clone_from(&draft.request.notes);
    let mut params = parameters(key, draft, &mut working);
    if params.is_empty() {
        return Err(CliError::usage(
            "there is nothing to sign: give parameters as NAME=VALUE, or an address with a query",
        ));
    }
    date(&mut params, draft);
    let time_stamp = params.get(TIME_STAMP).unwrap_or_default();
    working.pairs("parameters", "Parameters, sorted by name", sorted(&params));
    working.text(
        "string_to_sign",
        "Text that is signed",
        token::string_to_sign(&params),
    );
    let recipe = format!("{KEY_RECIPE}{time_stamp}");
    working.text(
        "hmac_key",
        "Key of HMAC-SHA256: access key, then timeStamp",
        recipe,
    );
    let made = token::sign(key, &params);
    working.text("token", "authToken: Base64 of the HMAC", &made);
    params.push(token::PARAMETER, made);
    address(&params, draft, &mut working);
    Ok(working)
}

/// The parameters of the call as it stands, with what is added or changed.
fn parameters(key: &Key, draft: &Draft, working: &mut Working) -> Params {
    let query = &draft.request.query;
    let reading = token::verify(key, query).unwrap_or(Reading::Form);
    let mut params = Params::parse(query, reading);
    for (name, value) in &draft.parameters {
        params.set(name, value);
    }
    while params.remove(token::PARAMETER).is_some() {
        working.note("authToken was left out: it is what is computed");
    }
    let mut names: Vec<&str> = params.iter().map(|(name, _)| name).collect();
    names.sort_unstable();
    if let Some((twice, _)) = names
        .iter()
        .zip(names.iter().skip(1))
        .find(|(one, next)| one == next)
    {
        working.note(format!(
            "{twice} stands there twice: only the first is signed"
        ));
    }
    params
}

/// Dates the call where it must be.
fn date(params: &mut Params, draft: &Draft) {
    match draft.at {
        Some(at) => params.set(TIME_STAMP, time::time_stamp(at)),
        None if params.contains(TIME_STAMP) => {}
        None => params.set(TIME_STAMP, time::time_stamp(draft.now)),
    }
}

/// The whole address and a curl line, or the query where no address is told.
fn address(params: &Params, draft: &Draft, working: &mut Working) {
    let query = params.to_query();
    let address = &draft.request.address;
    let whole = format!("{address}?{query}");
    if !address.contains("://") {
        working.text("query", "Query, percent-encoded", &query);
        working.made(query);
        return;
    }
    working.text("url", "Address, percent-encoded", &whole);
    let sent = SentRequest {
        method: "GET".to_owned(),
        origin: address.clone(),
        target: format!("?{query}"),
        headers: Vec::new(),
        body: None,
    };
    working.text("curl", "Call it with", sent.curl());
    working.made(whole);
}

/// Signs the body of an answer: the header.
pub(super) fn answer(key: &Key, bytes: &[u8]) -> Working {
    let mut working = Working::new("answer");
    body::describe(bytes, &mut working);
    working.text(
        "hmac_key",
        "Key of HMAC-SHA256: the access key alone",
        KEY_RECIPE,
    );
    let signature = body_sign::signature(key, bytes);
    working.text("signature", "Signature: Base64 of the HMAC", signature);
    let header = format!(
        "{}: {}",
        body_sign::HEADER,
        body_sign::header_value(key, bytes)
    );
    working.text("header", "Header", &header);
    working.made(header);
    working
}
