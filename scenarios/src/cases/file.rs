//! A case as it is written.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use galleria_marketplace::market::Billing;
use galleria_protocol::Activity;
use serde::Deserialize;
use serde_json::Value;
use toml::Spanned;

use super::case::{ACTIVITY, Case, TEST_FLAG};
use super::parameters::unfit;
use crate::located::Located;
use crate::profile::{self, Profile};
use crate::suggest;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct CaseFile {
    profile: Spanned<String>,
    activity: Spanned<String>,
    billing: Option<Spanned<String>>,
    note: Option<String>,
    #[serde(default)]
    without: Vec<Spanned<String>>,
    #[serde(default)]
    parameters: BTreeMap<Spanned<String>, Spanned<String>>,
}

/// Reads a case; `file` is its name for errors.
///
/// # Errors
/// Where the text is no case: with line, column and what was probably meant.
pub fn read(file: &str, text: &str) -> Result<Case, Located> {
    let reader = Reader { file, text };
    let raw: CaseFile = toml::from_str(text).map_err(|e| Located::syntax(file, text, &e))?;
    reader.case(raw)
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
}

impl Reader<'_> {
    fn error(&self, span: &Range<usize>, message: impl Into<String>) -> Located {
        Located::at(self.file, self.text, span.start, message)
    }

    fn case(&self, raw: CaseFile) -> Result<Case, Located> {
        let book = profile::open(raw.profile.get_ref());
        let book = book.map_err(|e| self.error(&raw.profile.span(), e.to_string()))?;
        let activity = activity(&book, raw.activity.get_ref());
        let activity = activity.map_err(|told| self.error(&raw.activity.span(), told))?;
        let billing = match &raw.billing {
            None => Billing::default(),
            Some(name) => billing(name.get_ref()).map_err(|told| self.error(&name.span(), told))?,
        };
        for (name, value) in &raw.parameters {
            if let Some(told) = unfit(name.get_ref(), value.get_ref()) {
                return Err(self.error(&name.span(), told.to_string()));
            }
        }
        if let Some(name) = raw.without.iter().find(|name| is_needed(name.get_ref())) {
            let told = format!("a case cannot be without `{}`", name.get_ref());
            return Err(self.error(&name.span(), told));
        }
        let values = raw.parameters.into_iter();
        Ok(Case {
            profile: raw.profile.into_inner(),
            activity,
            billing,
            note: raw.note,
            parameters: values
                .map(|(name, value)| (name.into_inner(), value.into_inner()))
                .collect(),
            without: raw.without.into_iter().map(Spanned::into_inner).collect(),
        })
    }
}

fn is_needed(name: &str) -> bool {
    name == ACTIVITY || name == TEST_FLAG
}

/// The scene that a rule book calls so.
pub(super) fn activity(book: &Profile, name: &str) -> Result<Activity, String> {
    book.family.scene(book.api, name).ok_or_else(|| {
        let known: Vec<&str> = book.activities().map(|known| book.called(known)).collect();
        let (hint, id) = (suggest::hint(name, known.iter().copied()), &book.id);
        let list = known.join(", ");
        format!("profile {id} has no activity `{name}`{hint} (known: {list})")
    })
}

fn billing(name: &str) -> Result<Billing, String> {
    Billing::from_name(name).ok_or_else(|| {
        let known = Billing::ALL.map(Billing::name);
        let hint = suggest::hint(name, known);
        format!(
            "there is no billing mode `{name}`{hint} (known: {})",
            known.join(", ")
        )
    })
}

/// Reads a case that is written as JSON: the same members as in TOML.
///
/// # Errors
/// Where the text is no case: with line, column and what was probably meant.
pub fn read_json(file: &str, text: &str) -> Result<Case, Located> {
    let located = |line: usize, column: usize, message: String| Located {
        file: file.to_owned(),
        line: line.max(1),
        column: column.max(1),
        message,
    };
    let value: Value = serde_json::from_str(text)
        .map_err(|e| located(e.line(), e.column(), format!("this is no JSON: {e}")))?;
    // The same reader tells the same mistakes: what was JSON is TOML by now.
    let written =
        toml::to_string(&value).map_err(|e| located(1, 1, format!("this JSON is no case: {e}")))?;
    read(file, &written).map_err(|wrong| {
        let quoted = wrong.message.split('`').nth(1);
        let at = quoted.and_then(|name| text.find(&format!("\"{name}\"")));
        Located::at(file, text, at.unwrap_or_default(), wrong.message)
    })
}

/// Writes a case, to be read in a review: one value a line, by name.
pub fn write(case: &Case, profile: &Profile) -> String {
    let quoted = |text: &str| toml::Value::from(text).to_string();
    let mut text = String::from(
        "# A saved case of the debug step, which the dial test calls again. Signed anew at each call.\n",
    );
    let _ = writeln!(text, "profile = {}", quoted(&case.profile));
    let _ = writeln!(text, "activity = {}", quoted(profile.called(case.activity)));
    let _ = writeln!(text, "billing = {}", quoted(case.billing.name()));
    if let Some(note) = &case.note {
        let _ = writeln!(text, "note = {}", quoted(note));
    }
    if !case.without.is_empty() {
        let names: Vec<String> = case.without.iter().map(|name| quoted(name)).collect();
        let _ = writeln!(text, "without = [{}]", names.join(", "));
    }
    text.push_str("\n[parameters]\n");
    for (name, value) in &case.parameters {
        let bare = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
        let name = if !name.is_empty() && name.chars().all(bare) {
            name.clone()
        } else {
            quoted(name)
        };
        let _ = writeln!(text, "{name} = {}", quoted(value));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASE: &str = "profile = \"cn-v1\"\nactivity = \"releaseInstance\"\nbilling = \"period\"\n\n[parameters]\ninstanceId = \"huaiweitest123456\"\n";

    fn wrong(text: &str) -> String {
        read("case.toml", text).unwrap_err().to_string()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut case = read("case.toml", CASE).unwrap();
        case.note = Some("with \"quotes\", 中文 and\na second line".to_owned());
        case.without.insert("businessId".to_owned());
        case.parameters
            .insert("odd name".to_owned(), "a'b\\c".to_owned());
        let book = profile::find("cn-v1").unwrap();
        assert_eq!(read("again", &write(&case, &book)).unwrap(), case);
    }

    #[test]
    fn mistakes_are_told_with_their_place_and_what_was_meant() {
        let told = wrong(&CASE.replace("billing", "biling"));
        assert!(
            told.starts_with("case.toml:3:1:") && told.contains("did you mean `billing`"),
            "{told}"
        );
        let told = wrong(&CASE.replace("releaseInstance", "relaseInstance"));
        assert!(
            told.starts_with("case.toml:2:12:") && told.contains("`releaseInstance`"),
            "{told}"
        );
        let told = wrong(&CASE.replace("cn-v1", "cn-v3"));
        assert!(told.starts_with("case.toml:1:11:"), "{told}");
        let told = wrong(&format!("{CASE}authToken = \"x\"\n"));
        assert!(
            told.starts_with("case.toml:7:1:") && told.contains("anew"),
            "{told}"
        );
        assert!(wrong("").contains("missing field"), "{}", wrong(""));
    }

    #[test]
    fn json_is_read_alike() {
        let json = r#"{"profile": "cn-v2", "activity": "upgradeInstance",
            "parameters": {"instanceId": "i"}}"#;
        let case = read_json("case.json", json).unwrap();
        assert_eq!(case.parameters["instanceId"], "i");
        let told = read_json("case.json", &json.replace("\"activity\"", "\"actvity\""));
        let told = told.unwrap_err().to_string();
        assert!(
            told.starts_with("case.json:1:22:") && told.contains("did you mean `activity`"),
            "{told}"
        );
        assert!(
            read_json("c", "[1")
                .unwrap_err()
                .to_string()
                .contains("no JSON")
        );
        assert!(read_json("c", "[1]").is_err() && read_json("c", "null").is_err());
    }
}
