//! What a purchase hands to the customer.

use galleria_protocol::v1::answer::{Answer, AppInfo};
use galleria_protocol::{Api, Family, code};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::call::Call;
use crate::store::Instance;

/// The answer to a purchase: the instance and where to find it. A repeat says the same; only the
/// initialisation vectors of the credentials are new, as they must be for every message.
pub fn purchased(call: &Call, instance: &Instance) -> Answer {
    let behaviour = call.behaviour();
    let mut answer = Answer::success();
    answer.instance_id = Some(instance.id.clone());
    if call.family == Family::OldLicence {
        answer.license = Some(behaviour.licence(call, instance));
        return answer;
    }
    answer.encrypt_type = encrypt_type(call);
    answer.app_info = behaviour.app_info(call, instance);
    answer
}

/// The text of a licence, made from its instance alone, so that a repeat gets the same. A product
/// that checks licences without asking anybody signs what is in them with a private key instead.
///
/// # Panics
/// Never: HMAC takes keys of any length.
pub fn licence(call: &Call, instance: &Instance) -> String {
    let key = call.seller.key().expose().as_bytes();
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(b"licence ");
    mac.update(instance.id.as_bytes());
    let code = hex::encode_upper(mac.finalize().into_bytes());
    let groups: Vec<&str> = (0..5)
        .map(|group| &code[5 * group..5 * (group + 1)])
        .collect();
    groups.join("-")
}

/// Where the instance is and how to log in. The pages want `memo` in `\uXXXX` escapes, which is
/// how the whole body is written.
pub fn app_info(call: &Call, instance: &Instance) -> AppInfo {
    let site = call.seller.site();
    AppInfo {
        front_end_url: Some(format!("{site}/app")),
        admin_url: Some(format!("{site}/admin")),
        user_name: Some(seal(call, &instance.login.user_name)),
        password: Some(seal(call, &instance.login.password)),
        memo: Some("首次登录后请修改密码 (change the password after the first login)".to_owned()),
        ..AppInfo::default()
    }
}

/// The answer to a V2 purchase whose instance is still being made: its id and nothing else.
pub fn pending(_call: &Call, instance: &Instance) -> Answer {
    let mut answer = Answer::refusal(code::PROCESSING, "the instance is being made".to_owned());
    answer.instance_id = Some(instance.id.clone());
    answer
}

/// What is told of the encryption; V2 has none [v2 §3].
pub(super) fn encrypt_type(call: &Call) -> Option<String> {
    let told = call.behaviour().cipher().told.map(str::to_owned);
    told.filter(|_| call.api == Api::V1)
}

fn seal(call: &Call, plain: &str) -> String {
    match call.api {
        Api::V1 => sealed(call, plain),
        Api::V2 => plain.to_owned(),
    }
}

/// A credential encrypted with a fresh vector, as V1 has it.
pub fn sealed(call: &Call, plain: &str) -> String {
    let behaviour = call.behaviour();
    let iv = call.seller.random().bytes();
    behaviour.seal(call.seller.key(), behaviour.cipher().used, &iv, plain)
}
