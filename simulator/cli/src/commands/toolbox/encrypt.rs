//! `galleria encrypt`.

use galleria_protocol::cipher::IV_LEN;
use galleria_scenarios::verdict::ExitCode;

use super::print::print;
use super::{protocol, source};
use crate::args::EncryptArgs;
use crate::error::CliError;
use crate::output::Terminal;
use crate::settings::{self, random};

pub(in crate::commands) fn encrypt(
    args: &EncryptArgs,
    terminal: Terminal,
) -> Result<ExitCode, CliError> {
    let protocol = protocol::of(args.tool.api);
    let logins = protocol::logins(args.tool.api)?;
    let key = settings::key(&args.tool.key)?;
    let iv = match &args.iv {
        Some(text) => fixed(text)?,
        None => random::letters_and_digits()?,
    };
    let text = source::argument(args.text.as_deref())?;
    let kind = args.cipher.given().unwrap_or_default();
    let working = logins.encrypt(&key, kind, &iv, &text);
    print(protocol, &[working], &args.tool, terminal)
}

/// A vector that the user fixed.
fn fixed(text: &str) -> Result<[u8; IV_LEN], CliError> {
    let iv = text.as_bytes().try_into().ok();
    iv.filter(|iv: &[u8; IV_LEN]| iv.iter().all(u8::is_ascii_graphic))
        .ok_or_else(|| {
            CliError::usage(format!(
                "--iv `{text}`: a vector is {IV_LEN} ASCII letters or digits; this has {} characters",
                text.chars().count()
            ))
        })
}
