//! `galleria self-check`: the proof matrix on the installed binary.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use galleria_scenarios::proof::{Peer, PeerKind, peers, prove_all};
use galleria_scenarios::verdict::ExitCode;
use indicatif::ProgressBar;

use crate::args::SelfCheckArgs;
use crate::error::CliError;
use crate::output::Terminal;
use crate::settings::Patterns;

pub(super) fn self_check(args: &SelfCheckArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let patterns = Patterns::new("--peer", &args.peer)?;
    let all = peers();
    patterns.must_fit(&all.iter().map(|peer| peer.name).collect::<Vec<_>>())?;
    let chosen: Vec<Peer> = all
        .into_iter()
        .filter(|peer| patterns.fit(&[peer.name]))
        .collect();
    let bar = if terminal.shows_progress() {
        ProgressBar::new(chosen.len() as u64)
    } else {
        ProgressBar::hidden()
    };
    let mut table = Table::default();
    let proofs = prove_all(&chosen, || bar.inc(1)).map_err(|reason| CliError::System {
        what: "the runtime cannot start",
        reason,
    })?;
    for (peer, proof) in chosen.iter().zip(&proofs) {
        let shown = proof.plays.iter().flat_map(|played| &played.failed);
        let failed: BTreeSet<&str> = shown.map(String::as_str).collect();
        table.add(peer, &failed, proof.trouble(peer.kind));
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
    fn add(&mut self, peer: &Peer, failed: &BTreeSet<&str>, trouble: Option<String>) {
        let kind = match peer.kind {
            PeerKind::Reference => "reference",
            PeerKind::Variation => "variation",
            PeerKind::Fault => "fault",
        };
        let found = if failed.is_empty() {
            "nothing fails".to_owned()
        } else {
            failed.iter().copied().collect::<Vec<_>>().join(", ")
        };
        let mark = if trouble.is_none() {
            "holds "
        } else {
            "BROKEN"
        };
        let trouble = trouble.map_or_else(String::new, |trouble| format!("  <- {trouble}"));
        self.broken += usize::from(!trouble.is_empty());
        let _ = writeln!(
            self.rows,
            "{mark}  {kind:9}  {:40}  {found}{trouble}",
            peer.name
        );
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
