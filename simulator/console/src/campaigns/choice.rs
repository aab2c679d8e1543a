//! How long a campaign is, and what it plays.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use galleria_protocol::Activity;
use galleria_scenarios::Billing;
use galleria_scenarios::fuzz::campaign::Settings;
use galleria_scenarios::profile::{Need, Profile};
use galleria_scenarios::run::{OptionalScenes, Plan};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::addresses;
use crate::app::App;
use crate::checks;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::Address;

/// How many histories are played where neither their number nor the time is bounded.
const CASES: u64 = 200;
/// The most histories of a campaign.
const MOST_CASES: u64 = 1_000_000;
/// The longest campaign, in seconds: a day.
const LONGEST: u64 = 86_400;
/// The most histories side by side.
const MOST_JOBS: u64 = 16;
/// The longest that one failure is made smaller.
const SHRINKING: Duration = Duration::from_secs(20);
/// The greatest seed: what a number of the file holds.
const GREATEST_SEED: u64 = i64::MAX.unsigned_abs();

#[derive(Template)]
#[template(path = "campaigns/choice.html")]
struct Page {
    frame: Frame,
    address: Address,
    /// The scenes that a product need not have.
    optional: Vec<&'static str>,
    wrong: Option<String>,
}

pub(super) async fn choose(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let (address, book) = addresses::find(&app, id).await.said(reader)?;
    ask(reader, address, &book, None)
}

/// The form, with what was wrong in it.
pub(super) fn ask(
    reader: Reader,
    address: Address,
    book: &Profile,
    wrong: Option<String>,
) -> Result<Response, Failure> {
    reader.form(wrong.is_some(), |frame| Page {
        frame,
        optional: optional(book, address.billing)
            .map(|activity| book.called(activity))
            .collect(),
        address,
        wrong,
    })
}

fn optional(book: &Profile, billing: Billing) -> impl Iterator<Item = Activity> {
    book.activities()
        .filter(move |activity| book.need(billing, *activity) == Need::Optional)
}

/// How long a campaign is, and what it plays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = CampaignChoice)]
pub(crate) struct Choice {
    /// How many histories are played; as many as fit where there is a time alone, else 200.
    #[schema(minimum = 1, maximum = 1_000_000)]
    cases: Option<u64>,
    /// For how many seconds histories are begun.
    #[schema(minimum = 1, maximum = 86_400)]
    seconds: Option<u64>,
    /// Decides every history; drawn where there is none.
    #[schema(minimum = 0, maximum = 9_223_372_036_854_775_807_u64)]
    seed: Option<u64>,
    /// How many histories are played side by side; one where nothing is said.
    #[schema(minimum = 1, maximum = 16)]
    jobs: Option<u64>,
    /// The optional scenes that the seller has; where none is named, all are tried.
    scenes: BTreeSet<String>,
    /// Whether it ends with its first failure, rather than go on to find others.
    first_only: bool,
}

impl Choice {
    /// What was entered in the form.
    ///
    /// # Errors
    /// Where a number is none.
    pub(super) fn of_form(fields: Vec<(String, String)>) -> Result<Self, String> {
        let mut choice = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "cases" => choice.cases = number(&value)?,
                "seconds" => choice.seconds = number(&value)?,
                "seed" => choice.seed = number(&value)?,
                "jobs" => choice.jobs = number(&value)?,
                "scene" => {
                    choice.scenes.insert(value);
                }
                "first-only" => choice.first_only = true,
                _ => {}
            }
        }
        Ok(choice)
    }

    /// The bounds of it.
    ///
    /// # Errors
    /// Where a number is out of its bounds.
    pub(super) fn settings(&self) -> Result<Settings, String> {
        let cases = within(self.cases, "histories", 1, MOST_CASES)?;
        let seconds = within(self.seconds, "seconds", 1, LONGEST)?;
        let jobs = within(self.jobs, "histories side by side", 1, MOST_JOBS)?.unwrap_or(1);
        let unbounded = if seconds.is_some() { u64::MAX } else { CASES };
        Ok(Settings {
            cases: cases.unwrap_or(unbounded),
            max_time: seconds.map(Duration::from_secs),
            shrink_time: SHRINKING,
            jobs: usize::try_from(jobs).unwrap_or(1),
            rate: None,
            continue_on_failure: !self.first_only,
            dictionary: Vec::new(),
        })
    }

    /// The seed that was asked for.
    ///
    /// # Errors
    /// Where it is too great.
    pub(super) fn seed(&self) -> Result<Option<u64>, String> {
        within(self.seed, "seed", 0, GREATEST_SEED)
    }

    /// The plan of it.
    ///
    /// # Errors
    /// Where a scene is none that a product need not have.
    pub(super) fn plan(
        &self,
        book: &Arc<Profile>,
        billing: Billing,
        seed: u64,
    ) -> Result<Plan, String> {
        let mut declared = BTreeSet::new();
        for name in &self.scenes {
            let found = optional(book, billing).find(|activity| book.called(*activity) == name);
            declared.insert(found.ok_or_else(|| {
                let known: Vec<_> = optional(book, billing)
                    .map(|activity| book.called(activity))
                    .collect();
                let known = known.join(", ");
                format!("`{name}` is no optional scene of this profile (known: {known}).")
            })?);
        }
        let whole = checks::Choice::default().plan(book, billing, seed)?;
        let optional = if declared.is_empty() {
            OptionalScenes::Tried
        } else {
            OptionalScenes::Declared(declared)
        };
        Ok(Plan { optional, ..whole })
    }
}

fn number(text: &str) -> Result<Option<u64>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.parse();
    let number = number.map_err(|_| format!("`{text}` is no whole number."))?;
    Ok(Some(number))
}

fn within(number: Option<u64>, of: &str, least: u64, most: u64) -> Result<Option<u64>, String> {
    match number {
        Some(number) if !(least..=most).contains(&number) => Err(format!(
            "The number of {of} must be between {least} and {most}."
        )),
        number => Ok(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(fields: &[(&str, &str)]) -> Result<Settings, String> {
        let fields = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        Choice::of_form(fields)?.settings()
    }

    #[test]
    fn a_campaign_is_always_bounded() {
        assert_eq!(of(&[]).unwrap().cases, CASES);
        let timed = of(&[("seconds", "3"), ("jobs", " 2 "), ("cases", "")]).unwrap();
        assert_eq!((timed.cases, timed.jobs), (u64::MAX, 2));
        assert_eq!(timed.max_time, Some(Duration::from_secs(3)));
        for wrong in [
            ("cases", "0"),
            ("seconds", "86401"),
            ("jobs", "17"),
            ("cases", "many"),
        ] {
            assert!(of(&[wrong]).is_err(), "{wrong:?}");
        }
    }
}
