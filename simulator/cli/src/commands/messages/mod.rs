//! `galleria messages`: the failed deliveries, and delivering them again.

mod resend;

use std::fmt::Write as _;

use galleria_scenarios::messages::{Message, MessageFolder, MessageState};
use galleria_scenarios::verdict::ExitCode;

use crate::args::{MessagesArgs, MessagesCommand};
use crate::error::CliError;
use crate::output::Terminal;

/// The folder where nothing else is said.
pub(crate) const DEFAULT_FOLDER: &str = "galleria-messages";

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
            terminal.print(&format!("removed {removed}\n"))?;
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
        return Ok(format!("there is no message in {path}\n"));
    }
    let width = ids.iter().map(String::len).max().unwrap_or_default();
    let mut text = String::new();
    for id in &ids {
        let message = read(folder, id)?;
        let last = message.calls.last();
        let came = last.map_or("", |call| call.came.as_str());
        let (state, calls) = (state(message.state), message.calls.len());
        let came = galleria_reports::visible(&galleria_reports::on_one_line(came)).to_string();
        let _ = writeln!(text, "{id:width$}  {state:9}  {calls:>3} calls  {came}");
    }
    Ok(text)
}

fn show(message: &Message) -> String {
    let mut text = format!(
        "{} for {}\n  state    {}\n  profile  {}\n  address  {}\n\nparameters\n",
        message.activity,
        message.about(),
        state(message.state),
        message.profile,
        message.address
    );
    for (name, value) in &message.parameters {
        let _ = writeln!(text, "  {name} = {value}");
    }
    text.push_str("\ncalls\n");
    for call in &message.calls {
        let _ = writeln!(text, "  {}  {}", call.at, call.came);
    }
    // What a file or a seller says is shown, not obeyed by the terminal.
    let lines: Vec<String> = text
        .lines()
        .map(|line| galleria_reports::visible(line).to_string())
        .collect();
    lines.join("\n") + "\n"
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
