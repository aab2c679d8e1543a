//! The exit codes.

use std::fmt::Write as _;

use galleria_scenarios::verdict::ExitCode;

pub(super) fn all() -> String {
    let mut text = String::new();
    for code in ExitCode::ALL {
        let _ = writeln!(text, "{:>3}  {}", code.number(), code.meaning());
    }
    text
}
