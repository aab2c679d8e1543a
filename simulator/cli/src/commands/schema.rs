//! `galleria schema`.

use galleria_reports::json;
use galleria_scenarios::verdict::ExitCode;
use galleria_scenarios::{profile, scenario};

use crate::args::{SchemaArgs, SchemaOf};
use crate::config;
use crate::error::CliError;
use crate::output::Terminal;

pub(super) fn schema(args: &SchemaArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    match args.of {
        SchemaOf::Report => terminal.print(&json::schema())?,
        SchemaOf::Profile => terminal.print(&profile::schema())?,
        SchemaOf::Config => terminal.print(&config::schema())?,
        SchemaOf::Scenario => terminal.print(&scenario::schema())?,
    }
    Ok(ExitCode::Held)
}
