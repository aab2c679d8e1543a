//! A scenario as a file that [`read`](super::read()) reads again.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::time::Duration;

use toml::Value;

use super::kit::{KitStep, flag_name};
use super::step::{Call, Scenario, Verb};

/// Writes a scenario; `head` is put before it as comments, a line each.
pub fn write(scenario: &Scenario, head: &str) -> String {
    let mut text = String::new();
    for line in head.lines() {
        let _ = writeln!(text, "{}", format!("# {line}").trim_end());
    }
    line(&mut text, "title", &scenario.title);
    line(&mut text, "about", &scenario.about);
    let api: Vec<&str> = scenario.api.iter().map(|api| api.name()).collect();
    let billing: Vec<&str> = scenario.billing.iter().map(|mode| mode.name()).collect();
    let family: Vec<&str> = scenario.family.iter().map(|kind| kind.name()).collect();
    for (name, values) in [("api", api), ("billing", billing), ("family", family)] {
        if !values.is_empty() {
            let _ = writeln!(text, "{name} = {}", list(&values));
        }
    }
    let named: BTreeSet<u32> = scenario
        .steps
        .iter()
        .filter_map(|step| refers_to(&step.verb))
        .collect();
    for (number, step) in (1..).zip(&scenario.steps) {
        text.push_str("\n[[step]]\n");
        line(&mut text, "verb", step.verb.name());
        if named.contains(&number) {
            line(&mut text, "name", &name(number));
        }
        fields(&mut text, &step.verb);
        line(&mut text, "note", &note(&step.note));
    }
    text
}

/// What a step is called that another one refers to.
fn name(number: u32) -> String {
    format!("step {number}")
}

/// The step that a verb refers to.
fn refers_to(verb: &Verb) -> Option<u32> {
    match verb {
        Verb::Resend { step }
        | Verb::Replay { step }
        | Verb::Await { step }
        | Verb::BurstAgain { step, .. }
        | Verb::Kit(KitStep::Again { step, .. })
        | Verb::Twin { step, .. } => Some(*step),
        _ => None,
    }
}

/// A note is for people, on one line.
fn note(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fields(text: &mut String, verb: &Verb) {
    if let Some(step) = refers_to(verb) {
        line(text, "step", &name(step));
    }
    if let Some(made) = verb.call() {
        call(text, made);
    }
    match verb {
        Verb::Cut { at, .. } => line(text, "at", at.name()),
        Verb::Crash { at, .. } => line(text, "at", at.name()),
        Verb::Outage(outage) => {
            line(text, "kind", outage.trouble.name());
            line(text, "time", &in_milliseconds(outage.lasts));
            if let Some(every) = outage.every {
                line(text, "every", &in_milliseconds(every));
            }
        }
        Verb::Burst { times, .. } | Verb::BurstAgain { times, .. } | Verb::Orders { times, .. } => {
            let _ = writeln!(text, "times = {times}");
        }
        Verb::Kit(step) => kit(text, step),
        Verb::Tamper { how, .. } => line(text, "how", how.name),
        Verb::Twin { how, purchase, .. } => {
            line(text, "how", how.name);
            if let Some(purchase) = purchase {
                line(text, "purchase", purchase);
            }
        }
        Verb::Delay(time) | Verb::Advance(time) => {
            line(text, "time", &in_milliseconds(*time));
        }
        _ => {}
    }
}

fn kit(text: &mut String, step: &KitStep) {
    match step {
        KitStep::Again { how, .. } => {
            if let Some(how) = how {
                line(text, "how", how.name);
            }
        }
        KitStep::Call(kit) => {
            line(text, "activity", kit.call.name());
            line(text, "flag", flag_name(kit.flag));
            line(text, "tenant", &kit.tenant);
            if let Some(purchase) = &kit.purchase {
                line(text, "purchase", purchase);
            }
            if kit.test {
                text.push_str("test = true\n");
            }
        }
    }
}

fn in_milliseconds(time: Duration) -> String {
    format!("{}ms", time.as_millis())
}

fn call(text: &mut String, call: &Call) {
    let subject = &call.subject;
    line(text, "activity", subject.activity.name());
    if subject.test {
        text.push_str("test = true\n");
    } else {
        line(text, "purchase", &subject.purchase);
        line(text, "customer", &subject.customer);
    }
    if let Some(of) = &subject.order_of {
        line(text, "order-of", of);
    }
    if !call.set.is_empty() {
        let pairs: Vec<String> = call
            .set
            .iter()
            .map(|(name, value)| format!("{name} = {}", quoted(value)))
            .collect();
        let _ = writeln!(text, "set = {{ {} }}", pairs.join(", "));
    }
    if !call.without.is_empty() {
        let names: Vec<&str> = call.without.iter().map(String::as_str).collect();
        let _ = writeln!(text, "without = {}", list(&names));
    }
}

fn line(text: &mut String, name: &str, value: &str) {
    let _ = writeln!(text, "{name} = {}", quoted(value));
}

/// A value as TOML writes it, on one line.
pub(crate) fn quoted(value: &str) -> String {
    if value.contains('\n') || value.contains('\'') || value.contains('"') {
        // The writer would take several lines or another kind of quotes.
        let mut text = String::from("\"");
        for letter in value.chars() {
            match letter {
                '"' => text.push_str("\\\""),
                '\\' => text.push_str("\\\\"),
                '\n' => text.push_str("\\n"),
                other if other.is_control() => {
                    let _ = write!(text, "\\u{:04X}", u32::from(other));
                }
                other => text.push(other),
            }
        }
        text.push('"');
        return text;
    }
    Value::String(value.to_owned()).to_string()
}

fn list(values: &[&str]) -> String {
    let quoted: Vec<String> = values.iter().map(|value| self::quoted(value)).collect();
    format!("[{}]", quoted.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Catalog, read};

    #[test]
    fn what_is_written_is_read_again() {
        for scenario in Catalog::embedded().scenarios() {
            let text = write(scenario, "A head\n\nof lines");
            let again = read(&scenario.id, "again.toml", &text)
                .unwrap_or_else(|error| panic!("{error}\n{text}"));
            let verbs = |scenario: &Scenario| {
                let steps = scenario.steps.iter().map(|step| format!("{:?}", step.verb));
                steps.collect::<Vec<_>>()
            };
            assert_eq!(again.title, scenario.title);
            assert_eq!(again.about, scenario.about);
            // Customers and purchases of test calls mean nothing and are left out.
            let tests = scenario
                .steps
                .iter()
                .any(|step| step.verb.call().is_some_and(|call| call.subject.test));
            if !tests {
                assert_eq!(verbs(&again), verbs(scenario), "{text}");
            }
        }
    }

    #[test]
    fn every_text_stays_on_its_line() {
        for text in ["a\nb", "it's", "\"", "\\", "云\u{7}", "plain"] {
            let line = quoted(text);
            assert!(!line.contains('\n'), "{line}");
            let table: toml::Table = format!("a = {line}").parse().expect("TOML");
            assert_eq!(table["a"].as_str(), Some(text));
        }
    }
}
