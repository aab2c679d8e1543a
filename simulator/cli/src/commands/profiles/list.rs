//! The list of rule books.

use std::fmt::Write as _;

use galleria_scenarios::profile::{self, PRODUCT_KINDS, Profile, in_words};
use galleria_scenarios::verdict::ExitCode;
use serde_json::{Value, json};

use crate::args::ListFormat;
use crate::error::CliError;
use crate::output::Terminal;

pub(super) fn list(format: ListFormat, terminal: Terminal) -> Result<ExitCode, CliError> {
    let text = match format {
        ListFormat::Json => format!(
            "{:#}\n",
            profile::all().map(|book| as_json(&book)).collect::<Value>()
        ),
        ListFormat::Text => {
            let books: String = profile::all().map(|book| line(&book)).collect();
            format!("{books}\n{}", kinds())
        }
    };
    terminal.print_said(&text)?;
    Ok(ExitCode::Held)
}

fn as_json(book: &Profile) -> Value {
    json!({
        "id": book.id,
        "title": book.title,
        "api": book.api.name(),
        "site": book.site,
        "about": book.about,
        "pages": book.pages,
        "answer_limit_s": book.limits.answer.as_secs(),
        "billing": book.billing.keys().map(|mode| mode.name()).collect::<Vec<_>>(),
    })
}

fn line(book: &Profile) -> String {
    let (id, title, pages) = (&book.id, &book.title, &book.pages);
    let modes: Vec<&str> = book.billing.keys().map(|mode| mode.name()).collect();
    let mut text = format!("{id}  {title}\n");
    let _ = writeln!(text, "  {}", book.about);
    let _ = writeln!(
        text,
        "  pages up to {pages}; a call may take {}; billing {}",
        in_words(book.limits.answer),
        modes.join(", ")
    );
    text
}

/// Which interface each kind of product needs.
fn kinds() -> String {
    let mut text = String::from("What each kind of product needs of its seller:\n");
    for kind in PRODUCT_KINDS {
        let _ = writeln!(text, "  {}\n    {}", kind.name, kind.needs);
        if !kind.books.is_empty() {
            let _ = writeln!(text, "    judged by {}", kind.books.join(", "));
        }
        if !kind.notified {
            text.push_str("    no notice of orders (orderNotify)\n");
        }
    }
    text.push_str(
        "The seller of any other kind may have an address for the notice of orders; \
         `galleria check --profile cn-v2 --url ADDRESS --with order-notify --scenario 'order-notice*'` \
         checks it, and `galleria debug orderNotify --profile cn-v2 --url ADDRESS` calls it once.\n",
    );
    text
}
