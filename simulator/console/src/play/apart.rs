//! Work on a thread of its own, with a runtime of its own.

use tokio::sync::oneshot;

/// Does `work` on a thread of its own; `None` where the system gives no thread or runtime, or it panicked.
pub(crate) async fn apart<T, F>(work: impl FnOnce() -> F + Send + 'static) -> Option<T>
where
    T: Send + 'static,
    F: Future<Output = T>,
{
    let (done, result) = oneshot::channel();
    let thread = std::thread::Builder::new()
        .name("seller".to_owned())
        .spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            if let Ok(runtime) = runtime {
                // Nobody may be waiting any more.
                let _ = done.send(runtime.block_on(async { work().await }));
            }
        });
    thread.ok()?;
    result.await.ok()
}
