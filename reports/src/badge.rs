//! `badge.json`, for the endpoint badge of shields.io.

use galleria_scenarios::verdict::RunVerdict;
use serde_json::json;

use crate::formats::{Format, FormatError};
use crate::lang::say;
use crate::report::{Concluded, RunReport, Standing};
use crate::words::on_one_line;

/// The format `badge`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Badge;

impl Format for Badge {
    fn name(&self) -> &'static str {
        "badge"
    }

    fn file_name(&self) -> &'static str {
        "badge.json"
    }

    fn render(&self, report: &RunReport) -> Result<Vec<u8>, FormatError> {
        let run = report.begun()?;
        let concluded = report.conclude();
        let passed = concluded.verdict == RunVerdict::Pass;
        let badge = json!({
            "schemaVersion": 1,
            "label": on_one_line(&format!("galleria {}", run.profile)),
            "message": say(&message(&concluded)),
            "color": colour(&concluded),
            "isError": !passed,
        });
        Ok(format!("{badge:#}\n").into_bytes())
    }
}

fn message(concluded: &Concluded) -> String {
    let counts = &concluded.counts;
    let failed = concluded.standing(Standing::Failed).count();
    match concluded.verdict {
        RunVerdict::Pass => format!("{} rules held", counts.pass),
        RunVerdict::Fail if failed > 0 => format!("{failed} of {} rules failed", judged(concluded)),
        RunVerdict::Fail => "stale known failures".to_owned(),
        _ => concluded.word().into_owned(),
    }
}

/// The rules that came to a judgement.
fn judged(concluded: &Concluded) -> usize {
    let counts = &concluded.counts;
    counts.pass + counts.fail + counts.known_failure
}

fn colour(concluded: &Concluded) -> &'static str {
    match concluded.verdict {
        RunVerdict::Pass if concluded.stopped.is_some() => "yellow",
        RunVerdict::Pass if concluded.counts.known_failure > 0 => "yellowgreen",
        RunVerdict::Pass => "brightgreen",
        RunVerdict::Fail => "red",
        RunVerdict::NothingJudged | RunVerdict::Interrupted => "lightgrey",
        RunVerdict::Unreachable => "orange",
    }
}
