//! From the text of a file to a scenario, with errors that name the line and what was meant.

use std::ops::{Range, RangeInclusive};

use galleria_marketplace::delivery::Cut;
use galleria_marketplace::market::{Billing, Subject};
use galleria_marketplace::tamper::{self, Tampering};
use galleria_protocol::{Activity, Api, Family};
use toml::Spanned;

pub(crate) use self::describe::describe;
use super::error::ScenarioError;
use super::file::{ScenarioFile, StepFile};
use super::step::{Call, Scenario, Step, VERBS, Verb};
use crate::event::ScenarioPlace;
use crate::profile::parse_duration;
use crate::suggest;

/// Reads a scenario. `id` is its name, `file` what errors call it.
pub fn read(id: &str, file: &str, text: &str) -> Result<Scenario, ScenarioError> {
    let mut reader = Reader {
        file,
        text,
        api: Vec::new(),
    };
    let raw: ScenarioFile = toml::from_str(text).map_err(|error| reader.syntax(&error))?;
    if raw.steps.get_ref().is_empty() {
        return Err(reader.error(&raw.steps.span(), "a scenario needs at least one [[step]]"));
    }
    for version in &raw.api {
        let known = Api::ALL.map(Api::name);
        let api = reader.choice("version of the interface", version, &known, Api::from_name)?;
        reader.api.push(api);
    }
    let mut billing = Vec::new();
    for mode in &raw.billing {
        let known = Billing::ALL.map(Billing::name);
        billing.push(reader.choice("billing mode", mode, &known, Billing::from_name)?);
    }
    let mut family = Vec::new();
    for named in &raw.family {
        let known = Family::ALL.map(Family::name);
        family.push(reader.choice("family of products", named, &known, Family::from_name)?);
    }
    let mut steps: Vec<Step> = Vec::new();
    let mut names: Vec<Option<String>> = Vec::new();
    let mut lines = Vec::new();
    for step in raw.steps.into_inner() {
        let span = step.span();
        lines.push(text[..span.start].matches('\n').count() + 1);
        let step = step.into_inner();
        let name = step.name.as_ref().map(|name| name.get_ref().clone());
        steps.push(reader.step(&span, &step, &steps, &names)?);
        names.push(name);
    }
    let (title, about) = (raw.title, raw.about.trim().to_owned());
    Ok(Scenario {
        id: id.to_owned(),
        title,
        about,
        api: reader.api,
        billing,
        family,
        steps,
        place: Some(ScenarioPlace {
            file: file.to_owned(),
            lines,
        }),
    })
}

/// How many calls a burst may make.
const BURST: RangeInclusive<u32> = 2..=64;
/// How many orders one step may make.
const ORDERS: RangeInclusive<u32> = 1..=1000;

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    /// The versions of the interface that the scenario is for.
    api: Vec<Api>,
}

impl Reader<'_> {
    fn error(&self, span: &Range<usize>, message: impl Into<String>) -> ScenarioError {
        ScenarioError::at(self.file, self.text, span.start, message)
    }

    fn syntax(&self, error: &toml::de::Error) -> ScenarioError {
        ScenarioError::syntax(self.file, self.text, error)
    }

    /// The thing that `given` names, or an error with the nearest name.
    fn choice<T>(
        &self,
        what: &str,
        given: &Spanned<String>,
        known: &[&str],
        find: impl Fn(&str) -> Option<T>,
    ) -> Result<T, ScenarioError> {
        let name = given.get_ref();
        find(name).ok_or_else(|| {
            let hint = suggest::hint(name, known.iter().copied());
            let list = known.join(", ");
            self.error(
                &given.span(),
                format!("there is no {what} `{name}`{hint} (known: {list})"),
            )
        })
    }

    fn step(
        &self,
        span: &Range<usize>,
        step: &StepFile,
        before: &[Step],
        names: &[Option<String>],
    ) -> Result<Step, ScenarioError> {
        let known: Vec<&str> = VERBS.iter().map(|(name, _)| *name).collect();
        let known_verb = |name: &str| known.iter().copied().find(|verb| *verb == name);
        let name = self.choice("verb", &step.verb, &known, known_verb)?;
        self.refuse_strangers(name, step)?;
        let note = step.note.clone();
        let verb = match name {
            "send" => Verb::Send(self.call(span, name, step)?),
            "lose-answer" => Verb::LoseAnswer(self.call(span, name, step)?),
            "tamper" if step.step.is_some() => self.twin(span, step, before, names)?,
            "tamper" => Verb::Tamper {
                how: self.how(span, step)?,
                call: self.call(span, name, step)?,
            },
            "resend" => Verb::Resend {
                step: self.earlier(span, step, before, names)?,
            },
            "replay" => Verb::Replay {
                step: self.earlier(span, step, before, names)?,
            },
            "await" => Verb::Await {
                step: self.earlier(span, step, before, names)?,
            },
            "cut" => Verb::Cut {
                at: self.cut(span, step)?,
                call: self.call(span, name, step)?,
            },
            "burst" if step.step.is_some() => Verb::BurstAgain {
                step: self.earlier(span, step, before, names)?,
                times: self.times(span, step, BURST)?,
            },
            "burst" => Verb::Burst {
                times: self.times(span, step, BURST)?,
                call: self.call(span, name, step)?,
            },
            "crash" => Verb::Crash {
                at: self.death(span, step)?,
                call: self.call(span, name, step)?,
            },
            "kit" => Verb::Kit(self.kit(span, step, before, names)?),
            "restart" => Verb::Restart,
            "outage" => Verb::Outage(self.outage(span, step)?),
            "orders" => self.orders(span, name, step)?,
            "delay" => Verb::Delay(self.time(span, name, step)?),
            _ => Verb::Advance(self.time(span, name, step)?),
        };
        let note = note.unwrap_or_else(|| describe(&self.api, &verb));
        Ok(Step { verb, note })
    }

    fn call(
        &self,
        span: &Range<usize>,
        verb: &str,
        step: &StepFile,
    ) -> Result<Call, ScenarioError> {
        let Some(activity) = &step.activity else {
            return Err(self.error(span, format!("the verb `{verb}` needs an `activity`")));
        };
        let known = Activity::ALL.map(Activity::name);
        let activity = self.choice("activity", activity, &known, Activity::from_name)?;
        let text = |value: &Option<Spanned<String>>, default: &str| {
            value
                .as_ref()
                .map_or_else(|| default.to_owned(), |text| text.get_ref().clone())
        };
        let subject = Subject {
            activity,
            purchase: text(&step.purchase, "first"),
            customer: text(&step.customer, "buyer"),
            test: step.test.as_ref().is_some_and(|test| *test.get_ref()),
            order_of: step.order_of.as_ref().map(|name| name.get_ref().clone()),
        };
        let set = step
            .set
            .as_ref()
            .map(|set| set.get_ref().clone().into_iter().collect());
        let without = step.without.as_ref().map(|names| names.get_ref().clone());
        Ok(Call {
            subject,
            set: set.unwrap_or_default(),
            without: without.unwrap_or_default(),
            exactly: None,
        })
    }

    fn twin(
        &self,
        span: &Range<usize>,
        step: &StepFile,
        before: &[Step],
        names: &[Option<String>],
    ) -> Result<Verb, ScenarioError> {
        Ok(Verb::Twin {
            step: self.earlier(span, step, before, names)?,
            how: self.how(span, step)?,
            purchase: step.purchase.as_ref().map(|name| name.get_ref().clone()),
        })
    }

    fn how(
        &self,
        span: &Range<usize>,
        step: &StepFile,
    ) -> Result<&'static Tampering, ScenarioError> {
        let known: Vec<&str> = tamper::ALL.iter().map(|tampering| tampering.name).collect();
        if let Some(how) = &step.how {
            return self.choice("tampering", how, &known, Tampering::find);
        }
        let list = known.join(", ");
        Err(self.error(
            span,
            format!("the verb `tamper` needs `how` (one of: {list})"),
        ))
    }

    fn cut(&self, span: &Range<usize>, step: &StepFile) -> Result<Cut, ScenarioError> {
        let known = Cut::ALL.map(Cut::name);
        if let Some(at) = &step.at {
            return self.choice("place to cut", at, &known, Cut::from_name);
        }
        let list = known.join(", ");
        Err(self.error(span, format!("the verb `cut` needs `at` (one of: {list})")))
    }

    fn orders(
        &self,
        span: &Range<usize>,
        verb: &str,
        step: &StepFile,
    ) -> Result<Verb, ScenarioError> {
        let call = self.call(span, verb, step)?;
        if call.subject.activity != Activity::NewInstance {
            let message = "the verb `orders` makes purchases: its activity is newInstance";
            return Err(self.error(span, message));
        }
        let times = self.times(span, step, ORDERS)?;
        Ok(Verb::Orders { call, times })
    }

    fn times(
        &self,
        span: &Range<usize>,
        step: &StepFile,
        bounds: RangeInclusive<u32>,
    ) -> Result<u32, ScenarioError> {
        let verb = step.verb.get_ref();
        let Some(times) = &step.times else {
            return Err(self.error(span, format!("the verb `{verb}` needs `times` such as 8")));
        };
        let given = *times.get_ref();
        if bounds.contains(&given) {
            return Ok(given);
        }
        let (least, most) = (bounds.start(), bounds.end());
        let what = match verb.as_str() {
            "burst" => "a burst makes between",
            _ => "the verb `orders` makes between",
        };
        Err(self.error(
            &times.span(),
            format!("{what} {least} and {most} calls, not {given}"),
        ))
    }

    fn time(
        &self,
        span: &Range<usize>,
        verb: &str,
        step: &StepFile,
    ) -> Result<std::time::Duration, ScenarioError> {
        let Some(time) = &step.time else {
            return Err(self.error(
                span,
                format!("the verb `{verb}` needs a `time` such as 90s"),
            ));
        };
        self.duration(time)
    }

    fn duration(&self, time: &Spanned<String>) -> Result<std::time::Duration, ScenarioError> {
        parse_duration(time.get_ref()).ok_or_else(|| {
            let given = time.get_ref();
            let message = format!("`{given}` is no duration; write it as 500ms, 20s or 3m");
            self.error(&time.span(), message)
        })
    }

    /// The step that a `resend` or a twin repeats: the one it names, else the last one that made a
    /// call.
    fn earlier(
        &self,
        span: &Range<usize>,
        step: &StepFile,
        before: &[Step],
        names: &[Option<String>],
    ) -> Result<u32, ScenarioError> {
        let at = match &step.step {
            Some(wanted) => {
                let known: Vec<&str> = names.iter().flatten().map(String::as_str).collect();
                let find = |name: &str| names.iter().position(|n| n.as_deref() == Some(name));
                Some(self.choice("earlier step", wanted, &known, find)?)
            }
            None => before.iter().rposition(|step| step.verb.call().is_some()),
        };
        let calls = at.filter(|&at| before[at].verb.call().is_some());
        match calls.and_then(|at| u32::try_from(at + 1).ok()) {
            Some(step) => Ok(step),
            None => Err(self.error(span, "there is no earlier call that could be made again")),
        }
    }
}

mod describe;
mod fields;
mod kit;
mod outage;
#[cfg(test)]
mod tests;
