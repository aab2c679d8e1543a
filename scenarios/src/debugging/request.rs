//! The call as "generate request command" (生成请求命令) shows it, V1's as "generate link address"
//! (生成链接地址) [v2 §6.1].

use galleria_marketplace::clock::Clock;
use galleria_marketplace::delivery::Target;
use galleria_marketplace::market::{Dating, Sealed};
use galleria_marketplace::mint::Mint;
use galleria_marketplace::transcript::{Capture, SentRequest};
use galleria_protocol::Key;

use crate::cases::Case;
use crate::profile::Profile;

/// The call of a case to `target`, dated now and signed, without the key.
pub fn request(
    case: &Case,
    profile: &Profile,
    target: &Target,
    key: &Key,
    clock: &Clock,
    mint: &mut Mint,
) -> SentRequest {
    let mut content = case.content(profile);
    if content.get("businessId") == Some("") {
        content.set("businessId", mint.business_id());
    }
    let dating = Dating {
        time: clock.now(),
        nonce: mint.nonce(),
        unit: profile.terms().unit,
    };
    let sealed = Sealed::new(profile.api, key, &content, &dating);
    let outgoing = sealed.into_outgoing(target.path());
    Capture::new(profile.api, key.clone(), target).request(&outgoing)
}
