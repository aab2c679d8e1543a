//! The history of checks.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::app::App;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::{Address, Check};

/// How many are shown.
pub(crate) const SHOWN: u32 = 200;

#[derive(Template)]
#[template(path = "checks/list.html")]
struct Page {
    frame: Frame,
    addresses: Vec<Address>,
    lines: Vec<Line>,
}

pub(super) struct Line {
    pub(super) check: Check,
    pub(super) standing: Standing,
}

/// How a check stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    UnderWay,
    /// The console ended meanwhile.
    CutOff,
    Over {
        word: String,
        headline: String,
    },
}

impl Standing {
    pub(crate) fn of(app: &App, check: &Check) -> Self {
        match &check.came {
            Some((word, headline)) => Self::Over {
                word: word.clone(),
                headline: headline.clone(),
            },
            None if app.running.find(check.id).is_some() => Self::UnderWay,
            None => Self::CutOff,
        }
    }

    pub(crate) fn word(&self) -> &str {
        match self {
            Self::UnderWay => "under way",
            Self::CutOff => "cut off",
            Self::Over { word, .. } => word,
        }
    }

    pub(crate) fn headline(&self) -> &str {
        match self {
            Self::UnderWay => "",
            Self::CutOff => "the console ended before the check did; what was recorded is there",
            Self::Over { headline, .. } => headline,
        }
    }

    /// The class of the style.
    pub(super) fn class(&self) -> &'static str {
        match self {
            Self::UnderWay => "open",
            Self::Over { word, .. } if word == "pass" => "good",
            Self::Over { word, .. }
                if matches!(word.as_str(), "fail" | "unreachable" | "broken") =>
            {
                "bad"
            }
            Self::Over { .. } | Self::CutOff => "doubtful",
        }
    }
}

pub(super) async fn list(State(app): State<App>, reader: Reader) -> Result<Response, Failure> {
    let addresses = app.store.addresses().await.said(reader)?;
    let checks = app.store.checks(SHOWN).await.said(reader)?;
    reader.page(|frame| Page {
        frame,
        addresses,
        lines: checks
            .into_iter()
            .map(|check| Line {
                standing: Standing::of(&app, &check),
                check,
            })
            .collect(),
    })
}
