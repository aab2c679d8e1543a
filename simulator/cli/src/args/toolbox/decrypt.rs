//! `galleria decrypt`.

use clap::Args;

use super::{CipherArgs, ToolArgs};

const EXAMPLES: &str = "\
What a value decrypts to is printed on standard output and goes nowhere else. Where it does not decrypt, \
the likely mistakes are tried and the one that fits is named.

Examples:
  galleria decrypt 'abcdefghijklmnopQ2Nh...=='
      one value: userName or password of an answer, mobilePhone or email of a call
  galleria decrypt --body answer.json
      every userName and password of an answer, under the encryptType that it tells
  curl -s 'http://...' | galleria decrypt --body -
      the same straight from the seller
  galleria decrypt --message answer.http
      the same from an answer saved with its head by curl -i

Exit codes: 0 everything decrypts, 1 something does not, 2 what was given cannot be read.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DecryptArgs {
    /// The value; without it, or with `-`, standard input, whose last line end is left out
    #[arg(value_name = "VALUE")]
    pub(crate) value: Option<String>,
    /// The body of an answer whose logins are decrypted; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "value")]
    pub(crate) body: Option<String>,
    /// The same, with its head, as `curl -i` writes it; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["value", "body"])]
    pub(crate) message: Option<String>,
    #[command(flatten)]
    pub(crate) cipher: CipherArgs,
    /// An environment variable with another key that may have been mixed up with the right one (may
    /// be given again)
    #[arg(long, value_name = "NAME")]
    pub(crate) other_key_env: Vec<String>,
    #[command(flatten)]
    pub(crate) tool: ToolArgs,
}
