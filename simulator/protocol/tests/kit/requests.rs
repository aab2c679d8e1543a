//! The five calls in both versions.

use std::collections::BTreeSet;

use galleria_protocol::Api;
use galleria_protocol::kit::request::{
    AllOrgSync, ApplicationSync, AuthSync, Department, RequestError, Role, SingleOrgSync,
    TenantSync, User,
};
use galleria_protocol::kit::{Call, Flag, Request};
use serde_json::{Map, Value, json};

fn department(code: &str, parent: Option<&str>) -> Department {
    Department {
        code: code.to_owned(),
        name: format!("研发部 {code}"),
        parent: parent.map(str::to_owned),
    }
}

fn user(number: usize) -> User {
    User {
        user_name: format!("user{number}"),
        name: "张三".to_owned(),
        org_code: "d1".to_owned(),
        role: Role::Admin,
        enable: true,
        position: Some("工程师".to_owned()),
        employee_code: Some("007".to_owned()),
        employee_type: Some(2),
        mobile: Some("0".repeat(11)),
        email: Some("a@example.com".to_owned()),
        work_place: Some("深圳".to_owned()),
        entry_date: Some("2022-04-1".to_owned()),
    }
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn auth(users: usize) -> Request {
    Request::Auth(AuthSync {
        instance_id: text("i"),
        tenant_id: text("t"),
        app_id: text("a"),
        users: (0..users).map(user).collect(),
        flag: Flag::Add,
        test: true,
        current_sync_time: text("20220420114117642"),
    })
}

fn single(flag: Flag) -> Request {
    Request::SingleOrg(SingleOrgSync {
        instance_id: text("i"),
        tenant_id: text("t"),
        department: department("d2", Some("d1")),
        flag,
        test: false,
        time_stamp: text("20220420114117642"),
    })
}

fn all() -> [Request; 5] {
    let time_stamp = text("20220420114117642");
    [
        Request::Tenant(TenantSync {
            instance_id: String::new(),
            order_id: String::new(),
            tenant_id: text("t"),
            tenant_code: text("huawei"),
            name: text("华为 & 云商店"),
            domain_name: text("https://example.tenantaccount.com"),
            flag: Flag::Add,
            test: false,
            time_stamp: time_stamp.clone(),
        }),
        Request::Application(ApplicationSync {
            instance_id: text("i"),
            tenant_id: text("t"),
            app_id: text("a"),
            client_id: text("c"),
            client_secret: text("not+a/cipher="),
            flag: Flag::Delete,
            test: true,
            time_stamp: time_stamp.clone(),
        }),
        auth(AuthSync::MOST_USERS),
        single(Flag::Modify),
        Request::AllOrg(AllOrgSync {
            instance_id: text("i"),
            tenant_id: text("t"),
            departments: vec![department("d1", None), department("d2", Some("d1"))],
            test: false,
            time_stamp,
        }),
    ]
}

fn read(api: Api, request: &Request, body: &Map<String, Value>) -> Result<Request, RequestError> {
    Request::from_json(api, request.call(), body)
}

#[test]
fn every_call_is_read_back_in_both_versions() {
    for request in all() {
        for api in Api::ALL {
            let body = request.to_json(api);
            assert_eq!(read(api, &request, &body), Ok(request.clone()));
        }
    }
}

#[test]
fn first_version_sends_lists_as_text() {
    let [_, _, _, _, departments] = all();
    let body = departments.to_json(Api::V1);
    let list = r#"[{"orgCode":"d1","name":"研发部 d1"},{"orgCode":"d2","name":"研发部 d2","parentCode":"d1"}]"#;
    assert_eq!(body["orgInfo"], json!(list));
    let body = auth(1).to_json(Api::V1);
    let users: Value = serde_json::from_str(body["userList"].as_str().unwrap()).unwrap();
    let extension = json!({"employeeType": "2", "workPlace": "深圳", "entryDate": "2022-04-1"});
    assert_eq!(users[0]["extension"], extension);
    assert_eq!(users[0].get("employeeType"), None);
}

#[test]
fn second_version_sends_arrays_and_takes_text() {
    let request = auth(2);
    let mut body = request.to_json(Api::V2);
    assert_eq!(body["userList"][1]["employeeType"], json!(2));
    body["userList"] = json!(body["userList"].to_string());
    assert_eq!(read(Api::V2, &request, &body), Ok(request));
}

#[test]
fn members_are_those_of_the_table() {
    let [tenant, ..] = all();
    let expected = json!({
        "instanceId": "", "orderId": "", "tenantId": "t", "tenantCode": "huawei",
        "name": "华为 & 云商店", "domainName": "https://example.tenantaccount.com",
        "flag": 1, "testFlag": 0, "timeStamp": "20220420114117642",
    });
    assert_eq!(Value::Object(tenant.to_json(Api::V2)), expected);
}

#[test]
fn digits_may_be_text_and_what_is_unknown_is_left_alone() {
    let request = single(Flag::Modify);
    let mut body = request.to_json(Api::V2);
    body["flag"] = json!("2");
    body["testFlag"] = json!("0");
    body.insert(text("region"), json!({"added": "later"}));
    assert_eq!(read(Api::V2, &request, &body), Ok(request));
}

#[test]
fn missing_members_are_named() {
    let mut looked_at = 0;
    for request in all() {
        let body = request.to_json(Api::V2);
        for name in body.keys() {
            let mut without = body.clone();
            without.remove(name);
            let found = read(Api::V2, &request, &without);
            if ["instanceId", "orderId", "parentCode"].contains(&name.as_str()) {
                assert!(found.is_ok(), "{name}");
            } else {
                let missing = matches!(found, Err(RequestError::Missing(told)) if told == name);
                assert!(missing, "{} {name}", request.call());
                looked_at += 1;
            }
        }
    }
    // 7 of tenantSync, 7 of applicationSync, 6, 6 and 4 of the others.
    assert_eq!(looked_at, 30);
}

#[test]
fn flags_of_other_tables_are_refused() {
    for (call, api, flag) in [
        (Call::Tenant, Api::V1, Flag::Modify),
        (Call::SingleOrg, Api::V2, Flag::Cancel),
        (Call::Auth, Api::V1, Flag::Cancel),
    ] {
        let request = all().into_iter().find(|request| request.call() == call);
        let mut body = request.unwrap().to_json(api);
        body["flag"] = json!(flag.number());
        let refused = RequestError::Malformed {
            parameter: "flag",
            value: flag.number().to_string(),
        };
        assert_eq!(Request::from_json(api, call, &body), Err(refused));
    }
}

#[test]
fn values_outside_the_tables_are_named() {
    let request = auth(1);
    for (name, wrong) in [
        ("flag", json!(4)),
        ("flag", json!("01")),
        ("testFlag", json!(2)),
        ("userList", json!({"mobile": "0"})),
        ("userList", json!("[1]")),
        ("userList", json!("no list")),
    ] {
        let mut body = request.to_json(Api::V2);
        body[name] = wrong.clone();
        let found = read(Api::V2, &request, &body);
        let named =
            matches!(found, Err(RequestError::Malformed { parameter, .. }) if parameter == name);
        assert!(named, "{name} {wrong}");
    }
}

#[test]
fn personal_data_are_in_no_text() {
    let told = format!("{:?}", user(1));
    let mut body = auth(1).to_json(Api::V2);
    body["userList"] = json!("[{mobile: 00000000000}]");
    let error = read(Api::V2, &auth(1), &body).unwrap_err();
    for text in [told, error.to_string(), format!("{error:?}")] {
        for personal in ["00000000000", "example.com", "张三"] {
            assert!(!text.contains(personal), "{text}");
        }
    }
}

#[test]
fn record_keys_are_those_of_the_pages() {
    let keys: Vec<_> = all().iter().map(Request::record_keys).collect();
    let parts = |call: usize| keys[call][0].parts.join(" ");
    assert_eq!(parts(0), " t");
    assert_eq!(parts(1), "i t a");
    assert_eq!(parts(2), "i t a user0");
    assert_eq!(parts(3), "i t d2");
    assert_eq!(keys[3][0], keys[4][1]);
    let distinct: BTreeSet<_> = keys.iter().flatten().collect();
    assert_eq!(distinct.len(), 1 + 1 + 500 + 2);
}
