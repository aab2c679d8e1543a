//! Certificates for sellers, made when they start: nobody else trusts them, and they are never kept.

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, KeyUsagePurpose,
    date_time_ymd,
};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use crate::door::Certificate;

/// Why no certificate could be made.
pub(super) type Failure = rcgen::Error;

type Authority = CertifiedIssuer<'static, KeyPair>;

/// What a server shows, and whom the marketplace is to trust.
pub(super) struct Papers {
    /// The server's certificate first, then those behind it.
    pub(super) chain: Vec<CertificateDer<'static>>,
    pub(super) key: PrivateKeyDer<'static>,
    /// The authority that the marketplace trusts, as PEM and as DER.
    pub(super) authority_pem: String,
    pub(super) authority: CertificateDer<'static>,
}

/// Makes the papers of a server for `host`.
pub(super) fn make(kind: Certificate, host: &str, now: DateTime<Utc>) -> Result<Papers, Failure> {
    let days = Days(now);
    let root = authority("galleria test authority", days, None)?;
    let own = KeyPair::generate()?;
    let mut params = CertificateParams::new(vec![named(kind, host)])?;
    params.distinguished_name = name(host);
    days.give(&mut params, validity(kind));
    let mut chain = Vec::new();
    match kind {
        Certificate::SelfSigned => chain.push(params.self_signed(&own)?.der().clone()),
        Certificate::ThroughIntermediate | Certificate::WithoutIntermediate => {
            let between = authority("galleria test intermediate", days, Some(&root))?;
            chain.push(params.signed_by(&own, &between)?.der().clone());
            if kind == Certificate::ThroughIntermediate {
                chain.push(between.der().clone());
            }
        }
        Certificate::UnknownAuthority => {
            let stranger = authority("somebody's own authority", days, None)?;
            chain.push(params.signed_by(&own, &stranger)?.der().clone());
            chain.push(stranger.der().clone());
        }
        _ => chain.push(params.signed_by(&own, &root)?.der().clone()),
    }
    Ok(Papers {
        chain,
        key: PrivateKeyDer::Pkcs8(own.serialize_der().into()),
        authority_pem: root.pem(),
        authority: root.der().clone(),
    })
}

fn authority(called: &str, days: Days, above: Option<&Authority>) -> Result<Authority, Failure> {
    let mut params = CertificateParams::new(Vec::new())?;
    params.distinguished_name = name(called);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    days.give(&mut params, (-2, 60));
    let key = KeyPair::generate()?;
    match above {
        Some(above) => CertifiedIssuer::signed_by(params, key, above),
        None => CertifiedIssuer::self_signed(params, key),
    }
}

fn name(called: &str) -> rcgen::DistinguishedName {
    let mut name = rcgen::DistinguishedName::new();
    name.push(DnType::CommonName, called);
    name
}

/// The name that a certificate is for.
fn named(kind: Certificate, host: &str) -> String {
    match kind {
        Certificate::OtherHost => "another-host.example".to_owned(),
        Certificate::Wildcard => {
            let parent = host.split_once('.').map_or(host, |(_, parent)| parent);
            format!("*.{parent}")
        }
        _ => host.to_owned(),
    }
}

/// The days from now between which a certificate is valid.
fn validity(kind: Certificate) -> (i64, i64) {
    match kind {
        Certificate::Expired => (-40, -1),
        Certificate::NotYetValid => (2, 40),
        _ => (-1, 40),
    }
}

/// Days counted from now.
#[derive(Clone, Copy)]
struct Days(DateTime<Utc>);

impl Days {
    fn give(self, params: &mut CertificateParams, (from, to): (i64, i64)) {
        let day = |days| {
            let day = self.0 + TimeDelta::days(days);
            let number = |number: u32| u8::try_from(number).unwrap_or(1);
            date_time_ymd(day.year(), number(day.month()), number(day.day()))
        };
        params.not_before = day(from);
        params.not_after = day(to);
    }
}
