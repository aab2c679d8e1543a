//! `galleria verify`.

use std::path::PathBuf;

use clap::Args;

use super::ToolArgs;

const EXAMPLES: &str = "\
Each step of the computation is printed. Where a value does not fit, it is made again under every likely \
mistake, and the one that fits is named (galleria explain causes lists them); where none fits, what was \
tried is told.

Examples:
  galleria verify 'http://127.0.0.1:8080/produceAPI?activity=...&timeStamp=...&authToken=...'
      does the token of a call fit?
  galleria verify 'http://...' --computed '09lsS5y+...='
      what is wrong with the token that your own code computed for this call?
  galleria verify --curl \"curl -i 'http://...'\"
      the same from a curl command; `--curl -` reads it from standard input, `--curl @FILE` from a file
  curl -i 'http://...' > answer.http; galleria verify 'http://...' --message answer.http
      does the Body-Sign of an answer fit? With the call beside it more mistakes can be named
  galleria verify --header 'Body-Sign: sign_type=\"HMAC-SHA256\", signature=\"...\"' --body answer.json
      the same from the header and the body
  galleria verify --har seller.har --entry 3
      both, of a call in a browser's HAR file
  galleria verify --api v2 'http://...?signature=...&timestamp=...&nonce=...' --body call.json
      does the signature of a V2 call fit its body? --fresh asks for its age as well
  galleria verify --api kit --message call.http --computed 84b0...
      what is wrong with the x-sign that your own code computed for a request saved with its head?

  galleria verify evidence.zip
      are the parts of `--report bundle=evidence.zip` as they were packed, and its reports those of its record? \
No key is needed

Over v2, kit and usage only calls are signed, so --message, --header and --body are the call's.

Exit codes: 0 everything fits, 1 something does not, 2 what was pasted cannot be read.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct VerifyArgs {
    /// The call: its address, its query, a line of a log, or a curl command; `-` is standard input. Or
    /// a file of evidence, such as evidence.zip
    #[arg(value_name = "URL")]
    pub(crate) request: Option<String>,
    /// The call as a curl command; `-` is standard input, `@FILE` a file
    #[arg(long, value_name = "COMMAND", conflicts_with = "request")]
    pub(crate) curl: Option<String>,
    /// The token or signature that the seller's own code computed for the call
    #[arg(long, value_name = "TOKEN", allow_hyphen_values = true)]
    pub(crate) computed: Option<String>,
    /// The answer with its head, as `curl -i` writes it (over V2 the request with its head); `-` is
    /// standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["header", "body", "har"])]
    pub(crate) message: Option<String>,
    /// A header of the answer (over V2 of the call), such as 'Body-Sign: ...' (may be given again)
    #[arg(long, value_name = "NAME: VALUE", requires = "body")]
    pub(crate) header: Vec<String>,
    /// The body of the answer (over V2 of the call); `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) body: Option<String>,
    /// A call and its answer in a browser's HAR file; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["request", "curl", "header", "body"])]
    pub(crate) har: Option<PathBuf>,
    /// The number of the call in the HAR file, from 1; by default the only one with a token
    #[arg(long, value_name = "N", requires = "har")]
    pub(crate) entry: Option<usize>,
    /// Takes a call for wrong that lies more than 60 s from now (over V2); without it the age is told
    /// and does not count
    #[arg(long)]
    pub(crate) fresh: bool,
    /// An environment variable with another key that may have been mixed up with the right one (may
    /// be given again)
    #[arg(long, value_name = "NAME")]
    pub(crate) other_key_env: Vec<String>,
    #[command(flatten)]
    pub(crate) tool: ToolArgs,
}
