//! `galleria completions` and `galleria man`: made of the command line as it is.

use std::path::Path;

use clap::Command;
use galleria_reports::lang::{Lang, say};
use galleria_scenarios::verdict::ExitCode;

use crate::args::{CompletionsArgs, ManArgs, claps_own};
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
    let mut whole = without_help(command());
    whole.build();
    let mut pages = Vec::new();
    collect(&whole, "galleria", &mut pages);
    for (name, command) in &pages {
        let path = args.out.join(format!("{name}.1"));
        let page = page(name, command).map_err(unwritable(&path))?;
        std::fs::write(&path, page).map_err(unwritable(&path))?;
    }
    let (count, folder) = (pages.len(), args.out.display());
    terminal.print_said(&format!("{count} pages are written to {folder}\n"))?;
    Ok(ExitCode::Held)
}

/// The commands without clap's own `help`, which has no page.
fn without_help(command: Command) -> Command {
    command
        .disable_help_subcommand(true)
        .mut_subcommands(without_help)
}

fn collect(command: &Command, name: &str, pages: &mut Vec<(String, Command)>) {
    pages.push((name.to_owned(), command.clone()));
    for inner in command.get_subcommands() {
        if !inner.is_hide_set() {
            collect(inner, &format!("{name}-{}", inner.get_name()), pages);
        }
    }
}

/// A page, with the short usage of `--help` rather than every flag once more.
fn page(name: &str, command: &Command) -> std::io::Result<String> {
    let usage = command.clone().render_usage().to_string();
    let usage = usage
        .find("galleria")
        .map_or("", |at| &usage[at..])
        .to_owned();
    let man = clap_mangen::Man::new(command.clone().override_usage(usage).name(name.to_owned()))
        .source(concat!("galleria ", env!("CARGO_PKG_VERSION")))
        .manual("galleria");
    let mut page = Vec::new();
    man.render(&mut page)?;
    let page = String::from_utf8_lossy(&page);
    let mut lines: Vec<String> = Vec::new();
    let mut is_value = false;
    for line in page.lines() {
        lines.push(said(line, is_value));
        // Blanks within a line of few and long words would be stretched.
        if line.starts_with(".TH ") {
            lines.push(".ad l".to_owned());
        }
        is_value = line.starts_with(".IP");
    }
    Ok(lines.join("\n") + "\n")
}

/// A line of a page with the words that are not the command line's own in the language that is spoken; of a
/// possible value what stands behind its name.
fn said(line: &str, is_value: bool) -> String {
    match line.strip_prefix(".SH ") {
        Some("EXTRA") => format!(".SH {}", say("NOTES")),
        Some(heading) => format!(".SH {}", say(heading)),
        None if Lang::spoken() == Lang::En => line.to_owned(),
        None => match line.split_once(": ").filter(|_| is_value) {
            Some((value, told)) => format!("{value}: {}", say(told)),
            None => say_of_variable(&claps_own(line)),
        },
    }
}

/// The sentence about an environment variable, which is in fat letters within it.
fn say_of_variable(line: &str) -> String {
    const START: &str = "May also be specified with the ";
    const END: &str = " environment variable.";
    let variable = line
        .strip_prefix(START)
        .and_then(|rest| rest.trim_end().strip_suffix(END));
    variable.map_or_else(
        || line.to_owned(),
        |variable| say(&format!("{START}{variable}{END}")).into_owned(),
    )
}
