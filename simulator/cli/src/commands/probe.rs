//! `galleria probe`: what a seller tolerates, in numbers.

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

use galleria_reports::lang::say;
use galleria_scenarios::probe_limits::{
    Asker, Edge, Limits, NonceMemory, Part, ProbeTrouble, Times,
};
use galleria_scenarios::profile;
use galleria_scenarios::verdict::ExitCode;

use super::interrupt::signal;
use super::runtime;
use crate::args::ProbeArgs;
use crate::error::CliError;
use crate::output::{Terminal, column, complain, note};
use crate::settings;

pub(super) fn probe(args: &ProbeArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let profile = Arc::new(profile::open(&args.profile)?);
    let billing = settings::billing(&args.billing, &profile)?;
    let parts = parts(args)?;
    let mut limits = Limits::default();
    let code = runtime()?.block_on(async {
        let caller = settings::callee(&args.caller, &args.url, &profile)?
            .known_to(&args.allow)?
            .caller(&args.caller, &profile)?;
        let asker = Asker::new(caller, profile, billing);
        let mut asker = asker.map_err(|error| CliError::usage(error.to_string()))?;
        let mut interrupted = std::pin::pin!(signal());
        for part in parts {
            if !terminal.is_quiet() {
                note(&format!("measuring {}", part.name()));
            }
            let found = tokio::select! {
                biased;
                () = &mut interrupted => {
                    complain("interrupted; what was measured until then follows");
                    return Ok(ExitCode::Interrupted);
                }
                found = asker.find(part, args.nonce_wait, &mut limits) => found,
            };
            if let Err(trouble) = found {
                complain(&trouble.to_string());
                return Ok(match trouble {
                    ProbeTrouble::Unreachable(_) => ExitCode::Unreachable,
                    ProbeTrouble::NotAccepted(_) | ProbeTrouble::Market(_) => {
                        ExitCode::NothingJudged
                    }
                });
            }
        }
        Ok::<_, CliError>(ExitCode::Held)
    })?;
    let text = if args.json {
        let json = serde_json::to_string_pretty(&limits);
        json.map_err(|error| CliError::Bug(error.to_string()))? + "\n"
    } else {
        in_words(&limits)
    };
    terminal.print(&text)?;
    Ok(code)
}

fn parts(args: &ProbeArgs) -> Result<Vec<Part>, CliError> {
    let known = Part::ALL.map(Part::name);
    let mut chosen = Vec::new();
    for name in &args.part {
        let found = Part::ALL.into_iter().find(|part| part.name() == name);
        chosen.push(found.ok_or_else(|| settings::unknown("part of a probe", name, &known))?);
    }
    if chosen.is_empty() {
        chosen.extend(Part::ALL);
    }
    Ok(chosen)
}

/// The numbers for people, each heading with its rows.
fn in_words(limits: &Limits) -> String {
    let mut text = String::new();
    if let Some(times) = limits.times {
        text.push_str(&table(
            "answer times (debug calls of newInstance)",
            13,
            &rows_of_times(times),
        ));
    }
    if let Some(skew) = limits.skew {
        let rows = [
            ("into the past".to_owned(), dated_off(skew.past_s)),
            ("into the future".to_owned(), dated_off(skew.future_s)),
        ];
        text.push_str(&table("calls that are dated off", 15, &rows));
    }
    if let Some(nonce) = limits.nonce {
        text.push_str(&table("nonces", 27, &rows_of_nonce(nonce)));
    }
    if !limits.longest.is_empty() {
        let _ = writeln!(text, "{}", say("longest values, in characters"));
    }
    for value in &limits.longest {
        let found = value.edge.map_or_else(
            || "not even that is accepted".to_owned(),
            |found| edge(found, |length| length.to_string()),
        );
        let table = format!("the table says {:>4}:", value.table);
        let (parameter, table, found) = (&value.parameter, say(&table), say(&found));
        let _ = writeln!(text, "  {parameter:16} {table} {found}");
    }
    let calls = format!("{} calls", limits.calls);
    let _ = writeln!(text, "{}", say(&calls));
    text
}

/// A heading with its rows: what is measured in so many columns, and what was found.
fn table(heading: &str, columns: usize, rows: &[(String, String)]) -> String {
    let mut text = format!("{}\n", say(heading));
    for (what, found) in rows {
        let _ = writeln!(text, "  {}  {}", column(what, columns), say(found));
    }
    text
}

fn rows_of_times(times: Times) -> [(String, String); 3] {
    let ms = |us: u64| format!("{:.1?}", Duration::from_micros(us));
    let (warm, slowest) = (ms(times.warm_us), ms(times.slowest_us));
    let (slow, limit) = (ms(times.slow_us), ms(times.limit_us));
    [
        ("first call".to_owned(), ms(times.cold_us)),
        (
            "behind it".to_owned(),
            format!("{warm} in the middle, {slowest} at most"),
        ),
        (
            "the pages say".to_owned(),
            format!("slow from {slow}, too late from {limit}"),
        ),
    ]
}

fn rows_of_nonce(nonce: NonceMemory) -> [(String, String); 4] {
    let said = |refused| if refused { "refused" } else { "accepted" }.to_owned();
    [
        ("the same call again".to_owned(), said(nonce.replay_refused)),
        (
            "the nonce in another call".to_owned(),
            said(nonce.reuse_refused),
        ),
        (
            format!("behind {} other nonces", nonce.others),
            said(nonce.refused_behind_others),
        ),
        (
            format!("{} s after its use", nonce.waited_s),
            said(nonce.refused_behind_wait),
        ),
    ]
}

/// How far a call may be dated off. Where no edge was found, the seconds are a round number of days.
fn dated_off(found: Edge) -> String {
    const DAY: u64 = 24 * 60 * 60;
    edge(found, |seconds| match seconds {
        _ if seconds >= DAY && seconds.is_multiple_of(DAY) => format!("{} days", seconds / DAY),
        _ => format!("{seconds} s"),
    })
}

fn edge(edge: Edge, said: impl Fn(u64) -> String) -> String {
    let accepted = said(edge.accepted);
    match edge.refused {
        None => format!("{accepted} accepted, more was not tried"),
        Some(refused) => format!("{accepted} accepted, {} refused", said(refused)),
    }
}
