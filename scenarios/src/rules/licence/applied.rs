//! Applications for licences, and what was uploaded for them.

use galleria_marketplace::open_api::{CallBack, Flaw, Wish};
use galleria_marketplace::transcript::{Exchange, Role};
use galleria_protocol::Activity;
use galleria_protocol::v2::upload;

use crate::rule::{Fault, Look, Play, sent};
use crate::rules::open_api::seen::{call_backs, is_authentic, place};

/// The first calls of applications: ordinary, and no repeats.
pub(super) fn applications(play: &Play) -> impl Iterator<Item = &Exchange> {
    play.ordinary().filter(|exchange| {
        exchange.intent.is(Activity::GetLicenseAsync)
            && matches!(exchange.intent.role, Role::Call | Role::Control)
    })
}

/// The uploads whose signature holds.
pub(super) fn uploads(play: &Play) -> impl Iterator<Item = (&Exchange, &CallBack)> {
    call_backs(play).filter(|(_, came)| came.wish == Wish::LicenceUpload && is_authentic(came))
}

/// Whether an upload is for an event that nobody told.
pub(super) fn is_strange(flaw: &Flaw) -> bool {
    matches!(flaw, Flaw::UnknownEvent { .. })
}

/// Whether anything came that may have been meant for an application.
pub(super) fn is_met(play: &Play, application: &Exchange) -> bool {
    let event = sent(application, "eventId").unwrap_or_default();
    let mut came = play.call_backs.iter().map(|came| &came.call_back);
    came.any(|came| {
        let uploaded = came.wish == Wish::LicenceUpload;
        uploaded && (came.target == upload::path(&event) || came.flaws.iter().any(is_strange))
    })
}

/// Holds each upload against one kind of flaw, told by `flaw` with what is there and what is expected.
pub(super) fn check_uploads(
    play: &Play,
    look: &mut Look,
    part: &str,
    [because, fix]: [&str; 2],
    flaw: impl Fn(&Flaw) -> Option<(String, String)>,
) {
    for (exchange, came) in uploads(play) {
        let found = came.flaws.iter().find_map(&flaw);
        look.expect(exchange, found.is_none(), || {
            let (actual, expected) = found.clone().unwrap_or_default();
            Fault::at(place(came, part))
                .expected(expected)
                .actual(actual)
                .because(because)
                .fix(fix)
        });
    }
}
