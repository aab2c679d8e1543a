//! Makes the calls: first all that ought to be served, then all that ought not, since a backend may shut out whoever
//! comes with wrong tokens.

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use galleria_marketplace::delivery::{Ended, Outgoing};
use galleria_protocol::gateway::token::{Algorithm, Recipe};
use galleria_protocol::gateway::usage::Metered;
use galleria_protocol::gateway::{CUSTOMER_ID, CUSTOMER_NAME, REQUEST_ID};
use galleria_protocol::sdk_hmac::{AccessKey, SecretKey};
use http::Method;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;

use super::answer::Answer;
use super::case::Case;
use super::settings::{Auth, GatewaySettings, GatewayTrouble, TokenForm};

/// So many calls without an answer in time, and the rest is left out.
const MOST_TIMEOUTS: usize = 3;

/// A call, and what came of it.
#[derive(Clone, Debug)]
pub struct Call {
    /// What it is like.
    pub case: Case,
    /// What came.
    pub answer: Answer,
}

/// Everything that was called.
#[derive(Clone, Debug)]
pub struct Called {
    /// Whether the gateway showed by tokens who it is.
    pub by_token: bool,
    /// By what is billed.
    pub metered: Metered,
    /// Whether a stream was asked for.
    pub stream: bool,
    /// The customers: id and name.
    pub customers: Vec<(String, String)>,
    /// The calls in order.
    pub calls: Vec<Call>,
}

impl Called {
    /// The calls of a kind, each with its step.
    pub(super) fn of(&self, wanted: impl Fn(Case) -> bool) -> impl Iterator<Item = (u32, &Call)> {
        (1..)
            .zip(&self.calls)
            .filter(move |(_, call)| wanted(call.case))
    }

    /// The calls as the gateway makes them.
    pub(super) fn right(&self) -> impl Iterator<Item = (u32, &Call)> {
        self.of(|case| matches!(case, Case::Right(_)))
    }

    /// The answer to the first right call, where it was served.
    pub(super) fn control(&self) -> Option<&Answer> {
        let first = self.calls.first().map(|call| &call.answer);
        first.filter(|answer| answer.is_served())
    }
}

struct Walk {
    settings: GatewaySettings,
    form: TokenForm,
    unknown: AccessKey,
    other: SecretKey,
    called: Called,
}

/// Calls the backend in every way.
pub async fn walk(mut settings: GatewaySettings) -> Result<Called, GatewayTrouble> {
    let mint = &mut settings.mint;
    let customers = (0..settings.customers.max(1))
        .map(|_| (mint.customer_id(), format!("customer-{}", mint.hex(12))))
        .collect();
    let (unknown, other) = (AccessKey::new(mint.hex(20)), SecretKey::new(mint.hex(40)));
    let form = match settings.auth {
        Auth::Token { form, .. } => form.unwrap_or(TokenForm::Bearer),
        Auth::Own(_) => TokenForm::Plain,
    };
    let called = Called {
        by_token: matches!(settings.auth, Auth::Token { .. }),
        metered: settings.metered,
        stream: settings.stream,
        customers,
        calls: Vec::new(),
    };
    let mut walk = Walk {
        settings,
        form,
        unknown,
        other,
        called,
    };
    walk.first().await?;
    if walk.called.control().is_some() {
        for case in walk.cases() {
            if !walk.is_worth_it() {
                break;
            }
            walk.call(case).await;
        }
    }
    Ok(walk.called)
}

impl Walk {
    /// The first call; where the pages do not tell how a token stands in its header, either way may be right.
    async fn first(&mut self) -> Result<(), GatewayTrouble> {
        self.call(Case::Right(0)).await;
        let first = &self.called.calls[0].answer;
        if first.ended.is_unreachable() {
            let detail = first.detail.clone();
            let detail = detail.unwrap_or_else(|| "no connection".to_owned());
            return Err(GatewayTrouble::Unreachable(detail));
        }
        let is_open = matches!(self.settings.auth, Auth::Token { form: None, .. });
        if is_open && first.status != 0 && !first.is_served() {
            let refused = self.called.calls.remove(0);
            self.form = self.form.other();
            self.call(Case::Right(0)).await;
            if !self.called.calls[0].answer.is_served() {
                self.called.calls = vec![refused];
            }
        }
        Ok(())
    }

    /// Every call behind the first.
    fn cases(&self) -> Vec<Case> {
        let by_token = self.called.by_token;
        let tokens = |all: &[Case]| if by_token { all.to_vec() } else { Vec::new() };
        let mut all: Vec<Case> = (1..self.called.customers.len()).map(Case::Right).collect();
        all.extend(tokens(&Case::LAWFUL_TOKENS));
        all.extend(Case::NAMES);
        all.extend(Case::STRANGERS);
        all.extend(tokens(&Case::WRONG_TOKENS));
        all
    }

    /// Whether a further call may be answered in time.
    fn is_worth_it(&self) -> bool {
        let calls = self.called.calls.iter();
        let late = calls.filter(|call| call.answer.ended == Ended::TimedOut);
        late.count() < MOST_TIMEOUTS
    }

    async fn call(&mut self, case: Case) {
        let outgoing = self.outgoing(case);
        let delivered = self.settings.backend.deliver(&outgoing, false).await;
        let answer = Answer::of(delivered, self.settings.stream);
        self.called.calls.push(Call { case, answer });
    }

    fn outgoing(&mut self, case: Case) -> Outgoing {
        let number = match case {
            Case::Right(number) => number,
            _ => 0,
        };
        let (id, name) = &self.called.customers[number];
        let name = match case {
            Case::NameEncoded => utf8_percent_encode(CHINESE, NON_ALPHANUMERIC).to_string(),
            Case::NameInUtf8 => CHINESE.to_owned(),
            _ => name.clone(),
        };
        let mut headers = vec![
            (REQUEST_ID, self.settings.mint.business_id()),
            (CUSTOMER_ID, id.clone()),
            (CUSTOMER_NAME, name),
        ];
        headers.extend(self.credentials(case));
        let GatewaySettings {
            post, target, body, ..
        } = &self.settings;
        Outgoing {
            method: if *post { Method::POST } else { Method::GET },
            target: target.clone(),
            headers: if body.is_empty() { ACCEPT } else { JSON },
            signed: headers,
            body: Bytes::from(body.clone()),
        }
    }

    /// The headers that show who calls.
    fn credentials(&self, case: Case) -> Vec<(&'static str, String)> {
        match &self.settings.auth {
            _ if case == Case::Bare => Vec::new(),
            Auth::Own(kept) => {
                let other = self.other.expose();
                let of = |value: &str| match case {
                    Case::Forged => other.to_owned(),
                    _ => value.to_owned(),
                };
                let kept = kept.iter();
                kept.map(|(name, key)| (*name, of(key.expose()))).collect()
            }
            Auth::Token {
                access,
                secret,
                header,
                ..
            } => {
                let token = self.token(case, access, secret);
                let value = match self.form {
                    TokenForm::Bearer => format!("Bearer {token}"),
                    TokenForm::Plain => token,
                };
                vec![(*header, value)]
            }
        }
    }

    /// The moment of a call's token. No two calls have the same, so that no two tokens are alike.
    fn moment(&self, case: Case) -> DateTime<Utc> {
        let number = i64::try_from(self.called.calls.len()).unwrap_or_default();
        let now = self.settings.clock.now() - TimeDelta::milliseconds(200 - number);
        match case {
            Case::Older => now - TimeDelta::minutes(3),
            Case::Expired => now - TimeDelta::hours(1),
            Case::Future => now + TimeDelta::hours(1),
            _ => now,
        }
    }

    fn token(&self, case: Case, access: &AccessKey, secret: &SecretKey) -> String {
        let at = self.moment(case);
        let mut recipe = Recipe::new(access.clone(), at);
        let empty = SecretKey::new("");
        let mut signed_with = secret;
        match case {
            Case::FurtherMember => {
                recipe
                    .further
                    .insert("iss".to_owned(), json!("marketplace"));
            }
            Case::Untyped => recipe.typed = false,
            Case::Forged => signed_with = &self.other,
            Case::NotSigned => recipe.algorithm = Algorithm::None,
            Case::OtherAlgorithm => recipe.algorithm = Algorithm::Hs512,
            Case::UnknownKey | Case::UnknownKeyEmpty | Case::UnknownKeySigned => {
                recipe.access = self.unknown.clone();
                match case {
                    Case::UnknownKey => signed_with = &self.other,
                    Case::UnknownKeyEmpty => signed_with = &empty,
                    _ => {}
                }
            }
            Case::NoToken => return "no token at all".to_owned(),
            _ => {}
        }
        let token = recipe.sign(signed_with);
        match case {
            Case::Changed => changed(&token, recipe, signed_with),
            Case::OnePart => token.split('.').next().unwrap_or_default().to_owned(),
            _ => token,
        }
    }
}

/// The token with another payload under the signature that it had.
fn changed(token: &str, mut recipe: Recipe, secret: &SecretKey) -> String {
    recipe.at += TimeDelta::milliseconds(1);
    let other = recipe.sign(secret);
    let part = |token: &str, from: usize| token.split('.').nth(from).unwrap_or_default().to_owned();
    format!("{}.{}.{}", part(&other, 0), part(&other, 1), part(token, 2))
}

/// A name as mainland accounts have it.
const CHINESE: &str = "示例客户";

const ACCEPT: &[(&str, &str)] = &[("Accept", "application/json, text/event-stream")];
const JSON: &[(&str, &str)] = &[
    ("Accept", "application/json, text/event-stream"),
    ("Content-Type", "application/json"),
];
