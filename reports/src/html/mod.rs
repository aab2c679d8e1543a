//! `report.html`, for people: one file that asks nothing of any network.
//!
//! Everything a seller sent is escaped by the template engine, and a content policy that names the
//! file's own style and script by their hashes keeps a browser from running anything else.

mod bar;
mod body;
mod call;
mod call_back;
mod cycle;
mod difference;
mod evidence;
mod filters;
mod life;
mod page;
mod policy;
mod rule;
mod scenario;
mod timeline;

use askama::Template as _;
use galleria_scenarios::life_cycle::LifeCycle;

use crate::formats::{Format, FormatError};
use crate::report::RunReport;

/// The style of the page.
pub const STYLE: &str = include_str!("../../templates/style.css");

/// The life cycle of an order as a picture, an `svg` element in the style of [`STYLE`] with a legend;
/// nothing where it cannot be drawn.
pub fn life_cycle_picture(life: &LifeCycle) -> String {
    let cycle = cycle::CycleView::of(life);
    cycle::Picture { cycle }.render().unwrap_or_default()
}

/// The format `html`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn file_name(&self) -> &'static str {
        "report.html"
    }

    fn render(&self, report: &RunReport) -> Result<Vec<u8>, FormatError> {
        let run = report.begun()?;
        let concluded = report.conclude();
        let page = page::Page::of(report, run, &concluded);
        let failed = |error: askama::Error| FormatError::Writer {
            format: "html",
            reason: error.to_string(),
        };
        Ok(page.render().map_err(failed)?.into_bytes())
    }
}
