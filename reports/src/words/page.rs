//! The pages of the book.

use galleria_scenarios::event::RunStarted;

use crate::report::RuleReport;

/// The address of a folder as reports may link it, ending with a slash; none where it is no such
/// address, or holds what some format takes for mark-up.
pub fn book_address(text: &str) -> Option<String> {
    let mut schemes = ["http://", "https://"].into_iter();
    let rest = schemes.find_map(|scheme| text.strip_prefix(scheme))?;
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~:/%+@".contains(letter);
    let fits = !rest.trim_matches('/').is_empty() && rest.chars().all(plain);
    fits.then(|| format!("{}/", text.trim_end_matches('/')))
}

/// The address of a rule's page in the book that the user has published. A rule that this galleria does
/// not know has none.
pub(crate) fn rule_page(rule: &RuleReport, run: Option<&RunStarted>) -> Option<String> {
    let book = book_address(run?.book_url.as_ref()?)?;
    Some(format!("{book}rules/{}.html", rule.about?.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_of_a_folder_and_holds_no_mark_up() {
        for given in [
            "https://example.com/galleria",
            "https://example.com/galleria//",
        ] {
            let read = book_address(given);
            assert_eq!(read.as_deref(), Some("https://example.com/galleria/"));
        }
        for wrong in [
            "",
            "https://",
            "https:///",
            "example.com",
            "javascript:alert(1)",
            "https://example.com/?a=b",
            "https://example.com/a)b",
            "https://example.com/a b",
            "https://example.com/\u{202e}",
        ] {
            assert_eq!(book_address(wrong), None, "{wrong}");
        }
    }
}
