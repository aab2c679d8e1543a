//! What stands in the templates is there in Chinese.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use galleria_reports::lang::Lang;

/// The texts of templates that are said: `"TEXT"|say`, also with something filled in between.
fn said(folder: &Path, texts: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            said(&path, texts);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for expression in text.split("{{ ").skip(1) {
            let expression = expression.split(" }}").next().unwrap();
            let Some(literal) = expression
                .strip_prefix('"')
                .filter(|_| expression.ends_with("|say"))
            else {
                continue;
            };
            let literal = literal.split('"').next().unwrap();
            texts.insert(literal.replace("{}", "7"));
        }
    }
}

#[test]
fn every_text_of_the_templates_is_there_in_chinese() {
    let mut texts = BTreeSet::new();
    said(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"),
        &mut texts,
    );
    assert!(texts.len() > 20, "{texts:?}");
    let catalogue = Lang::Zh.catalogue().unwrap();
    let missing: Vec<&String> = texts.iter().filter(|text| !catalogue.knows(text)).collect();
    assert!(
        missing.is_empty(),
        "{} are missing: {missing:#?}",
        missing.len()
    );
}
