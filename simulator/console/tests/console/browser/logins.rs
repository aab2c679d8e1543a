//! An account of a customer logs in through the market.

use tokio::runtime::Handle;

use crate::browser::{Person, at_the_desk, is_on};
use crate::logins::{self, with_login};
use crate::support::Running;

/// Where the link leads that logs an account of a role in.
fn entry(person: &mut Person, role: &str) -> String {
    let find = format!(
        "[...document.querySelectorAll('main a')].find((at) => at.textContent.trim() === 'Log in as {role}').href"
    );
    person.value(&find).as_str().unwrap().to_owned()
}

fn origin(url: &str) -> String {
    reqwest::Url::parse(url)
        .unwrap()
        .origin()
        .ascii_serialization()
}

#[tokio::test]
async fn somebody_sells_binds_grants_logs_in_and_sees_what_was_asked() {
    if !is_on() {
        return;
    }
    let console = Running::start().await;
    let (at, login) = with_login(&console, "cn-v2").await;
    let runtime = Handle::current();
    at_the_desk(&console, move |person| {
        person.opens(&at);
        person.follows("Place orders here");
        person.follows("Place the order");
        person.reads("The enterprise of customer-1");
        person.reads("Nobody has asked yet.");
        person.follows("Bind the application to the enterprise");
        person.reads("Identity centre");
        person.follows("Grant it to the accounts");
        person.reads("authSync");

        // Somebody else logs in, and the open page tells what was asked.
        let user = entry(person, "user");
        let of_user = user.clone();
        let visit = async move { logins::Browser::new().reads(&of_user).await };
        let (status, text) = runtime.block_on(visit);
        assert!(status == 200 && text.contains("Welcome"), "{text}");
        person.sees("userinfo");

        // The way of the browser: the centre, the seller, the page behind the login; then out again.
        person.others = vec![origin(&user), origin(&login)];
        let admin = entry(person, "admin");
        person.browser.open(&admin);
        person.reads("Welcome, admin-");
        person.browser.open(&login.replace("/login", "/logout"));
        person.reads("Log in as");
        person.opens(&format!("{at}/market"));
        person.reads("logout");
        person.follows("release");
        person.reads("cannot log in");
        person.follows("简体中文");
        person.reads("不能登录");
    })
    .await;
}
