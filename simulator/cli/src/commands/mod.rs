//! What each command does.

mod cases;
mod check;
mod config;
mod debug;
mod dialtest;
mod explain;
mod fuzz;
mod gateway_test;
mod init;
mod interrupt;
mod listing;
mod login_test;
mod messages;
mod probe;
mod profiles;
mod rehearse;
mod replay;
mod report;
mod rules;
mod run;
mod schema;
mod self_check;
mod seller;
mod serve;
mod shell;
mod toolbox;
mod trial;
mod watch;

pub(crate) use messages::DEFAULT_FOLDER as MESSAGES;

use galleria_scenarios::verdict::ExitCode;

use crate::args::{Cli, Command};
use crate::config::Effective;
use crate::error::CliError;
use crate::output::Terminal;

/// Does what the command line asks for.
pub(crate) fn dispatch(cli: Cli, effective: &Effective) -> Result<ExitCode, CliError> {
    let terminal = Terminal::new(cli.look);
    match cli.command {
        Command::Check(args) if args.watch => watch::watch(&args, effective, terminal),
        Command::Check(args) => check::check(&args.check, terminal),
        Command::Rehearse(args) => rehearse::rehearse(&args, terminal),
        Command::Messages(args) => messages::messages(&args, terminal),
        Command::Probe(args) => probe::probe(&args, terminal),
        Command::LoginTest(args) => login_test::login_test(&args, terminal),
        Command::GatewayTest(args) => gateway_test::gateway_test(&args, terminal),
        Command::Run(args) => run::run(&args, terminal),
        Command::Fuzz(args) => fuzz::fuzz(&args, terminal),
        Command::Replay(args) => replay::replay(&args, terminal),
        Command::Debug(args) => debug::debug(&args, terminal),
        Command::Cases(args) => cases::cases(&args, terminal),
        Command::Dialtest(args) => dialtest::dialtest(&args, terminal),
        Command::Serve(args) => serve::serve(&args, terminal),
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
        Command::Init(args) => init::init(&args, terminal),
        Command::Config(args) => config::config(&args, effective, terminal),
        Command::Completions(args) => shell::completions(&args),
        Command::Man(args) => shell::man(&args, terminal),
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
