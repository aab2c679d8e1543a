//! The parameters that the pages name, for sellers that know no others.

/// Whether `name` is a parameter of any scene [v1 §5].
pub(crate) fn is_known(name: &str) -> bool {
    KNOWN.contains(&name)
}

const KNOWN: &[&str] = &[
    "acceptanceTime",
    "activity",
    "amount",
    "authToken",
    "bandWidth",
    "businessId",
    "chargingMode",
    "customerId",
    "customerName",
    "diskSize",
    "email",
    "expireTime",
    "instanceId",
    "instanceStatus",
    "mobilePhone",
    "orderAmount",
    "orderId",
    "periodNumber",
    "periodType",
    "productId",
    "provisionType",
    "saasExtendParams",
    "skuCode",
    "testFlag",
    "timeStamp",
    "trialFlag",
    "trialToFormal",
    "userId",
    "userName",
];
