//! What the seller asks the identity centre, as the page shows it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use galleria_marketplace::identity::{Asked, Wish};
use galleria_scenarios::login::{Oddity, oddities};
use galleria_scenarios::run::Sight;

use super::shops::{asked, seen};
use crate::addresses;
use crate::app::App;
use crate::site::{Failure, Reader, Said as _, filters};

/// A call to the centre.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) number: u64,
    /// The customer at whose enterprise's address it came.
    pub(crate) customer: String,
    /// What is asked, in a word.
    pub(crate) wish: &'static str,
    /// Whether the seller asks, and not a browser.
    pub(crate) of_seller: bool,
    pub(crate) method: String,
    /// Path and query, without secrets.
    pub(crate) target: String,
    pub(crate) body: String,
    pub(crate) status: u16,
    pub(crate) granted: bool,
    pub(crate) odd: Vec<Oddity>,
}

impl Question {
    fn of(asked: Asked, sight: &Sight) -> Self {
        let is_of = |number| number == Some(asked.tenant);
        let mut bought = sight.bought.iter();
        let of = bought.find(|one| {
            let enterprise = one.enterprise.as_ref();
            is_of(enterprise.and_then(|enterprise| enterprise.number))
        });
        Self {
            number: asked.number,
            customer: of.map_or_else(String::new, |one| one.purchase.customer.clone()),
            wish: asked.wish.name(),
            of_seller: !matches!(asked.wish, Wish::Authorize | Wish::Portal | Wish::Logout),
            granted: asked.is_granted(),
            odd: oddities(&asked),
            method: asked.method,
            target: asked.target,
            body: asked.body,
            status: asked.status,
        }
    }
}

/// The latest questions, the latest one first.
pub(crate) fn questions(app: &App, id: i64, sight: &Sight) -> Vec<Question> {
    let asked = asked(app, id).into_iter();
    asked.map(|asked| Question::of(asked, sight)).collect()
}

#[derive(Template)]
#[template(path = "market/asked.html")]
struct Page {
    questions: Vec<Question>,
}

/// The log alone, which the page asks for while it is open.
pub(super) async fn show(
    State(app): State<App>,
    reader: Reader,
    Path(id): Path<i64>,
) -> Result<Response, Failure> {
    addresses::find(&app, id).await.said(reader)?;
    let questions = questions(&app, id, &seen(&app, id));
    reader.page(|_| Page { questions })
}
