//! The plan of a check.

use std::collections::BTreeSet;
use std::sync::Arc;

use galleria_protocol::Activity;
use galleria_scenarios::profile::{self, Need, Profile};
use galleria_scenarios::rule::{Force, Rule};
use galleria_scenarios::run::{MaxTime, OptionalScenes, Plan};
use galleria_scenarios::{Billing, Goods, rules, suggest};

use super::kit::{self, KIT};
use super::known;
use super::notices::{self, ORDER_NOTIFY};
use super::random;
use super::select::Patterns;
use super::selection::{self, Chosen};
use crate::args::CheckArgs;
use crate::error::CliError;

/// Makes the plan; whatever the user asked for that is not there is an error.
pub(crate) fn plan(args: &CheckArgs) -> Result<Plan, CliError> {
    plan_of(args, |profile, billing| {
        selection::scenarios(args, profile, billing)
    })
}

/// The same with scenarios of another making.
pub(crate) fn plan_of(
    args: &CheckArgs,
    scenarios: impl FnOnce(&Profile, Billing) -> Result<Chosen, CliError>,
) -> Result<Plan, CliError> {
    let profile = profile::open(&args.profile)?;
    let billing = billing(&args.billing, &profile)?;
    notices::refuse_unfit(args, &profile)?;
    let optional = optional(args, &profile, billing)?;
    let known_failures = match &args.known_failures {
        Some(path) => known::read(path, args)?,
        None => Vec::new(),
    };
    let chosen = scenarios(&profile, billing)?;
    Ok(Plan {
        answer_limit: args.timeout.unwrap_or(profile.limits.answer),
        billing,
        optional,
        goods: Goods::from(&args.goods),
        contacts: args.bits,
        accounts_by: args.accounts_by.clone(),
        scenarios: chosen.scenarios,
        part: chosen.part,
        min_coverage: args.gate.min_coverage,
        shard: args.gate.shard,
        rehearsal: false,
        book_url: args.reports.book_url.clone(),
        rules: chosen_rules(args)?,
        seed: match args.seed {
            Some(seed) => seed,
            None => random::seed()?,
        },
        fail_on: fail_on(args)?,
        known_failures,
        jobs: args.jobs.map(usize::from),
        ready_within: args.ready_within,
        max_time: args.max_time.map_or(MaxTime::Default, MaxTime::Given),
        keep: args.keep,
        max_failures: if args.fail_fast {
            Some(1)
        } else {
            args.gate.max_failures.map(usize::from)
        },
        profile: Arc::new(profile),
    })
}

/// The billing mode of that name, where the book knows it.
pub(crate) fn billing(name: &str, profile: &Profile) -> Result<Billing, CliError> {
    let billing = billing_named(name)?;
    if profile.billing.contains_key(&billing) {
        return Ok(billing);
    }
    let sold: Vec<&str> = profile.billing.keys().map(|mode| mode.name()).collect();
    Err(CliError::usage(format!(
        "profile {} has no scenes for products billed {billing} (it has: {})",
        profile.id,
        sold.join(", ")
    )))
}

fn optional(
    args: &CheckArgs,
    profile: &Profile,
    billing: Billing,
) -> Result<OptionalScenes, CliError> {
    let offered: Vec<Activity> = profile
        .activities()
        .filter(|activity| profile.need(billing, *activity) == Need::Optional)
        .collect();
    let mut declared = BTreeSet::new();
    for name in &args.with {
        match name.as_str() {
            "all" => declared.extend(offered.iter().copied()),
            "none" | KIT | ORDER_NOTIFY => {}
            name => {
                let called = |activity: &&Activity| profile.called(**activity);
                let known: Vec<&str> = offered.iter().map(|activity| called(&activity)).collect();
                let activity = offered.iter().find(|activity| called(activity) == name);
                declared.insert(*activity.ok_or_else(|| unknown("optional scene", name, &known))?);
            }
        }
    }
    // Kit and notices are no scenes: they alone leave the scenes to be tried.
    let is_none = |name: &String| name == KIT || name == ORDER_NOTIFY;
    Ok(if args.with.iter().all(is_none) {
        OptionalScenes::Tried
    } else {
        OptionalScenes::Declared(declared)
    })
}

fn chosen_rules(args: &CheckArgs) -> Result<Vec<&'static Rule>, CliError> {
    let patterns = Patterns::new("--rule", &args.rule)?;
    let names: Vec<&str> = rules::all().flat_map(|rule| [rule.id, rule.name]).collect();
    patterns.must_fit(&names)?;
    // Who has no kit, and no notices, hears nothing of them, unless asked for by name.
    let by_name = !args.rule.is_empty();
    let (kit, notices) = (kit::is_wanted(args), notices::is_wanted(args));
    Ok(rules::all()
        .filter(|rule| by_name || kit || !rule.is_of_kit())
        .filter(|rule| by_name || notices || !rule.is_of_notices())
        .filter(|rule| patterns.fit(&[rule.id, rule.name]))
        .collect())
}

fn fail_on(args: &CheckArgs) -> Result<Force, CliError> {
    match args.fail_on.as_str() {
        "must" => Ok(Force::Must),
        "should" => Ok(Force::Should),
        other => Err(unknown("force for --fail-on", other, &["must", "should"])),
    }
}

/// The billing mode of that name, of whatever book.
pub(crate) fn billing_named(name: &str) -> Result<Billing, CliError> {
    let known = Billing::ALL.map(Billing::name);
    Billing::from_name(name).ok_or_else(|| unknown("billing mode", name, &known))
}

/// Tells that there is nothing of that name, and what there is.
pub(crate) fn unknown(what: &str, given: &str, known: &[&str]) -> CliError {
    let hint = suggest::hint(given, known.iter().copied());
    CliError::usage(format!(
        "there is no {what} `{given}`{hint} (known: {})",
        known.join(", ")
    ))
}
