//! `galleria cases`: the folder of saved cases.

mod import;
mod readiness;

use std::fmt::Write as _;

use galleria_scenarios::cases::Store;
use galleria_scenarios::profile;
use galleria_scenarios::verdict::ExitCode;
use serde_json::{Value, json};

use crate::args::{CasesArgs, CasesCommand};
use crate::error::CliError;
use crate::output::{Terminal, note};

pub(super) fn cases(args: &CasesArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    let store = Store::new(&args.folder.cases);
    match &args.command {
        CasesCommand::List { json } => list(&store, *json, terminal),
        CasesCommand::Show { name } => {
            terminal.print(&store.text(name)?)?;
            Ok(ExitCode::Held)
        }
        CasesCommand::Remove { names } => remove(&store, names, terminal),
        CasesCommand::Import(args) => import::import(&store, args, terminal),
        CasesCommand::Readiness(args) => readiness::readiness(&store, args, terminal),
    }
}

fn list(store: &Store, as_json: bool, terminal: Terminal) -> Result<ExitCode, CliError> {
    let saved = store.all()?;
    let mut rows: Vec<Value> = Vec::new();
    let mut text = String::new();
    let width = saved
        .iter()
        .map(|saved| saved.name.len())
        .max()
        .unwrap_or(0);
    for saved in &saved {
        let case = &saved.case;
        let scene = profile::open(&case.profile)?.called(case.activity);
        let note = case.note.as_deref().unwrap_or_default();
        let row = format!(
            "{:<width$}  {scene:<20}  {:<8}  {:<9}  {note}",
            saved.name,
            case.profile,
            case.billing.name()
        );
        let _ = writeln!(text, "{}", row.trim_end());
        rows.push(json!({
            "name": saved.name,
            "activity": scene,
            "profile": case.profile,
            "billing": case.billing.name(),
            "note": case.note,
            "parameters": case.parameters,
        }));
    }
    if as_json {
        let object = json!({ "format_version": 1, "folder": store.folder(), "cases": rows });
        text = format!("{object:#}\n");
    } else if saved.is_empty() {
        let folder = store.folder().display();
        text =
            format!("no cases in {folder}; galleria debug ACTIVITY --url ... --save makes one\n");
    }
    terminal.print(&text)?;
    Ok(ExitCode::Held)
}

/// Every name is looked for before the first case goes.
fn remove(store: &Store, names: &[String], terminal: Terminal) -> Result<ExitCode, CliError> {
    for name in names {
        if let Err(absent) = store.find(name)
            && !matches!(absent, galleria_scenarios::cases::StoreError::Wrong(_))
        {
            return Err(absent.into());
        }
    }
    for name in names {
        let path = store.remove(name)?;
        if !terminal.is_quiet() {
            note(&format!("removed: {}", path.display()));
        }
    }
    Ok(ExitCode::Held)
}
