//! Usage pushes, right and wrong.

use galleria_protocol::usage_signature;
use galleria_protocol::v2::usage::{self, UsagePush, UsageRecord, UsageValue};

use super::super::super::Wish;
use super::*;

fn record(serial: &str, instance: &str) -> UsageRecord {
    UsageRecord {
        begin_time: date(start()),
        end_time: date(start()),
        instance_id: instance.to_owned(),
        metering_sn: Some(serial.to_owned()),
        record_time: date(start()),
        usage_value: UsageValue::Text("1.5".to_owned()),
        ..UsageRecord::default()
    }
}

fn push(records: &[UsageRecord], key: &str) -> Call {
    let body = serde_json::to_vec(&UsagePush {
        usage_records: records.to_vec(),
    });
    posted(body.unwrap(), key)
}

fn posted(body: Vec<u8>, key: &str) -> Call {
    let headers = usage_signature::headers(&Key::new(key), "nonce", start(), &body);
    let headers = headers.map(|(name, value)| (name.to_owned(), value));
    Call {
        method: "POST".to_owned(),
        path: usage::PATH.to_owned(),
        headers: headers.into(),
        body,
        ..Call::default()
    }
}

/// A desk that knows one instance that is paid by use, `metered`, and one that is not, `yearly`.
fn with_instances() -> Desk {
    let desk = desk();
    filing(&desk).instance("metered", true);
    filing(&desk).instance("yearly", false);
    desk
}

/// What is wrong with a push of these records.
fn flaws(desk: &Desk, records: &[UsageRecord]) -> Vec<Flaw> {
    let answered = desk.answer(&push(records, "obviously-fake-key"));
    assert_eq!(
        (answered.status, answered.body.contains("MKT.0000")),
        (200, true)
    );
    let mut came = desk.take("bought");
    assert_eq!(came.len(), 1);
    came.remove(0).flaws
}

#[tokio::test(start_paused = true)]
async fn a_push_and_the_same_again_are_right() {
    let desk = with_instances();
    let one = record("a", "metered");
    assert_eq!(flaws(&desk, std::slice::from_ref(&one)), []);
    let stamped_anew = UsageRecord {
        record_time: date(start() + TimeDelta::minutes(5)),
        ..one
    };
    assert_eq!(flaws(&desk, &[stamped_anew, record("b", "metered")]), []);
}

#[tokio::test(start_paused = true)]
async fn a_serial_of_two_records_is_told() {
    let desk = with_instances();
    assert_eq!(flaws(&desk, &[record("a", "metered")]), []);
    let other = UsageRecord {
        usage_value: UsageValue::Text("2".to_owned()),
        ..record("a", "metered")
    };
    assert!(matches!(flaws(&desk, &[other])[..], [Flaw::Serial { .. }]));
}

#[tokio::test(start_paused = true)]
async fn the_same_use_under_another_serial_is_told() {
    let desk = with_instances();
    let of_an_hour = |serial| UsageRecord {
        begin_time: date(start() - TimeDelta::hours(1)),
        ..record(serial, "metered")
    };
    assert_eq!(flaws(&desk, &[of_an_hour("a")]), []);
    let id = "metered".to_owned();
    let again = Flaw::ToldBefore { record: 0, id };
    assert_eq!(flaws(&desk, &[of_an_hour("b")]), [again]);
    let other_package = UsageRecord {
        relate_pkg_instance: Some("package".to_owned()),
        ..of_an_hour("c")
    };
    let other_amount = UsageRecord {
        usage_value: UsageValue::Text("2".to_owned()),
        ..of_an_hour("d")
    };
    assert_eq!(flaws(&desk, &[other_package, other_amount]), []);
}

#[tokio::test(start_paused = true)]
async fn instances_must_be_known_and_metered() {
    let desk = with_instances();
    let id = "stranger".to_owned();
    let unknown = Flaw::UnknownInstance { record: 1, id };
    let records = [record("a", "metered"), record("b", "stranger")];
    assert_eq!(flaws(&desk, &records), [unknown]);
    let id = "yearly".to_owned();
    let unmetered = Flaw::NotMetered { record: 0, id };
    assert_eq!(flaws(&desk, &[record("c", "yearly")]), [unmetered]);
}

#[tokio::test(start_paused = true)]
async fn use_may_be_told_after_the_release_but_not_begin_there() {
    let desk = with_instances();
    filing(&desk).released("metered");
    assert_eq!(flaws(&desk, &[record("a", "metered")]), []);
    let later = UsageRecord {
        begin_time: date(start() + TimeDelta::seconds(1)),
        end_time: date(start() + TimeDelta::hours(1)),
        ..record("b", "metered")
    };
    let found = flaws(&desk, &[later]);
    assert!(
        matches!(found[..], [Flaw::AfterRelease { .. }]),
        "{found:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_wrong_signature_is_refused_and_nothing_looked_into() {
    let desk = with_instances();
    let answered = desk.answer(&push(&[record("a", "stranger")], SECRET));
    assert_eq!(answered.status, 401);
    let came = desk.take("bought");
    let [Flaw::Signature { cause, .. }] = &came[0].flaws[..] else {
        panic!("{came:?}")
    };
    assert_eq!(
        cause.as_deref(),
        Some("wrong-key"),
        "the SK was taken for the key"
    );
}

#[tokio::test(start_paused = true)]
async fn a_body_that_is_no_push_is_told() {
    let desk = with_instances();
    let answered = desk.answer(&posted(b"[]".to_vec(), "obviously-fake-key"));
    assert_eq!(answered.status, 400);
    assert!(matches!(kept(&desk).flaws[..], [Flaw::Body { .. }]));
}

#[tokio::test(start_paused = true)]
async fn the_old_push_is_signed_with_ak_and_sk_and_has_codes_of_its_own() {
    let desk = with_instances();
    let mut old = record("a", "stranger");
    old.metering_sn = None;
    old.product_id = Some("product".to_owned());
    let mut call = push(&[old], "any");
    call.path = usage::OLD_PATH.to_owned();
    call.headers = vec![
        ("host".to_owned(), "127.0.0.1:1".to_owned()),
        ("x-sdk-date".to_owned(), date(start())),
    ];
    let unsigned = desk.answer(&call);
    assert_eq!(unsigned.status, 401);
    let access = AccessKey::new("obviously-fake-ak");
    let authorization = sign(&access, &SecretKey::new(SECRET), &call).unwrap();
    call.headers
        .push((HEADER.to_owned(), authorization.to_value()));
    let answered = desk.answer(&call);
    assert!(answered.body.contains("MKT.9001"), "{}", answered.body);
    let came = desk.take("any");
    assert_eq!(came[1].wish, Wish::OldUsagePush);
    assert!(matches!(came[1].flaws[..], [Flaw::UnknownInstance { .. }]));
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_jumped_ahead_of_the_sellers_makes_no_call_stale() {
    let credentials = Credentials {
        access: AccessKey::new("obviously-fake-ak"),
        secret: SecretKey::new(SECRET),
    };
    let clock = Clock::starting_at(start());
    let desk = Desk::new(credentials, &Key::new("obviously-fake-key"), clock.clone());
    clock.skip(std::time::Duration::from_hours(24 * 365));
    for at in [start(), clock.now()] {
        desk.answer(&signed("orderId=MOCKONETIMENEW", at, SECRET));
        assert_eq!(kept(&desk).flaws, []);
    }
    filing(&desk).instance("metered", true);
    assert_eq!(flaws(&desk, &[record("a", "metered")]), []);
}
