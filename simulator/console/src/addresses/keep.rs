//! Finding, adding and changing addresses, for pages and programs.

use galleria_scenarios::profile::{self, Profile};

use super::form::Entered;
use super::further::whole;
use crate::app::App;
use crate::site::Failure;
use crate::store::{Address, NewAddress};

/// The address of that number with its rule book.
pub(crate) async fn find(app: &App, id: i64) -> Result<(Address, Profile), Failure> {
    let found = app.store.address(id).await?;
    let address = found.ok_or_else(|| Failure::absent("There is no such production address."))?;
    let book = profile::find(&address.profile);
    let book = book.map_err(|error| Failure::absent(error.to_string()))?;
    Ok((address, book))
}

/// Keeps a new address; its number.
pub(crate) async fn add(app: &App, entered: &Entered) -> Result<i64, Failure> {
    let understood = entered.understood(app).map_err(Failure::wrong)?;
    let missing = "Enter the access key, or name the environment variable that holds it.";
    let new = NewAddress {
        further: whole(understood.further, None, understood.api).map_err(Failure::wrong)?,
        key: understood.key.ok_or_else(|| Failure::wrong(missing))?,
        name: understood.name,
        url: understood.url,
        profile: understood.profile,
        billing: understood.billing,
        created: app.settings.clock.now().to_rfc3339(),
    };
    Ok(app.store.add_address(new).await?)
}

/// Keeps an address as it was entered; its key stays where none was.
pub(crate) async fn change(app: &App, id: i64, entered: &Entered) -> Result<(), Failure> {
    let (before, _) = find(app, id).await?;
    let understood = entered.understood(app).map_err(Failure::wrong)?;
    let kept = Some(&before.further);
    let changed = Address {
        further: whole(understood.further, kept, understood.api).map_err(Failure::wrong)?,
        id,
        name: understood.name,
        url: understood.url,
        profile: understood.profile,
        billing: understood.billing,
        key: understood.key.unwrap_or(before.key),
    };
    app.store.change_address(changed).await?;
    // Its market goes on with the old address and key otherwise.
    app.shops.stop(id);
    Ok(())
}

/// Forgets an address and closes its market; whether there was one.
pub(crate) async fn remove(app: &App, id: i64) -> Result<bool, Failure> {
    let was_there = app.store.remove_address(id).await?;
    app.shops.stop(id);
    Ok(was_there)
}
