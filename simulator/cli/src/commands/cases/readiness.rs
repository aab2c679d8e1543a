//! `galleria cases readiness`: which cases publication still asks for.

use std::fmt::Write as _;

use galleria_scenarios::Billing;
use galleria_scenarios::cases::{self, Needed, Store};
use galleria_scenarios::profile::{self, Profile};
use galleria_scenarios::verdict::ExitCode;
use serde_json::{Value, json};

use crate::args::ReadinessArgs;
use crate::error::CliError;
use crate::output::{Terminal, column};
use crate::settings::billing_named;

pub(super) fn readiness(
    store: &Store,
    args: &ReadinessArgs,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let profile = profile::open(&args.profile)?;
    let modes = modes(args, &profile)?;
    let table = cases::readiness(&profile, &modes, &store.all()?);
    let missing = table.iter().filter(|row| row.is_missing()).count();
    let text = if args.json {
        let rows: Vec<Value> = table.iter().map(row).collect();
        let object = json!({ "format_version": 1, "profile": profile.id, "missing": missing, "cases": rows });
        format!("{object:#}\n")
    } else {
        draw(&profile, &table, missing)
    };
    terminal.print_said(&text)?;
    Ok(if missing > 0 && !args.billing.is_empty() {
        ExitCode::Failed
    } else {
        ExitCode::Held
    })
}

fn modes(args: &ReadinessArgs, profile: &Profile) -> Result<Vec<Billing>, CliError> {
    if args.billing.is_empty() {
        return Ok(profile.billing.keys().copied().collect());
    }
    let mode = |name: &String| {
        let mode = billing_named(name)?;
        if profile.billing.contains_key(&mode) {
            return Ok(mode);
        }
        let id = &profile.id;
        Err(CliError::usage(format!(
            "profile {id} has no scenes for products billed {mode}"
        )))
    };
    args.billing.iter().map(mode).collect()
}

fn row(needed: &Needed) -> Value {
    json!({
        "billing": needed.billing.name(),
        "activity": needed.scene,
        "required": needed.required,
        "saved": needed.saved,
        "missing": needed.is_missing(),
    })
}

fn draw(profile: &Profile, table: &[Needed], missing: usize) -> String {
    let mut text = format!("Cases for publication, profile {}\n", profile.id);
    let mut current = None;
    for needed in table {
        if current != Some(needed.billing) {
            let _ = writeln!(text, "\nbilling {}", needed.billing);
            current = Some(needed.billing);
        }
        let state = match (needed.saved.is_empty(), needed.required) {
            (false, _) => "saved",
            (true, true) => "MISSING",
            (true, false) => "optional",
        };
        let row = format!(
            "  {}  {:<20}  {}",
            column(state, 8),
            needed.scene,
            needed.saved.join(", ")
        );
        let _ = writeln!(text, "{}", row.trim_end());
    }
    let _ = match missing {
        0 => writeln!(text, "\nNothing is missing."),
        1 => writeln!(
            text,
            "\n1 case is missing; galleria debug ACTIVITY --url ... --save makes it."
        ),
        more => writeln!(
            text,
            "\n{more} cases are missing; galleria debug ACTIVITY --url ... --save makes them."
        ),
    };
    text
}
