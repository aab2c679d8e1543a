//! The tables of sellers that differ in one part alone, which has a trait of decisions of its own.

/// Declares sellers that differ from the reference in the methods that are given, and their table. `$decides` is the
/// part's trait, and `$seat` makes a seller of whoever decides so.
macro_rules! part_sellers {
    ($area:literal, $decides:path, $seat:path;
     $($name:literal, $about:literal, $type:ident $(($field:ty))? { $($methods:tt)* })+) => {
        $(
            #[doc = $about]
            #[derive(Debug, Default)]
            struct $type $(($field))?;

            impl $decides for $type { $($methods)* }
        )+

        /// The table of them.
        pub(super) const ENTRIES: &[$crate::Entry] = &[$(
            $crate::Entry {
                name: $name,
                area: $area,
                about: $about,
                make: || std::sync::Arc::new($seat(Box::new(<$type>::default()))),
            },
        )+];
    };
}
pub(crate) use part_sellers;
