//! The form of a scene.

use std::collections::{BTreeMap, BTreeSet};

use galleria_marketplace::clock::Clock;
use galleria_protocol::Activity;
use galleria_scenarios::Billing;
use galleria_scenarios::cases::{Case, unfit};
use galleria_scenarios::debugging;
use galleria_scenarios::profile::{Profile, Row};

/// The parameter that is made anew at each call unless it is left out [v1 §5.1].
const BUSINESS_ID: &str = "businessId";

/// What stands before a parameter's name in the form.
const VALUE: &str = "value.";
const SENT: &str = "sent.";

/// One row of the form.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) name: String,
    pub(super) value: String,
    /// Whether it is sent.
    pub(super) sent: bool,
    /// Whether the table demands it.
    pub(super) mandatory: bool,
    /// Its type, as the page prints it.
    pub(super) kind: Option<String>,
    /// The longest value, in characters.
    pub(super) max: Option<usize>,
    /// The values that there are.
    pub(super) values: Vec<String>,
    /// When it is sent, and what else is to be known.
    pub(super) notes: Vec<String>,
    /// Whether galleria makes it anew at each call.
    pub(super) made: bool,
}

/// The case that the form holds before anybody changes it.
pub(crate) fn filled(book: &Profile, billing: Billing, activity: Activity) -> Result<Case, String> {
    let case = debugging::form(book, billing, activity, &Clock::system());
    case.map_err(|error| error.to_string())
}

/// The rows: those of the table in its order, then what the case has beside them.
pub(super) fn lines(book: &Profile, case: &Case) -> Vec<Line> {
    let scene = book.called(case.activity);
    let rows = book.request(scene);
    let offered = rows.iter().filter(|row| is_offered(row));
    let known: Vec<Line> = offered.map(|row| of_row(row, case)).collect();
    let is_known = |name: &str| rows.iter().any(|row| row.name == name);
    let further = case.parameters.iter().filter(|(name, _)| !is_known(name));
    let further = further.map(|(name, value)| Line {
        name: name.clone(),
        value: value.clone(),
        sent: true,
        mandatory: false,
        kind: None,
        max: None,
        values: Vec::new(),
        notes: Vec::new(),
        made: false,
    });
    known.into_iter().chain(further).collect()
}

/// What no form may hold (date, nonce, signature, the scene itself) is made for the call.
fn is_offered(row: &Row) -> bool {
    row.name == BUSINESS_ID || unfit(&row.name, "").is_none()
}

fn of_row(row: &Row, case: &Case) -> Line {
    let value = case.parameters.get(&row.name);
    let made = row.name == BUSINESS_ID;
    Line {
        name: row.name.clone(),
        value: value.cloned().unwrap_or_default(),
        sent: value.is_some() || (made && !case.without.contains(&row.name)),
        mandatory: row.is_mandatory(),
        kind: row.kind.as_ref().map(ToString::to_string),
        max: row.max,
        values: row.values.clone(),
        notes: row.when.iter().chain(&row.note).cloned().collect(),
        made,
    }
}

/// The case that was entered: `sent.NAME` says that a parameter is sent, `value.NAME` what it holds.
pub(super) fn entered(
    book: &Profile,
    billing: Billing,
    activity: Activity,
    fields: &[(String, String)],
) -> Result<Case, String> {
    let named = |prefix| {
        fields
            .iter()
            .filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value)))
    };
    let sent: BTreeSet<&str> = named(SENT).map(|(name, _)| name).collect();
    let mut parameters = BTreeMap::new();
    let mut without = BTreeSet::new();
    for (name, value) in named(VALUE) {
        if name == BUSINESS_ID {
            if !sent.contains(name) {
                without.insert(name.to_owned());
            } else if !value.is_empty() {
                parameters.insert(name.to_owned(), value.clone());
            }
            continue;
        }
        if !sent.contains(name) {
            continue;
        }
        if let Some(why) = unfit(name, value) {
            return Err(why.to_string());
        }
        parameters.insert(name.to_owned(), value.clone());
    }
    Ok(Case {
        profile: book.id.clone(),
        activity,
        billing,
        note: None,
        parameters,
        without,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::debugging::scene;
    use galleria_scenarios::profile;

    /// What a browser sends of a form that nobody touched.
    fn untouched(lines: &[Line]) -> Vec<(String, String)> {
        let mut fields = Vec::new();
        for line in lines {
            if line.sent {
                fields.push((format!("{SENT}{}", line.name), "1".to_owned()));
            }
            fields.push((format!("{VALUE}{}", line.name), line.value.clone()));
        }
        fields
    }

    #[test]
    fn a_form_that_nobody_touched_is_the_case_that_filled_it() {
        for book in profile::all() {
            for scene in scene::scenes(&book) {
                let activity = scene::activity(&book, scene).unwrap();
                let case = filled(&book, Billing::Period, activity).unwrap();
                let fields = untouched(&lines(&book, &case));
                let back = entered(&book, Billing::Period, activity, &fields).unwrap();
                assert_eq!(back, case, "{} {scene}", book.id);
            }
        }
    }

    #[test]
    fn what_is_made_anew_cannot_be_entered() {
        let book = profile::find("cn-v1").unwrap();
        let fields = [("sent.authToken", "1"), ("value.authToken", "x")];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let told = entered(&book, Billing::Period, Activity::NewInstance, &fields);
        assert!(told.unwrap_err().contains("authToken"));
    }
}
