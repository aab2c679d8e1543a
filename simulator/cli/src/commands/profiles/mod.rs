//! `galleria profiles`: lists, shows and compares the marketplace's rule books.

mod columns;
mod difference;
mod list;
pub(super) mod register;
mod show;

use galleria_scenarios::verdict::ExitCode;

use crate::args::{ProfilesArgs, ProfilesCommand};
use crate::error::CliError;
use crate::output::Terminal;

pub(super) fn profiles(args: &ProfilesArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    match &args.what {
        None => list::list(args.format, terminal),
        Some(ProfilesCommand::Show(args)) => show::show(args, terminal),
        Some(ProfilesCommand::Diff(args)) => difference::difference(args, terminal),
    }
}
