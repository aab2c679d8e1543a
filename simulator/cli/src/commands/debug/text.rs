//! A debug step for people.

use std::fmt::Write as _;

use galleria_protocol::Api;
use galleria_reports::lang::say;
use galleria_scenarios::debugging::{Checked, Debugged, Stage};
use galleria_scenarios::platform_message::{self, Language};
use galleria_scenarios::rules;
use galleria_scenarios::transcript::Exchange;

use super::Told;
use crate::args::Tongue;
use crate::output::column;

/// The characters of a body that are shown.
const SHOWN: usize = 600;

pub(super) fn render(told: &Told<'_>, lang: Option<Tongue>) -> String {
    let (case, profile) = (told.case, told.profile);
    let scene = profile.called(case.activity);
    let mut text = format!(
        "galleria debug {scene}, profile {}, billing {}\n\nREQUEST\n",
        profile.id, case.billing
    );
    if profile.api == Api::V1 {
        let _ = writeln!(
            text,
            "Link address (生成链接地址)\n  {}",
            told.request.url()
        );
    }
    let _ = writeln!(
        text,
        "Request command (生成请求命令)\n  {}",
        told.request.curl()
    );
    if let Some(Debugged {
        exchange: Some(exchange),
        checked: Some(checked),
        findings,
        ..
    }) = told.debugged
    {
        answer(&mut text, exchange);
        checks(&mut text, told, checked, languages(lang));
        let shown: Vec<_> = findings.iter().collect();
        if !shown.is_empty() {
            text.push_str("\nFINDINGS\n");
        }
        for (rule, finding) in shown {
            let named = rules::find(rule).map_or("", |rule| rule.name);
            let _ = writeln!(text, "{rule} {named}\n  {}", say(&finding.explanation));
            let named_cause = finding.cause.iter().map(|cause| ("cause", cause));
            let rest = [
                ("where", &finding.place),
                ("expected", &finding.expected),
                ("actual", &finding.actual),
            ];
            for (name, value) in rest
                .into_iter()
                .chain(named_cause)
                .chain([("fix", &finding.fix)])
            {
                let _ = writeln!(text, "    {} {}", column(name, 9), say(value));
            }
        }
    } else {
        text.push_str("\nNot called (--print-only).\n");
    }
    if let Some(path) = &told.saved {
        let _ = writeln!(text, "\nSaved: {path}");
    }
    text
}

fn languages(lang: Option<Tongue>) -> &'static [Language] {
    match lang {
        None => &[Language::Zh, Language::En],
        Some(Tongue::Zh) => &[Language::Zh],
        Some(Tongue::En) => &[Language::En],
    }
}

fn answer(text: &mut String, exchange: &Exchange) {
    text.push_str("\nANSWER\n");
    let took = exchange.timings.total().as_secs_f64() * 1e3;
    match &exchange.response {
        None => {
            let detail = exchange.detail.as_deref().unwrap_or("no more is known");
            let _ = writeln!(text, "  none after {took:.1} ms: {detail}");
        }
        Some(answer) => {
            let _ = writeln!(text, "  {}, {took:.1} ms", answer.status_line.trim());
            let body: String = answer.body.text.chars().take(SHOWN).collect();
            let more = if body.len() < answer.body.text.len() {
                " …"
            } else {
                ""
            };
            let _ = writeln!(text, "  {}{more}", body.trim_end().replace('\n', "\n  "));
        }
    }
}

fn checks(text: &mut String, told: &Told<'_>, checked: &Checked, languages: &[Language]) {
    text.push_str("\nCHECKS, in the platform's order\n");
    for stage in Stage::ALL
        .into_iter()
        .filter(|stage| stage.is_made_by(told.profile))
    {
        let stops = checked
            .stopped
            .as_ref()
            .is_some_and(|stopped| stopped.stage == stage);
        let mark = if stops {
            "STOP"
        } else if checked.passed.contains(&stage) {
            "ok"
        } else {
            "-"
        };
        let _ = writeln!(text, "  {}  {}", column(mark, 4), say(stage.about()));
    }
    text.push('\n');
    let Some(stopped) = &checked.stopped else {
        let saved = platform_message::find("case-saved");
        for wording in languages
            .iter()
            .filter_map(|language| saved?.wording(*language))
        {
            let _ = writeln!(text, "PASS: {}", wording.text);
        }
        if let Some(doubt) = checked.doubt {
            let _ = writeln!(text, "  but {doubt}");
        }
        return;
    };
    for said in languages
        .iter()
        .filter_map(|language| stopped.said(*language))
    {
        let _ = writeln!(text, "FAIL: {said}");
    }
    for (title, lines) in [
        ("causes", &stopped.message.causes),
        ("cure", &stopped.message.cure),
    ] {
        let _ = writeln!(text, "  {title}");
        for line in lines {
            let _ = writeln!(text, "    - {line}");
        }
    }
    let _ = writeln!(text, "  more: galleria explain {}", stopped.message.id);
}
