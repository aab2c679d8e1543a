//! `galleria verify`.

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::Header;
use galleria_protocol::Key;
use galleria_scenarios::verdict::ExitCode;

use super::evidence;
use super::print::print;
use super::protocol::{self, Known, Protocol};
use super::source::{self, STANDARD_INPUT};
use crate::args::VerifyArgs;
use crate::error::CliError;
use crate::output::Terminal;
use crate::pasted::{self, Answer, PasteError, Request};
use crate::settings;

pub(in crate::commands) fn verify(
    args: &VerifyArgs,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    if let Some(path) = evidence::named(args)? {
        return evidence::verify(path, args.tool.format, terminal);
    }
    let protocol = protocol::of(args.tool.api);
    let key = settings::key(&args.tool.key)?;
    let other_keys = settings::other_keys(&args.other_key_env)?;
    refuse_two_readers(args)?;
    let given = match &args.har {
        Some(path) => from_har(protocol, &path.display().to_string(), args.entry)?,
        None if protocol.answers().is_none() => Given {
            request: whole_request(args)?,
            ..Given::default()
        },
        None => Given {
            request: request(args)?,
            answer: answer(args)?,
            ..Given::default()
        },
    };
    let known = Known {
        computed: args.computed.as_deref(),
        other_keys: &other_keys,
        now: Clock::system().now(),
        fresh: args.fresh,
        ..Known::default()
    };
    let workings = given.work(protocol, &key, &known)?;
    print(protocol, &workings, &args.tool, terminal)
}

/// What is to be checked.
#[derive(Default)]
struct Given {
    request: Option<Request>,
    answer: Option<Answer>,
    previous_body: Option<Vec<u8>>,
}

impl Given {
    fn work(
        &self,
        protocol: &dyn Protocol,
        key: &Key,
        known: &Known<'_>,
    ) -> Result<Vec<super::working::Working>, CliError> {
        let known = Known {
            request: self.request.as_ref(),
            previous_body: self.previous_body.as_deref(),
            ..*known
        };
        let mut workings = Vec::new();
        match &self.request {
            Some(request) => workings.push(protocol.verify_request(key, request, &known)?),
            None if known.computed.is_some() => {
                return Err(CliError::usage(
                    "--computed needs the call that the token is for",
                ));
            }
            None => {}
        }
        if let (Some(answer), Some(answers)) = (&self.answer, protocol.answers()) {
            workings.push(answers.verify_answer(key, answer, &known));
        }
        if workings.is_empty() {
            return Err(CliError::usage(match protocol.answers() {
                Some(_) => {
                    "there is nothing to verify: give a call (its address, or --curl), an \
                         answer (--message, or --header and --body), or both (--har)"
                }
                None => {
                    "there is nothing to verify: give a call (its address or --header, with \
                         --body; --curl; --message; --har)"
                }
            }));
        }
        Ok(workings)
    }
}

/// Standard input can be read once.
fn refuse_two_readers(args: &VerifyArgs) -> Result<(), CliError> {
    let sources = [&args.request, &args.curl, &args.message, &args.body];
    let readers = sources
        .iter()
        .filter(|source| source.as_deref() == Some(STANDARD_INPUT));
    if readers.count() > 1 {
        return Err(CliError::usage(
            "standard input (-) can be read for one thing only",
        ));
    }
    Ok(())
}

fn request(args: &VerifyArgs) -> Result<Option<Request>, CliError> {
    if let Some(command) = &args.curl {
        let command = match command.strip_prefix('@') {
            Some(path) => source::text(path)?,
            None => source::argument(Some(command))?,
        };
        return Ok(Some(pasted::of_curl(&command)?));
    }
    let Some(text) = &args.request else {
        return Ok(None);
    };
    Ok(Some(pasted::of_text(&source::argument(Some(text))?)?))
}

/// The call of an interface that signs bodies: however it was pasted, with what is told beside it.
fn whole_request(args: &VerifyArgs) -> Result<Option<Request>, CliError> {
    let mut found = request(args)?;
    if let Some(path) = &args.message {
        let mut message = pasted::of_request(&source::bytes(path)?).map_err(within(path))?;
        if let Some(told) = found {
            message.address = told.address;
            message.query = told.query;
        }
        found = Some(message);
    }
    if let Some(path) = &args.body {
        let mut request = found.unwrap_or_else(Request::post);
        request.headers.extend(headers(args)?);
        request.body = Some(source::bytes(path)?);
        found = Some(request);
    }
    Ok(found)
}

fn answer(args: &VerifyArgs) -> Result<Option<Answer>, CliError> {
    if let Some(path) = &args.message {
        let message = pasted::of_message(&source::bytes(path)?);
        return Ok(Some(message.map_err(within(path))?));
    }
    let Some(path) = &args.body else {
        return Ok(None);
    };
    if args.header.is_empty() {
        return Err(CliError::usage(
            "--body needs the answer's --header 'Body-Sign: ...' (over V1 the calls have no body)",
        ));
    }
    Ok(Some(Answer {
        status: None,
        headers: headers(args)?,
        body: source::bytes(path)?,
        names_lost: false,
        notes: Vec::new(),
    }))
}

fn headers(args: &VerifyArgs) -> Result<Vec<Header>, CliError> {
    args.header.iter().map(|line| header(line)).collect()
}

fn header(line: &str) -> Result<Header, CliError> {
    let (name, value) = line.split_once(':').ok_or_else(|| {
        CliError::usage(format!(
            "--header `{line}`: write it with its name, as 'Body-Sign: ...'"
        ))
    })?;
    Ok(Header {
        name: name.trim().to_owned(),
        value: value.trim().to_owned(),
    })
}

fn from_har(protocol: &dyn Protocol, path: &str, entry: Option<usize>) -> Result<Given, CliError> {
    let read = pasted::of_har(&source::bytes(path)?, entry, |request| {
        protocol.is_signed(request)
    });
    let mut entry = read.map_err(within(path))?;
    let note = format!("entry {} of {path}", entry.number);
    entry.request.notes.insert(0, note);
    if entry.answer.is_none() && protocol.answers().is_some() {
        let note = "the file does not hold the answer's body, so its signature was not checked";
        entry.request.notes.push(note.to_owned());
    }
    Ok(Given {
        request: Some(entry.request),
        answer: entry.answer,
        previous_body: entry.previous_body,
    })
}

/// Names the file in which a paste cannot be read.
pub(super) fn within(path: &str) -> impl Fn(PasteError) -> CliError {
    let path = if path == STANDARD_INPUT {
        "standard input"
    } else {
        path
    };
    move |error| CliError::usage(format!("{path}: {error}"))
}
