//! A store that outlives the process: the memory's maps, and a file of what was written to them.
//!
//! Each change is a line of JSON, appended and forced to the disk before the change is told to
//! anybody: a seller that is killed at any moment finds, when it starts again, everything that it has
//! answered. A line that the kill has cut off was never answered and is dropped.
//!
//! The file holds what the seller needs to answer a repeat, logins included: keep it as you keep a
//! data base.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use super::memory::Books;
use super::{Durability, Instance, OrderKey, Purchased, Store};
use crate::waiting;

/// One line of the file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum Line {
    /// The seller was started.
    Started(u64),
    /// An order has made an instance.
    Bought { order: String, instance: Instance },
    /// An instance was changed.
    Changed(Instance),
}

/// Why a state file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The system refuses it.
    #[error("{}: {reason}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// It is another kind of file, or damaged.
    #[error("{}:{line}: this is no line of a seller's state: {reason}; name another file with --state", path.display())]
    NotALine {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What the parser said.
        reason: String,
    },
}

/// The store.
#[derive(Debug)]
pub(crate) struct Journal {
    kept: Arc<Mutex<Kept>>,
    durability: Durability,
    starts: u64,
}

/// What the lock guards.
#[derive(Debug)]
struct Kept {
    books: Books,
    file: File,
    failed: bool,
}

impl Journal {
    /// Opens the file, or makes it, and reads what is in it.
    pub(crate) fn open(path: &Path, durability: Durability) -> Result<Self, JournalError> {
        let broken = |reason| JournalError::Io {
            path: path.to_owned(),
            reason,
        };
        let mut file = open(path).map_err(broken)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(broken)?;
        let whole = bytes.iter().rposition(|byte| *byte == b'\n');
        let whole = whole.map_or(0, |end| end + 1);
        let (books, starts) = read(path, &bytes[..whole])?;
        file.set_len(whole as u64).map_err(broken)?;
        file.seek(SeekFrom::End(0)).map_err(broken)?;
        let mut kept = Kept {
            books,
            file,
            failed: false,
        };
        let starts = starts + 1;
        kept.append(&Line::Started(starts)).map_err(broken)?;
        Ok(Self {
            kept: Arc::new(Mutex::new(kept)),
            durability,
            starts,
        })
    }

    /// How often a seller was started on this file, this time included.
    pub(crate) fn starts(&self) -> u64 {
        self.starts
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        lock(&self.kept)
    }

    fn write(&self, kept: &mut Kept, line: Line) {
        match self.durability {
            Durability::BeforeTheAnswer => kept.write(&line),
            Durability::Never => {}
            Durability::BehindTheAnswer(time) => {
                let kept = Arc::clone(&self.kept);
                tokio::spawn(async move {
                    waiting::pause(time).await;
                    lock(&kept).write(&line);
                });
            }
        }
    }
}

fn lock(kept: &Mutex<Kept>) -> MutexGuard<'_, Kept> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Kept {
    fn write(&mut self, line: &Line) {
        if self.append(line).is_err() {
            self.failed = true;
        }
    }

    /// One write for the whole line, and then on to the disk.
    fn append(&mut self, line: &Line) -> io::Result<()> {
        let mut bytes = serde_json::to_vec(line)?;
        bytes.push(b'\n');
        self.file.write_all(&bytes)?;
        self.file.sync_data()
    }
}

impl Store for Journal {
    fn purchase(&self, order: &OrderKey, make: &mut dyn FnMut() -> Instance) -> Purchased {
        let mut kept = self.kept();
        let purchased = kept.books.purchase(order, make);
        if let Purchased::First(instance) = &purchased {
            let line = Line::Bought {
                order: order.0.clone(),
                instance: instance.clone(),
            };
            self.write(&mut kept, line);
        }
        purchased
    }

    fn change(&self, id: &str, change: &mut dyn FnMut(&mut Instance)) -> bool {
        let mut kept = self.kept();
        let Some(instance) = kept.books.instances.get_mut(id) else {
            return false;
        };
        let before = instance.clone();
        change(instance);
        let after = instance.clone();
        if after != before {
            self.write(&mut kept, Line::Changed(after));
        }
        true
    }

    fn instances(&self) -> Vec<Instance> {
        self.kept().books.instances.values().cloned().collect()
    }

    fn instances_of(&self, order: &str) -> usize {
        self.kept().books.instances_of(order)
    }

    fn has_failed(&self) -> bool {
        self.kept().failed
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

fn read(path: &Path, bytes: &[u8]) -> Result<(Books, u64), JournalError> {
    let (mut books, mut starts) = (Books::default(), 0);
    let lines = bytes.split(|byte| *byte == b'\n');
    for (number, line) in (1..).zip(lines).filter(|(_, line)| !line.is_empty()) {
        let line = serde_json::from_slice(line).map_err(|error| JournalError::NotALine {
            path: path.to_owned(),
            line: number,
            reason: error.to_string(),
        })?;
        match line {
            Line::Started(times) => starts = times,
            Line::Bought { order, instance } => {
                books.orders.insert(OrderKey(order), instance.id.clone());
                books.instances.insert(instance.id.clone(), instance);
            }
            Line::Changed(instance) => {
                books.instances.insert(instance.id.clone(), instance);
            }
        }
    }
    Ok((books, starts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::memory::tests::instance;

    fn order() -> OrderKey {
        OrderKey("CS1".to_owned())
    }

    fn opened(path: &Path) -> Journal {
        Journal::open(path, Durability::BeforeTheAnswer).unwrap()
    }

    #[test]
    fn what_was_bought_and_changed_is_there_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        let before = opened(&path);
        before.purchase(&order(), &mut || instance("one"));
        before.change("one", &mut |it| it.condition.expired = true);
        let after = opened(&path);
        let Purchased::Repeat(kept) = after.purchase(&order(), &mut || instance("two")) else {
            panic!("the order is known");
        };
        assert_eq!(kept.id, "one");
        assert!(kept.condition.expired);
        assert_eq!((before.starts(), after.starts()), (1, 2));
    }

    #[test]
    fn a_line_that_was_cut_off_is_dropped_wherever_it_was_cut() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        opened(&path).purchase(&order(), &mut || instance("one"));
        let bytes = std::fs::read(&path).unwrap();
        let first = bytes.iter().position(|byte| *byte == b'\n').unwrap();
        for cut in first + 1..bytes.len() {
            std::fs::write(&path, &bytes[..cut]).unwrap();
            assert_eq!(opened(&path).instances(), Vec::new(), "cut at {cut}");
            opened(&path).purchase(&order(), &mut || instance("two"));
            assert_eq!(opened(&path).instances().len(), 1);
        }
    }

    #[test]
    fn another_kind_of_file_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        std::fs::write(&path, "my diary\nno JSON").unwrap();
        let told = Journal::open(&path, Durability::Never).unwrap_err();
        assert!(
            told.to_string().contains("state:1: this is no line"),
            "{told}"
        );
        assert_eq!(std::fs::read(&path).unwrap(), b"my diary\nno JSON");
    }
}
