//! One rule: what it checks and why, what the platform says, and sellers that show it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use galleria_reports::prose::{Block, Span, blocks};
use galleria_scenarios::platform_message::{self, Message};
use galleria_scenarios::rule::Rule;
use galleria_scenarios::{rules, suggest};

use crate::site::{Failure, Frame, Reader, filters};

#[derive(Template)]
#[template(path = "rules/one.html")]
struct Page {
    frame: Frame,
    rule: &'static Rule,
    docs: Vec<Block>,
    messages: Vec<&'static Message>,
}

pub(super) async fn one(reader: Reader, Path(id): Path<String>) -> Result<Response, Failure> {
    let by_name = || rules::all().find(|rule| rule.name.eq_ignore_ascii_case(&id));
    let rule = rules::find(&id).or_else(by_name).ok_or_else(|| {
        let hint = suggest::hint(&id, rules::all().flat_map(|rule| [rule.id, rule.name]));
        Failure::absent(format!("There is no rule `{id}`{hint}.")).said(reader)
    })?;
    reader.page(|frame| Page {
        frame,
        rule,
        docs: blocks(rule.docs),
        messages: platform_message::of_rule(rule.id),
    })
}
