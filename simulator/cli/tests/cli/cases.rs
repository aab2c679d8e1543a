//! `galleria cases`: the folder, imports, and what publication still lacks.

use std::fs;

use serde_json::Value;

use crate::support::{run, told};

const LINK: &str = "http://isv.example/produceAPI?activity=releaseInstance&instanceId=i-1&orderId=CS1906666666ABCDE&testFlag=1&timeStamp=20200727073711903&authToken=Gzbfjf9LHRBcI3bFVi%2B%2BsLinCNOBF6qa7is1fvjEgYQ%3D";

#[test]
fn a_pasted_link_becomes_a_case_that_is_listed_shown_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let cli = |arguments: &[&str]| told(&run(folder.path(), arguments));
    let (code, _, err) = cli(&["cases", "import", LINK]);
    assert_eq!(code, 0, "{err}");
    let (code, _, err) = cli(&["cases", "import", LINK]);
    assert_eq!(code, 2, "never written over: {err}");
    assert_eq!(cli(&["cases", "import", LINK, "--force"]).0, 0);
    let (code, out, _) = cli(&["cases", "list"]);
    assert_eq!(code, 0);
    assert!(
        out.contains("v1-releaseInstance") && out.contains("cn-v1"),
        "{out}"
    );
    let (_, out, _) = cli(&["cases", "show", "v1-releaseInstance"]);
    assert!(out.contains("instanceId = \"i-1\""), "{out}");
    assert!(
        !out.contains("Gzbfjf9") && !out.contains("timeStamp"),
        "{out}"
    );
    let (code, _, err) = cli(&["cases", "show", "v1-relaseInstance"]);
    assert_eq!(code, 2);
    assert!(err.contains("did you mean `v1-releaseInstance`"), "{err}");
    assert_eq!(cli(&["cases", "remove", "v1-releaseInstance"]).0, 0);
    assert!(cli(&["cases", "list"]).1.contains("no cases"));
}

#[test]
fn a_pasted_curl_command_of_v2_becomes_a_case() {
    let folder = tempfile::tempdir().unwrap();
    let curl = r#"curl -X POST 'https://isv.example/api?signature=aa&timestamp=1680508237508&nonce=n' -H 'Content-Type: application/json' -d '{"activity":"updateInstanceStatus","instanceId":"i-1","status":"FREEZE","testFlag":"1"}'"#;
    let (code, _, err) = told(&run(folder.path(), &["cases", "import", curl]));
    assert_eq!(code, 0, "{err}");
    let path = folder
        .path()
        .join("galleria-cases/v2-updateInstanceStatus-freeze.toml");
    let text = fs::read_to_string(path).unwrap();
    assert!(
        text.contains("profile = \"cn-v2\"") && text.contains("status = \"FREEZE\""),
        "{text}"
    );
    assert!(!text.contains("nonce"), "{text}");
}

#[test]
fn readiness_names_what_is_missing_and_gates() {
    let folder = tempfile::tempdir().unwrap();
    let cli = |arguments: &[&str]| told(&run(folder.path(), arguments));
    assert_eq!(cli(&["cases", "import", LINK]).0, 0);
    let (code, out, _) = cli(&["cases", "readiness"]);
    assert_eq!(code, 0, "a look at every mode is no gate");
    assert!(out.contains("billing package"), "{out}");
    let (code, out, _) = cli(&["cases", "readiness", "--billing", "one-time"]);
    assert_eq!(code, 1);
    assert!(
        out.contains("MISSING   newInstance") && out.contains("saved     releaseInstance"),
        "{out}"
    );
    let purchase = LINK.replace("releaseInstance", "newInstance") + "&chargingMode=3";
    assert_eq!(cli(&["cases", "import", &purchase]).0, 0);
    let (code, out, _) = cli(&["cases", "readiness", "--billing", "one-time", "--json"]);
    assert_eq!(code, 0, "{out}");
    let told: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(told["missing"], 0);
}

#[test]
fn wrong_input_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let cli = |arguments: &[&str]| told(&run(folder.path(), arguments));
    let strange = LINK.replace("releaseInstance", "relaseInstance");
    for (arguments, hint) in [
        (vec!["cases", "import", "hello"], "neither an address"),
        (
            vec!["cases", "import", &strange],
            "did you mean `releaseInstance`",
        ),
        (
            vec!["cases", "import", LINK, "--name", "../x"],
            "no name for a case",
        ),
        (
            vec!["cases", "import", LINK, "--profile", "cn-v9"],
            "there is no profile",
        ),
        (vec!["cases", "remove", "none"], "there is no case `none`"),
        (
            vec!["cases", "readiness", "--billing", "one-tiem"],
            "did you mean `one-time`",
        ),
    ] {
        let (code, out, err) = cli(&arguments);
        assert_eq!(code, 2, "{arguments:?}\n{out}{err}");
        assert!(err.contains(hint), "{arguments:?}\n{err}");
    }
    fs::create_dir(folder.path().join("galleria-cases")).unwrap();
    let broken = folder.path().join("galleria-cases/broken.toml");
    fs::write(
        &broken,
        "profile = \"cn-v1\"\nactivity = \"upgrade\"\nparamters = {}\n",
    )
    .unwrap();
    let (code, _, err) = cli(&["cases", "list"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("broken.toml:3:1") && err.contains("did you mean `parameters`"),
        "{err}"
    );
    assert_eq!(
        cli(&["cases", "remove", "broken"]).0,
        0,
        "a broken case can be removed"
    );
}
