//! `galleria init`: a first galleria.toml.

use std::fs::OpenOptions;
use std::io::{self, BufRead, ErrorKind, Write};

use console::Term;
use galleria_marketplace::delivery::Target;
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
    let answer = |given: &Option<String>, question: &str, default: &str| match given {
        Some(given) => Ok(given.clone()),
        None if asks => ask(question, default),
        None => Ok(default.to_owned()),
    };
    Ok(Answers {
        url: answer(
            &args.url,
            "The seller's production address",
            "http://127.0.0.1:8080/produceAPI",
        )?,
        profile: answer(
            &args.profile,
            "The rule book (see galleria profiles)",
            "cn-v1",
        )?,
        billing: answer(
            &args.billing,
            "Billing: period, one-time, on-demand or package",
            "period",
        )?,
        key_env: answer(
            &args.key_env,
            "The environment variable that holds the access key",
            "GALLERIA_KEY",
        )?,
    })
}

fn ask(question: &str, default: &str) -> Result<String, CliError> {
    let broken = |reason| CliError::System {
        what: "the terminal",
        reason,
    };
    note(&format!("{question} [{default}]: "));
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).map_err(broken)?;
    let said = line.trim();
    Ok(if said.is_empty() { default } else { said }.to_owned())
}

/// The file; every answer is checked before it is written.
fn text(answers: &Answers) -> Result<String, CliError> {
    let target = Target::parse(&answers.url)?;
    let book = profile::open(&answers.profile)?;
    if Billing::from_name(&answers.billing).is_none() {
        let hint = suggest::hint(&answers.billing, Billing::ALL.map(Billing::name));
        return Err(CliError::usage(format!(
            "there is no billing mode `{}`{hint}",
            answers.billing
        )));
    }
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
