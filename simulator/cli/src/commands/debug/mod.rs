//! `galleria debug`: the seller centre's debug step for one case.

mod form;
mod json;
mod text;

pub(super) use json::stopped;

use galleria_marketplace::clock::Clock;
use galleria_marketplace::mint::Mint;
use galleria_scenarios::cases::{Case, Store};
use galleria_scenarios::debugging::{self, Debugged};
use galleria_scenarios::profile::Profile;
use galleria_scenarios::run::Stop;
use galleria_scenarios::transcript::{Exchange, SentRequest};
use galleria_scenarios::verdict::ExitCode;

use super::interrupt::stop_on_signals;
use super::runtime;
use crate::args::DebugArgs;
use crate::error::CliError;
use crate::output::{Terminal, warn};
use crate::settings::{self, random};

/// What was done, for whoever prints it.
struct Told<'a> {
    case: &'a Case,
    profile: &'a Profile,
    request: &'a SentRequest,
    debugged: Option<&'a Debugged>,
    saved: Option<String>,
}

pub(super) fn debug(args: &DebugArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let (case, profile) = form::case(args)?;
    let callee = settings::callee(&args.caller, &args.url, &profile)?;
    form::refuse_the_key(&case, &callee.key)?;
    for name in case.parameters.keys() {
        let scene = profile.called(case.activity);
        if let Some(word) = galleria_scenarios::cases::unknown(&profile, scene, name) {
            warn(&word);
        }
    }
    let store = Store::new(&args.folder.cases);
    let name = args.save.as_ref().map(|name| named(name, &case, &profile));
    if let Some(name) = &name {
        store.may_save(name, args.force)?;
    }
    let seed = random::seed()?;
    if args.print_only {
        let (clock, mut mint) = (Clock::system(), Mint::new(seed, random::seed()?, "debug"));
        let (target, key) = (&callee.target, &callee.key);
        let request = debugging::request(&case, &profile, target, key, &clock, &mut mint);
        let told = Told {
            case: &case,
            profile: &profile,
            request: &request,
            debugged: None,
            saved: None,
        };
        tell(args, &told, terminal)?;
        return Ok(ExitCode::Held);
    }
    let debugged = runtime()?.block_on(async {
        let seat = callee.sit(&args.caller)?;
        let stop = Stop::default();
        let _watch = stop_on_signals(&stop);
        let limit = args.caller.timeout;
        Ok::<_, CliError>(
            debugging::debug(&case, &profile, seat, seed, limit, Vec::new(), stop).await,
        )
    })?;
    let Some(exchange) = &debugged.exchange else {
        return Ok(ExitCode::Interrupted);
    };
    let exit = exit_code(&debugged, exchange);
    let saved = match name.filter(|_| exit == ExitCode::Held) {
        Some(name) => Some(
            store
                .save(&name, &case, &profile, args.force)?
                .display()
                .to_string(),
        ),
        None => None,
    };
    let request = &exchange.request;
    let told = Told {
        case: &case,
        profile: &profile,
        request,
        debugged: Some(&debugged),
        saved,
    };
    tell(args, &told, terminal)?;
    Ok(exit)
}

/// The name that the user gave, or one that is made of the case.
fn named(given: &str, case: &Case, profile: &Profile) -> String {
    if given.is_empty() {
        case.name(profile)
    } else {
        given.to_owned()
    }
}

fn tell(args: &DebugArgs, told: &Told<'_>, terminal: Terminal) -> Result<(), CliError> {
    let text = if args.json {
        json::render(told)
    } else {
        text::render(told, terminal.asked_language())
    };
    terminal.print_said(&text)
}

/// The platform's verdict decides: what our rules find beside it is told and does not count.
fn exit_code(debugged: &Debugged, exchange: &Exchange) -> ExitCode {
    use galleria_scenarios::Ended;
    let saved = debugged
        .checked
        .as_ref()
        .is_some_and(debugging::Checked::is_saved);
    match exchange.ended {
        Ended::Interrupted => ExitCode::Interrupted,
        ended if ended.is_unreachable() => ExitCode::Unreachable,
        _ if saved => ExitCode::Held,
        _ => ExitCode::Failed,
    }
}
