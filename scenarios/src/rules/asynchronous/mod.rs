//! Instances that are made behind the answer, which V2 allows [v2 §4.1, §4.2].

mod seen;

super::area! {
    asy001_pending_without_instance::ASY001,
    asy002_never_ready::ASY002,
    asy003_pending_query_fails::ASY003,
    asy004_pending_retry_diverges::ASY004,
}
