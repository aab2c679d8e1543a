//! Reading the tables: scenes, objects, rows, codes.

use std::collections::BTreeSet;

use super::super::code::Code;
use super::super::scene::{Object, Retry, Scene};
use super::super::source::Source;
use super::super::table::{Kind, PLAIN, Presence, Row};
use super::super::table_file::{CodesFile, Mark, ObjectFile, RetryFile, RowFile, SceneFile};
use super::{Placed, Read, Reader};

impl Reader<'_> {
    pub(super) fn scene(&self, raw: SceneFile, request: &[Row], answer: &[Row]) -> Read<Scene> {
        let source = self.source(&raw.source, &raw.page)?;
        let retry = raw.retry.map(|retry| self.retry(retry, &source));
        Ok(Scene {
            about: raw.about,
            request: with_common(request, self.rows(raw.request, &source)?),
            answer: with_common(answer, self.rows(raw.answer, &source)?),
            retry: retry.transpose()?,
            note: raw.note,
            source,
        })
    }

    fn retry(&self, raw: RetryFile, scene: &Source) -> Read<Retry> {
        Ok(Retry {
            window: self.time(&raw.window)?,
            every: raw.every.map(|every| self.time(&every)).transpose()?,
            then: raw.then,
            source: self.own(raw.source, raw.page.as_ref(), scene)?,
        })
    }

    pub(super) fn object(&self, raw: ObjectFile) -> Read<Object> {
        let source = self.source(&raw.source, &raw.page)?;
        Ok(Object {
            members: self.rows(raw.members, &source)?,
            note: raw.note,
            source,
        })
    }

    pub(super) fn rows(&self, raw: Vec<RowFile>, group: &Source) -> Read<Vec<Row>> {
        let mut names = BTreeSet::new();
        for row in &raw {
            if !names.insert(row.name.get_ref().clone()) {
                let message = format!("the table has `{}` already", row.name.get_ref());
                return Err(self.error(&row.name, message));
            }
        }
        raw.into_iter().map(|row| self.row(row, group)).collect()
    }

    fn row(&self, raw: RowFile, group: &Source) -> Read<Row> {
        Ok(Row {
            need: match raw.need {
                Mark::M => Presence::Mandatory,
                Mark::O => Presence::Optional,
            },
            kind: raw.kind.map(|kind| self.kind(&kind)).transpose()?,
            max: raw.max,
            debug: raw.debug == Some(Mark::M),
            list: raw.list,
            values: raw.values,
            encrypted: raw.encrypted,
            when: raw.when,
            note: raw.note,
            source: self.own(raw.source, raw.page.as_ref(), group)?,
            name: raw.name.into_inner(),
        })
    }

    fn kind(&self, given: &Placed) -> Read<Kind> {
        let is_object = |name: &str| self.objects.iter().any(|known| known == name);
        Kind::parse(given.get_ref(), is_object).ok_or_else(|| {
            let objects = self.objects.iter().map(String::as_str);
            let known: Vec<&str> = PLAIN.into_iter().chain(objects).collect();
            self.unknown("type", given, &known)
        })
    }

    pub(super) fn codes(&self, raw: CodesFile) -> Read<Vec<Code>> {
        let source = self.source(&raw.source, &raw.page)?;
        let mut codes: Vec<Code> = Vec::new();
        for row in raw.rows {
            let code = row.code.get_ref();
            if !galleria_protocol::code::is_well_formed(code) {
                let message = format!("`{code}` is no result code: it has six digits");
                return Err(self.error(&row.code, message));
            }
            if codes.iter().any(|known| known.code == *code) {
                return Err(self.error(&row.code, format!("the table has `{code}` already")));
            }
            codes.push(Code {
                code: row.code.into_inner(),
                meaning: row.meaning,
                scenes: self.scene_names(row.scenes, &[Code::ALL])?,
                by_analogy: self.scene_names(row.by_analogy, &[])?,
                source: source.clone(),
            });
        }
        Ok(codes)
    }
}

/// A scene's rows behind the common ones; a row of its own takes the place of a common one.
fn with_common(common: &[Row], own: Vec<Row>) -> Vec<Row> {
    let (mut rows, mut further) = (common.to_vec(), Vec::new());
    for row in own {
        match rows.iter_mut().find(|known| known.name == row.name) {
            Some(known) => *known = row,
            None => further.push(row),
        }
    }
    rows.append(&mut further);
    rows
}
