//! How a language's snippets are run: its driver reads a question a line and answers in a line.

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use libtest_mimic::Failed;

/// A language of the snippets.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Language {
    Java,
    Python,
    Node,
    Php,
    Go,
}

impl Language {
    pub(crate) const ALL: [Self; 5] = [Self::Java, Self::Python, Self::Node, Self::Php, Self::Go];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Java => "java",
            Self::Python => "python",
            Self::Node => "node",
            Self::Php => "php",
            Self::Go => "go",
        }
    }

    /// Runs the driver on these lines.
    pub(crate) fn answers(self, lines: Vec<String>) -> Result<Vec<String>, Failed> {
        let build = tempfile::tempdir()?;
        let mut command = self.command(build.path())?;
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| missing(&command, &error))?;
        let mut stdin = child.stdin.take().ok_or("the driver reads")?;
        // Written beside the reading, or both could wait for each other.
        let writing =
            std::thread::spawn(move || stdin.write_all((lines.join("\n") + "\n").as_bytes()));
        let output = child.wait_with_output()?;
        let written = writing.join().map_err(|_| "the writing panicked")?;
        if !output.status.success() || written.is_err() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
        }
        let text = String::from_utf8(output.stdout)?;
        Ok(text.lines().map(str::to_owned).collect())
    }

    /// The driver's command; what is compiled goes into `build`.
    fn command(self, build: &Path) -> Result<Command, Failed> {
        let drivers = root().join("tests/snippets/drivers");
        let with = |program: &str, driver: &str| {
            let mut command = Command::new(program);
            command.arg(drivers.join(driver)).arg(snippets());
            command
        };
        Ok(match self {
            Self::Node => with("node", "driver.mjs"),
            Self::Php => with("php", "driver.php"),
            Self::Python => {
                let mut command = with("python3", "driver.py");
                // Nothing but the standard library is asked for: openssl encrypts.
                command
                    .arg("--stand-in")
                    .env("PYTHONDONTWRITEBYTECODE", "1");
                command
            }
            Self::Java => java(&drivers, build)?,
            Self::Go => go(&drivers, build)?,
        })
    }
}

fn java(drivers: &Path, build: &Path) -> Result<Command, Failed> {
    let mut compile = Command::new("javac");
    compile
        .args([
            "-encoding",
            "UTF-8",
            "-Xlint:all,-auxiliaryclass",
            "-Werror",
            "-d",
        ])
        .arg(build);
    compile.args(files("java.java")?);
    compile.arg(drivers.join("Driver.java"));
    compile.arg(drivers.join("jakarta/servlet/http/HttpServletResponse.java"));
    succeed(&mut compile)?;
    let mut command = Command::new("java");
    command
        .args(["-Dfile.encoding=UTF-8", "-cp"])
        .arg(build)
        .arg("Driver");
    Ok(command)
}

fn go(drivers: &Path, build: &Path) -> Result<Command, Failed> {
    let package = build.join("marketplace");
    fs::create_dir(&package)?;
    fs::write(build.join("go.mod"), "module snippets\n\ngo 1.18\n")?;
    fs::copy(drivers.join("driver.go"), build.join("driver.go"))?;
    for file in files("go.go")? {
        let topic = file.parent().and_then(Path::file_name).ok_or("a topic")?;
        let name = topic.to_string_lossy().replace('-', "_");
        fs::copy(&file, package.join(format!("{name}_snippet.go")))?;
    }
    let binary = build.join("driver");
    let mut vet = Command::new("go");
    vet.args(["vet", "./..."]).current_dir(build);
    succeed(&mut vet)?;
    let mut compile = Command::new("go");
    compile
        .args(["build", "-o"])
        .arg(&binary)
        .arg(".")
        .current_dir(build);
    succeed(&mut compile)?;
    Ok(Command::new(binary))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn snippets() -> PathBuf {
    root().join("snippets")
}

/// The files of that name, one a topic.
fn files(name: &str) -> Result<Vec<PathBuf>, Failed> {
    let mut files = Vec::new();
    for topic in fs::read_dir(snippets())? {
        files.push(topic?.path().join(name));
    }
    files.sort();
    Ok(files)
}

fn succeed(command: &mut Command) -> Result<(), Failed> {
    let output = command.output().map_err(|error| missing(command, &error))?;
    if output.status.success() {
        return Ok(());
    }
    let told = [output.stdout, output.stderr].concat();
    Err(String::from_utf8_lossy(&told).into_owned().into())
}

fn missing(command: &Command, error: &std::io::Error) -> Failed {
    let program = command.get_program();
    let program = Path::new(program).file_name().unwrap_or(OsStr::new("?"));
    format!(
        "{} cannot be run: {error} (.ci/install installs it)",
        program.display()
    )
    .into()
}
