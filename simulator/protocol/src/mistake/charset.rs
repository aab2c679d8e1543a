//! Text that went through another charset than UTF-8: GBK, which a Chinese Windows and older JDKs there
//! take where none is named, and ISO-8859-1, which older servlet containers do.

use encoding_rs::GBK;

/// The bytes of a text in GBK; `None` where it is the same in UTF-8, or GBK lacks a letter.
pub(super) fn in_gbk(text: &str) -> Option<Vec<u8>> {
    if text.is_ascii() {
        return None;
    }
    let (bytes, _, lacks) = GBK.encode(text);
    (!lacks).then(|| bytes.into_owned())
}

/// Bytes read as GBK; what is none becomes U+FFFD, as Java has it.
pub(super) fn read_as_gbk(bytes: &[u8]) -> String {
    GBK.decode_without_bom_handling(bytes).0.into_owned()
}

/// The text that bytes are in GBK; `None` where they are none, or are UTF-8 as well.
pub(super) fn of_gbk(bytes: &[u8]) -> Option<String> {
    if str::from_utf8(bytes).is_ok() {
        return None;
    }
    let text = GBK.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

/// Bytes read as ISO-8859-1.
pub(super) fn read_as_latin(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_to_gbk_and_back() {
        // Known answer: `iconv -f UTF-8 -t GBK`.
        assert_eq!(in_gbk("华为").unwrap(), [0xbb, 0xaa, 0xce, 0xaa]);
        assert_eq!(of_gbk(&[0xbb, 0xaa, 0xce, 0xaa]).unwrap(), "华为");
        assert_eq!((in_gbk("plain"), in_gbk("😀")), (None, None));
        assert_eq!(of_gbk("华为".as_bytes()), None);
        // Six bytes of UTF-8 read as three letters.
        assert_eq!(read_as_gbk("华为".as_bytes()), "鍗庝负");
        assert_eq!(read_as_latin("é".as_bytes()), "Ã©");
    }
}
