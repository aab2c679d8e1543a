//! The areas of rules by their letters.

const TITLES: &[(&str, &str)] = &[
    ("TRN", "Transport"),
    ("SIG", "The answer's signature"),
    ("AUT", "The request's signature"),
    ("FLD", "The answer's body"),
    ("ENC", "Credentials"),
    ("IDM", "Repeats"),
    ("LIF", "The life of an instance"),
    ("TST", "The debug step and the dial test"),
    ("ASY", "Asynchronous creation"),
    ("KIT", "Kit"),
    ("NTF", "Notices of orders"),
    ("LIC", "Licences"),
    ("SSO", "Login"),
    ("OPN", "Open APIs"),
];

/// The title of an area; its letters where it has none.
pub fn title(area: &str) -> &str {
    TITLES
        .iter()
        .find(|(letters, _)| *letters == area)
        .map_or(area, |(_, title)| title)
}
