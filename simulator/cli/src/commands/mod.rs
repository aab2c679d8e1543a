//! What each command does.

mod cases;
mod check;
mod debug;
mod dialtest;
mod explain;
mod fuzz;
mod interrupt;
mod listing;
mod profiles;
mod replay;
mod report;
mod rules;
mod schema;
mod self_check;
mod seller;
mod toolbox;

use galleria_scenarios::verdict::ExitCode;

use crate::args::{Cli, Command};
use crate::error::CliError;
use crate::output::Terminal;

/// Does what the command line asks for.
pub(crate) fn dispatch(cli: Cli) -> Result<ExitCode, CliError> {
    let terminal = Terminal::new(cli.look);
    match cli.command {
        Command::Check(args) => check::check(&args, terminal),
        Command::Fuzz(args) => fuzz::fuzz(&args, terminal),
        Command::Replay(args) => replay::replay(&args, terminal),
        Command::Debug(args) => debug::debug(&args, terminal),
        Command::Cases(args) => cases::cases(&args, terminal),
        Command::Dialtest(args) => dialtest::dialtest(&args, terminal),
        Command::Seller(args) => seller::seller(&args, terminal),
        Command::Sign(args) => toolbox::sign(&args, terminal),
        Command::Verify(args) => toolbox::verify(&args, terminal),
        Command::Encrypt(args) => toolbox::encrypt(&args, terminal),
        Command::Decrypt(args) => toolbox::decrypt(&args, terminal),
        Command::Rules(args) => rules::rules(&args, terminal),
        Command::Scenarios(args) => listing::scenarios(&args, terminal),
        Command::Profiles(args) => profiles::profiles(&args, terminal),
        Command::Explain(args) => explain::explain(&args, terminal),
        Command::Report(args) => report::report(&args, terminal),
        Command::SelfCheck(args) => self_check::self_check(&args, terminal),
        Command::Schema(args) => schema::schema(&args, terminal),
    }
}

/// A runtime on this thread: one thread with many tasks is the fastest way to wait for a seller.
fn runtime() -> Result<tokio::runtime::Runtime, CliError> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|reason| CliError::System {
            what: "the runtime cannot start",
            reason,
        })
}
