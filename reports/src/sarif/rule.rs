//! A rule as code scanning shows it.

use galleria_scenarios::event::RunStarted;
use galleria_scenarios::rule::Force;
use serde_json::{Value, json};

use crate::report::RuleReport;
use crate::words::{rule_page, visible};

/// The access guide of the mainland's site, which the rules come from.
const GUIDE: &str = "https://support.huaweicloud.com/accessg-marketplace/";
/// The same of the international site.
const GUIDE_INTL: &str = "https://support.huaweicloud.com/intl/en-us/accessg-marketplace/";

/// The descriptor of a rule in that run.
pub(super) fn of(rule: &RuleReport, run: &RunStarted) -> Value {
    let name = visible(rule.name());
    let summary = rule.summary().unwrap_or_else(|| name.clone().into_owned());
    let mut told = json!({
        "id": visible(rule.id()),
        "name": name,
        "shortDescription": { "text": summary },
        "helpUri": help(rule, run),
        "defaultConfiguration": { "level": level(rule.force()) },
        "properties": {
            "tags": ["galleria", visible(rule.area()), rule.force().name()],
            "precision": "very-high",
            "problem.severity": severity(rule.force()),
        },
    });
    if let Some(about) = rule.about {
        let page = page(rule.id(), rule.name(), about.docs);
        told["help"] = json!({
            "text": format!("galleria explain {}", rule.id()),
            "markdown": page,
        });
        told["properties"]["source"] = about.source.into();
    }
    told
}

/// The rule's page in the book, where the user has published it; else the vendor's guide, for SARIF
/// knows no links to files on a disk. The text of the page is in the report either way.
fn help(rule: &RuleReport, run: &RunStarted) -> String {
    let guide = if run.profile.starts_with("intl") {
        GUIDE_INTL
    } else {
        GUIDE
    };
    rule_page(rule, Some(run)).unwrap_or_else(|| guide.to_owned())
}

/// How SARIF calls what a force costs.
pub(super) fn level(force: Force) -> &'static str {
    match force {
        Force::Must => "error",
        Force::Should => "warning",
        Force::Observed => "note",
    }
}

fn severity(force: Force) -> &'static str {
    match force {
        Force::Must => "error",
        Force::Should => "warning",
        Force::Observed => "recommendation",
    }
}

/// The rule's page: its documentation as Markdown.
fn page(id: &str, name: &str, docs: &str) -> String {
    let mut page = format!("# {id} {name}\n");
    for line in docs.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        // Its headings stand below the page's own.
        if line.starts_with("# ") {
            page.push('#');
        }
        page.push_str(line);
        page.push('\n');
    }
    page
}
