//! `galleria self-check`: the proof matrix on the installed binary.

use std::fmt::Write as _;

use galleria_scenarios::proof::{Case, PeerKind, Shown, cases, prove_cases};
use galleria_scenarios::verdict::ExitCode;
use indicatif::ProgressBar;

use crate::args::SelfCheckArgs;
use crate::error::CliError;
use crate::output::Terminal;
use crate::settings::Patterns;

pub(super) fn self_check(args: &SelfCheckArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let patterns = Patterns::new("--peer", &args.peer)?;
    let all = cases();
    patterns.must_fit(&all.iter().map(|case| case.name).collect::<Vec<_>>())?;
    let chosen: Vec<Case> = all
        .into_iter()
        .filter(|case| patterns.fit(&[case.name]))
        .collect();
    let bar = if terminal.shows_progress() {
        ProgressBar::new(chosen.len() as u64)
    } else {
        ProgressBar::hidden()
    };
    let mut table = Table::default();
    let proofs = prove_cases(&chosen, || bar.inc(1)).map_err(|reason| CliError::System {
        what: "the runtime cannot start",
        reason,
    })?;
    for (case, shown) in chosen.iter().zip(&proofs) {
        table.add(case, shown);
    }
    bar.finish_and_clear();
    terminal.print(&table.text(chosen.len()))?;
    match table.broken {
        0 => Ok(ExitCode::Held),
        broken => Err(CliError::Bug(format!(
            "{broken} proofs do not hold on this binary"
        ))),
    }
}

#[derive(Default)]
struct Table {
    rows: String,
    broken: usize,
}

impl Table {
    fn add(&mut self, case: &Case, shown: &Shown) {
        let kind = match case.kind {
            PeerKind::Reference => "reference",
            PeerKind::Variation => "variation",
            PeerKind::Fault => "fault",
        };
        let failed: Vec<&str> = shown.failed.iter().map(String::as_str).collect();
        let found = if failed.is_empty() {
            "nothing fails".to_owned()
        } else {
            failed.join(", ")
        };
        let mark = if shown.trouble.is_none() {
            "holds "
        } else {
            "BROKEN"
        };
        let by = case.by().map_or_else(String::new, |by| format!(" ({by})"));
        let name = format!("{}{by}", case.name);
        let trouble = shown.trouble.as_ref();
        let trouble = trouble.map_or_else(String::new, |trouble| format!("  <- {trouble}"));
        self.broken += usize::from(!trouble.is_empty());
        let _ = writeln!(self.rows, "{mark}  {kind:9}  {name:48}  {found}{trouble}");
    }

    fn text(&self, count: usize) -> String {
        let held = count - self.broken;
        format!(
            "Each fault makes exactly the rules that name it fail; the reference seller and every\n\
             lawful variation make none fail.\n\n{}\n{held} of {count} proofs hold\n",
            self.rows
        )
    }
}
