//! Who asks for a page, and in which language they are answered.

use std::convert::Infallible;

use askama::Template;
use axum::extract::{Form, FromRequestParts};
use axum::http::header::{ACCEPT_LANGUAGE, REFERER, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{AppendHeaders, Html, IntoResponse as _, Redirect, Response};
use cookie::{Cookie, SameSite};
use galleria_reports::lang::Lang;
use serde::Deserialize;

use super::failure::Failure;
use super::frame::Frame;
use crate::guard::{cookie, has_session};

const CHOICE: &str = "galleria-language";

/// Who asks for a page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader {
    /// The language in which they are answered: the one that was chosen, or the browser's.
    pub(crate) lang: Lang,
    /// Whether their browser holds a session, which they may end.
    pub(crate) has_session: bool,
}

impl Reader {
    /// What a request says of it.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let chosen = cookie(headers, CHOICE).and_then(|name| Lang::from_name(&name));
        let asked = || {
            let header = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
            Some(preferred(header))
        };
        Self {
            lang: chosen.or_else(asked).unwrap_or_default(),
            has_session: has_session(headers),
        }
    }

    /// A page, drawn in this language.
    pub(crate) fn page<T: Template>(
        self,
        make: impl FnOnce(Frame) -> T,
    ) -> Result<Response, Failure> {
        let drawn = self.lang.speaking(|| make(Frame(self)).render());
        let page = drawn.map_err(|_| {
            Failure::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "The page could not be drawn.",
            )
            .said(self)
        })?;
        Ok(Html(page).into_response())
    }

    /// A page with a form, which has another status where something was wrong with what was entered.
    pub(crate) fn form<T: Template>(
        self,
        is_wrong: bool,
        make: impl FnOnce(Frame) -> T,
    ) -> Result<Response, Failure> {
        let status = if is_wrong {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::OK
        };
        Ok((status, self.page(make)?).into_response())
    }
}

/// The first language of the header that galleria speaks; browsers list them by preference.
fn preferred(header: &str) -> Lang {
    let mut named = header
        .split(',')
        .map(|entry| entry.split(';').next().unwrap_or_default().trim());
    let ours = |tag: &str| {
        let lang = Lang::of_locale(tag);
        (lang != Lang::En || tag.starts_with("en")).then_some(lang)
    };
    named.find_map(ours).unwrap_or_default()
}

impl<S: Sync> FromRequestParts<S> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}

#[derive(Deserialize)]
pub(super) struct Choice {
    lang: String,
}

/// Keeps the language that somebody chose, and leads back to the page where it was chosen.
pub(super) async fn choose(headers: HeaderMap, Form(choice): Form<Choice>) -> Response {
    let lang = Lang::from_name(&choice.lang).unwrap_or_default();
    let kept = Cookie::build((CHOICE, lang.name()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .max_age(cookie::time::Duration::days(365))
        .build();
    let back = headers.get(REFERER).and_then(|from| from.to_str().ok());
    let back = back.and_then(|from| from.parse::<Uri>().ok());
    // The path alone: no header may lead to another site, and `//name` would be one.
    let path = back.and_then(|from| from.path_and_query().map(|path| path.as_str().to_owned()));
    let path = path.filter(|path| path.starts_with('/') && !path.starts_with("//"));
    let set = AppendHeaders([(SET_COOKIE, kept.to_string())]);
    (set, Redirect::to(path.as_deref().unwrap_or("/"))).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_is_answered_in_the_first_language_that_is_spoken() {
        for (header, lang) in [
            ("zh-CN,zh;q=0.9,en;q=0.8", Lang::Zh),
            ("en-GB,zh;q=0.5", Lang::En),
            ("de-DE,zh;q=0.5", Lang::Zh),
            ("de", Lang::En),
            ("", Lang::En),
        ] {
            assert_eq!(preferred(header), lang, "{header}");
        }
    }
}
