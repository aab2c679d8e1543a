//! Reading what a site signs with.

use galleria_protocol::Api;

use super::super::file::{AnswersFile, KeyFile, TimestampFile};
use super::super::signing::{ShownKey, SignedAnswers, Timestamp};
use super::{Read, Reader};
use crate::located::Located;

impl Reader<'_> {
    pub(super) fn key(&self, raw: KeyFile) -> Read<ShownKey> {
        Ok(ShownKey {
            shown: raw.shown,
            note: raw.note,
            source: self.source(&raw.source, &raw.page)?,
        })
    }

    /// A call is dated as its version has it.
    pub(super) fn timestamp(&self, api: Api, raw: TimestampFile) -> Read<Timestamp> {
        let form = *raw.form.get_ref();
        if !form.is_of(api) {
            let right = match api {
                Api::V1 => "`digits`",
                Api::V2 => "`ms` or `s`",
            };
            let message = format!("a call of {api} is not dated so; write {right}");
            let start = raw.form.span().start;
            return Err(Located::at(self.file, self.text, start, message));
        }
        Ok(Timestamp {
            form,
            fresh: raw.fresh.map(|fresh| self.time(&fresh)).transpose()?,
            note: raw.note,
            source: self.source(&raw.source, &raw.page)?,
        })
    }

    pub(super) fn answers(&self, raw: AnswersFile) -> Read<SignedAnswers> {
        Ok(SignedAnswers {
            signed: raw.signed,
            note: raw.note,
            source: self.source(&raw.source, &raw.page)?,
        })
    }
}
