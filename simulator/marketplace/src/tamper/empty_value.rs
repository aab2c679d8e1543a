//! An optional parameter that is present and says nothing, as a form's empty field may be sent.

use super::{Change, Tampering, Twin};
use crate::market::NULL;

pub(super) const EMPTY_PRODUCT: Tampering = Tampering {
    name: "empty-product",
    about: "productId is present and empty, as the renewal's debug step demands",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| params.set("productId", "")),
};

pub(super) const EMPTY_TEST_FLAG: Tampering = Tampering {
    name: "empty-test-flag",
    about: "testFlag is present and empty: a real call",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| params.set("testFlag", "")),
};

pub(super) const NULL_TEST_FLAG: Tampering = Tampering {
    name: "null-test-flag",
    about: "testFlag is present and null: a real call",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| params.set("testFlag", NULL)),
};
