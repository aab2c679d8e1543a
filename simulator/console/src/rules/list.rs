//! Every rule, by area.

use askama::Template;
use axum::response::Response;
use galleria_reports::area;
use galleria_reports::lang::say_markdown;
use galleria_reports::prose::{Span, spans};
use galleria_scenarios::rule::Rule;
use galleria_scenarios::rules;

use crate::site::{Failure, Frame, Reader, filters};

#[derive(Template)]
#[template(path = "rules/list.html")]
struct Page {
    frame: Frame,
    areas: Vec<Area>,
}

struct Area {
    letters: &'static str,
    title: &'static str,
    rules: Vec<Line>,
}

struct Line {
    rule: &'static Rule,
    summary: Vec<Span>,
}

pub(super) async fn list(reader: Reader) -> Result<Response, Failure> {
    reader.page(|frame| Page {
        frame,
        areas: areas(),
    })
}

fn areas() -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    for rule in rules::all() {
        let letters = rule.area();
        let summary = one_line(&say_markdown(rule.summary()));
        let line = Line {
            rule,
            summary: spans(&summary),
        };
        match areas.iter_mut().find(|area| area.letters == letters) {
            Some(area) => area.rules.push(line),
            None => areas.push(Area {
                letters,
                title: area::title(letters),
                rules: vec![line],
            }),
        }
    }
    areas
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
