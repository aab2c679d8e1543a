//! Every case, and which ones are missing.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use galleria_scenarios::cases::{Needed, Saved, readiness};
use galleria_scenarios::profile::{self, Profile};

use crate::app::App;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::Address;

#[derive(Template)]
#[template(path = "cases/list.html")]
struct Page {
    frame: Frame,
    folder: String,
    cases: Vec<Line>,
    products: Vec<Product>,
}

/// A case with the addresses at which it can be run.
struct Line {
    saved: Saved,
    scene: &'static str,
    at: Vec<Address>,
}

/// What a product at an address still needs.
struct Product {
    address: Address,
    needed: Vec<Needed>,
    /// How many cases that are demanded are missing.
    missing: usize,
    /// How many cases of its rule book there are.
    cases: usize,
}

pub(super) async fn list(State(app): State<App>, reader: Reader) -> Result<Response, Failure> {
    let addresses = app.store.addresses().await.said(reader)?;
    let saved = app.cases.all();
    let saved = saved.map_err(|error| Failure::absent(error.to_string()).said(reader))?;
    reader.page(|frame| Page {
        frame,
        folder: app.cases.folder().display().to_string(),
        products: addresses
            .iter()
            .filter_map(|address| product(address, &saved))
            .collect(),
        cases: saved
            .into_iter()
            .map(|saved| line(saved, &addresses))
            .collect(),
    })
}

fn line(saved: Saved, addresses: &[Address]) -> Line {
    let at = addresses
        .iter()
        .filter(|address| address.profile == saved.case.profile);
    let book = profile::open(&saved.case.profile).ok();
    Line {
        at: at.cloned().collect(),
        scene: book.map_or("", |book| book.called(saved.case.activity)),
        saved,
    }
}

fn product(address: &Address, saved: &[Saved]) -> Option<Product> {
    let book = profile::find(&address.profile)
        .ok()
        .filter(Profile::has_tests)?;
    let needed = readiness(&book, &[address.billing], saved);
    Some(Product {
        missing: needed.iter().filter(|needed| needed.is_missing()).count(),
        cases: saved
            .iter()
            .filter(|saved| saved.case.profile == book.id)
            .count(),
        needed,
        address: address.clone(),
    })
}
