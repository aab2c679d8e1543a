//! `galleria completions` and `galleria man`: made of the command line as it is.

use std::path::Path;

use clap::Command;
use galleria_scenarios::verdict::ExitCode;

use crate::args::{CompletionsArgs, ManArgs};
use crate::config::command;
use crate::error::CliError;
use crate::output::{Terminal, print};

pub(super) fn completions(args: &CompletionsArgs) -> Result<ExitCode, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "galleria", &mut script);
    print(&script)?;
    Ok(ExitCode::Held)
}

/// A page for the program, and one for each command and each of their commands.
pub(super) fn man(args: &ManArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let unwritable = |path: &Path| {
        let path = path.display().to_string();
        move |reason| CliError::Report { path, reason }
    };
    std::fs::create_dir_all(&args.out).map_err(unwritable(&args.out))?;
    let mut whole = command();
    whole.build();
    let mut pages = Vec::new();
    collect(&whole, "galleria", &mut pages);
    for (name, command) in &pages {
        let path = args.out.join(format!("{name}.1"));
        let mut page = Vec::new();
        let man = clap_mangen::Man::new(command.clone().name(name.clone()));
        man.render(&mut page).map_err(unwritable(&path))?;
        std::fs::write(&path, page).map_err(unwritable(&path))?;
    }
    let (count, folder) = (pages.len(), args.out.display());
    terminal.print_said(&format!("{count} pages are written to {folder}\n"))?;
    Ok(ExitCode::Held)
}

fn collect(command: &Command, name: &str, pages: &mut Vec<(String, Command)>) {
    pages.push((name.to_owned(), command.clone()));
    for inner in command.get_subcommands() {
        if inner.get_name() != "help" && !inner.is_hide_set() {
            collect(inner, &format!("{name}-{}", inner.get_name()), pages);
        }
    }
}
