//! The history of campaigns.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::app::App;
use crate::site::{Failure, Frame, Reader, Said as _, filters};
use crate::store::{Address, Campaign};
use crate::under_way::Standing;

/// How many are shown.
pub(crate) const SHOWN: u32 = 200;

#[derive(Template)]
#[template(path = "campaigns/list.html")]
struct Page {
    frame: Frame,
    addresses: Vec<Address>,
    lines: Vec<(Campaign, Standing)>,
}

/// How a campaign stands.
pub(crate) fn standing(app: &App, campaign: &Campaign) -> Standing {
    let is_under_way = app.campaigns.find(campaign.id).is_some();
    Standing::of(campaign.came.as_ref(), is_under_way)
}

pub(super) async fn list(State(app): State<App>, reader: Reader) -> Result<Response, Failure> {
    let addresses = app.store.addresses().await.said(reader)?;
    let campaigns = app.store.campaigns(SHOWN).await.said(reader)?;
    reader.page(|frame| Page {
        frame,
        addresses,
        lines: campaigns
            .into_iter()
            .map(|campaign| {
                let standing = standing(&app, &campaign);
                (campaign, standing)
            })
            .collect(),
    })
}
