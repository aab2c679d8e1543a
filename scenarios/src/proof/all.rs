//! Many sellers proved on all processors.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::case::{Case, Shown};
use super::matrix::{Proof, prove};
use super::peer::Peer;

/// Proves peers side by side, and gives their proofs in the order of the peers. `proved` is called
/// behind each, in no order.
///
/// # Panics
/// Where a proof panics.
pub fn prove_all(peers: &[Peer], proved: impl Fn() + Sync) -> io::Result<Vec<Proof>> {
    side_by_side(peers, prove, proved)
}

/// The same of every kind of proof.
///
/// # Panics
/// Where a proof panics.
pub fn prove_cases(cases: &[Case], proved: impl Fn() + Sync) -> io::Result<Vec<Shown>> {
    side_by_side(cases, Case::prove, proved)
}

fn side_by_side<T: Sync, P: Send>(
    all: &[T],
    prove: impl Fn(&T) -> io::Result<P> + Sync,
    proved: impl Fn() + Sync,
) -> io::Result<Vec<P>> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let take = || {
        let number = next.fetch_add(1, Ordering::Relaxed);
        all.get(number).map(|one| (number, one))
    };
    let work = || -> io::Result<Vec<(usize, P)>> {
        let mut proofs = Vec::new();
        while let Some((number, one)) = take() {
            proofs.push((number, prove(one)?));
            proved();
        }
        Ok(proofs)
    };
    let mut proofs: Vec<(usize, P)> = Vec::new();
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            proofs.extend(worker.join().expect("no proof panics")?);
        }
        io::Result::Ok(())
    })?;
    proofs.sort_by_key(|(number, _)| *number);
    Ok(proofs.into_iter().map(|(_, proof)| proof).collect())
}
