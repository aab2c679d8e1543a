//! `galleria verify evidence.zip`: whether the parts of a file of evidence belong together.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

use galleria_reports::evidence::{self, Difference, Verified};
use galleria_reports::lang::say;
use galleria_reports::on_one_line;
use galleria_scenarios::verdict::ExitCode;
use serde_json::json;

use crate::args::{ToolFormat, VerifyArgs};
use crate::error::CliError;
use crate::output::Terminal;

/// The bytes that a file of evidence may have.
const MOST: u64 = 512 * 1024 * 1024;

/// The file of evidence that is to be verified, where it is one: its name ends in `.zip`, or it is a
/// file that begins as zip files do. No address of a call does either.
pub(super) fn named(args: &VerifyArgs) -> Result<Option<&Path>, CliError> {
    let Some(given) = args.request.as_deref().filter(|given| is_zip(given)) else {
        return Ok(None);
    };
    let alone = args.computed.is_none()
        && args.message.is_none()
        && args.header.is_empty()
        && args.body.is_none()
        && !args.fresh;
    if alone {
        return Ok(Some(Path::new(given)));
    }
    Err(CliError::usage(format!(
        "{given} is a file of evidence and verified as a whole; leave out --computed, --message, --header, --body and --fresh"
    )))
}

fn is_zip(given: &str) -> bool {
    if given.contains("://") || given.contains(['?', '&', '\n']) {
        return false;
    }
    let path = Path::new(given);
    let ending = path.extension();
    if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
        return true;
    }
    let mut start = [0; 4];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut start));
    read.is_ok() && start == *b"PK\x03\x04"
}

pub(super) fn verify(
    path: &Path,
    format: ToolFormat,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let name = path.display().to_string();
    let verified = evidence::verify(&bytes(path)?).map_err(|reason| CliError::Evidence {
        path: name.clone(),
        reason,
    })?;
    let word = if verified.fits() { "RIGHT" } else { "WRONG" };
    let shown = match format {
        ToolFormat::Text => text(&name, &verified, word),
        ToolFormat::Json => format!("{:#}\n", as_json(&verified)),
        ToolFormat::Bare => format!("{word}\n"),
    };
    terminal.print(&shown)?;
    Ok(if verified.fits() {
        ExitCode::Held
    } else {
        ExitCode::Failed
    })
}

fn bytes(path: &Path) -> Result<Vec<u8>, CliError> {
    let unreadable = |reason: &dyn std::fmt::Display| {
        CliError::usage(format!(
            "{}: the file cannot be read: {reason}",
            path.display()
        ))
    };
    let file = std::fs::File::open(path).map_err(|reason| unreadable(&reason))?;
    let mut bytes = Vec::new();
    let read = file.take(MOST + 1).read_to_end(&mut bytes);
    read.map_err(|reason| unreadable(&reason))?;
    if bytes.len() as u64 > MOST {
        return Err(unreadable(&format!(
            "it has more than {} MiB, which no evidence has",
            MOST / 1024 / 1024
        )));
    }
    Ok(bytes)
}

fn text(name: &str, verified: &Verified, word: &str) -> String {
    let manifest = &verified.manifest;
    let (tool, run) = (&manifest.tool, &manifest.run);
    let mut text = format!("== {}\n", on_one_line(name));
    let rows = [
        (
            "made by",
            format!("galleria {}, rule set {}", tool.version, tool.rule_set),
        ),
        (
            "run",
            format!("{}, {}, seed {}", run.id, run.started, run.seed),
        ),
        ("seller", run.target.clone()),
        ("profile", run.profile.clone()),
        (
            "verdict",
            verified.verdict.clone().unwrap_or_else(|| "?".to_owned()),
        ),
        ("SHA-256", verified.sha256.clone()),
    ];
    for (heading, value) in rows {
        let _ = writeln!(text, "{}\n  {}", say(heading), on_one_line(&value));
    }
    judged_anew(&mut text, verified);
    let _ = writeln!(text, "{}", say("parts"));
    for part in &manifest.parts {
        let (name, bytes) = (on_one_line(&part.name), part.bytes);
        let line = format!("  {name:14} {bytes:>10}  {}", on_one_line(&part.sha256));
        let _ = writeln!(text, "{line}");
    }
    for note in &verified.notes {
        let _ = writeln!(text, "{}: {}", say("note"), say(note));
    }
    let _ = writeln!(text, "{}: {}", say(word), verified.headline());
    for trouble in &verified.troubles {
        let _ = writeln!(text, "  {}", say(&trouble.to_string()));
    }
    text
}

/// What the rules of today make of the record.
fn judged_anew(text: &mut String, verified: &Verified) {
    let Some(anew) = &verified.anew else { return };
    let (version, rule_set, rules) = (&anew.version, &anew.rule_set, anew.rules);
    let by = format!("by {rules} rules of galleria {version}, rule set {rule_set}");
    let _ = writeln!(text, "{}\n  {}", say("judged anew"), say(&by));
    let _ = writeln!(text, "  {}", on_one_line(&anew.verdict));
    for Difference { rule, record, anew } in &anew.differences {
        let told = format!("{rule}: {record} as recorded; {anew} now");
        let _ = writeln!(text, "  {}", say(&told));
    }
    if anew.differences.is_empty() {
        let _ = writeln!(text, "  {}", say("every rule comes to what was recorded"));
    }
}

fn as_json(verified: &Verified) -> serde_json::Value {
    let trouble = |trouble: &evidence::Trouble| {
        json!({
            "kind": trouble.kind(),
            "part": trouble.part(),
            "says": say(&trouble.to_string()),
        })
    };
    let troubles: Vec<_> = verified.troubles.iter().map(trouble).collect();
    json!({
        "fits": verified.fits(),
        "sha256": verified.sha256,
        "verdict": verified.verdict,
        "judged_anew": verified.anew,
        "manifest": verified.manifest,
        "troubles": troubles,
        "notes": verified.notes,
    })
}
