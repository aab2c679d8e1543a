//! Signatures of answers.

use galleria_protocol::Key;
use galleria_protocol::body_sign::{SIGN_TYPE, header_value, parse, signature};

use super::file::{count, read};

#[test]
fn bodies_are_signed_and_both_header_forms_fit() {
    let mut looked_at = 0;
    for vector in read().body_sign {
        let key = Key::new(&vector.key);
        let body = vector.body.as_bytes();
        assert_eq!(signature(&key, body), vector.signature);
        assert_eq!(header_value(&key, body), vector.header_faq_form);
        for value in [&vector.header_doc_form, &vector.header_faq_form] {
            let read = parse(value);
            assert!(read.is_well_formed(), "{value}: {:?}", read.flaws);
            assert_eq!(read.sign_type.as_deref(), Some(SIGN_TYPE));
            assert_eq!(read.signature.as_deref(), Some(vector.signature.as_str()));
            assert!(read.fits(&key, body));
        }
        looked_at += 1;
    }
    assert_eq!((looked_at, count("body_sign")), (12, 12));
}
