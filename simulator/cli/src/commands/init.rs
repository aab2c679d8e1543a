//! `galleria init`: a first galleria.toml.

use std::fs::OpenOptions;
use std::io::{self, BufRead, ErrorKind, Write};

use console::Term;
use galleria_marketplace::delivery::Target;
use galleria_reports::lang;
use galleria_scenarios::verdict::ExitCode;
use galleria_scenarios::{Billing, profile, suggest};

use crate::args::InitArgs;
use crate::config::NAME;
use crate::error::CliError;
use crate::output::{Terminal, note};

/// What the file will say.
struct Answers {
    url: String,
    profile: String,
    billing: String,
    key_env: String,
}

/// Never writes over a file that is there.
pub(super) fn init(args: &InitArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let here = std::path::Path::new(NAME);
    if here.exists() {
        return Err(taken());
    }
    let answers = answers(args)?;
    let text = text(&answers)?;
    let file = OpenOptions::new().write(true).create_new(true).open(here);
    let written = match file {
        Ok(mut file) => file.write_all(text.as_bytes()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(taken()),
        Err(error) => Err(error),
    };
    written.map_err(|reason| CliError::Report {
        path: NAME.to_owned(),
        reason,
    })?;
    terminal.print_said(&format!(
        "{NAME} is written. Set {} to the access key and run: galleria check\n",
        answers.key_env
    ))?;
    Ok(ExitCode::Held)
}

fn taken() -> CliError {
    CliError::usage(format!(
        "{NAME} is here already and is left as it is; `galleria config` tells what it says"
    ))
}

/// From the flags, and on a terminal from whoever sits there for what the flags do not say.
fn answers(args: &InitArgs) -> Result<Answers, CliError> {
    let asks = Term::stdout().features().is_attended() && io::IsTerminal::is_terminal(&io::stdin());
    let answer = |given: &Option<String>, asked: &Question| match given {
        Some(given) => (asked.check)(given).map(|()| given.clone()),
        None if asks => ask(asked),
        None => Ok(asked.default.to_owned()),
    };
    Ok(Answers {
        url: answer(&args.url, &URL)?,
        profile: answer(&args.profile, &PROFILE)?,
        billing: answer(&args.billing, &BILLING)?,
        key_env: answer(&args.key_env, &KEY_ENV)?,
    })
}

/// What is asked for, what stands there where nothing is said, and what is wrong with an answer.
struct Question {
    text: &'static str,
    default: &'static str,
    check: fn(&str) -> Result<(), CliError>,
}

const URL: Question = Question {
    text: "The seller's production address",
    default: "http://127.0.0.1:8080/produceAPI",
    check: |said| Ok(Target::parse(said).map(drop)?),
};
const PROFILE: Question = Question {
    text: "The rule book (see galleria profiles)",
    default: "cn-v1",
    check: |said| Ok(profile::open(said).map(drop)?),
};
const BILLING: Question = Question {
    text: "Billing: period, one-time, on-demand or package",
    default: "period",
    check: |said| {
        if Billing::from_name(said).is_some() {
            return Ok(());
        }
        let hint = suggest::hint(said, Billing::ALL.map(Billing::name));
        Err(CliError::usage(format!(
            "there is no billing mode `{said}`{hint}"
        )))
    },
};
const KEY_ENV: Question = Question {
    text: "The environment variable that holds the access key",
    default: "GALLERIA_KEY",
    check: |said| {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if !said.is_empty()
            && said.chars().all(is_name)
            && !said.starts_with(|c: char| c.is_ascii_digit())
        {
            return Ok(());
        }
        // What stands here may be the key itself: it is not repeated.
        Err(CliError::usage(
            "that is no name of a variable: letters, digits and _, such as GALLERIA_KEY; the key itself belongs into it, not here",
        ))
    },
};

/// Asks until the answer is one. The end of the input ends the dialogue.
fn ask(asked: &Question) -> Result<String, CliError> {
    let broken = |reason| CliError::System {
        what: "the terminal",
        reason,
    };
    loop {
        prompt(&format!("{} [{}]:", lang::say(asked.text), asked.default)).map_err(broken)?;
        let mut line = String::new();
        if io::stdin().lock().read_line(&mut line).map_err(broken)? == 0 {
            note("");
            return Err(CliError::usage(format!(
                "the dialogue was ended: {NAME} is not written"
            )));
        }
        let said = match line.trim() {
            "" => asked.default,
            said => said,
        };
        match (asked.check)(said) {
            Ok(()) => return Ok(said.to_owned()),
            Err(error) => note(&error.to_string()),
        }
    }
}

/// A question, behind which the answer is typed.
fn prompt(text: &str) -> io::Result<()> {
    let mut out = io::stderr();
    write!(out, "{text} ")?;
    out.flush()
}

/// The file.
fn text(answers: &Answers) -> Result<String, CliError> {
    let target = Target::parse(&answers.url)?;
    let book = profile::open(&answers.profile)?;
    let quoted = |text: &str| toml::Value::from(text).to_string();
    let host = quoted(target.host());
    let allowed = if target.is_loopback() {
        format!("# allow-target = [{}]\n", quoted("isv.example"))
    } else {
        format!("allow-target = [{host}]\n")
    };
    Ok(format!(
        "# Settings of galleria: the long names of its flags. `galleria config` prints them with their\n\
         # places; a flag or a variable GALLERIA_... stands before this file.\n\
         profile = {profile}\n\
         billing = {billing}\n\
         url = {url}\n\
         # The access key itself never stands here.\n\
         key-env = {key_env}\n\
         # Hosts beside this machine at which a check may buy, renew and release.\n\
         {allowed}\
         # known-failures = \"known-failures.toml\"\n\
         # report = [\"sarif=galleria-report/galleria.sarif\"]\n\
         \n\
         # Named targets: galleria check --target staging\n\
         # [target.staging]\n\
         # url = \"https://staging.isv.example/produceAPI\"\n\
         # key-env = \"STAGING_KEY\"\n\
         # allow-target = [\"staging.isv.example\"]\n",
        profile = quoted(&book.id),
        billing = quoted(&answers.billing),
        url = quoted(&answers.url),
        key_env = quoted(&answers.key_env),
    ))
}
