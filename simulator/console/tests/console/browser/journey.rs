//! A way through the console: from a seller that is wrong to one that is ready to be published.

use crate::browser::{at_the_desk, is_on};
use crate::support::{KEY, Running, seller};

#[tokio::test]
async fn a_seller_is_added_debugged_mended_saved_and_checked() {
    if !is_on() {
        return;
    }
    let console = Running::start().await;
    let (wrong, right) = (
        seller(Some("signs-key-and-timestamp")).await,
        seller(None).await,
    );
    at_the_desk(&console, move |person| {
        person.opens("/");
        person.follows("Production addresses");
        person.follows("Add a production address");
        person.types("name", "My shop");
        person.types("url", &wrong);
        person.follows("Save");
        person.reads("Enter the access key");
        person.types("key", KEY);
        person.follows("Save");
        person.reads("kept encrypted");

        person.follows("Test the connection");
        person.reads("a connection stands");
        person.follows("newInstance");
        person.follows("Generate the request command");
        person.reads("curl -i");
        person.follows("Debug");
        for told in ["SIG004", "signed-with-key-and-timestamp", "How to fix", "stops here"] {
            person.reads(told);
        }

        // The seller is mended: another one stands at another address.
        person.follows("My shop");
        person.follows("Change");
        person.types("url", &right);
        person.follows("Save");
        person.follows("newInstance");
        person.types("case-name", "first-purchase");
        person.follows("Debug and save the case");
        person.reads("The case is saved as");
        person.follows("first-purchase");
        person.reads("activity = \"newInstance\"");
        person.follows("Cases");
        person.reads("missing");
        person.follows("Run all cases here");
        person.reads("Every case passes.");

        person.follows("Checks");
        person.follows("Check: My shop");
        person.follows("Begin the check");
        // The page shows the progress and, when the check is over, what came of it.
        let over = "new Promise((done) => { const look = () => document.querySelector('.verdict-line') ? done(true) : setTimeout(look, 50); look(); })";
        if !person.text().contains("every judged rule held") {
            person.browser.loading(|_| ());
        }
        person.value(over);
        person.reads("every judged rule held");

        person.follows("简体中文");
        person.reads("检查：My shop");
        assert!(person.path().starts_with("/checks/"), "the page stays");
    })
    .await;
}

#[tokio::test]
async fn what_the_seller_centre_says_is_looked_up() {
    if !is_on() {
        return;
    }
    let console = Running::start().await;
    at_the_desk(&console, |person| {
        person.opens("/explain");
        person.types(
            "text",
            "调测失败,生产接口响应头缺少Body-Sign,或Body-Sign格式错误.",
        );
        person.follows("Look it up");
        person.reads("What causes it");
        person.types("text", "<img src=x onerror=alert(1)>");
        person.follows("Look it up");
        person.reads("Nothing is known by these words");
        assert_eq!(person.value("document.images.length"), 0);
    })
    .await;
}
