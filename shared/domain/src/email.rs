//! E-mail addresses.

use crate::ValueError;
use crate::text::{is_blank, is_hidden};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;
use std::fmt;

/// An e-mail address in the one form that is kept, compared and written to: ASCII, in lower case, the domain as UTS 46
/// turns it into the form of DNS (`xn--…`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Email(String);

impl Email {
    /// Parses it: one `@`, a local part of at most 64 bytes, a domain with a dot, 254 bytes in all (RFC 5321). A local part
    /// beyond ASCII (RFC 6531) is refused, since SES cannot send to it and no code would ever arrive.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim_matches(is_blank);
        let (local, domain) = text.split_once('@').ok_or_else(invalid)?;
        if text.chars().any(|letter| is_blank(letter) || is_hidden(letter)) {
            return Err(ValueError::new(
                "invalid_email",
                "Remove the spaces and invisible characters from the address.",
            ));
        }
        if !local.is_ascii() {
            let message = "We cannot send mail to this address. Use one whose part before the @ has only the letters a to z, digits and common signs.";
            return Err(ValueError::new("unsupported_email", message));
        }
        let local = local.to_ascii_lowercase();
        let domain = domain_of(domain).ok_or_else(invalid)?;
        let email = format!("{local}@{domain}");
        if is_local_part(&local) && email.len() <= 254 {
            Ok(Self(email))
        } else {
            Err(invalid())
        }
    }
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn invalid() -> ValueError {
    ValueError::new(
        "invalid_email",
        "Enter an e-mail address such as name@example.com.",
    )
}

fn is_local_part(local: &str) -> bool {
    let allowed = |letter: char| letter.is_ascii_graphic() && !"()<>,;:\\\"[]@".contains(letter);
    let dots_are_good = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    (1..=64).contains(&local.len()) && local.chars().all(allowed) && dots_are_good
}

/// The domain as DNS has it (UTS 46, non-transitional): full-width letters, composed and decomposed ones, and the punycode
/// of the same name all end as one.
fn domain_of(domain: &str) -> Option<String> {
    let ascii = idna::domain_to_ascii_cow(domain.as_bytes(), idna::AsciiDenyList::URL).ok()?;
    let label_is_good = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
    };
    let top = ascii.rsplit('.').next().unwrap_or_default();
    let is_number = top.chars().all(|letter| letter.is_ascii_digit());
    (ascii.contains('.') && ascii.split('.').all(label_is_good) && !is_number).then(|| ascii.into_owned())
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Email {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?)
            .map_err(|error| serde::de::Error::custom(error.message))
    }
}

impl JsonSchema for Email {
    fn schema_name() -> Cow<'static, str> {
        "Email".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "format": "email"})
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn one_address_has_one_form() {
        for (given, kept) in [
            (" Ada@Example.COM ", "ada@example.com"),
            ("\u{feff}ada@example.com\u{200b}", "ada@example.com"),
            ("ada@bücher.example", "ada@xn--bcher-kva.example"),
            ("ada@bu\u{308}cher.example", "ada@xn--bcher-kva.example"),
            ("ada@XN--BCHER-KVA.example", "ada@xn--bcher-kva.example"),
            ("ada@ｅxample.com", "ada@example.com"),
            ("o'brien+x@example.com", "o'brien+x@example.com"),
        ] {
            assert_eq!(Email::parse(given).unwrap().as_str(), kept, "{given:?}");
        }
    }

    #[test]
    fn what_cannot_be_reached_is_refused_with_a_reason() {
        for bad in [
            "",
            "a",
            "a@b",
            "@example.com",
            "a@@b.co",
            "a b@c.de",
            "a@-x.de",
            "a@x..de",
            ".a@x.de",
            "a@x.de\n b",
            "a@1.2.3.4",
            "a\u{200b}b@example.com",
            "a@exam\u{ad}ple.com",
            "a@exam\u{200b}ple.com",
            "a@x_y.de",
            "a@b.co@c.de",
        ] {
            assert_eq!(Email::parse(bad).unwrap_err().code, "invalid_email", "{bad:?}");
        }
        for bad in ["é@example.com", "e\u{301}@example.com", "İ@example.com"] {
            assert_eq!(
                Email::parse(bad).unwrap_err().code,
                "unsupported_email",
                "{bad:?}"
            );
        }
        assert!(Email::parse(&format!("{}@example.com", "a".repeat(65))).is_err());
        assert!(Email::parse(&format!("a@{}.com", "a".repeat(64))).is_err());
    }
}
