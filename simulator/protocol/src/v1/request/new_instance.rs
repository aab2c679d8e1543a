//! newInstance: a customer has bought a product, or looks at what he bought.

use super::field::request;

request! {
    /// A purchase, repeated for three hours until it succeeds, and again whenever the buyer opens
    /// the page of his purchase [v1 §5.1]. One order has one instance; with pay-per-use, one
    /// order and one product have.
    NewInstance {
        /// The marketplace's id of this call; different in every call, repeats too.
        business_id: String = "businessId",
        /// The order: what repeats of a purchase have in common.
        order_id: String = "orderId",
        /// The buyer's account.
        customer_id: String = "customerId",
        /// The name of the buyer's account; may be Chinese.
        customer_name: Option<String> = "customerName",
        /// The buyer's sub-account, where he logged in with one.
        user_id: Option<String> = "userId",
        /// The name of the sub-account.
        user_name: Option<String> = "userName",
        /// The buyer's mobile number without country code, encrypted.
        mobile_phone: Option<String> = "mobilePhone",
        /// The buyer's mail address, encrypted.
        email: Option<String> = "email",
        /// The specification; the same for every period type.
        sku_code: Option<String> = "skuCode",
        /// The product; one for every period type of a specification.
        product_id: Option<String> = "productId",
        /// `1` for a trial.
        trial_flag: Option<String> = "trialFlag",
        /// When the instance is to end, `yyyyMMddHHmmss`: a hint, the expiry call acts.
        expire_time: Option<String> = "expireTime",
        /// `0` pay-per-use, `1` yearly or monthly, `3` one-time, `5` pay-per-use package.
        charging_mode: Option<String> = "chargingMode",
        /// The buyer's answers to the seller's own questions, still in Base64: see
        /// [`extend_params`](crate::v1::extend_params).
        saas_extend_params: Option<String> = "saasExtendParams",
        /// How many pieces were bought.
        amount: Option<String> = "amount",
        /// The disk size in GB.
        disk_size: Option<String> = "diskSize",
        /// The bandwidth in Mbit/s.
        band_width: Option<String> = "bandWidth",
        /// `year` or `month`, with charging mode 1.
        period_type: Option<String> = "periodType",
        /// How many periods were bought, with charging mode 1.
        period_number: Option<String> = "periodNumber",
        /// What was paid, at most three decimals, in yuan (US dollars on the international site).
        order_amount: Option<String> = "orderAmount",
        /// How the product is provisioned; only `1` was seen.
        provision_type: Option<String> = "provisionType",
        /// When the buyer accepted, for orders whose service is supervised.
        acceptance_time: Option<String> = "acceptanceTime",
    }
}
