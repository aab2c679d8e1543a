//! upgrade: an instance gets more.

use super::field::request;

request! {
    /// An upgrade to a higher specification or to more quantity; instance and end stay
    /// [v1 §5.5]. Repeats have the order in common.
    Upgrade {
        /// The instance.
        instance_id: String = "instanceId",
        /// The order of the upgrade.
        order_id: String = "orderId",
        /// The specification from now on; the old one where only a quantity grew.
        sku_code: String = "skuCode",
        /// The product from now on; it changes where the specification does.
        product_id: String = "productId",
        /// How many pieces from now on.
        amount: Option<String> = "amount",
        /// The disk size from now on, in GB.
        disk_size: Option<String> = "diskSize",
        /// The bandwidth from now on, in Mbit/s.
        band_width: Option<String> = "bandWidth",
        /// The buyer's answers to the seller's own questions, still in Base64.
        saas_extend_params: Option<String> = "saasExtendParams",
    }
}
