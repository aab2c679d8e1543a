//! `galleria gateway-test`.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};
use galleria_protocol::gateway::LONGEST_WAIT_MS;

use super::caller::{AllowArgs, WayArgs};
use super::check::duration;
use super::open_api::AccessArgs;
use super::trial::TrialArgs;

const EXAMPLES: &str = "\
Example, in two terminals:
  galleria seller --port 18080 --key obviously-fake-key
  galleria gateway-test --url http://127.0.0.1:18080/agents/chat
  galleria gateway-test --url http://127.0.0.1:18080/agents/chat --stream
  AGENT_KEY=galleria-test-agent-key galleria gateway-test --url http://127.0.0.1:18080/agents/own/images --billing images --header-env X-Agent-Key=AGENT_KEY

It calls a backend of agents as the marketplace's gateway does, about ten times, and about as often with
tokens that are wrong. The agent does its work for every right call, which may cost you what a model costs.

The pages do not name the header of the token: Authorization is what libraries look at.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct GatewayTestArgs {
    /// The address of the backend, as it is registered at the gateway
    #[arg(short, long, env = "GALLERIA_URL", value_name = "URL")]
    pub(crate) url: String,
    /// The method that the backend is registered with
    #[arg(long, default_value = "post", value_enum)]
    pub(crate) method: MethodName,
    /// The JSON that the agent takes; by default a chat of one message, as models take it
    #[arg(long, value_name = "FILE")]
    pub(crate) body: Option<PathBuf>,
    /// By what calls are billed: tokens, images, video, transcription, or none of what the answer tells
    #[arg(long, default_value = "tokens", value_name = "KIND",
          value_parser = ["tokens", "images", "video", "transcription", "none"])]
    pub(crate) billing: String,
    /// The answer is a stream of events
    #[arg(long)]
    pub(crate) stream: bool,
    /// The time that the backend is registered with, at most 300000 ms
    #[arg(long, value_name = "MS", default_value = "300000", value_parser = wait)]
    pub(crate) timeout: Duration,
    /// How many customers call
    #[arg(long, default_value_t = 2, value_name = "COUNT",
          value_parser = clap::value_parser!(u8).range(1..=20))]
    pub(crate) customers: u8,
    #[command(flatten)]
    pub(crate) access: AccessArgs,
    /// The header that carries the token
    #[arg(long, default_value = "Authorization", value_name = "NAME")]
    pub(crate) token_header: String,
    /// How the token stands there: behind the word Bearer, alone, or as the backend takes it
    #[arg(long, default_value = "auto", value_enum)]
    pub(crate) token_form: FormName,
    /// Shows this constant header in place of a token, with the value of that environment variable (may be given
    /// again)
    #[arg(long, value_name = "NAME=VARIABLE")]
    pub(crate) header_env: Vec<String>,
    #[command(flatten)]
    pub(crate) outcome: TrialArgs,
    #[command(flatten)]
    pub(crate) way: WayArgs,
    #[command(flatten)]
    pub(crate) allow: AllowArgs,
}

/// A method of the gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MethodName {
    /// GET: what the agent is told stands in the address
    Get,
    /// POST of JSON
    Post,
}

/// How a token stands in its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormName {
    /// Behind Bearer, and alone where that is refused
    Auto,
    /// Behind the word Bearer
    Bearer,
    /// Alone
    Plain,
}

/// A time in milliseconds, or with its unit.
fn wait(text: &str) -> Result<Duration, String> {
    let time = match text.parse() {
        Ok(ms) => Duration::from_millis(ms),
        Err(_) => duration(text)?,
    };
    if time.is_zero() || time > Duration::from_millis(LONGEST_WAIT_MS) {
        return Err(format!(
            "a backend is registered with 1 to {LONGEST_WAIT_MS} ms"
        ));
    }
    Ok(time)
}
