//! What people want on their invoices: legal names, addresses, tax numbers.

use crate::ValueError;
use crate::name::is_ours;
use crate::text::{Rule, compatible, is_hidden, plain};

/// How many lines an address has at most, besides place and country.
pub const MAX_ADDRESS_LINES: usize = 3;

/// The name that somebody's invoices are made out to or by: a person's or a company's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalName(String);

impl LegalName {
    /// Parses it: 1 to 150 characters on one line, spaces folded. Addresses may stand in it, since companies are called
    /// by theirs; a name that could be taken for the platform's own may not, since that issues invoices itself.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        const NAME: Rule = Rule {
            min: 1,
            max: 150,
            one_line: true,
        };
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = plain(&folded, NAME)?;
        if is_ours(&name) {
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

/// A tax number, such as for value-added tax: as it was typed, in capital letters and ASCII, with single spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaxNumber(String);

/// Latin letters and digits that a number has at least and at most, of all that tax offices give out.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=20;

/// What stands between them.
const SEPARATORS: [char; 4] = [' ', '-', '.', '/'];

/// Numbers for value-added tax by what they begin with: `9` is a digit, `A` a letter, `*` either. The structures that the
/// European Commission lists for VIES; Great Britain's are those of before, Switzerland's is that of its register (UID).
const VAT: [(&str, &[&str]); 29] = [
    ("AT", &["A99999999"]),
    ("BE", &["9999999999"]),
    ("BG", &["999999999", "9999999999"]),
    ("CY", &["99999999A"]),
    ("CZ", &["99999999", "999999999", "9999999999"]),
    ("DE", &["999999999"]),
    ("DK", &["99999999"]),
    ("EE", &["999999999"]),
    ("EL", &["999999999"]),
    ("ES", &["*9999999*"]),
    ("FI", &["99999999"]),
    ("FR", &["**999999999"]),
    ("GB", &["999999999", "999999999999", "AA999"]),
    ("HR", &["99999999999"]),
    ("HU", &["99999999"]),
    ("IE", &["9*99999A", "9999999AA"]),
    ("IT", &["99999999999"]),
    ("LT", &["999999999", "999999999999"]),
    ("LU", &["99999999"]),
    ("LV", &["99999999999"]),
    ("MT", &["99999999"]),
    ("NL", &["************"]),
    ("PL", &["9999999999"]),
    ("PT", &["999999999"]),
    (
        "RO",
        &[
            "99",
            "999",
            "9999",
            "99999",
            "999999",
            "9999999",
            "99999999",
            "999999999",
            "9999999999",
        ],
    ),
    ("SE", &["999999999999"]),
    ("SI", &["99999999"]),
    ("SK", &["9999999999"]),
    ("CHE", &["999999999"]),
];

/// What a Swiss number may end with: its tax, in three languages.
const SWISS_WORDS: [&str; 3] = ["MWST", "TVA", "IVA"];

impl TaxNumber {
    /// Parses it. Its shape is all that is looked at, for whether it was given out only a tax office knows: 4 to 20 Latin letters
    /// and digits, one digit at least, which spaces, hyphens, points and slashes may stand between. One that begins like
    /// a number for value-added tax of `country` must have that country's shape.
    pub fn parse(text: &str, country: Option<&str>) -> Result<Self, ValueError> {
        let text = compatible(text).to_uppercase();
        let text: String = text.chars().filter(|letter| !is_hidden(*letter)).collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return Err(ValueError::new("required", "Enter the number."));
        }
        let bare: String = text
            .chars()
            .filter(|letter| !SEPARATORS.contains(letter))
            .collect();
        let fits = bare.chars().all(|letter| letter.is_ascii_alphanumeric())
            && LENGTHS.contains(&bare.len())
            && bare.contains(|letter: char| letter.is_ascii_digit())
            // Otherwise nothing but separators could be added for ever.
            && text.len() <= 2 * LENGTHS.end();
        if !fits {
            return Err(ValueError::new(
                "invalid_tax_number",
                "Enter 4 to 20 letters and digits, such as DE123456789.",
            ));
        }
        if let Some(prefix) = country.and_then(|country| wrong_vat(&bare, country)) {
            let message = format!("A number that begins with {prefix} has another length or other letters.");
            return Err(ValueError::new("invalid_tax_number", message));
        }
        Ok(Self(text))
    }
    /// The number.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// What a country's numbers for value-added tax begin with.
fn prefix_of(country: &str) -> &str {
    match country {
        "GR" => "EL",
        "CH" => "CHE",
        other => other,
    }
}

/// The prefix of a number that has it and not its shape.
fn wrong_vat<'a>(bare: &str, country: &'a str) -> Option<&'a str> {
    let prefix = prefix_of(country);
    let (_, shapes) = VAT.iter().find(|(known, _)| *known == prefix)?;
    let mut rest = bare.strip_prefix(prefix)?;
    if prefix == "CHE" {
        let word = SWISS_WORDS.iter().find_map(|word| rest.strip_suffix(word));
        rest = word.unwrap_or(rest);
    }
    (!shapes.iter().any(|shape| has(rest, shape))).then_some(prefix)
}

fn has(text: &str, shape: &str) -> bool {
    let fits = |(letter, wanted): (char, char)| match wanted {
        '9' => letter.is_ascii_digit(),
        'A' => letter.is_ascii_uppercase(),
        _ => letter.is_ascii_alphanumeric(),
    };
    text.len() == shape.len() && text.chars().zip(shape.chars()).all(fits)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn number(text: &str, country: &str) -> Result<String, &'static str> {
        let country = (!country.is_empty()).then_some(country);
        let parsed = TaxNumber::parse(text, country);
        parsed.map(TaxNumber::into_string).map_err(|error| error.code)
    }

    #[test]
    fn numbers_stay_as_they_were_typed_in_one_spelling() {
        for (typed, country, kept) in [
            ("de123456789", "DE", "DE123456789"),
            ("  DE  123 456 789 ", "DE", "DE 123 456 789"),
            ("ＤＥ１２３４５６７８９", "DE", "DE123456789"),
            ("DE\u{200b}123456789", "DE", "DE123456789"),
            // A local number, which has no prefix.
            ("12/345/67890", "DE", "12/345/67890"),
            ("12.345.678/0001-95", "BR", "12.345.678/0001-95"),
            ("22AAAAA0000A1Z5", "IN", "22AAAAA0000A1Z5"),
            ("12-3456789", "US", "12-3456789"),
            ("EL123456789", "GR", "EL123456789"),
            ("CHE-123.456.789 MWST", "CH", "CHE-123.456.789 MWST"),
            ("che-123.456.789 tva", "CH", "CHE-123.456.789 TVA"),
            ("NL123456789B01", "NL", "NL123456789B01"),
            ("IE1A23456B", "IE", "IE1A23456B"),
            ("ESX1234567X", "ES", "ESX1234567X"),
            // Of another country than the address, such as a branch's: only its length is looked at.
            ("DE12345", "FR", "DE12345"),
            ("DE123456789", "", "DE123456789"),
        ] {
            assert_eq!(number(typed, country), Ok(kept.to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        assert_eq!(number("", "DE"), Err("required"));
        assert_eq!(number(" \u{200b} ", "DE"), Err("required"));
        let long = "1".repeat(21);
        let padded = format!("12{}34", "-".repeat(60));
        for (typed, country) in [
            ("123", "DE"),
            (long.as_str(), "US"),
            (padded.as_str(), "US"),
            ("none", "US"),
            ("=HYPERLINK(1)", "US"),
            ("ЕЕ123456789", "EE"),
            ("DE12345678", "DE"),
            ("DE 1234567890", "DE"),
            ("ATU1234567", "AT"),
            ("EL12345678", "GR"),
            ("CHE-123.456.78", "CH"),
            ("CHE-123.456.789 XYZ", "CH"),
            ("<b>1234</b>", "US"),
        ] {
            assert_eq!(number(typed, country), Err("invalid_tax_number"), "{typed}");
        }
    }

    #[test]
    fn names_are_those_of_companies_and_people() {
        for name in [
            "Łukasz Ðorđević",
            "株式会社 テスト",
            "Booking.com B.V.",
            "Müller & Söhne GmbH",
        ] {
            assert_eq!(LegalName::parse(name).unwrap().into_string(), name);
        }
        assert_eq!(LegalName::parse(" Ada \t Ltd ").unwrap().into_string(), "Ada Ltd");
        for (name, code) in [
            ("", "required"),
            ("Pro-Connect GmbH", "reserved_name"),
            ("Рroсonneсt Ltd", "reserved_name"),
            ("\u{202e}dtL adA", "bidi_control"),
        ] {
            assert_eq!(LegalName::parse(name).unwrap_err().code, code, "{name}");
        }
        assert_eq!(LegalName::parse(&"a".repeat(151)).unwrap_err().code, "too_long");
    }
}
