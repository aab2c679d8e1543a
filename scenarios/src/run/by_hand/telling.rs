//! The deeds that the kit tells the seller: what a buyer does with the application that was bought.

use galleria_marketplace::transcript::Exchange;
use galleria_protocol::kit::{Call, Flag};

use super::deed::KitDeed;
use super::keeper::Keeper;
use crate::life_cycle::walks;
use crate::scenario::{KitCall, KitStep};

impl Keeper<'_> {
    /// Does a deed and tells what is to be seen then. No kit call is made again: the buyer decides
    /// whether to [kit §6].
    pub(super) async fn tell(&mut self, deed: &KitDeed) {
        self.begin();
        let why = self.told(deed).await.err();
        self.show_failing(why);
    }

    async fn told(&mut self, deed: &KitDeed) -> Result<(), String> {
        let bought = self.player.market.purchase(&deed.purchase);
        let customer = bought.ok_or("there is no such purchase")?.customer.clone();
        let walks = walks(&self.player.play.exchanges);
        let standing = self.standing(&deed.purchase, walks.get(deed.purchase.as_str()));
        let (Some(portal), Some(desk)) = (&mut self.portal, &mut self.player.kit) else {
            return Err("the address has no keys of the kit".to_owned());
        };
        if let Some(why) = portal.excludes(deed, standing) {
            return Err(why);
        }
        portal.house(&customer, desk.bureau()).await?;
        for (call, flag) in deed.membership.calls(self.course.plan.profile.api) {
            self.kit_call(deed, &customer, (*call, *flag)).await?;
        }
        if let Some(portal) = &mut self.portal {
            portal.note(deed);
        }
        Ok(())
    }

    async fn kit_call(
        &mut self,
        deed: &KitDeed,
        customer: &str,
        (call, flag): (Call, Flag),
    ) -> Result<(), String> {
        let number = self.next_step();
        let step = KitStep::Call(KitCall {
            call,
            flag,
            tenant: customer.to_owned(),
            purchase: Some(deed.purchase.clone()),
            test: false,
        });
        let note = format!("{} {}", deed.membership.name(), deed.purchase);
        self.player.begin_step(number, "kit", None, &note);
        let before = self.player.play.kit.len();
        if let Err(skip) = self.player.kit(number, &step).await {
            self.player.leave_out(number, skip);
            self.player.sent.push(None);
            let left_out = self.player.play.left_out.last();
            return Err(left_out.map_or_else(String::new, |left_out| left_out.reason.clone()));
        }
        let made = self.player.play.kit.get(before..).unwrap_or_default();
        if made.iter().all(Exchange::is_accepted) {
            return Ok(());
        }
        Err(format!(
            "the seller did not accept {call}, and nothing more of it was told"
        ))
    }
}
