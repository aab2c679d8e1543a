//! `galleria sign`.

use chrono::{DateTime, Utc};
use clap::Args;
use galleria_protocol::time::parse_time_stamp;

use super::ToolArgs;

const EXAMPLES: &str = "\
The steps are printed as the marketplace makes them: the parameters sorted, the text that is signed, how \
the HMAC's key is put together (the access key itself is never shown), the token, the address, and a curl \
line. timeStamp is added where there is none.

Calls of --api v2, kit and usage are signed over their body: NAME=VALUE are its members, written sorted and
compact, or --body gives its bytes. nonce and timestamp are new where they are not told.

Examples:
  galleria sign activity=newInstance orderId=CS1 --url http://127.0.0.1:8080/produceAPI
      the address of a signed call; values are given decoded, as they are
  galleria sign 'http://127.0.0.1:8080/produceAPI?activity=...&authToken=...' testFlag=1 --at 20200727073711903
      signs a call again, here with another flag at another time
  curl -i \"$(galleria sign a=1 --url http://127.0.0.1:8080/produceAPI --format bare)\"
      makes the call
  galleria sign --body answer.json
      the Body-Sign header for exactly the bytes of an answer's body
  galleria sign --api v2 activity=queryInstance instanceId=i-1 --url http://127.0.0.1:8080/produceAPI
      the address and body of a signed call of V2
  galleria sign --api kit --body call.json --url http://127.0.0.1:8080/produceAPI/v2/tenantSync
      the headers of a kit call for exactly these bytes";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SignArgs {
    /// NAME=VALUE of a parameter (over V2: of a member of the body); or the address or query of a call that is signed again, which
    /// NAME=VALUE may change
    #[arg(value_name = "NAME=VALUE|URL")]
    pub(crate) parameters: Vec<String>,
    /// The address that is called, without a query
    #[arg(long, value_name = "URL")]
    pub(crate) url: Option<String>,
    /// The moment of the call: a timeStamp (UTC), milliseconds since 1970, or a time such as
    /// 2020-07-27T07:37:11Z; by default that of the call, or now
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub(crate) at: Option<DateTime<Utc>>,
    /// The nonce of the call (over V2); by default a new one
    #[arg(long, value_name = "TEXT")]
    pub(crate) nonce: Option<String>,
    /// Signs the bytes of this file: over V1 as an answer's body, over V2 as the call's; `-` is
    /// standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) body: Option<String>,
    #[command(flatten)]
    pub(crate) tool: ToolArgs,
}

fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    let millis = || match text.len() {
        13 => DateTime::from_timestamp_millis(text.parse().ok()?),
        _ => None,
    };
    let named = || text.parse::<DateTime<Utc>>().ok();
    parse_time_stamp(text).or_else(millis).or_else(named).ok_or_else(|| {
        "write a timeStamp such as 20200727073711903, milliseconds such as 1595835431903, or a time \
         such as 2020-07-27T07:37:11Z"
            .to_owned()
    })
}
