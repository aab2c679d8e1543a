//! Printing what was worked out, and what the shell is told of it.

use galleria_scenarios::verdict::ExitCode;

use super::protocol::Protocol;
use super::working::Working;
use super::{json, text};
use crate::args::{ToolArgs, ToolFormat};
use crate::error::CliError;
use crate::output::Terminal;

/// Prints the workings; the exit code tells whether everything fits.
pub(super) fn print(
    protocol: &dyn Protocol,
    workings: &[Working],
    args: &ToolArgs,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let shown = match args.format {
        ToolFormat::Text => text::render(workings),
        ToolFormat::Json => json::render(protocol.name(), workings),
        ToolFormat::Bare => workings.iter().map(bare).collect(),
    };
    terminal.print(&shown)?;
    Ok(if workings.iter().all(Working::fits) {
        ExitCode::Held
    } else {
        ExitCode::Failed
    })
}

fn bare(working: &Working) -> String {
    format!("{}\n", working.result())
}
