//! Looks up what somebody asked for.

use galleria_protocol::mistake::Cause;
use galleria_scenarios::platform_message::{Message, Recognised, recognise};
use galleria_scenarios::rule::Rule;
use galleria_scenarios::rules;

/// What a text was found to be.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// The rules that have it in their id or name.
    pub(crate) rules: Vec<&'static Rule>,
    /// The mistake of that slug.
    pub(crate) cause: Option<Cause>,
    /// The message of the platform that it holds.
    pub(crate) message: Option<Told>,
    /// The messages that it comes near to.
    pub(crate) near: Vec<&'static Message>,
}

impl Found {
    pub(super) fn is_nothing(&self) -> bool {
        self.rules.is_empty()
            && self.cause.is_none()
            && self.message.is_none()
            && self.near.is_empty()
    }
}

/// A message of the platform with all that is known of it.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) message: &'static Message,
    pub(crate) title: String,
    /// What the platform filled in.
    pub(crate) values: Vec<(String, String)>,
    /// The rules that look for what causes it.
    pub(crate) rules: Vec<&'static Rule>,
}

/// The longest text that is looked for, in characters; a message of the platform is far shorter.
const LONGEST: usize = 4000;

/// Looks a text up.
pub(crate) fn find(text: &str) -> Found {
    let text: String = text.trim().chars().take(LONGEST).collect();
    let text = text.as_str();
    let mut found = Found {
        rules: rules_of(text),
        cause: Cause::find(text),
        ..Found::default()
    };
    for recognised in recognise(text) {
        if recognised.is_certain() {
            found.message = Some(of(&recognised));
        } else if found.rules.is_empty() && found.cause.is_none() {
            found.near.push(recognised.message);
        }
    }
    found
}

fn rules_of(text: &str) -> Vec<&'static Rule> {
    let wanted = text.to_ascii_lowercase().replace([' ', '_'], "-");
    let fits = |rule: &&Rule| {
        rule.id.eq_ignore_ascii_case(&wanted) || (wanted.len() > 2 && rule.name.contains(&wanted))
    };
    rules::all().filter(fits).collect()
}

fn of(recognised: &Recognised) -> Told {
    let message = recognised.message;
    let rules = message.rules_for(recognised.wording);
    told(
        message,
        recognised.title(),
        recognised.values.clone(),
        rules,
    )
}

/// A message with what was filled in and the rules of these ids.
pub(super) fn told(
    message: &'static Message,
    title: String,
    values: Vec<(String, String)>,
    ids: &[String],
) -> Told {
    let rules = ids.iter().filter_map(|id| rules::find(id)).collect();
    Told {
        message,
        title,
        values,
        rules,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_causes_and_messages_are_found() {
        assert_eq!(find("sig004").rules[0].id, "SIG004");
        assert!(
            find("signature wrong")
                .rules
                .iter()
                .any(|rule| rule.name.contains("signature-wrong"))
        );
        assert!(find("signed-with-key-and-timestamp").cause.is_some());
        for message in galleria_scenarios::platform_message::all() {
            let pasted = format!("[2026-01-01] {}", message.wordings[0].text);
            let found = find(&pasted).message.map(|told| told.message.id.clone());
            assert_eq!(found.as_ref(), Some(&message.id), "{pasted}");
        }
        assert!(find("zzzz qqqq").is_nothing());
    }
}
