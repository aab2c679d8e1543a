//! What the platform tells of a buyer where the seller chose accounts by it [v1 §4, §5.1].

use galleria_protocol::cipher::{self, EncryptType, IV_LEN};
use galleria_protocol::{Key, Params};

use crate::mint::Mint;

/// The buyer's number, without country code. It belongs to no person, and is kept secret as one that
/// does would be.
pub(crate) const PHONE: &str = "13800138000";

/// The buyer's mail address, of which the same is true.
pub(crate) const MAIL: &str = "galleria-buyer@buyer.example";

/// A contact of the buyer, which goes out encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contact {
    /// The mobile number: `mobilePhone`.
    Mobile,
    /// The mail address: `email`.
    Mail,
}

impl Contact {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Mobile, Self::Mail];

    /// The parameter that holds it.
    pub fn parameter(self) -> &'static str {
        match self {
            Self::Mobile => "mobilePhone",
            Self::Mail => "email",
        }
    }

    /// Puts it into the parameters of a purchase, encrypted with a vector of its own. What comes out has
    /// no `+`: a seller that loses those is told by other calls, and reads contacts or does not.
    pub fn add(self, params: &mut Params, mint: &mut Mint, key: &Key, bits: EncryptType) {
        let plain = match self {
            Self::Mobile => PHONE,
            Self::Mail => MAIL,
        };
        let wire = loop {
            let drawn = mint.hex(IV_LEN);
            let mut vector = [0; IV_LEN];
            vector.copy_from_slice(drawn.as_bytes());
            let wire = cipher::encrypt(key, bits, &vector, plain);
            if !wire.contains('+') {
                break wire;
            }
        };
        params.set(self.parameter(), wire);
    }
}
