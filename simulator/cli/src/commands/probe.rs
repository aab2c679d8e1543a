//! `galleria probe`: what a seller tolerates, in numbers.

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

use galleria_scenarios::probe_limits::{Asker, Edge, Limits, Part, ProbeTrouble};
use galleria_scenarios::profile;
use galleria_scenarios::verdict::ExitCode;

use super::interrupt::signal;
use super::runtime;
use crate::args::ProbeArgs;
use crate::error::CliError;
use crate::output::{Terminal, complain, note};
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

fn in_words(limits: &Limits) -> String {
    let mut text = String::new();
    if let Some(times) = limits.times {
        let ms = |us: u64| format!("{:.1?}", Duration::from_micros(us));
        let _ = writeln!(
            text,
            "answer times (debug calls of newInstance)\n  first call     {}\n  behind it      {} in the middle, {} at most\n  the pages say  slow from {}, too late from {}",
            ms(times.cold_us),
            ms(times.warm_us),
            ms(times.slowest_us),
            ms(times.slow_us),
            ms(times.limit_us)
        );
    }
    if let Some(skew) = limits.skew {
        let _ = writeln!(
            text,
            "calls that are dated off\n  into the past    {}\n  into the future  {}",
            dated_off(skew.past_s),
            dated_off(skew.future_s)
        );
    }
    if let Some(nonce) = limits.nonce {
        let said = |refused| if refused { "refused" } else { "accepted" };
        let _ = writeln!(
            text,
            "nonces\n  the same call again          {}\n  the nonce in another call    {}\n  behind {} other nonces       {}\n  {} s after its use            {}",
            said(nonce.replay_refused),
            said(nonce.reuse_refused),
            nonce.others,
            said(nonce.refused_behind_others),
            nonce.waited_s,
            said(nonce.refused_behind_wait)
        );
    }
    if !limits.longest.is_empty() {
        text.push_str("longest values, in characters\n");
    }
    for value in &limits.longest {
        let found = value.edge.map_or_else(
            || "not even that is accepted".to_owned(),
            |found| edge(found, |length| length.to_string()),
        );
        let _ = writeln!(
            text,
            "  {:16} the table says {:>4}: {found}",
            value.parameter, value.table
        );
    }
    let _ = writeln!(text, "{} calls", limits.calls);
    text
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
