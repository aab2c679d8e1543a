//! Whether the parts of a file of evidence belong together.

use galleria_scenarios::event::Event;
use galleria_scenarios::record;
use galleria_scenarios::rule::RULE_SET;

use super::anew::{Anew, anew};
use super::manifest::{Manifest, Run};
use super::pack::book;
use super::trouble::{EvidenceError, Trouble};
use super::unpack::{Unpacked, unpack};
use super::{PROFILE, RECORD, sha256};
use crate::formats::{self, Format};
use crate::lang::{Lang, say};
use crate::report::RunReport;
use crate::words::on_one_line;

/// What was found out about a file of evidence.
#[derive(Clone, Debug)]
pub struct Verified {
    /// What the file says of itself.
    pub manifest: Manifest,
    /// The SHA-256 of the whole file.
    pub sha256: String,
    /// The run's verdict by the record, in the language that is spoken; none where the record cannot
    /// be read.
    pub verdict: Option<String>,
    /// What the rules of today make of the record; none where they cannot look at it.
    pub anew: Option<Anew>,
    /// What is wrong, the worst first; nothing where the parts belong together.
    pub troubles: Vec<Trouble>,
    /// What could not be looked at, and why.
    pub notes: Vec<String>,
}

impl Verified {
    /// Whether the parts belong together.
    pub fn fits(&self) -> bool {
        self.troubles.is_empty()
    }
}

/// Checks a file of evidence: the hash of each part, that no other part is there, that the record is
/// of the run that the manifest tells of, and that its verdict and reports are those that galleria
/// comes to from the record. The rules look at the record again: it holds what was read out of the calls
/// with the access key at hand, which no evidence holds. What another version of the rules makes of it
/// is told and is no trouble.
///
/// # Errors
/// Where the file is no evidence.
pub fn verify(bytes: &[u8]) -> Result<Verified, EvidenceError> {
    let unpacked = unpack(bytes)?;
    let mut verified = Verified {
        manifest: unpacked.manifest.clone(),
        sha256: sha256(bytes),
        verdict: None,
        anew: None,
        troubles: unpacked.troubles.clone(),
        notes: Vec::new(),
    };
    if let Some(recorded) = unpacked.parts.get(RECORD) {
        verified.read(recorded, &unpacked);
    }
    Ok(verified)
}

impl Verified {
    fn read(&mut self, recorded: &[u8], unpacked: &Unpacked) {
        let read = match record::read(recorded) {
            Ok(read) => read,
            Err(error) => return self.troubles.push(Trouble::Record(error.to_string())),
        };
        if read.cut_off {
            self.notes
                .push("the record's last line was cut off when it was packed".to_owned());
        }
        let report = RunReport::from_events(&read.events);
        let concluded = report.conclude();
        self.verdict = Some(format!("{}: {}", concluded.word(), concluded.headline()));
        self.hold_against(&report);
        self.judge_again(&read.events, &report);
        let drawn_by = on_one_line(&self.manifest.drawn_by);
        let here = env!("CARGO_PKG_VERSION");
        if drawn_by != here || self.manifest.tool.rule_set != RULE_SET {
            let rule_set = on_one_line(&self.manifest.tool.rule_set);
            self.notes.push(format!(
                "the reports were drawn by galleria {drawn_by} with rule set {rule_set}; this is {here} with {RULE_SET}, so they were not drawn again"
            ));
            return;
        }
        self.draw_again(&report, unpacked);
        self.look_up(&report, unpacked);
    }

    /// Holds what the manifest says of the run against the record.
    fn hold_against(&mut self, report: &RunReport) {
        let Some(begun) = &report.run else { return };
        let (said, run) = (&self.manifest.run, Run::of(begun, report));
        let tool = &self.manifest.tool;
        let facts = [
            ("the run", said.id.clone(), run.id),
            ("the seed", said.seed.to_string(), run.seed.to_string()),
            ("its start", said.started.clone(), run.started),
            ("the profile", said.profile.clone(), run.profile),
            ("the seller", said.target.clone(), run.target),
            (
                "the exit code",
                said.exit_code.to_string(),
                run.exit_code.to_string(),
            ),
            (
                "galleria's version",
                tool.version.clone(),
                begun.tool_version.clone(),
            ),
            (
                "the rule set",
                tool.rule_set.clone(),
                begun.rule_set.clone(),
            ),
        ];
        let differ = facts.into_iter().filter(|(_, said, is)| said != is);
        let troubles = differ.map(|(what, manifest, record)| Trouble::OtherRun {
            what,
            manifest,
            record,
        });
        self.troubles.extend(troubles.collect::<Vec<_>>());
    }

    /// Lets the rules look again. The same rules must see the same; those of another version need not.
    fn judge_again(&mut self, events: &[Event], report: &RunReport) {
        let anew = match anew(events, report) {
            Ok(anew) => anew,
            Err(error) => {
                let reason = on_one_line(&error.to_string());
                return self
                    .notes
                    .push(format!("the record was not judged again: {reason}"));
            }
        };
        if !anew.gone.is_empty() {
            let gone = anew.gone.join(", ");
            self.notes.push(format!(
                "this galleria has no rule {}; it stands as recorded",
                on_one_line(&gone)
            ));
        }
        if !anew.left.is_empty() {
            let left = anew.left.join(", ");
            self.notes.push(format!(
                "the record does not hold all that these scenarios were judged by, so they stand as recorded: {}",
                on_one_line(&left)
            ));
        }
        let made_here = report.run.as_ref().is_some_and(|run| {
            run.rule_set == RULE_SET && run.tool_version == env!("CARGO_PKG_VERSION")
        });
        if made_here {
            let differ = anew.differences.iter().cloned();
            self.troubles.extend(differ.map(Trouble::OtherVerdict));
        }
        self.anew = Some(anew);
    }

    /// Draws every report of the file again, in its language.
    fn draw_again(&mut self, report: &RunReport, unpacked: &Unpacked) {
        let language = &self.manifest.language;
        let Some(lang) = Lang::from_name(language) else {
            self.notes.push(format!(
                "the reports are in a language that this galleria does not speak: {}",
                on_one_line(language)
            ));
            return;
        };
        for &format in formats::ALL {
            let name = format.file_name();
            let Some(held) = unpacked.parts.get(name) else {
                continue;
            };
            if !self.is_drawn(format, lang, report, held) {
                self.troubles.push(Trouble::NotDrawn(name.to_owned()));
            }
        }
    }

    /// Whether a report is the one that is drawn; of one that is known to be changed nothing more is
    /// said.
    fn is_drawn(&self, format: &dyn Format, lang: Lang, report: &RunReport, held: &[u8]) -> bool {
        let changed = Trouble::Changed(format.file_name().to_owned());
        let drawn = lang.speaking(|| format.render(report));
        self.troubles.contains(&changed) || drawn.is_ok_and(|drawn| drawn == held)
    }

    /// Holds the rule book against the one that the run names.
    fn look_up(&mut self, report: &RunReport, unpacked: &Unpacked) {
        let Some(run) = &report.run else { return };
        let (is, held) = (book(run), unpacked.parts.get(PROFILE));
        let changed = Trouble::Changed(PROFILE.to_owned());
        match (is, held) {
            (Some(is), Some(held)) if is.as_bytes() == held => {}
            _ if self.troubles.contains(&changed) => {}
            (None, None) => self.notes.push(format!(
                "galleria has no profile {}, so the rule book was not looked at",
                on_one_line(&run.profile)
            )),
            (Some(_), None) => {
                let missing = Trouble::Missing(PROFILE.to_owned());
                if !self.troubles.contains(&missing) {
                    self.troubles.push(missing);
                }
            }
            _ => self.troubles.push(Trouble::OtherBook),
        }
    }

    /// The sentence that sums it up, in the language that is spoken.
    pub fn headline(&self) -> String {
        let headline = match self.troubles.len() {
            0 => "the parts belong together and are as they were packed".to_owned(),
            1 => "something is wrong; do not rely on this file".to_owned(),
            count => format!("{count} things are wrong; do not rely on this file"),
        };
        say(&headline).into_owned()
    }
}
