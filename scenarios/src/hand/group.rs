//! A process with everything that it starts.

use std::process::ExitStatus;

use tokio::process::{Child, Command};

use super::shell::keep_apart;

/// A child that leads a process group of its own: a shell, a launcher and their workers are signalled
/// with it, and Ctrl-C at galleria's terminal does not reach them. The group ends with this value.
///
/// Where there are no such groups it is the child alone.
#[derive(Debug)]
pub struct Group(Child);

impl Group {
    /// Starts the command. What it writes goes to galleria's standard error, or nowhere where it is to
    /// be `quiet`.
    ///
    /// # Errors
    /// Where the system cannot.
    pub fn spawn(mut command: Command, quiet: bool) -> std::io::Result<Group> {
        keep_apart(&mut command, quiet);
        #[cfg(unix)]
        command.process_group(0);
        command.spawn().map(Group)
    }

    /// How the child ended, if it did.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.0.try_wait().ok().flatten()
    }

    /// Asks the group to end; where there are no groups, ends the child.
    pub fn ask(&mut self) {
        #[cfg(unix)]
        self.signal(rustix::process::Signal::TERM);
        #[cfg(not(unix))]
        let _ = self.0.start_kill();
    }

    /// Kills the group and waits for the child. Tells what is left of the group, which may take a
    /// moment to go.
    pub(super) async fn kill(mut self) -> Rest {
        let rest = Rest::of(&self.0);
        #[cfg(unix)]
        self.signal(rustix::process::Signal::KILL);
        // A child that is dead already is as good as killed.
        let _ = self.0.kill().await;
        rest
    }

    /// To the whole group, as long as its first process is there, so that the number is its own. Whoever
    /// is gone already hears nothing.
    #[cfg(unix)]
    fn signal(&self, signal: rustix::process::Signal) {
        if let Some(group) = Rest::of(&self.0).0 {
            let _ = rustix::process::kill_process_group(group, signal);
        }
    }
}

#[cfg(unix)]
impl Drop for Group {
    fn drop(&mut self) {
        self.signal(rustix::process::Signal::KILL);
    }
}

/// What may be left of a group whose child was killed.
#[derive(Debug)]
pub(super) struct Rest(#[cfg(unix)] Option<rustix::process::Pid>);

#[cfg(unix)]
impl Rest {
    fn of(child: &Child) -> Rest {
        let id = child.id().and_then(|id| i32::try_from(id).ok());
        Rest(id.and_then(rustix::process::Pid::from_raw))
    }

    /// Whether nobody is left.
    pub(super) fn is_gone(&self) -> bool {
        let group = self.0;
        group.is_none_or(|group| rustix::process::test_kill_process_group(group).is_err())
    }
}

#[cfg(not(unix))]
impl Rest {
    fn of(_child: &Child) -> Rest {
        Rest()
    }

    pub(super) fn is_gone(&self) -> bool {
        false
    }
}
