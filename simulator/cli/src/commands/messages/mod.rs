//! `galleria messages`: the failed deliveries, and delivering them again.

mod resend;

use std::fmt::Write as _;

use galleria_reports::lang::say;
use galleria_scenarios::messages::{Message, MessageFolder, MessageState};
use galleria_scenarios::verdict::ExitCode;

use crate::args::{MessagesArgs, MessagesCommand};
use crate::error::CliError;
use crate::output::{Terminal, column};

/// The folder where nothing else is said.
pub(crate) const DEFAULT_FOLDER: &str = "galleria-messages";

/// So many columns the state and the number of calls take in a list.
const STANDS: usize = 20;

pub(super) fn messages(args: &MessagesArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let folder = MessageFolder::new(&args.messages);
    match &args.command {
        MessagesCommand::List => terminal.print(&list(&folder)?)?,
        MessagesCommand::Show { id } => terminal.print(&show(&read(&folder, id)?))?,
        MessagesCommand::Resend(args) => return resend::resend(args, &folder, terminal),
        MessagesCommand::Remove {
            ids,
            all,
            delivered,
        } => {
            let removed = remove(&folder, ids, *all, *delivered)?;
            terminal.print_said(&format!("removed {removed}\n"))?;
        }
    }
    Ok(ExitCode::Held)
}

fn ids(folder: &MessageFolder) -> Result<Vec<String>, CliError> {
    folder
        .ids()
        .map_err(|error| CliError::usage(error.to_string()))
}

fn read(folder: &MessageFolder, id: &str) -> Result<Message, CliError> {
    folder
        .read(id)
        .map_err(|error| CliError::usage(error.to_string()))
}

fn list(folder: &MessageFolder) -> Result<String, CliError> {
    let ids = ids(folder)?;
    if ids.is_empty() {
        let path = folder.path().display();
        let told = format!("there is no message in {path}");
        return Ok(format!("{}\n", say(&told)));
    }
    let width = ids.iter().map(String::len).max().unwrap_or_default();
    let mut text = String::new();
    for id in &ids {
        let message = read(folder, id)?;
        let last = message.calls.last();
        let came = last.map_or("", |call| call.came.as_str());
        let (state, calls) = (state(message.state), message.calls.len());
        let stands = column(&format!("{state:9}  {calls:>3} calls"), STANDS);
        let _ = writeln!(text, "{id:width$}  {stands}  {}", seen(came));
    }
    Ok(text)
}

fn show(message: &Message) -> String {
    let title = format!("{} for {}", message.activity, message.about());
    let mut text = format!("{}\n", say(&title));
    for (name, value) in [
        ("state", &*say(state(message.state))),
        ("profile", &message.profile),
        ("address", &message.address),
    ] {
        let _ = writeln!(text, "  {}  {value}", column(name, 7));
    }
    let _ = writeln!(text, "\n{}", say("parameters"));
    for (name, value) in &message.parameters {
        let _ = writeln!(text, "  {name} = {value}");
    }
    let _ = writeln!(text, "\n{}", say("calls"));
    for call in &message.calls {
        let _ = writeln!(text, "  {}  {}", call.at, seen(&call.came));
    }
    // What a file or a seller says is shown, not obeyed by the terminal.
    let lines: Vec<String> = text
        .lines()
        .map(|line| galleria_reports::visible(line).to_string())
        .collect();
    lines.join("\n") + "\n"
}

/// What came of a call, which a file or a seller says, on one line.
fn seen(came: &str) -> String {
    let line = galleria_reports::on_one_line(came);
    galleria_reports::visible(&say(&line)).to_string()
}

fn state(state: MessageState) -> &'static str {
    match state {
        MessageState::Failed => "failed",
        MessageState::Delivered => "delivered",
    }
}

fn remove(
    folder: &MessageFolder,
    given: &[String],
    all: bool,
    delivered: bool,
) -> Result<usize, CliError> {
    let mut chosen = given.to_vec();
    if all || delivered {
        for id in ids(folder)? {
            if all || read(folder, &id)?.state == MessageState::Delivered {
                chosen.push(id);
            }
        }
    }
    // One that is not there is told before any other is removed.
    for id in given {
        read(folder, id)?;
    }
    for id in &chosen {
        folder
            .remove(id)
            .map_err(|error| CliError::usage(error.to_string()))?;
    }
    Ok(chosen.len())
}
