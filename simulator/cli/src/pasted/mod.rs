//! What people paste: calls and answers as they come out of browsers, logs and command lines.
//!
//! Reading never judges: what was odd about a paste is told as a note beside what was read.
//!
//! | module | what it reads |
//! |---|---|
//! | `address` | an address, a query, a request line |
//! | `curl` | a `curl` command line |
//! | `message` | an answer with its head, as `curl -i` writes it |
//! | `request_message` | a request with its head, as a proxy or a log keeps it |
//! | `har` | a browser's HAR file |

mod address;
mod answer;
mod chunked;
mod curl;
mod curl_options;
mod error;
mod har;
mod message;
mod quoting;
mod request;
mod request_message;
#[cfg(test)]
mod survival;

pub(crate) use address::of_text;
pub(crate) use answer::Answer;
pub(crate) use curl::of_curl;
pub(crate) use error::PasteError;
pub(crate) use har::of_har;
pub(crate) use message::of_message;
pub(crate) use request::Request;
pub(crate) use request_message::of_request;
