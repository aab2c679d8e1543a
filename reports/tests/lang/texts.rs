//! The texts that are there before any run: of rules, scenarios, mistakes and codes.

use std::collections::BTreeSet;

use galleria_protocol::mistake::{self, Family};
use galleria_protocol::v2::open_api::{LICENCE_CODE, NEW_USAGE_PUSH, OLD_USAGE_PUSH, ORDER_QUERY};
use galleria_reports::lang::{Lang, say_markdown};
use galleria_scenarios::Billing;
use galleria_scenarios::gateway::{self, GATEWAY_RULES};
use galleria_scenarios::login::{self, LOGIN_RULES};
use galleria_scenarios::platform_message;
use galleria_scenarios::profile::PRODUCT_KINDS;
use galleria_scenarios::proof::gateway_of_faults;
use galleria_scenarios::rules;
use galleria_scenarios::scenario::Catalog;
use galleria_scenarios::verdict::ExitCode;

/// Fails with the texts that the Chinese catalogue does not have.
pub(crate) fn demand(texts: impl IntoIterator<Item = String>) {
    let catalogue = Lang::Zh.catalogue().unwrap();
    let texts: BTreeSet<String> = texts.into_iter().collect();
    assert!(!texts.is_empty());
    let missing: Vec<&String> = texts.iter().filter(|text| !catalogue.knows(text)).collect();
    assert!(
        missing.is_empty(),
        "{} are missing: {missing:#?}",
        missing.len()
    );
}

#[test]
fn rules_are_documented_in_chinese() {
    let latin = |line: &&str| !line.is_empty() && line.is_ascii();
    let mut left = BTreeSet::new();
    for rule in rules::all() {
        let said = Lang::Zh.speaking(|| say_markdown(rule.docs).into_owned());
        left.extend(
            said.lines()
                .filter(latin)
                .map(|line| format!("{}: {line}", rule.id)),
        );
    }
    assert!(left.is_empty(), "{} are missing: {left:#?}", left.len());
    demand(rules::all().map(|rule| rule.needs.to_owned()));
    demand(
        rules::all()
            .filter_map(|rule| rule.unseen)
            .map(ToOwned::to_owned),
    );
}

#[test]
fn rules_of_trials_are_told_in_chinese() {
    let login = LOGIN_RULES.iter();
    let login = login.flat_map(|rule| [rule.about, rule.freedom]);
    let gateway = GATEWAY_RULES.iter();
    let gateway = gateway.flat_map(|rule| [rule.about, rule.freedom]);
    demand(login.chain(gateway).map(ToOwned::to_owned));
    let listed = login::listed_rules().iter().chain(gateway::listed_rules());
    demand(listed.map(|rule| rule.needs.to_owned()));
}

#[test]
fn findings_of_the_gateway_are_told_in_chinese() {
    let mut said = BTreeSet::new();
    for report in gateway_of_faults().unwrap() {
        said.extend(report.steps.iter().map(|step| step.note.to_owned()));
        for rule in report.rules {
            said.extend(rule.reason.map(ToOwned::to_owned));
            for finding in rule.findings {
                said.extend([
                    finding.place,
                    finding.explanation.to_owned(),
                    finding.fix.to_owned(),
                ]);
            }
        }
    }
    demand(said);
}

#[test]
fn scenarios_are_told_in_chinese() {
    let catalog = Catalog::embedded();
    for scenario in catalog.scenarios() {
        demand([scenario.title.clone(), scenario.about.clone()]);
        demand(
            scenario
                .steps
                .iter()
                .map(|step| step.note.clone())
                .chain([scenario.title.clone()])
                .filter(|note| note.contains(' ')),
        );
    }
}

#[test]
fn kinds_of_products_are_told_in_chinese() {
    let told = PRODUCT_KINDS
        .iter()
        .flat_map(|kind| [kind.name, kind.needs]);
    demand(told.map(ToOwned::to_owned).filter(|text| text != "SaaS"));
}

#[test]
fn codes_of_open_apis_are_told_in_chinese() {
    let tables = [ORDER_QUERY, OLD_USAGE_PUSH, NEW_USAGE_PUSH, LICENCE_CODE];
    let codes = tables.into_iter().flatten();
    demand(codes.map(|code| format!("{}  {}", code.code, code.when)));
}

#[test]
fn mistakes_are_explained_in_chinese() {
    let all = Family::ALL.into_iter().flat_map(mistake::by_family);
    demand(all.flat_map(|mistake| [mistake.explanation.to_owned(), mistake.fix.to_owned()]));
}

#[test]
fn what_was_tried_is_told_in_chinese() {
    let varied = Family::ALL.into_iter().map(Family::varied);
    demand(varied.map(ToOwned::to_owned));
}

#[test]
fn messages_of_the_platform_are_told_in_chinese() {
    for message in platform_message::all() {
        demand([message.title.clone()]);
        demand(message.causes.iter().chain(&message.cure).cloned());
    }
}

#[test]
fn billing_modes_have_chinese_names() {
    demand(Billing::ALL.map(|mode| mode.name().to_owned()));
}

#[test]
fn exit_codes_are_told_in_chinese() {
    demand(
        ExitCode::ALL
            .into_iter()
            .map(|code| code.meaning().to_owned()),
    );
}
