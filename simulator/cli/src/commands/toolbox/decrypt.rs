//! `galleria decrypt`.

use galleria_scenarios::verdict::ExitCode;

use super::print::print;
use super::protocol::{self, Known};
use super::source;
use super::verify::within;
use crate::args::DecryptArgs;
use crate::error::CliError;
use crate::output::Terminal;
use crate::{pasted, settings};

pub(in crate::commands) fn decrypt(
    args: &DecryptArgs,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let protocol = protocol::of(args.tool.api);
    let logins = protocol::logins(args.tool.api)?;
    let key = settings::key(&args.tool.key)?;
    let other_keys = settings::other_keys(&args.other_key_env)?;
    let known = Known {
        other_keys: &other_keys,
        ..Known::default()
    };
    let kind = args.cipher.given();
    let workings = if let Some(body) = body(args)? {
        logins.decrypt_answer(&key, kind, &body, &known)?
    } else {
        let value = source::argument(args.value.as_deref())?;
        if value.is_empty() {
            let error = "the value is empty: there is nothing to decrypt";
            return Err(CliError::usage(error));
        }
        vec![logins.decrypt(&key, kind.unwrap_or_default(), &value, &known)]
    };
    print(protocol, &workings, &args.tool, terminal)
}

/// The body of an answer, where one is given.
fn body(args: &DecryptArgs) -> Result<Option<Vec<u8>>, CliError> {
    if let Some(path) = &args.message {
        let message = pasted::of_message(&source::bytes(path)?).map_err(within(path))?;
        return Ok(Some(message.body));
    }
    args.body.as_deref().map(source::bytes).transpose()
}
