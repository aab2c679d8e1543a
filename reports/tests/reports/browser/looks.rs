//! How the page looks: by what stands where, not by pixels, which differ from one machine's fonts to
//! another's.

use serde_json::json;

use super::measures::{FAINT, WIDE};
use super::{Opened, is_on, open};
use crate::runs;

impl Opened {
    fn scheme(&mut self, scheme: &str) {
        let feature = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        let media = json!({ "features": feature });
        self.browser.call("Emulation.setEmulatedMedia", &media);
    }

    fn width(&mut self, width: u32) {
        let metrics =
            json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        self.browser
            .call("Emulation.setDeviceMetricsOverride", &metrics);
    }

    fn lay_open(&mut self) {
        self.value("document.querySelectorAll('details').forEach((at) => { at.open = true; })");
    }
}

#[test]
fn both_schemes_can_be_read() {
    if !is_on() {
        return;
    }
    for events in [
        runs::passing(),
        runs::failing(),
        runs::lived(),
        runs::hostile(),
    ] {
        let mut page = open(&events);
        page.lay_open();
        let mut papers = Vec::new();
        for scheme in ["light", "dark"] {
            page.scheme(scheme);
            papers.push(page.value("getComputedStyle(document.body).backgroundColor"));
            assert_eq!(page.value(FAINT), json!([]), "{scheme}");
        }
        assert_ne!(papers[0], papers[1]);
        page.was_quiet();
    }
}

#[test]
fn nothing_runs_over_the_edge_of_any_screen() {
    if !is_on() {
        return;
    }
    for (name, events) in runs::all() {
        let mut page = open(&events);
        page.lay_open();
        for width in [360, 800, 1280] {
            page.width(width);
            assert_eq!(page.value(WIDE), json!([]), "{name} at {width}");
        }
    }
}

#[test]
fn the_main_views_are_there() {
    if !is_on() {
        return;
    }
    let mut page = open(&runs::lived());
    page.lay_open();
    for (view, least) in [
        ("h1 .verdict", 1),
        (".figures li", 1),
        ("#filter", 1),
        ("figure.life .state", 4),
        ("figure.life .edge a", 3),
        (".axis span", 3),
        (".call svg.bar", 3),
        (".sides", 3),
        ("mark", 2),
    ] {
        let seen = page.seen(view);
        assert!(seen >= least, "{view}: {seen}");
    }
    // The bars of a scenario step to the right, as in a waterfall.
    let starts = page.value(
        "[...document.querySelectorAll('.call svg.bar')].map((bar) => Math.min(...[...bar.querySelectorAll('rect')].map((part) => part.x.baseVal.value)))",
    );
    let starts: Vec<f64> = starts
        .as_array()
        .unwrap()
        .iter()
        .filter_map(serde_json::Value::as_f64)
        .collect();
    assert!(
        starts.is_sorted() && starts.first() < starts.last(),
        "{starts:?}"
    );
    // Request and answer stand side by side where there is room, else one below the other.
    let lefts = "[...document.querySelector('.sides').children].map((side) => side.getBoundingClientRect().left)";
    let wide = page.value(lefts);
    assert_ne!(wide[0], wide[1]);
    page.width(360);
    let narrow = page.value(lefts);
    assert_eq!(narrow[0], narrow[1]);
}

#[test]
fn the_page_prints() {
    if !is_on() {
        return;
    }
    let mut page = open(&runs::failing());
    let printed = page.browser.call("Page.printToPDF", &json!({}));
    // `%PDF-` in Base64.
    assert!(printed["data"].as_str().unwrap().starts_with("JVBERi"));
    page.scheme("dark");
    let media = json!({ "media": "print" });
    page.browser.call("Emulation.setEmulatedMedia", &media);
    assert_eq!(
        page.value("getComputedStyle(document.body).backgroundColor"),
        "rgb(255, 255, 255)"
    );
    for control in [".filter", ".ways", ".command button"] {
        assert_eq!(page.seen(control), 0, "{control}");
    }
    assert!(page.seen("article.told") >= 1);
}
