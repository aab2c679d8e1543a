//! The live line of a campaign.

use std::time::Duration;

use galleria_reports::lang::say;
use galleria_scenarios::fuzz::campaign::Status;
use indicatif::{ProgressBar, ProgressStyle};

/// A line on standard error that tells how far the campaign is.
pub(super) struct Live {
    bar: ProgressBar,
    /// When it was written last.
    shown: Duration,
}

/// The line is written at most this often.
const EVERY: Duration = Duration::from_millis(100);

impl Live {
    pub(super) fn new(shown: bool, cases: Option<u64>) -> Self {
        let bar = match (shown, cases) {
            (false, _) => ProgressBar::hidden(),
            (true, Some(cases)) => ProgressBar::new(cases),
            (true, None) => ProgressBar::new_spinner(),
        };
        let place = match cases {
            Some(_) => "{bar:20} {pos}/{len}",
            None => "{spinner} {pos}",
        };
        let template = format!("{place} {}  {{wide_msg}}", say("histories"));
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style);
        }
        Self {
            bar,
            shown: Duration::ZERO,
        }
    }

    pub(super) fn show(&mut self, status: &Status) {
        let due = status.elapsed.saturating_sub(self.shown) >= EVERY;
        if self.bar.is_hidden() || !(due || status.shrinking) {
            return;
        }
        self.shown = status.elapsed;
        self.bar.set_position(status.cases);
        self.bar.set_message(line(status));
    }

    pub(super) fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

fn line(status: &Status) -> String {
    let (played, all) = status.edges;
    let failures = status.failures;
    let rates = format!(
        "{:.0} histories/s, {:.0} calls/s, edges {played}/{all}, {failures} distinct failures",
        rate(status.cases, status.elapsed),
        rate(status.calls, status.elapsed)
    );
    let rates = say(&rates);
    if status.shrinking {
        format!("{rates}, {}", say("shrinking"))
    } else {
        rates.into_owned()
    }
}

/// So many a second.
#[expect(clippy::cast_precision_loss, reason = "a rate is told in three digits")]
pub(super) fn rate(count: u64, elapsed: Duration) -> f64 {
    count as f64 / elapsed.as_secs_f64().max(0.001)
}
