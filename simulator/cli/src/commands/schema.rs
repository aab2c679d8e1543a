//! `galleria schema`.

use galleria_reports::json;
use galleria_scenarios::profile;
use galleria_scenarios::verdict::ExitCode;

use crate::args::{SchemaArgs, SchemaOf};
use crate::error::CliError;
use crate::output::Terminal;

pub(super) fn schema(args: &SchemaArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    match args.of {
        SchemaOf::Report => terminal.print(&json::schema())?,
        SchemaOf::Profile => terminal.print(&profile::schema())?,
    }
    Ok(ExitCode::Held)
}
