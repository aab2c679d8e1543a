//! Delivering again by hand: the seller centre's 重新启动.

use std::collections::BTreeSet;

use galleria_scenarios::messages::{MessageFolder, MessageState};
use galleria_scenarios::profile;
use galleria_scenarios::verdict::ExitCode;

use super::{ids, read, seen};
use crate::args::ResendArgs;
use crate::commands::interrupt::signal;
use crate::commands::runtime;
use crate::error::CliError;
use crate::output::Terminal;
use crate::settings;

pub(super) fn resend(
    args: &ResendArgs,
    folder: &MessageFolder,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let chosen = chosen(args, folder)?;
    if chosen.is_empty() {
        terminal.print_said("every message is delivered\n")?;
        return Ok(ExitCode::Held);
    }
    runtime()?.block_on(async {
        let mut worst = ExitCode::Held;
        let mut interrupted = std::pin::pin!(signal());
        for id in &chosen {
            let code = tokio::select! {
                biased;
                () = &mut interrupted => return Ok(ExitCode::Interrupted),
                code = one(args, folder, id, terminal) => code?,
            };
            if worst == ExitCode::Held || code == ExitCode::Failed {
                worst = if code == ExitCode::Held { worst } else { code };
            }
        }
        Ok(worst)
    })
}

fn chosen(args: &ResendArgs, folder: &MessageFolder) -> Result<BTreeSet<String>, CliError> {
    if !args.all {
        for id in &args.ids {
            read(folder, id)?;
        }
        return Ok(args.ids.iter().cloned().collect());
    }
    let mut open = BTreeSet::new();
    for id in ids(folder)? {
        if read(folder, &id)?.state == MessageState::Failed {
            open.insert(id);
        }
    }
    Ok(open)
}

async fn one(
    args: &ResendArgs,
    folder: &MessageFolder,
    id: &str,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let mut message = read(folder, id)?;
    let profile = profile::open(args.profile.as_deref().unwrap_or(&message.profile))?;
    let url = args.url.as_deref().unwrap_or(&message.address);
    let mut caller = settings::callee(&args.caller, url, &profile)?
        .known_to(&args.allow)?
        .caller(&args.caller, &profile)?;
    let call = message.deliver_again(&mut caller).await;
    folder
        .write(id, &message)
        .map_err(|error| CliError::Report {
            path: folder.path().display().to_string(),
            reason: std::io::Error::other(error.to_string()),
        })?;
    let came = message.calls.last().map_or("", |call| call.came.as_str());
    terminal.print(&format!("{id}: {}\n", seen(came)))?;
    Ok(if call.is_accepted() || call.is_pending() {
        ExitCode::Held
    } else if call.ended.is_unreachable() {
        ExitCode::Unreachable
    } else {
        ExitCode::Failed
    })
}
