//! An optional parameter that is absent [v1 §5.1, §5.2].

use super::{Change, Tampering, Twin};

pub(super) const WITHOUT_CUSTOMER_NAME: Tampering = Tampering {
    name: "without-customer-name",
    about: "customerName is absent, where the site's pages call it optional",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| {
        params.remove("customerName");
    }),
};

pub(super) const WITHOUT_ORDER_AMOUNT: Tampering = Tampering {
    name: "without-order-amount",
    about: "the optional orderAmount is absent",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| {
        params.remove("orderAmount");
    }),
};

pub(super) const WITHOUT_PRODUCT: Tampering = Tampering {
    name: "without-product",
    about: "a renewal's optional productId is absent",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| {
        params.remove("productId");
    }),
};

pub(super) const WITHOUT_SUB_USER: Tampering = Tampering {
    name: "without-sub-user",
    about: "the optional userId and userName are absent: the buyer has no sub-account",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| {
        params.remove("userId");
        params.remove("userName");
    }),
};

pub(super) const WITHOUT_TEST_FLAG: Tampering = Tampering {
    name: "without-test-flag",
    about: "the optional testFlag is absent: a real call",
    twin: Twin::Lawful,
    change: Change::BeforeSigning(|params, _, _| {
        params.remove("testFlag");
    }),
};
