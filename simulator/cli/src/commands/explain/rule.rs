//! A rule: what it checks and why, what the platform itself says, how to see it fail.

use std::fmt::Write as _;

use galleria_reports::lang::{lines, say_markdown};
use galleria_scenarios::rule::Rule;
use galleria_scenarios::{gateway, login, platform_message, rules};

use super::super::profiles::register;
use super::{message, snippet};

/// The columns of a line; the documentation is written in no more.
const WIDTH: usize = 118;

/// The rule of that id or name.
pub(super) fn named(what: &str) -> Option<String> {
    let by_name = || rules::all().find(|rule| rule.name.eq_ignore_ascii_case(what));
    rules::find(what)
        .or_else(by_name)
        .map(told)
        .or_else(|| of_trial(what))
}

/// The rule of a trial of that id or name.
fn of_trial(what: &str) -> Option<String> {
    let of = |rules: &'static [Rule]| rules.iter().find(|rule| is_meant(rule, what));
    let trials = [
        (login::listed_rules(), "login-test"),
        (gateway::listed_rules(), "gateway-test"),
    ];
    let (rule, command) = trials
        .into_iter()
        .find_map(|(rules, command)| Some((of(rules)?, command)))?;
    let (id, name, force, source) = (rule.id, rule.name, rule.force, rule.source);
    let mut text = format!("{id} {name}\nforce {force}, from {source}\n");
    text.push_str(&documentation(&say_markdown(rule.docs)));
    let _ = writeln!(
        text,
        "\nTry it\n  galleria seller --fault {}\n  galleria {command} --help",
        rule.faults[0]
    );
    Some(text)
}

fn is_meant(rule: &Rule, what: &str) -> bool {
    let names = [rule.id, rule.name];
    names.iter().any(|own| own.eq_ignore_ascii_case(what))
}

fn told(rule: &Rule) -> String {
    let mut text = format!(
        "{} {}\nforce {}, from {}\n",
        rule.id, rule.name, rule.force, rule.source
    );
    text.push_str(&documentation(&say_markdown(rule.docs)));
    text.push_str(&snippet::mention(rule.id));
    text.push_str(&of_platform(rule.id));
    text.push_str(&register::of_rule(rule.id));
    let _ = writeln!(
        text,
        "\nTry it\n  galleria seller --fault {}\n\nHolds for\n  {}",
        rule.faults[0],
        rule.lawful.join(", ")
    );
    text
}

/// The rule's documentation, its headings set apart.
fn documentation(docs: &str) -> String {
    let mut text = String::new();
    for line in docs.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match line.strip_prefix("# ") {
            Some(heading) => {
                let _ = write!(text, "\n{heading}\n");
            }
            None if line.is_empty() => {}
            None => {
                for line in lines(line, WIDTH) {
                    let _ = writeln!(text, "  {line}");
                }
            }
        }
    }
    text
}

/// What the platform says to a seller that breaks the rule; nothing where it says nothing.
fn of_platform(id: &str) -> String {
    let messages = platform_message::of_rule(id);
    if messages.is_empty() {
        return String::new();
    }
    let mut text = "\nWhat the platform itself says\n".to_owned();
    for said in messages {
        text.push_str(&message::wordings(said, "  "));
        let _ = writeln!(text, "  galleria explain {}", said.id);
    }
    text
}
