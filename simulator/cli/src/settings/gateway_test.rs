//! What a test of a backend of agents needs, checked before anything is called.

use std::path::Path;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::{Delivery, Limits, Target, network};
use galleria_marketplace::mint::Mint;
use galleria_protocol::Key;
use galleria_protocol::gateway::usage::Metered;
use galleria_scenarios::event::RunStarted;
use galleria_scenarios::gateway::{self, Auth, GatewaySettings, TokenForm, header_name};
use serde_json::{Value, json};
use url::Url;

use super::key::{from_env, typed};
use super::seat::{refuse_strange_host, trusting};
use super::{credentials, random, trial};
use crate::args::{FormName, GatewayTestArgs, MethodName};
use crate::error::CliError;

/// The bytes of an answer that are read: pictures may come inside it.
const MOST_BODY: usize = 16 * 1024 * 1024;

/// The settings of a test of a backend. Must be called inside the runtime.
pub(crate) fn gateway_test(
    args: &GatewayTestArgs,
) -> Result<(GatewaySettings, RunStarted), CliError> {
    let url = address(&args.url)?;
    let host = Target::parse(&url.origin().ascii_serialization())?;
    refuse_strange_host(&args.allow.allow_target, &host, |host| {
        format!(
            "a gateway test lets the agent work about ten times, and comes with forged tokens; {host} is not this \
             machine. If it is yours and may take that, add --allow-target {host}"
        )
    })?;
    let clock = Clock::system();
    let limits = Limits {
        answer: args.timeout,
        body: MOST_BODY,
    };
    let tls = trusting(&args.way.cacert, args.way.insecure);
    let dial = network(&host, args.way.resolve, &tls, &clock)?;
    let salt = clock.started().timestamp_micros().unsigned_abs();
    let seed = random::seed()?;
    let settings = GatewaySettings {
        backend: Delivery::new(dial, host.authority(), clock.clone(), limits),
        address: url.to_string(),
        target: match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        },
        post: args.method == MethodName::Post,
        body: body(args)?,
        auth: auth(args)?,
        metered: Metered::from_name(&args.billing).unwrap_or(Metered::Nothing),
        stream: args.stream,
        customers: usize::from(args.customers),
        mint: Mint::new(seed, salt, "gateway"),
        clock,
    };
    let fail_on = trial::fail_on(&args.outcome);
    let begun = gateway::begun(&settings, (seed, salt), fail_on);
    Ok((settings, begun))
}

/// The address of a backend; its path has no variables.
fn address(text: &str) -> Result<Url, CliError> {
    let url = Url::parse(text).ok().filter(|url| {
        matches!(url.scheme(), "http" | "https") && url.has_host() && url.fragment().is_none()
    });
    let url = url.ok_or_else(|| {
        CliError::usage(format!(
            "--url `{text}` is no address of a backend: write it as http://host:port/path"
        ))
    })?;
    if text.contains(['{', '}']) || url.path().contains("/:") {
        return Err(CliError::usage(format!(
            "--url `{text}` has a variable in its path, which the gateway does not fill in: what the agent is told \
             goes into the query or the body"
        )));
    }
    Ok(url)
}

/// What is sent: the file's JSON, or a chat of one message.
fn body(args: &GatewayTestArgs) -> Result<Vec<u8>, CliError> {
    if args.method == MethodName::Get {
        return match args.body {
            None => Ok(Vec::new()),
            Some(_) => Err(CliError::usage(
                "a GET has no body: put what the agent is told into the query of --url, or add --method post",
            )),
        };
    }
    let Some(path) = &args.body else {
        let message = json!({ "role": "user", "content": "Which city is the capital of Jiangsu?" });
        let chat = json!({ "model": "agent", "messages": [message], "stream": args.stream });
        return Ok(chat.to_string().into_bytes());
    };
    read(path)
}

fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    let trouble = |what: String| CliError::usage(format!("--body {}: {what}", path.display()));
    let bytes = std::fs::read(path).map_err(|error| trouble(error.to_string()))?;
    match serde_json::from_slice::<Value>(&bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(trouble(format!("this is no JSON: {error}"))),
    }
}

fn auth(args: &GatewayTestArgs) -> Result<Auth, CliError> {
    if !args.header_env.is_empty() {
        let kept = args.header_env.iter().map(|given| constant(given));
        return Ok(Auth::Own(kept.collect::<Result<_, _>>()?));
    }
    let credentials = credentials(&args.access)?;
    Ok(Auth::Token {
        access: credentials.access,
        secret: credentials.secret,
        header: named(&args.token_header, "--token-header")?,
        form: match args.token_form {
            FormName::Auto => None,
            FormName::Bearer => Some(TokenForm::Bearer),
            FormName::Plain => Some(TokenForm::Plain),
        },
    })
}

/// A constant header, whose value stands in an environment variable.
fn constant(given: &str) -> Result<(&'static str, Key), CliError> {
    let (name, variable) = given.split_once('=').ok_or_else(|| {
        CliError::usage(format!(
            "--header-env `{given}`: write it as NAME=VARIABLE, the header and the environment variable of its value"
        ))
    })?;
    let name = named(name, "--header-env")?;
    let value = typed(&from_env(variable, "--header-env")?, "value", variable)?;
    if value.contains(char::is_control) {
        return Err(CliError::usage(format!(
            "the value in {variable} has control characters, which no header can hold"
        )));
    }
    Ok((name, Key::new(value)))
}

fn named(name: &str, flag: &str) -> Result<&'static str, CliError> {
    header_name(name).ok_or_else(|| {
        CliError::usage(format!(
            "{flag} `{name}` can be no header of the seller's: the gateway sets it, or it is no name at all"
        ))
    })
}
