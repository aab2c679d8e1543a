//! Standard output and standard error: results to the one, everything else to the other.

use std::io::{self, Write};

use console::Term;
use galleria_reports::lang;
use galleria_reports::terminal::TerminalStyle;

use crate::args::{Colour, LookArgs, Tongue};
use crate::error::CliError;

/// Tells an error.
pub(crate) fn complain(text: &str) {
    say("error:", text);
}

/// Tells what the user should know though nothing is wrong.
pub(crate) fn warn(text: &str) {
    say("warning:", text);
}

/// Tells what is going on.
pub(crate) fn note(text: &str) {
    let _ = writeln!(io::stderr(), "{}", lang::say_lines(text));
}

fn say(kind: &str, text: &str) {
    let (kind, text) = (lang::say(kind), lang::say_lines(text));
    // A wide colon has its own blank.
    let gap = if kind.is_ascii() { " " } else { "" };
    // Nobody is left to tell where standard error is gone.
    let _ = writeln!(io::stderr(), "{kind}{gap}{text}");
}

/// How to print, found out once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terminal {
    look: LookArgs,
}

impl Terminal {
    /// Obeys the flags, then the environment, then what the terminal can do.
    pub(crate) fn new(look: LookArgs) -> Self {
        Self { look }
    }

    /// The language that was asked for, if one was.
    pub(crate) fn asked_language(self) -> Option<Tongue> {
        self.look.lang
    }

    /// Whether nothing but errors is printed.
    pub(crate) fn is_quiet(self) -> bool {
        self.look.quiet
    }

    /// Whether progress is shown: on a terminal only.
    pub(crate) fn shows_progress(self) -> bool {
        !self.look.quiet && Term::stderr().features().is_attended()
    }

    /// Begins anew: with an empty screen on a terminal, else with an empty line.
    pub(crate) fn begin_anew(self) {
        let term = Term::stdout();
        if self.look.quiet {
            return;
        }
        // Where it cannot be cleared the next report stands below this one.
        let _ = if term.features().is_attended() {
            term.clear_screen()
        } else {
            term.write_line("")
        };
    }

    /// The style for reports on standard output.
    pub(crate) fn style(self) -> TerminalStyle {
        let term = Term::stdout();
        let attended = term.features().is_attended();
        let width = if attended {
            usize::from(term.size().1).clamp(60, 120)
        } else {
            100
        };
        TerminalStyle {
            colour: self.colours(attended),
            width,
            verbose: self.look.verbose,
            ascii: !speaks_unicode(),
        }
    }

    fn colours(self, attended: bool) -> bool {
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        match self.look.color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => {
                if set("NO_COLOR").is_some() {
                    false
                } else if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
                    true
                } else {
                    let dull = set("TERM").is_some_and(|term| term == "dumb");
                    attended && !dull && set("CLICOLOR").is_none_or(|value| value != "0")
                }
            }
        }
    }

    /// Prints a list or a text for people, each line of it in the language that is spoken; JSON as it
    /// is.
    pub(crate) fn print_said(self, text: &str) -> Result<(), CliError> {
        if text.starts_with(['{', '[']) {
            return self.print(text);
        }
        self.print(&lang::say_lines(text))
    }

    /// Prints a result.
    pub(crate) fn print(self, text: &str) -> Result<(), CliError> {
        if self.look.quiet {
            Ok(())
        } else {
            print(text.as_bytes())
        }
    }
}

/// Writes to standard output. A reader that went away, such as `head`, is no error.
pub(crate) fn print(bytes: &[u8]) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(CliError::System {
            what: "standard output",
            reason: error,
        }),
        _ => Ok(()),
    }
}

/// Whether the locale can show more than ASCII.
fn speaks_unicode() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    // Without any locale a modern terminal is more likely than an old one.
    locale.is_none_or(|locale| {
        let locale = locale.to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}
