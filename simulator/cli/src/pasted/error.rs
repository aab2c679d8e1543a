//! Why a paste cannot be read.

/// Why a paste cannot be read; each says what to paste instead.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PasteError {
    /// There is nothing.
    #[error("nothing was pasted")]
    Empty,
    /// Neither an address nor a query.
    #[error(
        "`{0}` is neither an address nor a query: paste what starts with http:// or https://, or \
         name=value pairs with & between them"
    )]
    NotARequest(String),
    /// An address that no client would call.
    #[error("`{address}` is not an address: {reason}")]
    BadAddress {
        /// The address.
        address: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A command, but not curl's.
    #[error("`{0}` is no curl command: it must start with curl")]
    NotCurl(String),
    /// Windows' cmd quotes in a way of its own.
    #[error("the command is quoted for Windows' cmd (^\"): copy it as cURL (bash)")]
    CmdQuoting,
    /// A quote that is not closed.
    #[error("the command ends within a quote: a ' or \" is not closed")]
    OpenQuote,
    /// No address in a command.
    #[error("the curl command names no address")]
    NoAddress,
    /// More than one address in a command.
    #[error("the curl command names several addresses ({0}); paste one call at a time")]
    SeveralAddresses(String),
    /// A body that stands in a file.
    #[error("the curl command takes its body from a file ({0}), which is not read from here")]
    BodyFromFile(String),
    /// No HTTP message.
    #[error(
        "it does not start with HTTP/: save the answer with its head, as curl -i writes it, or \
         give the header and the body with --header and --body"
    )]
    NotAMessage,
    /// No HTTP request.
    #[error(
        "it does not start with a request line such as POST /produceAPI?... HTTP/1.1: save the \
         request with its head, or give its address and its body with --body"
    )]
    NotARequestMessage,
    /// The output of `curl -v`.
    #[error("it is the output of curl -v, which does not keep the body's bytes apart: use curl -i")]
    Verbose,
    /// Text in two bytes a letter.
    #[error(
        "it is UTF-16, as PowerShell's > writes it, so the body's bytes are lost: use curl -i -o FILE"
    )]
    Utf16,
    /// A head without an end.
    #[error("the head has no end: an empty line must divide it from the body")]
    NoHeadEnd,
    /// No HAR file.
    #[error("it is no HAR file: {0}")]
    NotHar(String),
    /// A HAR file without calls.
    #[error("the HAR file has no entries")]
    NoEntries,
    /// No such entry.
    #[error("the HAR file has no entry {wanted}: its {count} are numbered from 1")]
    NoSuchEntry {
        /// The number that was asked for.
        wanted: usize,
        /// How many there are.
        count: usize,
    },
    /// Several that may be meant.
    #[error("the HAR file has {count} entries that may be meant; choose one with --entry N:{list}")]
    SeveralEntries {
        /// How many there are.
        count: usize,
        /// Their numbers and addresses, a line each.
        list: String,
    },
    /// A body that is no Base64 though it is said to be.
    #[error("the body of entry {0} is said to be Base64 and is not")]
    NotBase64(usize),
}
