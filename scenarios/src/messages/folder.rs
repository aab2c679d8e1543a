//! Messages on disk.

use std::io;
use std::path::{Path, PathBuf};

use super::message::Message;

/// A folder of messages, each a TOML file of its own.
#[derive(Clone, Debug)]
pub struct MessageFolder {
    path: PathBuf,
}

/// Why a message cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// The system refuses.
    #[error("{}: {reason}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// The file is no message.
    #[error("{}: this is no message of galleria's: {reason}", path.display())]
    NotAMessage {
        /// The file.
        path: PathBuf,
        /// What the parser said.
        reason: String,
    },
    /// There is none of that name.
    #[error("there is no message `{id}` in {} (see galleria messages list)", path.display())]
    Absent {
        /// What was asked for.
        id: String,
        /// The folder.
        path: PathBuf,
    },
}

const HEAD: &str = "# A service-interface message (生产接口消息): a delivery that failed. Deliver it again with\n# `galleria messages resend`.\n\n";
const ENDING: &str = "toml";

impl MessageFolder {
    /// The folder at `path`, which need not exist.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The ids of its messages, sorted; none where there is no folder.
    pub fn ids(&self) -> Result<Vec<String>, MessageError> {
        let entries = match std::fs::read_dir(&self.path) {
            Ok(entries) => entries,
            Err(reason) if reason.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(reason) => return Err(self.broken(reason)),
        };
        let mut ids = Vec::new();
        for entry in entries {
            let path = entry.map_err(|reason| self.broken(reason))?.path();
            let stem = path.file_stem().and_then(|stem| stem.to_str());
            if let (Some(id), Some(true)) = (stem, path.extension().map(|end| end == ENDING)) {
                ids.push(id.to_owned());
            }
        }
        ids.sort();
        Ok(ids)
    }

    /// Reads a message.
    pub fn read(&self, id: &str) -> Result<Message, MessageError> {
        let path = self.file(id)?;
        let text = std::fs::read_to_string(&path).map_err(|reason| match reason.kind() {
            io::ErrorKind::NotFound => self.absent(id),
            _ => MessageError::Io {
                path: path.clone(),
                reason,
            },
        })?;
        let wrong = |reason: String| MessageError::NotAMessage {
            path: path.clone(),
            reason,
        };
        let message: Message = toml::from_str(&text).map_err(|error| wrong(error.to_string()))?;
        if message.format > Message::FORMAT {
            return Err(wrong("a newer galleria wrote it".to_owned()));
        }
        Ok(message)
    }

    /// Writes a message, in place of the one of that id: whole, or not at all.
    pub fn write(&self, id: &str, message: &Message) -> Result<(), MessageError> {
        let path = self.file(id)?;
        let text = toml::to_string(message).map_err(|error| MessageError::NotAMessage {
            path: path.clone(),
            reason: error.to_string(),
        })?;
        std::fs::create_dir_all(&self.path).map_err(|reason| self.broken(reason))?;
        let draft = path.with_extension("part");
        let written = std::fs::write(&draft, format!("{HEAD}{text}"));
        written
            .and_then(|()| std::fs::rename(&draft, &path))
            .map_err(|reason| MessageError::Io { path, reason })
    }

    /// Removes a message.
    pub fn remove(&self, id: &str) -> Result<(), MessageError> {
        let path = self.file(id)?;
        std::fs::remove_file(&path).map_err(|reason| match reason.kind() {
            io::ErrorKind::NotFound => self.absent(id),
            _ => MessageError::Io { path, reason },
        })
    }

    /// The id of a message about that call: letters and digits alone, whatever the order is called.
    pub fn id(message: &Message) -> String {
        let plain = |letter: char| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '-'
            }
        };
        let text = format!("{}-{}", message.activity, message.about());
        text.chars().map(plain).take(120).collect()
    }

    /// An id never leads out of the folder.
    fn file(&self, id: &str) -> Result<PathBuf, MessageError> {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if id.is_empty() || !id.chars().all(plain) {
            return Err(self.absent(id));
        }
        Ok(self.path.join(format!("{id}.{ENDING}")))
    }

    fn broken(&self, reason: io::Error) -> MessageError {
        MessageError::Io {
            path: self.path.clone(),
            reason,
        }
    }

    fn absent(&self, id: &str) -> MessageError {
        MessageError::Absent {
            id: id.to_owned(),
            path: self.path.clone(),
        }
    }
}
