//! What a check is to play and judge.

use std::collections::BTreeSet;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use galleria_reports::area;
use galleria_scenarios::Billing;
use galleria_scenarios::profile::Profile;
use galleria_scenarios::rule::Rule;
use galleria_scenarios::rules;
use galleria_scenarios::run::Plan;
use galleria_scenarios::scenario::{Catalog, Scenario};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::addresses;
use crate::app::App;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::Address;

#[derive(Template)]
#[template(path = "checks/choice.html")]
struct Page {
    frame: Frame,
    address: Address,
    scenarios: Vec<Scenario>,
    areas: Vec<(&'static str, &'static str)>,
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
        scenarios: lawful(book, address.billing, address.further.kit.is_some()).collect(),
        areas: areas(address.further.kit.is_some()),
        address,
        wrong,
    })
}

/// The scenarios that can be played at an address.
fn lawful(book: &Profile, billing: Billing, kit: bool) -> impl Iterator<Item = Scenario> + use<> {
    let (family, api) = (book.family, book.api);
    let all = Catalog::embedded().scenarios().to_vec().into_iter();
    all.filter(move |scenario| {
        scenario.is_for(family, api, billing)
            && (kit || !scenario.has_kit())
            && !scenario.has_notices()
    })
}

/// The rules that judge an address: who has no kit hears nothing of it, and notices of orders are not played
/// from here.
pub(crate) fn judging(kit: bool) -> impl Iterator<Item = &'static Rule> {
    rules::all().filter(move |rule| (kit || !rule.is_of_kit()) && !rule.is_of_notices())
}

fn areas(kit: bool) -> Vec<(&'static str, &'static str)> {
    let mut areas: Vec<(&str, &str)> = judging(kit)
        .map(|rule| (rule.area(), area::title(rule.area())))
        .collect();
    areas.dedup();
    areas
}

/// What is to be played and judged; nothing named means everything.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Choice {
    /// The scenarios, by id.
    pub(crate) scenarios: BTreeSet<String>,
    /// The areas of rules, by their letters.
    pub(crate) areas: BTreeSet<String>,
    /// Whether test calls alone are made, which do no business.
    pub(crate) safe: bool,
    /// Whether the kit of joint-operation products is checked too, with the keys of the address.
    pub(crate) kit: bool,
}

impl Choice {
    /// What was ticked in the form.
    pub(super) fn of_form(fields: Vec<(String, String)>) -> Self {
        let mut choice = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "scenario" => {
                    choice.scenarios.insert(value);
                }
                "area" => {
                    choice.areas.insert(value);
                }
                "safe" => choice.safe = true,
                "kit" => choice.kit = true,
                _ => {}
            }
        }
        choice
    }

    /// The plan of it.
    pub(crate) fn plan(
        &self,
        book: &Arc<Profile>,
        billing: Billing,
        seed: u64,
    ) -> Result<Plan, String> {
        let all: Vec<Scenario> = lawful(book, billing, self.kit).collect();
        let whole = all.len();
        let is_wanted = |scenario: &Scenario| {
            let named = self.scenarios.is_empty() || self.scenarios.contains(&scenario.id);
            named && (!self.safe || scenario.is_safe())
        };
        let scenarios: Vec<Scenario> = all.into_iter().filter(is_wanted).collect();
        let is_judging = |rule: &&Rule| self.areas.is_empty() || self.areas.contains(rule.area());
        let rules: Vec<_> = judging(self.kit).filter(is_judging).collect();
        if scenarios.is_empty() || rules.is_empty() {
            return Err("Nothing of what was chosen can be played here.".to_owned());
        }
        let part = scenarios.len() < whole;
        Ok(Plan {
            part,
            ..Plan::new(Arc::clone(book), billing, scenarios, rules, seed)
        })
    }
}
