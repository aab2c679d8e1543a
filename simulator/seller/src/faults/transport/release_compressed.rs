//! Compresses an answer although nobody asked for it.
//!
//! A gateway or a servlet filter that gzips everything, whatever `Accept-Encoding` says. Here even
//! the signature fits the bytes sent, so only the encoding is wrong.

use galleria_protocol::v1::Activity;

use crate::Behaviour;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::reply::Reply;

/// Sends the answer to a release in gzip.
#[derive(Debug, Default)]
pub(crate) struct Behaves;

impl Behaviour for Behaves {
    fn finish(&self, call: &Call, outcome: &Outcome, mut reply: Reply) -> Reply {
        if call.is_real(Activity::ReleaseInstance) && outcome.is_success() {
            reply.body = gzip(&reply.body).into();
            reply.set("content-encoding", "gzip");
            reply.sign(call.seller.key());
        }
        reply
    }
}

/// `plain` as a gzip file of one stored block, for which it must be shorter than 64 KiB.
fn gzip(plain: &[u8]) -> Vec<u8> {
    let length = u16::try_from(plain.len()).expect("a short answer");
    let mut file = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 1];
    file.extend(length.to_le_bytes());
    file.extend((!length).to_le_bytes());
    file.extend(plain);
    file.extend(crc32(plain).to_le_bytes());
    file.extend(u32::from(length).to_le_bytes());
    file
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 * (crc & 1))
        })
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn crc_of_check_text_is_the_published_one() {
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
    }
}
