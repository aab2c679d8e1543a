//! Many peers proved on all processors.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::matrix::{Proof, prove};
use super::peer::Peer;

/// Proves peers side by side, and gives their proofs in the order of the peers. `proved` is called
/// behind each, in no order.
///
/// # Panics
/// Where a proof panics.
pub fn prove_all(peers: &[Peer], proved: impl Fn() + Sync) -> io::Result<Vec<Proof>> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let take = || {
        let number = next.fetch_add(1, Ordering::Relaxed);
        peers.get(number).map(|peer| (number, peer))
    };
    let work = || -> io::Result<Vec<(usize, Proof)>> {
        let mut proofs = Vec::new();
        while let Some((number, peer)) = take() {
            proofs.push((number, prove(peer)?));
            proved();
        }
        Ok(proofs)
    };
    let mut proofs: Vec<(usize, Proof)> = Vec::new();
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
