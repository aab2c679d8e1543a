//! Identifiers in the vendor's shapes, new for every run, from the run's seed and salt.
//!
//! A seller has a memory: an order id of yesterday's run would be a repeat today. So the seed
//! decides what is played, and the salt (the moment the run began) makes the ids new.

use std::fmt::Write as _;

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;
use sha2::{Digest, Sha256};

/// Makes identifiers and other random text; the same seed and salt give the same ones.
#[derive(Clone, Debug)]
pub struct Mint {
    random: Pcg64,
    /// What the next order id begins with, and the letter that it ends with.
    order: Option<(String, u8)>,
}

impl Mint {
    /// A mint for one part of a run. `part` keeps parts independent of each other's order.
    pub fn new(seed: u64, salt: u64, part: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(seed.to_le_bytes());
        hash.update(salt.to_le_bytes());
        hash.update(part);
        Self {
            random: Pcg64::from_seed(hash.finalize().into()),
            order: None,
        }
    }

    /// An order id such as `CS1906666666ABCDE`. The platform's begin with the minute in which they
    /// were made [v2 §7.1], so that orders differ at their end alone: so do these, in their last letter,
    /// and a seller that keeps the beginning takes them for one.
    pub fn order_id(&mut self) -> String {
        let (stem, last) = self.order.take().unwrap_or_else(|| {
            let (minute, letters) = (self.text(10, b"0123456789"), self.text(4, UPPER));
            (format!("CS{minute}{letters}"), b'A')
        });
        let id = format!("{stem}{}", char::from(last));
        self.order = (last < b'Z').then(|| (stem, last + 1));
        id
    }

    /// A business id: a UUID in lower case.
    pub fn business_id(&mut self) -> String {
        let mut id = self.hex(36);
        for at in [8, 13, 18, 23] {
            id.replace_range(at..=at, "-");
        }
        id.replace_range(14..15, "4");
        id
    }

    /// A licence code: 32 capital letters and digits.
    pub fn licence_code(&mut self) -> String {
        self.text(32, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    }

    /// A customer id: 32 digits in hex.
    pub fn customer_id(&mut self) -> String {
        self.hex(32)
    }

    /// A product id such as `00301-666666-0--0`.
    pub fn product_id(&mut self) -> String {
        format!("00301-{}-0--0", self.text(6, b"0123456789"))
    }

    /// A nonce: 32 letters and digits [v2 §2].
    pub fn nonce(&mut self) -> String {
        self.text(
            32,
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
        )
    }

    /// `count` lower-case hex digits.
    pub fn hex(&mut self, count: usize) -> String {
        self.text(count, b"0123456789abcdef")
    }

    /// An instance id that no seller can have issued.
    pub fn never_issued(&mut self) -> String {
        format!("never-issued-{}", self.hex(24))
    }

    /// A decimal number below `limit` in text, for anything that only needs to differ.
    pub fn number(&mut self, limit: u32) -> String {
        let mut text = String::new();
        let _ = write!(text, "{}", self.below(limit));
        text
    }

    /// A number below `limit`; 0 where that is 0.
    pub fn below(&mut self, limit: u32) -> u32 {
        self.random.next_u32() % limit.max(1)
    }

    fn text(&mut self, count: usize, alphabet: &[u8]) -> String {
        (0..count)
            .map(|_| char::from(alphabet[self.random.next_u32() as usize % alphabet.len()]))
            .collect()
    }
}

const UPPER: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_salt_give_the_same_ids() {
        assert_eq!(
            Mint::new(1, 2, "a").order_id(),
            Mint::new(1, 2, "a").order_id()
        );
    }

    #[test]
    fn another_salt_or_part_gives_other_ids() {
        let one = Mint::new(1, 2, "a").order_id();
        assert_ne!(one, Mint::new(1, 3, "a").order_id());
        assert_ne!(one, Mint::new(1, 2, "b").order_id());
    }

    #[test]
    fn ids_have_the_vendors_shapes() {
        let mut mint = Mint::new(7, 7, "shapes");
        let order = mint.order_id();
        assert!(order.starts_with("CS") && order.len() == 17, "{order}");
        let business = mint.business_id();
        assert_eq!(
            business.split('-').map(str::len).collect::<Vec<_>>(),
            [8, 4, 4, 4, 12]
        );
        assert_eq!(mint.customer_id().len(), 32);
    }

    #[test]
    fn orders_differ_in_their_last_letter_and_never_repeat() {
        let mut mint = Mint::new(3, 4, "orders");
        let ids: Vec<String> = (0..100).map(|_| mint.order_id()).collect();
        assert_eq!(ids[0][..16], ids[1][..16]);
        let different: std::collections::BTreeSet<&String> = ids.iter().collect();
        assert_eq!(different.len(), ids.len());
    }
}
