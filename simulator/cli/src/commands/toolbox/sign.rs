//! `galleria sign`.

use galleria_marketplace::clock::Clock;
use galleria_scenarios::verdict::ExitCode;

use super::print::print;
use super::protocol::{self, Draft};
use super::source;
use crate::args::{ApiName, SignArgs};
use crate::error::CliError;
use crate::output::{Terminal, warn};
use crate::pasted::{self, Request};
use crate::settings;

pub(in crate::commands) fn sign(args: &SignArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let protocol = protocol::of(args.tool.api);
    let key = settings::key(&args.tool.key)?;
    let working = match (&args.body, protocol.answers()) {
        (Some(path), Some(answers)) => {
            refuse_parts_of_a_call(args)?;
            answers.sign_answer(&key, &source::bytes(path)?)
        }
        _ => protocol.sign_request(&key, &draft(args)?)?,
    };
    print(protocol, &[working], &args.tool, terminal)
}

/// An answer has no address, and no parameters.
fn refuse_parts_of_a_call(args: &SignArgs) -> Result<(), CliError> {
    if args.parameters.is_empty() && args.url.is_none() && args.at.is_none() && args.nonce.is_none()
    {
        return Ok(());
    }
    Err(CliError::usage(
        "--body cannot be used with parts of a call: over V1 it is the body of an answer, of which \
         the bytes alone are signed",
    ))
}

/// The call that the arguments describe.
fn draft(args: &SignArgs) -> Result<Draft, CliError> {
    let mut parameters = Vec::new();
    let mut request: Option<Request> = None;
    for text in &args.parameters {
        if is_call(text, args.parameters.len()) {
            if request.is_some() {
                return Err(CliError::usage(
                    "only one address or query can be signed at a time",
                ));
            }
            request = Some(pasted::of_text(text)?);
            continue;
        }
        let (name, value) = text.split_once('=').ok_or_else(|| {
            CliError::usage(format!("`{text}` is neither NAME=VALUE nor an address"))
        })?;
        if args.tool.api == ApiName::V1 && has_escape(value) {
            warn(&format!(
                "the value of {name} is taken as it stands: values are given decoded, and its % \
                 escapes are encoded once more"
            ));
        }
        parameters.push((name.to_owned(), value.to_owned()));
    }
    let mut request = addressed(args, request)?;
    if let Some(path) = &args.body {
        request.body = Some(source::bytes(path)?);
    }
    Ok(Draft {
        request,
        parameters,
        at: args.at,
        nonce: args.nonce.clone(),
        now: Clock::system().now(),
    })
}

/// Whether an argument is a whole call: an address, a query with its `?`, or, where it stands
/// alone, several pairs.
fn is_call(text: &str, arguments: usize) -> bool {
    let (before, value) = text.split_once('=').unwrap_or((text, ""));
    before.contains("://")
        || before.contains('?')
        || (arguments == 1 && value.split('&').skip(1).any(|piece| piece.contains('=')))
}

/// The address: that of `--url`, or that of the call itself.
fn addressed(args: &SignArgs, request: Option<Request>) -> Result<Request, CliError> {
    let Some(url) = &args.url else {
        return Ok(request.unwrap_or_default());
    };
    let base = pasted::of_text(url)?;
    if !base.query.is_empty() || !base.address.contains("://") {
        return Err(CliError::usage(format!(
            "--url `{url}`: give the address without a query, such as \
             https://isv.example/produceAPI; a whole call is given without --url"
        )));
    }
    Ok(Request {
        address: base.address,
        ..request.unwrap_or_default()
    })
}

/// Whether a value looks as if it were encoded already.
fn has_escape(value: &str) -> bool {
    let is_escape = |two: &[u8]| two.iter().all(u8::is_ascii_hexdigit);
    let mut places = value.match_indices('%');
    places.any(|(at, _)| value.as_bytes().get(at + 1..at + 3).is_some_and(is_escape))
}
