//! `annotations.txt`: workflow commands of GitHub Actions, which shows them beside the code.
//!
//! GitHub takes ten of a kind from a step and drops the rest in silence. So the ten worst are told,
//! and how many more there are.

use galleria_scenarios::rule::Force;
use galleria_scenarios::verdict::RunVerdict;

use crate::formats::{Format, FormatError};
use crate::lang::say;
use crate::report::{Concluded, Kind, RuleReport, RunReport, Standing};
use crate::words::{counted, place, visible};

/// How many annotations are written.
const MOST: usize = 10;

/// The format `github`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Github;

impl Format for Github {
    fn name(&self) -> &'static str {
        "github"
    }

    fn file_name(&self) -> &'static str {
        "annotations.txt"
    }

    fn render(&self, report: &RunReport) -> Result<Vec<u8>, FormatError> {
        report.begun()?;
        let concluded = report.conclude();
        let mut all = annotations(report, &concluded);
        all.sort_by_key(|annotation| std::cmp::Reverse(annotation.weight));
        let more = all.len().saturating_sub(MOST);
        let mut text = String::new();
        for annotation in all.iter().take(MOST) {
            text.push_str(&annotation.line);
        }
        if more > 0 {
            let more = counted(more, "further mistake");
            text.push_str(&command(
                "notice",
                &[("title", "galleria".to_owned())],
                &say(&format!("{more} in the other reports of this run")),
            ));
        }
        Ok(text.into_bytes())
    }
}

/// One annotation; the heavier is worse.
struct Annotation {
    weight: (u8, Force),
    line: String,
}

fn annotations(report: &RunReport, concluded: &Concluded) -> Vec<Annotation> {
    let mut all = Vec::new();
    if concluded.verdict != RunVerdict::Pass && concluded.standing(Standing::Failed).count() == 0 {
        all.push(Annotation {
            weight: (3, Force::Must),
            line: command(
                "error",
                &[("title", "galleria".to_owned())],
                &concluded.headline(),
            ),
        });
    }
    for rule in &concluded.rules {
        let (kind, weight) = match rule.standing {
            Standing::Failed => ("error", 2),
            Standing::Noted => ("notice", 1),
            _ => continue,
        };
        all.extend(rule.kinds().iter().map(|found| Annotation {
            weight: (weight, rule.force()),
            line: annotation(kind, rule, found, report),
        }));
    }
    all
}

fn annotation(kind: &str, rule: &RuleReport, found: &Kind<'_>, report: &RunReport) -> String {
    let finding = found.first;
    let mut properties = Vec::new();
    if let Some((file, line)) = report.place(&finding.scenario, finding.step) {
        properties.push(("file", file.to_owned()));
        properties.push(("line", line.to_string()));
    }
    properties.push(("title", format!("{} {}", rule.id(), rule.name())));
    let more = match found.others.len() {
        0 => String::new(),
        more => format!(" ({})", say(&format!("and {more} more like it"))),
    };
    let text = format!(
        "{} > {}, {}: {}{more}\n{}: {}\n{}: {}\n{}: {}",
        finding.scenario,
        say(&format!("step {}", finding.step)),
        place(finding),
        finding.explanation,
        say("expected"),
        finding.expected,
        say("actual"),
        finding.actual,
        say("fix"),
        finding.fix
    );
    command(kind, &properties, &text)
}

/// A workflow command on a line of its own.
fn command(kind: &str, properties: &[(&str, String)], text: &str) -> String {
    let properties: Vec<_> = properties
        .iter()
        .map(|(name, value)| format!("{name}={}", property(value)))
        .collect();
    format!("::{kind} {}::{}\n", properties.join(","), data(text))
}

/// Text behind the command.
fn data(text: &str) -> String {
    visible(text)
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Text inside the command, where a colon or a comma ends it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_told_ends_a_command_or_begins_another() {
        let line = command(
            "error",
            &[("title", "a:b,c::d\n%".to_owned())],
            "50%\n::set-output name=x::y",
        );
        assert_eq!(
            line,
            "::error title=a%3Ab%2Cc%3A%3Ad%0A%25::50%25%0A::set-output name=x::y\n"
        );
    }
}
