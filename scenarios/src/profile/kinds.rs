//! The kinds of products that the marketplace sells, and which interface each needs of its seller.

/// A kind of product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProductKind {
    /// What it is called.
    pub name: &'static str,
    /// The rule books that judge its interface; none where there is no interface to be judged.
    pub books: &'static [&'static str],
    /// Whether its seller may have an address for the notice of orders (orderNotify).
    pub notified: bool,
    /// What its seller has to have.
    pub needs: &'static str,
}

/// Every kind of product that the vendor's pages name.
pub const PRODUCT_KINDS: [ProductKind; 11] = [
    ProductKind {
        name: "SaaS",
        books: &["cn-v1", "cn-v2", "eu-v2", "intl-v1", "intl-v2"],
        notified: true,
        needs: "a production interface of V2.0; of V1.0 where it went on sale by that guide",
    },
    ProductKind {
        name: "SaaS of joint operation",
        books: &["cn-v1", "cn-v2"],
        notified: true,
        needs: "that of a SaaS product, and the kit below the same address: add --with kit",
    },
    ProductKind {
        name: "licence of the older guide",
        books: &["licence-old"],
        notified: true,
        needs: "a production interface of four scenes, of which getLicense answers with the licence",
    },
    ProductKind {
        name: "licence that is opened online",
        books: &["licence-online"],
        notified: true,
        needs: "a production interface of five scenes, and the upload of licences by the open API",
    },
    ProductKind {
        name: "licence with an authorisation code",
        books: &["licence-code"],
        notified: true,
        needs: "calls of the open APIs by the software, which activate and query codes; refreshLicenseCode, \
                updateLicenseCodeStatus and releaseLicenseCode are optional",
    },
    ProductKind {
        name: "gateway of agents",
        books: &[],
        notified: true,
        needs: "no production interface: a backend behind the marketplace's gateway, which bills its answers; \
                galleria gateway-test tries it",
    },
    ProductKind {
        name: "API by the API gateway",
        books: &[],
        notified: true,
        needs: "no production interface: the gateway authenticates and bills every call",
    },
    ProductKind {
        name: "hardware",
        books: &[],
        notified: true,
        needs: "no production interface",
    },
    ProductKind {
        name: "manual service",
        books: &[],
        notified: true,
        needs: "no production interface",
    },
    ProductKind {
        name: "AI assets and data",
        books: &[],
        notified: true,
        needs: "no production interface of its own on the pages that were seen",
    },
    ProductKind {
        name: "image",
        books: &[],
        notified: false,
        needs: "no production interface",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile;

    #[test]
    fn every_book_is_of_a_kind_and_every_kind_names_books_that_there_are() {
        let known = profile::names();
        let named = || PRODUCT_KINDS.iter().flat_map(|kind| kind.books);
        for book in named() {
            assert!(known.contains(book), "{book}");
        }
        for book in known {
            assert!(named().any(|named| *named == book), "{book}");
        }
    }
}
