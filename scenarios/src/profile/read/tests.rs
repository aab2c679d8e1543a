//! What reading a rule book makes of right files and of wrong ones.

use super::super::{Kind, Need, all, names, open};
use super::*;
use crate::profile::Presence;
use galleria_marketplace::market::Billing;
use galleria_protocol::v1::Activity;

const RIGHT: &str = include_str!("../../../profiles/cn-v1.toml");

/// The mainland's book with one thing written otherwise.
fn with(right: &str, wrong: &str) -> Result<Profile, Located> {
    assert_eq!(RIGHT.matches(right).count(), 1, "{right}");
    read("mine", "mine.toml", &RIGHT.replace(right, wrong))
}

/// What is told of it, with the text at the place that is told.
fn told(right: &str, wrong: &str) -> (String, String) {
    let error = with(right, wrong).unwrap_err();
    let text = RIGHT.replace(right, wrong);
    let line = text.lines().nth(error.line - 1).unwrap_or_default();
    let rest: String = line.chars().skip(error.column - 1).collect();
    assert!(error.to_string().starts_with("mine.toml:"), "{error}");
    (error.message, rest)
}

#[test]
fn every_embedded_book_can_be_read() {
    let read = [
        "cn-v1",
        "cn-v2",
        "eu-v2",
        "intl-v1",
        "intl-v2",
        "licence-code",
        "licence-old",
        "licence-online",
    ];
    assert_eq!(names(), read);
    for book in all().filter(|book| book.family.is_saas()) {
        // The European site sells nothing by use.
        let modes = if book.id == "eu-v2" {
            2
        } else {
            Billing::ALL.len()
        };
        assert_eq!(book.billing.len(), modes, "{}", book.id);
        assert!(book.scenes.contains_key("newInstance"), "{}", book.id);
    }
}

#[test]
fn a_scene_has_the_common_rows_and_its_own_in_place_of_them() {
    let book = read("mine", "mine.toml", RIGHT).unwrap();
    let names = |scene: &str| -> Vec<String> {
        let rows = book.request(scene).iter();
        rows.map(|row| row.name.clone()).collect()
    };
    assert_eq!(
        names("instanceStatus"),
        [
            "activity",
            "authToken",
            "timeStamp",
            "testFlag",
            "instanceId",
            "instanceStatus"
        ]
    );
    let longest = |scene: &str| book.request(scene)[0].max;
    assert_eq!(longest("instanceStatus"), Some(32));
    assert_eq!(longest("newInstance"), Some(20));
}

#[test]
fn a_row_tells_all_that_the_table_does() {
    let book = read("mine", "mine.toml", RIGHT).unwrap();
    let app = book.member("newInstance", "appInfo").unwrap();
    assert_eq!(app.need, Presence::Optional);
    assert!(app.is_demanded() && !app.is_mandatory());
    assert_eq!(app.kind, Some(Kind::Object("AppInfo".to_owned())));
    let password = book
        .members("AppInfo")
        .iter()
        .find(|row| row.name == "password");
    assert!(password.is_some_and(|row| row.encrypted && row.max == Some(128)));
    let scene = &book.scenes["newInstance"];
    assert_eq!(scene.source.to_string(), "v1 §5.1, page of 2025-11-13");
    let retry = scene.retry.as_ref().unwrap();
    assert_eq!(retry.window, Duration::from_hours(3));
    assert_eq!(retry.source, scene.source);
}

#[test]
fn a_scene_that_does_not_exist_is_answered_like_any() {
    let book = read("mine", "mine.toml", RIGHT).unwrap();
    assert_eq!(book.answer("noSuchScene"), book.common_answer);
    assert!(book.request("noSuchScene").is_empty());
}

#[test]
fn needs_follow_the_billing_mode() {
    let book = read("mine", "mine.toml", RIGHT).unwrap();
    let need = |billing| book.need(billing, Activity::QueryInstance);
    assert_eq!(need(Billing::Package), Need::Required);
    assert_eq!(need(Billing::Period), Need::Optional);
    assert_eq!(book.need(Billing::OneTime, Activity::Upgrade), Need::Never);
}

#[test]
fn an_unknown_key_is_told_with_its_line_and_what_was_meant() {
    let (message, rest) = told("pages = \"2025-11-13\"\n", "pges = \"2025-11-13\"\n");
    assert!(message.starts_with("unknown field `pges`"), "{message}");
    assert!(message.ends_with("did you mean `pages`?"), "{message}");
    assert!(rest.starts_with("pges"), "{rest}");
    let (message, rest) = told("max = 1024", "length = 1024");
    assert!(message.starts_with("unknown field `length`"), "{message}");
    assert!(rest.starts_with("length"), "{rest}");
}

#[test]
fn a_missing_source_is_told() {
    let (message, _) = told(
        "negative = [\"refreshInstance\"]\nsource = \"v1 §5.2\"\n",
        "negative = [\"refreshInstance\"]\n",
    );
    assert!(message.contains("missing field `source`"), "{message}");
}

#[test]
fn names_that_do_not_exist_are_told_with_what_was_meant() {
    let cases = [
        (
            "[scene.upgrade]",
            "[scene.upgradeInstance]",
            "there is no scene `upgradeInstance`",
            "upgradeInstance",
        ),
        (
            "negative = [\"refreshInstance\"]",
            "negative = [\"refreshInstnace\"]",
            "did you mean `refreshInstance`?",
            "\"refreshInstnace\"",
        ),
        (
            "type = \"Double(12,4)\"",
            "type = \"Duoble\"",
            "did you mean `Double`?",
            "\"Duoble\"",
        ),
        (
            "type = \"UsageInfo[]\"",
            "type = \"UsageInof[]\"",
            "there is no type `UsageInof[]`",
            "\"UsageInof[]\"",
        ),
        (
            "[forces.TRN011]",
            "[forces.TRN11]",
            "did you mean `TRN011`?",
            "TRN11",
        ),
        (
            "by-analogy = [\"upgrade\",",
            "by-analogy = [\"upgrad\",",
            "did you mean `upgrade`?",
            "\"upgrad\"",
        ),
        (
            "api = \"v1\"",
            "api = \"v7\"",
            "unknown variant `v7`",
            "\"v7\"",
        ),
        (
            "shown = \"plain\"",
            "shown = \"base46\"",
            "did you mean `base64`?",
            "\"base46\"",
        ),
        (
            "form = \"digits\"",
            "form = \"ms\"",
            "a call of v1 is not dated so; write `digits`",
            "\"ms\"",
        ),
        (
            "signed = true",
            "signd = true",
            "did you mean `signed`?",
            "signd",
        ),
    ];
    for (right, wrong, message, at) in cases {
        let (told_of, rest) = told(right, wrong);
        assert!(told_of.contains(message), "{told_of}");
        assert!(rest.starts_with(at), "{wrong}: {rest}");
    }
}

#[test]
fn values_that_mean_nothing_are_told_with_the_right_form() {
    let cases = [
        (
            "time = \"20s\"",
            "time = \"soon\"",
            "write it as 500ms, 20s",
        ),
        ("time = \"20s\"", "time = \"0s\"", "write it as 500ms, 20s"),
        (
            "page = \"2024-04-29\"",
            "page = \"2024-13-29\"",
            "write it as 2025-11-13",
        ),
        ("code = \"000107\"", "code = \"00107\"", "it has six digits"),
        (
            "code = \"000107\"",
            "code = \"000106\"",
            "the table has `000106` already",
        ),
        (
            "{ name = \"memo\",",
            "{ name = \"adminUrl\",",
            "the table has `adminUrl` already",
        ),
    ];
    for (right, wrong, message) in cases {
        let (told_of, rest) = told(right, wrong);
        assert!(told_of.contains(message), "{wrong}: {told_of}");
        assert!(rest.starts_with('"'), "{wrong}: {rest}");
    }
}

#[test]
fn a_file_of_ones_own_is_named_by_its_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let given = path.to_str().unwrap();
    let missing = open(given).unwrap_err().to_string();
    assert!(missing.contains("cannot be read"), "{missing}");
    std::fs::write(&path, RIGHT).unwrap();
    assert_eq!(open(given).unwrap().id, "mine");
    std::fs::write(&path, "title = 1").unwrap();
    let wrong = open(given).unwrap_err().to_string();
    assert!(wrong.starts_with(&format!("{given}:1:9: ")), "{wrong}");
}

#[test]
fn a_name_that_is_none_gets_a_suggestion() {
    let error = open("cn-1").unwrap_err().to_string();
    assert!(error.contains("did you mean `cn-v1`?"), "{error}");
    assert!(error.contains("./mine.toml"), "{error}");
}

#[test]
fn a_book_of_v2_has_no_amounts_and_lists_the_reasons_of_renewals() {
    let reasons = |id: &str| {
        let book = open(id).unwrap();
        assert_eq!(
            (book.amounts.is_none(), book.answers.signed),
            (true, false),
            "{id}"
        );
        assert_eq!(book.timestamp.fresh, Some(Duration::from_mins(1)), "{id}");
        let mut rows = book.request("refreshInstance").iter();
        let scene = rows.find(|row| row.name == "scene").unwrap();
        scene.values.len()
    };
    assert_eq!(["cn-v2", "intl-v2", "eu-v2"].map(reasons), [4, 3, 3]);
}

#[test]
fn an_expiry_is_needed_where_its_freeze_is() {
    let need = |id: &str, billing| open(id).unwrap().need(billing, Activity::ExpireInstance);
    assert_eq!(need("cn-v2", Billing::Period), Need::Required);
    assert_eq!(need("cn-v2", Billing::OnDemand), Need::Optional);
    assert_eq!(need("eu-v2", Billing::OneTime), Need::Never);
}
