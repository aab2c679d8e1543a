//! What the tests of the toolbox share: the vendor's example, and running a tool.

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use crate::support::{galleria, told};

/// The key of the vendor's own example: a placeholder that it prints.
pub(crate) const VENDORS_KEY: &str = "xxxxxxx";

/// The query of the vendor's own example, sorted, without its token.
pub(crate) const OFFICIAL: &str = "activity=newInstance&businessId=61e834ba-7b97-4418-b8f7-e5345137278c&customerId=68cbc86abc2018ab880d92f36422fa0e&expireTime=20200727153156&orderId=CS1906666666ABCDE&productId=00301-666666-0--0&testFlag=1&timeStamp=20200727073711903";

/// The token that the vendor prints for it.
pub(crate) const TOKEN: &str = "Gzbfjf9LHRBcI3bFVi++sLinCNOBF6qa7is1fvjEgYQ=";

/// The vendor's own call.
pub(crate) fn official_url() -> String {
    let token = TOKEN.replace('+', "%2B").replace('=', "%3D");
    format!("https://isv.example/produceAPI?{OFFICIAL}&authToken={token}")
}

/// Runs a tool under the vendor's key and another one in `OTHER_KEY`: exit code and both streams.
pub(crate) fn run(arguments: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut child = galleria()
        .env("GALLERIA_KEY", VENDORS_KEY)
        .env("OTHER_KEY", "other-fake-key")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    // A tool that refuses its arguments does not read.
    let _ = child.stdin.take().expect("it is piped").write_all(input);
    told(&child.wait_with_output().expect("the binary ends"))
}

/// What a tool that succeeds prints.
pub(crate) fn printed(arguments: &[&str]) -> String {
    let (code, out, err) = run(arguments, b"");
    assert_eq!(code, 0, "{arguments:?}: {out}{err}");
    out
}

/// What a tool prints as JSON, whatever it comes to.
pub(crate) fn json(arguments: &[&str]) -> Value {
    let (_, out, err) = run(&[arguments, &["--format", "json"]].concat(), b"");
    serde_json::from_str(&out).unwrap_or_else(|_| panic!("{arguments:?}: {out}{err}"))
}

/// The error of a tool that cannot do what it is asked for.
pub(crate) fn failed(arguments: &[&str]) -> String {
    let (code, out, err) = run(arguments, b"");
    assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}: {err}");
    assert!(!err.contains("panicked"), "{err}");
    err
}

/// Fails unless the tool ends with 1 and names that mistake.
pub(crate) fn assert_named(arguments: &[&str], slug: &str) {
    let (code, out, err) = run(&[arguments, &["--format", "bare"]].concat(), b"");
    assert_eq!((code, out.trim()), (1, slug), "{arguments:?}: {err}");
}
