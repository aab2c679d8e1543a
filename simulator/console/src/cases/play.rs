//! Calling a product's cases in turn, as the dial test does every morning and afternoon [v2 §4.9].

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use galleria_reports::lang::Lang;
use galleria_scenarios::cases::Saved;
use galleria_scenarios::debugging::{self, Debugged, Stopped};
use galleria_scenarios::platform_message::Language;
use galleria_scenarios::profile::Profile;

use crate::addresses;
use crate::app::App;
use crate::debugging::call;
use crate::play::Callee;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::Address;

#[derive(Template)]
#[template(path = "cases/played.html")]
struct Page {
    frame: Frame,
    address: Address,
    lines: Vec<Line>,
    failed: usize,
}

/// What came of a case.
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) scene: &'static str,
    pub(crate) passed: bool,
    /// What the platform says, or why there was no call.
    pub(crate) said: String,
    /// The ids of the rules that found something.
    pub(crate) rules: Vec<String>,
}

pub(super) async fn play(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    let (address, lines) = run(&app, id, reader.lang).await.said(reader)?;
    let failed = lines.iter().filter(|line| !line.passed).count();
    reader.page(|frame| Page {
        frame,
        address,
        lines,
        failed,
    })
}

/// Calls every case of an address's profile in turn; what the platform says is told in `lang`.
pub(crate) async fn run(app: &App, id: i64, lang: Lang) -> Result<(Address, Vec<Line>), Failure> {
    let (address, book) = addresses::find(app, id).await?;
    let book = Arc::new(book);
    let mut lines = Vec::new();
    for saved in of_book(app, &book)? {
        lines.push(played(app, &address, &book, saved, lang).await);
    }
    Ok((address, lines))
}

/// The saved cases of a rule book, of which there is one at least.
pub(crate) fn of_book(app: &App, book: &Profile) -> Result<Vec<Saved>, Failure> {
    let saved = app.cases.all();
    let mut saved = saved.map_err(|error| Failure::absent(error.to_string()))?;
    saved.retain(|saved| saved.case.profile == book.id);
    if saved.is_empty() {
        let id = &book.id;
        return Err(Failure::absent(format!(
            "There are no cases of profile {id} yet: save some in the debug step."
        )));
    }
    Ok(saved)
}

async fn played(
    app: &App,
    address: &Address,
    book: &Arc<Profile>,
    saved: Saved,
    lang: Lang,
) -> Line {
    let scene = book.called(saved.case.activity);
    let debugged = match Callee::of(app, address, book) {
        Ok(callee) => call(callee, saved.case, Arc::clone(book)).await,
        Err(why) => Err(why),
    };
    let (passed, said, rules) = match debugged {
        Ok(debugged) => told(&debugged, lang),
        Err(why) => (false, why, Vec::new()),
    };
    Line {
        name: saved.name,
        scene,
        passed,
        said,
        rules,
    }
}

fn told(debugged: &Debugged, lang: Lang) -> (bool, String, Vec<String>) {
    let checked = debugged.checked.as_ref();
    let stopped = checked.and_then(|checked| checked.stopped.as_ref());
    let mut rules: Vec<String> = debugged
        .findings
        .iter()
        .map(|(rule, _)| rule.clone())
        .collect();
    rules.dedup();
    let passed = checked.is_some_and(debugging::Checked::is_saved);
    (
        passed,
        stopped
            .and_then(|stopped| said(stopped, lang))
            .unwrap_or_default(),
        rules,
    )
}

/// What the platform says; in Chinese where there are no other words.
pub(crate) fn said(stopped: &Stopped, lang: Lang) -> Option<String> {
    let language = match lang {
        Lang::Zh => Language::Zh,
        Lang::En => Language::En,
    };
    stopped
        .said(language)
        .or_else(|| stopped.said(Language::Zh))
}
