//! Text in the buyer's name that careless code stumbles over: the one free text that every
//! purchase carries.

use super::{Change, Tampering, Twin};

/// The parameter that carries the text.
const NAME: &str = "customerName";

pub(super) const ENCODED_NAME: Tampering = Tampering {
    name: "encoded-name",
    about: "the customer's name holds characters that URLs escape: + / = % & and a blank",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| params.set(NAME, "A+B/C=D 100% & more")),
};

pub(super) const CHINESE_NAME: Tampering = Tampering {
    name: "chinese-name",
    about: "the customer's name is Chinese",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| params.set(NAME, "深圳测试科技有限公司")),
};

pub(super) const EMOJI_NAME: Tampering = Tampering {
    name: "emoji-name",
    about: "the customer's name holds an emoji, which takes four bytes",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| params.set(NAME, "galleria 😀")),
};

pub(super) const LONG_NAME: Tampering = Tampering {
    name: "long-name",
    about: "the customer's name has 64 characters",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| params.set(NAME, "galleria".repeat(8))),
};

pub(super) const LONG_CHINESE_NAME: Tampering = Tampering {
    name: "long-chinese-name",
    about: "the customer's name has 33 Chinese characters, 99 bytes",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| {
        params.set(
            NAME,
            "内蒙古自治区呼和浩特市赛罕区测试云计算科技发展有限公司第一分公司",
        );
    }),
};

pub(super) const MARKUP_NAME: Tampering = Tampering {
    name: "markup-name",
    about: "the customer's name holds quotes, a backslash and markup",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| {
        params.set(NAME, r#"O'Hara "the" <b>seller</b> \ co; --"#);
    }),
};
