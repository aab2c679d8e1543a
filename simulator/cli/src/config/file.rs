//! Reading `galleria.toml`: every key is a flag, and every mistake is told with its place.

use std::path::{Path, PathBuf};

use clap::Arg;
use galleria_scenarios::suggest;
use toml_edit::{Document, Item, Table, Value};

use super::command::{is_list, is_switch, settings};
use crate::error::CliError;
use crate::place::Source;

/// The tables of the named targets.
pub(super) const TARGETS: &str = "target";
/// Which of them is taken where none is named.
pub(super) const DEFAULT_TARGET: &str = "default-target";

/// One setting as the file has it.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    /// The long name of the flag.
    pub(super) name: String,
    /// Its values; one `true` or `false` for a switch.
    pub(super) values: Vec<String>,
    /// Where it stands.
    pub(super) place: String,
}

/// What a file says.
#[derive(Debug)]
pub(super) struct ConfigFile {
    /// The settings of the file and of the target that was chosen, which come first.
    pub(super) settings: Vec<Setting>,
}

/// Reads the file. `target` is the one that the user named.
pub(super) fn read(path: &Path, target: Option<&str>) -> Result<ConfigFile, CliError> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| CliError::usage(format!("{}: {error}", path.display())))?;
    parse(path, &text, target)
}

/// Reads the text of the file at `path`.
pub(super) fn parse(path: &Path, text: &str, target: Option<&str>) -> Result<ConfigFile, CliError> {
    let source = Source::new(path, text);
    let document = Document::parse(text).map_err(|error| {
        let at = error.span().unwrap_or_default();
        source.error(&at, &error.message().trim().replace('\n', "; "))
    })?;
    let reader = Reader {
        source: &source,
        folder: folder(path),
        known: settings(),
    };
    let root = document.as_table();
    let targets = reader.targets(root)?;
    for table in targets.iter().map(|(_, table)| table) {
        reader.settings(table, false)?;
    }
    let mut all = match reader.chosen(root, &targets, target)? {
        Some(table) => reader.settings(table, false)?,
        None => Vec::new(),
    };
    for setting in reader.settings(root, true)? {
        if !all.iter().any(|known| known.name == setting.name) {
            all.push(setting);
        }
    }
    Ok(ConfigFile { settings: all })
}

/// The folder that paths in the file start from; none where it is the current one.
fn folder(path: &Path) -> Option<PathBuf> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())?;
    let here = std::env::current_dir().ok();
    (here.as_deref() != Some(folder)).then(|| folder.to_owned())
}

struct Reader<'a> {
    source: &'a Source<'a>,
    folder: Option<PathBuf>,
    known: Vec<Arg>,
}

impl Reader<'_> {
    fn targets<'t>(&self, root: &'t Table) -> Result<Vec<(&'t str, &'t Table)>, CliError> {
        let Some(item) = root.get(TARGETS) else {
            return Ok(Vec::new());
        };
        let wrong = |item: &Item| {
            let told = "write each target as a table: [target.staging]";
            self.source.error(&item.span().unwrap_or_default(), told)
        };
        let tables = item.as_table().ok_or_else(|| wrong(item))?;
        tables
            .iter()
            .map(|(name, item)| Ok((name, item.as_table().ok_or_else(|| wrong(item))?)))
            .collect()
    }

    fn chosen<'t>(
        &self,
        root: &Table,
        targets: &[(&str, &'t Table)],
        named: Option<&str>,
    ) -> Result<Option<&'t Table>, CliError> {
        let default = root.get(DEFAULT_TARGET);
        let (name, at) = match (named, default) {
            (Some(name), _) => (name, None),
            (None, None) => return Ok(None),
            (None, Some(item)) => {
                let at = item.span().unwrap_or_default();
                let told = "write the name of a target in quotes";
                (
                    item.as_str().ok_or_else(|| self.source.error(&at, told))?,
                    Some(at),
                )
            }
        };
        if let Some((_, table)) = targets.iter().find(|(known, _)| *known == name) {
            return Ok(Some(table));
        }
        let hint = suggest::hint(name, targets.iter().map(|(known, _)| *known));
        let told = format!("there is no target `{name}`{hint}");
        Err(match at {
            Some(at) => self.source.error(&at, &told),
            None => CliError::usage(format!("{}: {told}", self.source.place(0))),
        })
    }

    fn settings(&self, table: &Table, is_root: bool) -> Result<Vec<Setting>, CliError> {
        let mut all = Vec::new();
        for (name, item) in table {
            if is_root && (name == TARGETS || name == DEFAULT_TARGET) {
                continue;
            }
            let key = table.key(name).and_then(toml_edit::Key::span);
            let at = key.or_else(|| item.span()).unwrap_or_default();
            let Some(arg) = self.known.iter().find(|arg| arg.get_long() == Some(name)) else {
                return Err(self.unknown(&at, name));
            };
            let at = item.span().unwrap_or(at);
            all.push(Setting {
                name: name.to_owned(),
                values: self
                    .values(arg, item)
                    .map_err(|told| self.source.error(&at, &told))?,
                place: self.source.place(at.start),
            });
        }
        Ok(all)
    }

    fn unknown(&self, at: &std::ops::Range<usize>, name: &str) -> CliError {
        if name == "key" {
            let told = "a key does not belong into a file that is shared: name its place with \
                        key-env or key-file";
            return self.source.error(at, told);
        }
        let names = self.known.iter().filter_map(Arg::get_long);
        let hint = suggest::hint(name, names.chain([TARGETS, DEFAULT_TARGET]));
        let told = format!("there is no setting `{name}`{hint} (`galleria config` lists them)");
        self.source.error(at, &told)
    }

    fn values(&self, arg: &Arg, item: &Item) -> Result<Vec<String>, String> {
        let value = item.as_value().ok_or("write a value, not a table")?;
        match value {
            Value::Boolean(_) if !is_switch(arg) => Err("write a value, not true or false".into()),
            value if is_switch(arg) => {
                let on = value.as_bool().ok_or("write true or false")?;
                Ok(vec![on.to_string()])
            }
            Value::Array(items) if is_list(arg) => {
                items.iter().map(|v| self.text(arg, v)).collect()
            }
            Value::Array(_) => Err("write one value, not a list".into()),
            value => Ok(vec![self.text(arg, value)?]),
        }
    }

    fn text(&self, arg: &Arg, value: &Value) -> Result<String, String> {
        let text = match value {
            Value::String(text) => text.value().clone(),
            Value::Integer(number) => number.value().to_string(),
            _ => return Err("write a text in quotes, or a whole number".into()),
        };
        Ok(self.resolved(arg, text))
    }

    /// Paths start from the folder of the file, wherever the command is given.
    fn resolved(&self, arg: &Arg, text: String) -> String {
        let Some(folder) = &self.folder else {
            return text;
        };
        let joined = |path: &str| folder.join(path).display().to_string();
        let long = arg.get_long().unwrap_or_default();
        let by_path = long == "profile" && (text.contains('/') || text.contains('\\'));
        match long {
            "report" => match text.split_once('=') {
                Some((format, path)) if path != "-" => format!("{format}={}", joined(path)),
                _ => text,
            },
            "key-file" | "cacert" | "report-dir" | "known-failures" | "scenarios" | "cases" => {
                joined(&text)
            }
            _ if by_path => joined(&text),
            _ => text,
        }
    }
}
