//! The command line in the reader's language.

use std::ffi::OsString;
use std::io::Write as _;

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};
use galleria_reports::lang::{Lang, say, say_lines};

/// How help is laid out where it is not English: clap's own words are said in the template.
const TEMPLATE: &str =
    "{before-help}{about-with-newline}\n{usage-heading} {usage}\n\n{all-args}{after-help}";

/// The command line in the language that is spoken.
pub(crate) fn in_language(command: Command) -> Command {
    match Lang::spoken() {
        Lang::En => command,
        Lang::Zh => said(command),
    }
}

/// The language that the command line, the environment or the locale ask for.
pub(crate) fn wanted() -> Lang {
    wanted_by(std::env::args_os())
}

/// Shows help or an error of clap's, and ends the process as clap does.
#[expect(clippy::exit, reason = "as clap does with an error in English")]
pub(crate) fn end(error: &clap::Error) -> ! {
    if Lang::spoken() == Lang::En {
        error.exit()
    }
    if error.use_stderr() {
        let _ = write!(std::io::stderr(), "{}", say_lines(&error.to_string()));
    } else {
        let help = error.render();
        let help = if console::colors_enabled() {
            help.ansi().to_string()
        } else {
            help.to_string()
        };
        let _ = write!(std::io::stdout(), "{}", claps_own(&help));
    }
    std::process::exit(error.exit_code())
}

/// A help with clap's own words in the language that is spoken, and what it tells of possible values.
pub(crate) fn claps_own(help: &str) -> String {
    const SENTENCES: [&str; 2] = [
        "Print this message or the help of the given subcommand(s)",
        "Possible values:",
    ];
    let line = |line: &str| {
        let plain = console::strip_ansi_codes(line);
        let value = plain.trim_start().starts_with("- ");
        match line.split_once(": ").filter(|_| value) {
            Some((name, told)) => format!("{name}: {}", say(told)),
            None => SENTENCES
                .iter()
                .fold(line.to_owned(), |line, own| line.replace(own, &say(own))),
        }
    };
    bracketed(help).split_inclusive('\n').map(line).collect()
}

/// A help with what stands in its brackets, such as a default, in the language that is spoken.
fn bracketed(help: &str) -> String {
    let mut said = String::new();
    let mut rest = help;
    while let Some((start, length)) = rest.find('[').zip(rest.find(']')) {
        if length < start {
            break;
        }
        said.push_str(&rest[..start]);
        said.push_str(&framed(&rest[start..=length]));
        rest = &rest[length + 1..];
    }
    said + rest
}

/// A bracket such as `[default: period]`: what stands behind the colon is typed, and stays as it is.
fn framed(bracket: &str) -> String {
    const HOLE: &str = "\u{1}";
    let typed = bracket
        .strip_suffix(']')
        .and_then(|inner| inner.split_once(": "));
    match typed {
        Some((name, typed)) => say(&format!("{name}: {HOLE}]")).replace(HOLE, typed),
        None => say(bracket).into_owned(),
    }
}

/// The language that the arguments ask for, else the environment, else the locale. Whether the
/// arguments are right is not known yet.
fn wanted_by(arguments: impl Iterator<Item = OsString>) -> Lang {
    let mut arguments = arguments.filter_map(|argument| argument.into_string().ok());
    while let Some(argument) = arguments.next() {
        let given = match argument.as_str() {
            "--" => break,
            "--lang" => arguments.next(),
            other => other.strip_prefix("--lang=").map(ToOwned::to_owned),
        };
        if let Some(lang) = given.as_deref().and_then(Lang::from_name) {
            return lang;
        }
    }
    let variable = std::env::var("GALLERIA_LANG").ok();
    variable
        .as_deref()
        .and_then(Lang::from_name)
        .unwrap_or_else(|| Lang::of_locale(&sys_locale::get_locale().unwrap_or_default()))
}

/// A command with everything that its help shows said in the language that is spoken.
fn said(command: Command) -> Command {
    let about = command.get_about().map(styled);
    let after = command.get_after_help().map(lines);
    let mut command = command
        .mut_args(argument)
        .mut_subcommands(said)
        .subcommand_help_heading(word("Commands"))
        .subcommand_value_name(word("COMMAND"))
        .help_template(TEMPLATE.replace("{usage-heading}", &say("Usage:")))
        .disable_help_flag(true)
        .arg(flag("help", 'h', "Print help", ArgAction::Help));
    if command.get_version().is_some() {
        command = command.disable_version_flag(true).arg(flag(
            "version",
            'V',
            "Print version",
            ArgAction::Version,
        ));
    }
    if let Some(about) = about {
        command = command.about(about);
    }
    if let Some(after) = after {
        command = command.after_help(after);
    }
    command
}

fn argument(argument: Arg) -> Arg {
    let heading = match argument.get_help_heading() {
        Some(heading) => word(heading),
        None if argument.is_positional() => word("Arguments"),
        None => word("Options"),
    };
    let help = argument.get_help().map(styled);
    let argument = argument.help_heading(heading);
    match help {
        Some(help) => argument.help(help),
        None => argument,
    }
}

/// A flag that clap would add itself, in English.
fn flag(name: &'static str, short: char, help: &str, action: ArgAction) -> Arg {
    let flag = Arg::new(name).long(name).short(short).action(action);
    let flag = flag.help(word(help)).help_heading(word("Options"));
    // Behind everything, as clap puts its own.
    flag.display_order(999)
}

fn styled(text: &StyledStr) -> StyledStr {
    say(&text.to_string()).into_owned().into()
}

fn lines(text: &StyledStr) -> StyledStr {
    say_lines(&text.to_string()).into_owned().into()
}

fn word(text: &str) -> String {
    say(text).into_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory as _;

    use super::*;
    use crate::args::Cli;

    fn of(arguments: &[&str]) -> Lang {
        wanted_by(arguments.iter().map(OsString::from))
    }

    #[test]
    fn the_flag_is_found_wherever_it_stands() {
        assert_eq!(of(&["galleria", "check", "--lang", "zh", "-v"]), Lang::Zh);
        assert_eq!(of(&["galleria", "--lang=zh", "check"]), Lang::Zh);
        assert_eq!(of(&["galleria", "--lang=en", "--lang", "zh"]), Lang::En);
    }

    #[test]
    fn what_is_typed_is_not_translated() {
        Lang::Zh.speaking(|| {
            let help = claps_own(
                "      --billing <MODE>  [default: period] [possible values: text, json]",
            );
            assert!(
                help.contains("[默认：period]") && help.contains("：text, json]"),
                "{help}"
            );
        });
    }

    /// Every text that the help of a command and of those below it shows.
    fn texts(command: &Command, all: &mut BTreeSet<String>) {
        let own = [command.get_about(), command.get_after_help()];
        let own = own.into_iter().flatten().map(ToString::to_string);
        all.extend(own.flat_map(|text| text.lines().map(ToOwned::to_owned).collect::<Vec<_>>()));
        for argument in command
            .get_arguments()
            .filter(|argument| !argument.is_hide_set())
        {
            all.extend(argument.get_help_heading().map(ToOwned::to_owned));
            all.extend(argument.get_help().map(ToString::to_string));
        }
        for below in command.get_subcommands() {
            texts(below, all);
        }
    }

    #[test]
    fn every_help_is_in_chinese() {
        let mut all = BTreeSet::new();
        texts(&Cli::command(), &mut all);
        let catalogue = Lang::Zh.catalogue().unwrap();
        let commands = [
            "galleria ",
            "AGENT_KEY=",
            "GALLERIA_KEY=",
            "GALLERIA_KIT_KEY=",
            "curl ",
            "pbpaste ",
            "printf ",
        ];
        let is_command = |text: &str| commands.iter().any(|command| text.starts_with(command));
        let is_sentence = |text: &&String| text.trim().contains(' ') && !is_command(text.trim());
        let missing: Vec<_> = all
            .iter()
            .filter(is_sentence)
            .filter(|text| !catalogue.knows(text))
            .collect();
        assert!(
            missing.is_empty(),
            "{} are missing: {missing:#?}",
            missing.len()
        );
    }

    #[test]
    fn the_whole_command_line_can_be_said() {
        let mut command = Lang::Zh.speaking(|| said(Cli::command()));
        command.build();
        command.debug_assert();
    }
}
