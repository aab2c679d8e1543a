//! What is bought.

use clap::Args;
use galleria_scenarios::Goods;

/// The products, where the seller knows only its own.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct GoodsArgs {
    /// The product that is bought, where the seller knows only its own (made up by default)
    #[arg(
        long,
        env = "GALLERIA_PRODUCT_ID",
        value_name = "ID",
        help_heading = "Goods"
    )]
    pub(crate) product_id: Option<String>,
    /// Its specification
    #[arg(
        long,
        env = "GALLERIA_SKU_CODE",
        value_name = "CODE",
        help_heading = "Goods"
    )]
    pub(crate) sku_code: Option<String>,
    /// The product that an upgrade leads to
    #[arg(
        long,
        env = "GALLERIA_UPGRADE_PRODUCT_ID",
        value_name = "ID",
        help_heading = "Goods"
    )]
    pub(crate) upgrade_product_id: Option<String>,
    /// Its specification
    #[arg(
        long,
        env = "GALLERIA_UPGRADE_SKU_CODE",
        value_name = "CODE",
        help_heading = "Goods"
    )]
    pub(crate) upgrade_sku_code: Option<String>,
}

impl From<&GoodsArgs> for Goods {
    fn from(args: &GoodsArgs) -> Goods {
        Goods {
            product_id: args.product_id.clone(),
            sku_code: args.sku_code.clone(),
            upgrade_product_id: args.upgrade_product_id.clone(),
            upgrade_sku_code: args.upgrade_sku_code.clone(),
        }
    }
}
