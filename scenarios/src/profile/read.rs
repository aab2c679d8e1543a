//! From the text of a file to a rule book, with errors that name the line and what was meant.

mod signing;
mod tables;

use std::time::Duration;

use indexmap::IndexMap;

use galleria_protocol::{Api, Family};

use super::book::Profile;
use super::contradiction::Contradiction;
use super::duration::parse_duration;
use super::file::{
    AmountsFile, ContradictionFile, ForceFile, LimitsFile, Placed, ProfileFile, ScenesFile,
    TestFlagFile,
};
use super::scene::Scenes;
use super::source::Source;
use super::table_file::SceneFile;
use super::usage::{Amounts, ForceHere, TestFlag, TimeLimits};
use crate::located::Located;
use crate::{rules, suggest};

/// Reads a rule book. `id` is its name, `file` what errors call it.
pub fn read(id: &str, file: &str, text: &str) -> Result<Profile, Located> {
    let raw: ProfileFile =
        toml::from_str(text).map_err(|error| Located::syntax(file, text, &error))?;
    let names = |names: indexmap::map::Keys<'_, Placed, SceneFile>| {
        names.map(|name| name.get_ref().clone()).collect()
    };
    let reader = Reader {
        file,
        text,
        scenes: names(raw.scene.keys()),
        objects: raw.object.keys().cloned().collect(),
    };
    reader.book(id, raw)
}

/// What every part of a file is read against.
struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    scenes: Vec<String>,
    objects: Vec<String>,
}

type Read<T> = Result<T, Located>;

impl Reader<'_> {
    fn book(&self, id: &str, raw: ProfileFile) -> Read<Profile> {
        self.protocol_has(raw.api, raw.family, raw.scene.keys())?;
        let source = self.source(&raw.common.source, &raw.common.page)?;
        let common_request = self.rows(raw.common.request, &source)?;
        let common_answer = self.rows(raw.common.answer, &source)?;
        let mut scenes = IndexMap::new();
        for (name, scene) in raw.scene {
            let scene = self.scene(scene, &common_request, &common_answer)?;
            scenes.insert(name.into_inner(), scene);
        }
        let objects = raw.object.into_iter();
        let objects = objects.map(|(name, object)| Ok((name, self.object(object)?)));
        let billing = raw.billing.into_iter();
        let billing = billing.map(|(mode, scenes)| Ok((mode, self.by_billing(scenes)?)));
        let register = raw.contradiction.into_iter();
        Ok(Profile {
            id: id.to_owned(),
            title: raw.title,
            own: None,
            api: raw.api,
            family: raw.family,
            site: raw.site,
            pages: self.date(&raw.pages)?,
            about: raw.about,
            forces: self.forces(raw.forces)?,
            limits: self.limits(&raw.limits)?,
            billing: billing.collect::<Read<_>>()?,
            test_flag: self.test_flag(raw.test_flag)?,
            key: self.key(raw.key)?,
            timestamp: self.timestamp(raw.api, raw.timestamp)?,
            answers: self.answers(raw.answers)?,
            amounts: raw.amounts.map(|raw| self.amounts(raw)).transpose()?,
            common_request,
            common_answer,
            scenes,
            objects: objects.collect::<Read<_>>()?,
            codes: self.codes(raw.codes)?,
            contradictions: register.map(contradiction).collect(),
        })
    }

    fn error(&self, at: &Placed, message: impl Into<String>) -> Located {
        Located::at(self.file, self.text, at.span().start, message)
    }

    /// An error about a name that does not exist, with the nearest that does.
    fn unknown(&self, what: &str, given: &Placed, known: &[&str]) -> Located {
        let name = given.get_ref();
        let hint = suggest::hint(name, known.iter().copied());
        let list = known.join(", ");
        self.error(
            given,
            format!("there is no {what} `{name}`{hint} (known: {list})"),
        )
    }

    /// Every scene of the book must be one that the protocol has.
    fn protocol_has<'s>(
        &self,
        api: Api,
        family: Family,
        scenes: impl Iterator<Item = &'s Placed>,
    ) -> Read<()> {
        let known: Vec<&str> = family
            .scenes(api)
            .filter_map(|activity| family.name_of(api, activity))
            .collect();
        for scene in scenes {
            if !known.contains(&scene.get_ref().as_str()) {
                return Err(self.unknown("scene", scene, &known));
            }
        }
        Ok(())
    }

    /// The names of scenes that the book has, and `further` ones.
    fn scene_names(&self, given: Vec<Placed>, further: &[&str]) -> Read<Vec<String>> {
        let known = self.scenes.iter().map(String::as_str);
        let known: Vec<&str> = known.chain(further.iter().copied()).collect();
        let check = |name: Placed| {
            if known.contains(&name.get_ref().as_str()) {
                Ok(name.into_inner())
            } else {
                Err(self.unknown("scene", &name, &known))
            }
        };
        given.into_iter().map(check).collect()
    }

    fn date(&self, given: &Placed) -> Read<String> {
        let text = given.get_ref();
        if text == "undated" || chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok() {
            return Ok(text.clone());
        }
        let message = format!("`{text}` is no date; write it as 2025-11-13, or `undated`");
        Err(self.error(given, message))
    }

    fn time(&self, given: &Placed) -> Read<Duration> {
        let text = given.get_ref();
        let time = parse_duration(text).filter(|time| !time.is_zero());
        time.ok_or_else(|| {
            let message = format!("`{text}` is no duration; write it as 500ms, 20s, 3m or 1h");
            self.error(given, message)
        })
    }

    fn source(&self, paragraph: &str, page: &Placed) -> Read<Source> {
        Ok(Source {
            paragraph: paragraph.to_owned(),
            page: self.date(page)?,
        })
    }

    /// A source of its own, or that of the group.
    fn own(
        &self,
        paragraph: Option<String>,
        page: Option<&Placed>,
        group: &Source,
    ) -> Read<Source> {
        Ok(Source {
            paragraph: paragraph.unwrap_or_else(|| group.paragraph.clone()),
            page: match page {
                Some(page) => self.date(page)?,
                None => group.page.clone(),
            },
        })
    }

    fn forces(&self, raw: IndexMap<Placed, ForceFile>) -> Read<IndexMap<String, ForceHere>> {
        let here = |(rule, raw): (Placed, ForceFile)| {
            if rules::find(rule.get_ref()).is_none_or(|known| known.id != rule.get_ref()) {
                let known: Vec<&str> = rules::all().map(|rule| rule.id).collect();
                let hint = suggest::hint(rule.get_ref(), known);
                let message = format!("there is no rule `{}`{hint}", rule.get_ref());
                return Err(self.error(&rule, message));
            }
            let here = ForceHere {
                force: raw.force,
                why: raw.why,
                source: self.source(&raw.source, &raw.page)?,
            };
            Ok((rule.into_inner(), here))
        };
        raw.into_iter().map(here).collect()
    }

    fn limits(&self, raw: &LimitsFile) -> Read<TimeLimits> {
        Ok(TimeLimits {
            answer: self.time(&raw.answer.time)?,
            answer_source: self.source(&raw.answer.source, &raw.answer.page)?,
            slow: self.time(&raw.slow.time)?,
            slow_source: self.source(&raw.slow.source, &raw.slow.page)?,
        })
    }

    fn by_billing(&self, raw: ScenesFile) -> Read<Scenes> {
        Ok(Scenes {
            required: self.scene_names(raw.required, &[])?,
            optional: self.scene_names(raw.optional, &[])?,
            source: self.source(&raw.source, &raw.page)?,
        })
    }

    fn test_flag(&self, raw: TestFlagFile) -> Read<TestFlag> {
        Ok(TestFlag {
            debug: raw.debug,
            real: raw.real,
            zero_in: self.scene_names(raw.zero_in, &[])?,
            note: raw.note,
            source: self.source(&raw.source, &raw.page)?,
        })
    }

    fn amounts(&self, raw: AmountsFile) -> Read<Amounts> {
        Ok(Amounts {
            currency: raw.currency,
            decimals: raw.decimals,
            negative: self.scene_names(raw.negative, &[])?,
            source: self.source(&raw.source, &raw.page)?,
        })
    }
}

fn contradiction(raw: ContradictionFile) -> Contradiction {
    Contradiction {
        id: raw.id,
        point: raw.point,
        versions: raw.versions,
        taken: raw.taken,
        why: raw.why,
        rules: raw.rules,
        source: raw.source,
    }
}

#[cfg(test)]
mod tests;
