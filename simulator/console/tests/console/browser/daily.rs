//! What is done every day: a delivery that failed is made again, and the saved cases are run as the dial test
//! runs them.

use tokio::runtime::Handle;

use crate::browser::{Person, at_the_desk, is_on};
use crate::market::{comes_up, nobody_s_place};
use crate::support::{KEY, Running, seller};

/// Clicks on the first link whose text begins so.
fn follows_one(person: &mut Person, beginning: &str) {
    let find = format!(
        "[...document.querySelectorAll('main a')].map((at) => at.textContent.trim()).find((text) => text.startsWith('{beginning}'))"
    );
    let text = person.value(&find);
    person.follows(text.as_str().unwrap());
}

#[tokio::test]
async fn a_message_is_read_and_delivered_again_when_the_seller_is_mended() {
    if !is_on() {
        return;
    }
    let console = Running::start().await;
    let place = nobody_s_place().await;
    let at = console
        .add("Late shop", &format!("http://{place}/produceAPI"))
        .await;
    let runtime = Handle::current();
    at_the_desk(&console, move |person| {
        person.opens(&at);
        person.follows("Place orders here");
        person.follows("Place the order");
        person.reads("none told yet");
        person.follows("Failed deliveries");
        person.follows("not delivered");
        follows_one(person, "newInstance");
        let why = "Connection refused";
        person.reads(why);

        // Again while the seller is still away: one more call, and the message stays.
        person.follows("Deliver again");
        assert_eq!(person.text().matches(why).count(), 2);
        person.reads("not delivered");

        runtime.block_on(comes_up(place));
        person.follows("Deliver again");
        person.reads("accepted");
        assert!(!person.text().contains("not delivered"));
        person.follows("Failed deliveries");
        person.follows("not delivered");
        person.reads("There is none.");
        person.follows("简体中文");
        person.follows("全部");
        person.reads("已交付");
    })
    .await;
}

/// Fills the debug step's form of a scene and saves the case; the scenes of an instance are of any.
fn saves(person: &mut Person, scene: &str) {
    person.follows(scene);
    let fill = "{ const id = document.getElementById('value.instanceId'); \
         if (id) { id.value = 'obviously-fake'; document.getElementsByName('sent.instanceId')[0].checked = true; } }";
    person.value(fill);
    person.types("case-name", &format!("my-{scene}"));
    person.follows("Debug and save the case");
    person.reads("The case is saved as");
    person.follows("Cases");
}

#[tokio::test]
async fn the_cases_that_publication_demands_are_saved_and_run_as_the_dial_test_does() {
    if !is_on() {
        return;
    }
    let console = Running::start().await;
    let (right, wrong) = (
        seller(None).await,
        seller(Some("signs-key-and-timestamp")).await,
    );
    let at = console.add("My shop", &right).await;
    at_the_desk(&console, move |person| {
        person.opens("/cases");
        person.reads("Missing of what publication demands: 4");
        let scenes = [
            "newInstance",
            "refreshInstance",
            "expireInstance",
            "releaseInstance",
        ];
        for scene in scenes {
            saves(person, scene);
        }
        person.reads("Every case that publication demands is saved.");
        person.follows("Run all cases here");
        person.reads("Every case passes.");

        // A new release of the seller signs wrongly: the next dial test finds it out.
        person.opens(&format!("{at}/edit"));
        person.types("url", &wrong);
        person.types("key", KEY);
        person.follows("Save");
        person.follows("Cases");
        person.follows("Run all cases here");
        person.reads("Cases that fail, and the dial test would too: 4");
        person.follows("SIG004");
        person.reads("SIG004");

        // After five days of that nobody could buy it any more.
        person.follows("Cases");
        // The page that follows it loads itself again at its end; so it is begun and read from another one.
        let begin = "fetch([...document.forms].find((form) => form.action.endsWith('/dial-test')).action, \
             { method: 'POST', body: new URLSearchParams({ days: '7' }) }).then((page) => page.text()) \
             .then(() => fetch('/dial-tests/1/live')).then((events) => events.text())";
        person.reads("Begin the dial test over days");
        person.value(begin);
        person.opens("/dial-tests/1");
        person.reads("frozen and hidden");
        person.reads("on day 5 trading would be frozen and the product hidden");
        person.reads("Alerts that the platform would send: 14");
        person.follows("Dial tests over days");
        person.reads("My shop");
    })
    .await;
}
