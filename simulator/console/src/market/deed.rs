//! What somebody asks of a market.

use std::time::Duration;

use galleria_scenarios::life_cycle::{Scene, Way};
use galleria_scenarios::profile::Profile;
use galleria_scenarios::run::{Asked, Deed, Errand, KitDeed, Membership, Retries, Sight};
use serde::Deserialize;
use tokio::sync::oneshot;
use utoipa::ToSchema;

use super::open::opened;
use super::shops::seen;
use crate::addresses;
use crate::api::words;
use crate::app::App;
use crate::site::Failure;
use crate::store::Address;

/// So long a page waits for what it asked for; longer work is looked at again.
const PATIENCE: Duration = Duration::from_secs(8);
/// The most letters of a customer's name.
const LONGEST_NAME: usize = 64;

/// A scene of a purchase.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wish {
    /// The purchase, by its name here; a new one is bought where absent.
    #[serde(default)]
    pub(crate) purchase: Option<String>,
    /// Who buys, by name; the same name is the same customer.
    #[serde(default)]
    pub(crate) customer: Option<String>,
    /// What happens to it.
    #[schema(schema_with = words::scene)]
    pub(crate) scene: Scene,
    /// `once`, `again`, `lost` (the answer is thrown away) or `at-once` (three calls at the same moment);
    /// once where absent.
    #[serde(default)]
    #[schema(schema_with = words::way_or_none)]
    pub(crate) way: Option<Way>,
    /// Whether what fails is made again as the platform does: `never`, `compressed` (an hour takes five
    /// seconds) or `real-time`; never where absent.
    #[serde(default)]
    #[schema(schema_with = words::retries_or_none)]
    pub(crate) retries: Option<Retries>,
    /// Whether it is bought on trial.
    #[serde(default)]
    pub(crate) trial: bool,
}

/// What a customer does with the application that was bought.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Belonging {
    /// The purchase, by its name here.
    pub(crate) purchase: String,
    /// `bind` (tenantSync, applicationSync, allOrgSync), `grant` (authSync), `withdraw` or `unbind`.
    #[schema(schema_with = words::membership)]
    pub(crate) membership: Membership,
}

impl Wish {
    fn deed(self, sight: &Sight) -> Result<Deed, Failure> {
        let bought = |name: &String| sight.bought.iter().find(|bought| bought.name == *name);
        let (purchase, customer) = match (&self.purchase, self.scene) {
            (Some(name), _) => {
                let known = bought(name).ok_or_else(|| {
                    Failure::absent(format!("There is no purchase `{name}` in this market."))
                })?;
                (name.clone(), known.purchase.customer.clone())
            }
            (None, Scene::Buy) => {
                let customer = self.customer.unwrap_or_default().trim().to_owned();
                if customer.chars().count() > LONGEST_NAME {
                    return Err(Failure::wrong("The name of the customer is too long."));
                }
                let customer = Some(customer).filter(|name| !name.is_empty());
                (
                    format!("order-{}", sight.bought.len() + 1),
                    customer.unwrap_or_else(|| "customer-1".to_owned()),
                )
            }
            (None, _) => return Err(Failure::wrong("Say which purchase it is about.")),
        };
        Ok(Deed {
            purchase,
            customer,
            scene: self.scene,
            way: self.way.unwrap_or(Way::Once),
            trial: self.trial,
            retries: self.retries.unwrap_or_default(),
        })
    }
}

/// Has the market at an address do something, and waits for it for a while; the purchase's name.
pub(crate) async fn act(app: &App, id: i64, wish: Wish) -> Result<String, Failure> {
    let (address, book) = addresses::find(app, id).await?;
    let deed = wish.deed(&seen(app, id))?;
    let purchase = deed.purchase.clone();
    ask(app, &address, book, Errand::Order(deed)).await?;
    Ok(purchase)
}

/// Has a customer do something with the application that was bought, which the kit tells the seller.
pub(crate) async fn belong(app: &App, id: i64, wish: Belonging) -> Result<String, Failure> {
    let (address, book) = addresses::find(app, id).await?;
    if address.further.kit.is_none() {
        return Err(Failure::wrong(
            "The address has no keys of the kit: change it and enter the seller's public key and the kit's access key.",
        ));
    }
    let purchase = wish.purchase;
    if seen(app, id).bought.iter().all(|one| one.name != purchase) {
        let absent = format!("There is no purchase `{purchase}` in this market.");
        return Err(Failure::absent(absent));
    }
    let errand = Errand::Enterprise(KitDeed {
        purchase: purchase.clone(),
        membership: wish.membership,
    });
    ask(app, &address, book, errand).await?;
    Ok(purchase)
}

async fn ask(app: &App, address: &Address, book: Profile, errand: Errand) -> Result<(), Failure> {
    let shop = opened(app, address, book).await?;
    let (done, is_done) = oneshot::channel();
    let busy = "The market is busy: wait for what was asked for before.";
    shop.asked
        .try_send(Asked { errand, done })
        .map_err(|_| Failure::wrong(busy))?;
    // What takes longer goes on, and the page is looked at again.
    let _ = tokio::time::timeout(PATIENCE, is_done).await;
    Ok(())
}

/// Closes the market at an address: what was bought is released, what is to be made again is not.
pub(crate) async fn close(app: &App, id: i64) -> Result<(), Failure> {
    addresses::find(app, id).await?;
    app.shops.stop(id);
    let _ = tokio::time::timeout(PATIENCE, app.shops.is_closed(id)).await;
    Ok(())
}
