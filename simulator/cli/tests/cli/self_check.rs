//! `galleria self-check` as a user runs it.

use crate::support::{run, told};

#[test]
fn every_kind_of_seller_is_proved_by_what_it_differs_in() {
    let folder = tempfile::tempdir().unwrap();
    let peers = [
        "kit-not-routed",
        "licence-fixed",
        "online-never-uploads",
        "code-cut-off",
        "code-in-batch",
        "login-session-fixed",
        "agent-none-accepted",
    ];
    let mut arguments = vec!["self-check"];
    arguments.extend(peers.iter().flat_map(|peer| ["--peer", peer]));
    let (code, out, err) = told(&run(folder.path(), &arguments));
    assert_eq!(code, 0, "{out}{err}");
    let rows = [
        ("kit-not-routed ", "KIT002"),
        ("licence-fixed (licence-old)", "LIC003"),
        ("online-never-uploads (licence-online)", "LIC008"),
        ("code-cut-off (licence-code)", "LIC017"),
        ("code-in-batch (licence-code)", "nothing fails"),
        ("login-session-fixed (login-test)", "SSO"),
        ("agent-none-accepted (gateway-test)", "GTW005"),
    ];
    for (name, found) in rows {
        let row = out.lines().find(|line| line.contains(name));
        let row = row.unwrap_or_else(|| panic!("{name} is not there\n{out}"));
        assert!(row.starts_with("holds ") && row.contains(found), "{row}");
    }
    assert!(out.contains("7 of 7 proofs hold"), "{out}");
}
