//! `galleria encrypt`.

use clap::Args;
use galleria_protocol::cipher::EncryptType;

use super::ToolArgs;

const EXAMPLES: &str = "\
The value is the vector's sixteen characters followed by the Base64 of the AES-CBC ciphertext. Each value \
gets a new vector from the system's randomness; --iv fixes it, to compare with your own code.

Examples:
  galleria encrypt admin@seller.example
      the value of userName for an answer with encryptType 1
  printf %s \"$PASSWORD\" | galleria encrypt --bits 128 --format bare
      the value alone, of a text that is in no process list
  galleria encrypt admin --iv abcdefghijklmnop
      what your own code must come to with that vector";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct EncryptArgs {
    /// The text; without it, or with `-`, standard input, whose last line end is left out
    #[arg(value_name = "TEXT")]
    pub(crate) text: Option<String>,
    #[command(flatten)]
    pub(crate) cipher: CipherArgs,
    /// The initialisation vector: sixteen ASCII letters or digits
    #[arg(long, value_name = "CHARACTERS")]
    pub(crate) iv: Option<String>,
    #[command(flatten)]
    pub(crate) tool: ToolArgs,
}

/// How long the AES key is.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(crate) struct CipherArgs {
    /// The length of the AES key: 128 or 256 (the default)
    #[arg(long, value_name = "BITS", value_parser = bits)]
    pub(crate) bits: Option<EncryptType>,
    /// The same as the answer tells it: 1 is 256 bits, 2 is 128 bits
    #[arg(long, value_name = "CODE", value_parser = code)]
    pub(crate) encrypt_type: Option<EncryptType>,
}

impl CipherArgs {
    /// What was asked for, if anything was.
    pub(crate) fn given(&self) -> Option<EncryptType> {
        self.bits.or(self.encrypt_type)
    }
}

fn bits(text: &str) -> Result<EncryptType, String> {
    let known = |kind: &EncryptType| kind.bits().to_string() == text;
    let found = EncryptType::ALL.into_iter().find(known);
    found.ok_or_else(|| "write 128 or 256".to_owned())
}

fn code(text: &str) -> Result<EncryptType, String> {
    EncryptType::from_code(text).ok_or_else(|| "write 1 (256 bits) or 2 (128 bits)".to_owned())
}
