//! People's names.

use crate::text::{Rule, is_hidden, plain};
use crate::{DELETED_NAME, ValueError};
use unicode_security::skeleton;

/// A person's name as shown to others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName(String);

const NAME: Rule = Rule {
    min: 1,
    max: 80,
    one_line: true,
};

/// Names that speak for the platform. Compared by their skeleton, without spaces and signs.
const RESERVED: [&str; 12] = [
    "admin",
    "administrator",
    "moderator",
    "support",
    "customersupport",
    "supportteam",
    "system",
    "staff",
    "security",
    "helpdesk",
    "billing",
    "null",
];

/// The ends of addresses that people are sent to. A name with one would be a link wherever mail programs make them.
const TOP_LEVEL: [&str; 22] = [
    "com", "net", "org", "info", "biz", "io", "co", "app", "dev", "xyz", "site", "online", "shop", "top",
    "link", "click", "live", "me", "ru", "cn", "example", "test",
];

impl PersonName {
    /// Parses it: 1 to 80 characters on one line, spaces folded. Refuses addresses, invisible characters, and names that
    /// look like the platform's own (confusables by UTS 39).
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if folded.is_empty() {
            return Err(ValueError::new("required", "Enter your name."));
        }
        let name = plain(&folded, NAME).map_err(in_words)?;
        if folded.chars().any(is_hidden) {
            return Err(ValueError::new(
                "invisible_character",
                "Remove the invisible characters.",
            ));
        }
        if is_address(&name) {
            return Err(ValueError::new(
                "address_in_name",
                "Enter your name alone, without an address.",
            ));
        }
        if is_reserved(&name) {
            return Err(ValueError::new(
                "reserved_name",
                "This name could be taken for ProConnect's own. Choose another.",
            ));
        }
        Ok(Self(name))
    }
    /// The name.
    pub fn into_string(self) -> String {
        self.0
    }
}

fn in_words(error: ValueError) -> ValueError {
    match error.code {
        "required" => ValueError::new("required", "Enter your name."),
        _ => error,
    }
}

/// Whether mail programs and browsers would make a link of it: `@`, `://`, or a word such as `evil.example`.
fn is_address(name: &str) -> bool {
    let is_host = |word: &str| {
        let word = word
            .trim_matches(|letter: char| !letter.is_alphanumeric())
            .to_lowercase();
        let (before, end) = word.rsplit_once('.').unwrap_or_default();
        word.starts_with("www.") || (before.chars().count() > 1 && TOP_LEVEL.contains(&end))
    };
    name.contains(['@', '/', '\\', '＠', '／']) || name.split_whitespace().any(is_host)
}

/// Whether it reads as a name of the platform's: with other letters that look alike, in any case, with spaces or signs.
fn is_reserved(name: &str) -> bool {
    let looks = looks(name);
    is_ours(name)
        || looks == like(&bare(DELETED_NAME))
        || RESERVED.iter().any(|reserved| looks == like(reserved))
}

/// Whether the platform's own name stands in it, in the same sense.
pub(crate) fn is_ours(name: &str) -> bool {
    looks(name).contains(&like("proconnect"))
}

fn looks(name: &str) -> String {
    bare(&skeleton(&name.to_lowercase()).collect::<String>())
}

fn like(reserved: &str) -> String {
    bare(&skeleton(reserved).collect::<String>())
}

fn bare(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect::<String>()
        .to_lowercase()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn code(name: &str) -> &'static str {
        PersonName::parse(name).unwrap_err().code
    }

    #[test]
    fn people_are_welcome_as_they_are_called() {
        for name in [
            "O'Brien-Łuczak",
            "X",
            "李",
            "Nguyễn Thị Minh",
            "محمد",
            "שרה כהן",
            "J.R.R. Tolkien",
            "Dr. St.John",
            "می‌نا",
            "Ada 👩‍💻",
            "Martin Luther King Jr.",
            "Jean-Luc",
            "Adminah",
            "Supporta",
            "system76",
        ] {
            assert_eq!(PersonName::parse(name).unwrap().into_string(), name);
        }
        assert_eq!(
            PersonName::parse("  Ada \t Lovelace ").unwrap().into_string(),
            "Ada Lovelace"
        );
        assert_eq!(PersonName::parse("Jose\u{301}").unwrap().into_string(), "José");
    }

    #[test]
    fn names_are_no_disguise() {
        for name in [
            "ProConnect Support",
            "PRO-CONNECT",
            "Рrоconnect",
            "admin",
            "Αdmin",
            "a d m i n",
            "Deleted account",
            "DELETED ACCOUNT",
            "Support",
        ] {
            assert_eq!(code(name), "reserved_name", "{name}");
        }
        assert_eq!(code("\u{202e}moc.live"), "bidi_control");
        assert_eq!(code("Ada\u{200b}Lovelace"), "invisible_character");
        for blank in ["", " ", "\u{200b}", "\u{3164}", "\u{2800}"] {
            assert_eq!(code(blank), "required", "{blank:?}");
        }
        assert_eq!(code(&"a".repeat(81)), "too_long");
        assert_eq!(code("a\u{7}b"), "control_character");
    }

    #[test]
    fn names_are_no_addresses() {
        for name in [
            "you won $900: https://evil.example/claim?id=7 Now enter the code below",
            "evil.example",
            "www.evil",
            "ada@example.com",
            "Visit evil.com!",
            "a/b",
            "Ada (evil.ru)",
        ] {
            assert_eq!(code(name), "address_in_name", "{name}");
        }
    }
}
