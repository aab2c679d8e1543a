//! Other forms of a call, each rightly signed.

use galleria_protocol::Api;
use galleria_protocol::kit::Call;
use galleria_protocol::kit::request::{AuthSync, Request, Role, User};
use serde_json::{Value, json};

use super::{Change, KitChange};
use crate::kit::bureau::{Bureau, Members, account};
use crate::tamper::Twin;

const fn lawful(
    name: &'static str,
    about: &'static str,
    calls: &'static [Call],
    change: fn(&mut Members, &mut Bureau),
) -> KitChange {
    KitChange {
        name,
        about,
        twin: Twin::Lawful,
        calls,
        api: None,
        change: Change::Members(change),
    }
}

pub(super) const ALL: &[KitChange] = &[
    lawful(
        "kit-five-hundred-accounts",
        "the call brings 500 accounts, the most that there may be",
        &[Call::Auth],
        |members, bureau| {
            let stem = bureau.mint().hex(8);
            let names = (0..AuthSync::MOST_USERS).map(|nth| format!("user-{stem}-{nth}"));
            let names: Vec<String> = names.collect();
            with_accounts(members, bureau, |like| {
                let users = names.iter().map(|name| account(name, &like.org_code));
                users.collect()
            });
        },
    ),
    lawful(
        "kit-administrator",
        "the account is an administrator",
        &[Call::Auth],
        |members, bureau| {
            let name = format!("admin-{}", bureau.mint().hex(8));
            with_accounts(members, bureau, |like| {
                let mut user = account(&name, &like.org_code);
                user.role = Role::Admin;
                vec![user]
            });
        },
    ),
    lawful(
        "kit-chinese-name",
        "the name is Chinese",
        &[Call::Auth, Call::SingleOrg],
        |members, bureau| {
            if members.contains_key("orgCode") {
                renew_department(members, bureau);
                members.insert("orgName".to_owned(), Value::from("研发部（北京）"));
                return;
            }
            let name = format!("user-{}", bureau.mint().hex(8));
            with_accounts(members, bureau, |like| {
                let mut user = account(&name, &like.org_code);
                "张三".clone_into(&mut user.name);
                vec![user]
            });
        },
    ),
    lawful(
        "kit-top-department",
        "the department has none above it: parentCode is empty",
        &[Call::SingleOrg],
        |members, bureau| {
            renew_department(members, bureau);
            members.insert("parentCode".to_owned(), Value::from(""));
        },
    ),
    lawful(
        "kit-deep-departments",
        "the departments stand twelve levels deep",
        &[Call::AllOrg],
        |members, bureau| {
            let stem = bureau.mint().hex(8);
            let code = |level: u32| format!("org-{stem}-{level}");
            let api = bureau.api();
            let mut all = all_org(members, api);
            all.departments = (0..12)
                .map(|level| galleria_protocol::kit::request::Department {
                    code: code(level),
                    name: format!("Level {level}"),
                    parent: (level > 0).then(|| code(level - 1)),
                })
                .collect();
            keep_untimed(members, &Request::AllOrg(all), api);
        },
    ),
    lawful(
        "kit-another-enterprise",
        "another enterprise of the same buyer is bound to the instance",
        &[Call::Tenant],
        |members, bureau| {
            let (id, code) = (bureau.mint().hex(32), bureau.mint().hex(8));
            members.insert("tenantId".to_owned(), Value::from(id));
            members.insert("tenantCode".to_owned(), Value::from(code));
        },
    ),
    lawful(
        "kit-further-member",
        "the body has a member that no table knows",
        &[Call::SingleOrg],
        |members, bureau| {
            renew_department(members, bureau);
            members.insert("galleriaFurther".to_owned(), json!("1"));
        },
    ),
    KitChange {
        api: Some(Api::V2),
        ..lawful(
            "kit-list-as-text",
            "the list of departments is the text of one, as in the pages' example",
            &[Call::AllOrg],
            |members, bureau| {
                let code = format!("org-{}", bureau.mint().hex(8));
                let list = json!([{ "orgCode": code, "orgName": "Service", "parentCode": "" }]);
                members.insert("orgInfoList".to_owned(), Value::from(list.to_string()));
            },
        )
    },
    lawful(
        "kit-unknown-instance",
        "the instance is one that the seller never told, as when it was released long ago",
        &[],
        |members, bureau| {
            let instance = bureau.mint().never_issued();
            members.insert("instanceId".to_owned(), Value::from(instance));
        },
    ),
    KitChange {
        twin: Twin::Senseless,
        ..lawful(
            "kit-undecryptable-secret",
            "the secret does not decrypt",
            &[Call::Application],
            |members, _| spoil_secret(members),
        )
    },
];

/// What no key decrypts, of the right length.
pub(super) fn spoil_secret(members: &mut Members) {
    members.insert("clientSecret".to_owned(), Value::from("A".repeat(512)));
}

fn renew_department(members: &mut Members, bureau: &mut Bureau) {
    let code = format!("org-{}", bureau.mint().hex(8));
    members.insert("orgCode".to_owned(), Value::from(code));
}

/// Puts other accounts in the place of the first, which they may be like.
fn with_accounts(members: &mut Members, bureau: &Bureau, make: impl FnOnce(&User) -> Vec<User>) {
    let api = bureau.api();
    timed(members);
    if let Ok(Request::Auth(mut auth)) = Request::from_json(api, Call::Auth, members) {
        let like = auth.users.first().cloned().unwrap_or_default();
        auth.users = make(&like);
        *members = Request::Auth(auth).to_json(api);
    }
    untimed(members);
}

fn all_org(members: &mut Members, api: Api) -> galleria_protocol::kit::request::AllOrgSync {
    timed(members);
    match Request::from_json(api, Call::AllOrg, members) {
        Ok(Request::AllOrg(all)) => all,
        other => unreachable!("written by the bureau: {other:?}"),
    }
}

fn keep_untimed(members: &mut Members, request: &Request, api: Api) {
    *members = request.to_json(api);
    untimed(members);
}

/// Members are read with a time alone; that of the sending comes later.
fn timed(members: &mut Members) {
    for name in ["timeStamp", "currentSyncTime"] {
        members.insert(name.to_owned(), Value::from("-"));
    }
}

fn untimed(members: &mut Members) {
    for name in ["timeStamp", "currentSyncTime"] {
        members.remove(name);
    }
}
