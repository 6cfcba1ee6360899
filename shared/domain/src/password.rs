//! New passwords.

use crate::passwords::is_common;
use crate::text::compatible;
use crate::{Email, ValueError};
use std::collections::BTreeSet;
use std::fmt;

/// bcrypt takes no more bytes.
const MOST_BYTES: usize = 72;
/// No spelling of so many bytes comes down to 72.
const UNREAD: usize = 1024;
/// Characters at least (NIST SP 800-63B-4 asks for 8 beside a second factor and 15 alone; a list of common ones and the
/// limits on tries stand beside it).
const LEAST_CHARACTERS: usize = 10;
/// Different characters at least: fewer are a row of one key.
const LEAST_DIFFERENT: usize = 5;

/// A new password. Never printed: it has no `Display`, and its `Debug` says nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// Parses it: 10 characters to 72 bytes (bcrypt takes no more), and not one that everybody tries first.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        if text.contains('\0') {
            return Err(ValueError::new("control_character", "Remove the NUL character."));
        }
        // Before anything is made of it: one letter may become eighteen (NFKC).
        if text.len() > UNREAD {
            return Err(ValueError::new("too_long", "Use at most 72 bytes."));
        }
        let text = one_spelling(text);
        if text.chars().count() < LEAST_CHARACTERS {
            return Err(ValueError::new("too_short", "Use at least 10 characters."));
        }
        if text.len() > MOST_BYTES {
            let message = "Use at most 72 bytes: 72 letters without accents, fewer with them.";
            return Err(ValueError::new("too_long", message));
        }
        if is_trivial(&text) {
            return Err(ValueError::new(
                "trivial_password",
                "Use more different characters, not the same few again and again.",
            ));
        }
        if is_common(&text) {
            return Err(ValueError::new(
                "common_password",
                "This password is among the first that attackers try.",
            ));
        }
        Ok(Self(text))
    }
    /// Refuses it for somebody whose address or name it is: that is tried on their account before any list.
    pub fn not_about(&self, email: &Email, name: &str) -> Result<(), ValueError> {
        let bare = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
        let password = bare(&self.0);
        let local = email.as_str().split('@').next().unwrap_or_default();
        if [email.as_str(), local, &bare(name)].contains(&password.as_str()) {
            return Err(ValueError::new(
                "personal_password",
                "This is your own name or address, which attackers try first.",
            ));
        }
        Ok(())
    }
    /// The password itself, to hash it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// The same password from any keyboard: composed and decomposed, full-width and half-width letters are one. NFKC, one of
/// the two normal forms that NIST SP 800-63B asks for before hashing.
pub fn one_spelling(text: &str) -> String {
    compatible(text)
}

/// A few characters over and over, or a short piece repeated, or one row of neighbours: `aaaaaaaaaa`, ten spaces,
/// `abcabcabcabc`, `0123456789`.
fn is_trivial(text: &str) -> bool {
    let letters: Vec<char> = text.to_lowercase().chars().collect();
    let different = letters.iter().collect::<BTreeSet<_>>().len();
    let repeats = |length: usize| {
        letters
            .iter()
            .zip(&letters[length..])
            .all(|(one, next)| one == next)
    };
    let steps: BTreeSet<i64> = letters
        .windows(2)
        .map(|pair| i64::from(pair[1] as u32) - i64::from(pair[0] as u32))
        .collect();
    different < LEAST_DIFFERENT || (1..=letters.len() / 2).any(repeats) || steps.len() == 1
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn code(password: &str) -> &'static str {
        Password::parse(password).unwrap_err().code
    }

    #[test]
    fn length_is_in_characters_below_and_in_bytes_above() {
        assert_eq!(code("short"), "too_short");
        assert_eq!(code("🔑🔑🔑"), "too_short");
        assert_eq!(code(&"aéb1x".repeat(13)), "too_long");
        assert_eq!(code("correct\0horse"), "control_character");
        assert!(Password::parse("🔑🗝️🔒🔓📎✂️📌🧷🖇️📐").is_ok());
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        assert_eq!(code("Password123"), "common_password");
        for trivial in [
            "          ",
            "\t\t\t\t\t\t\t\t\t\t",
            &"a".repeat(72),
            "abcabcabcabc",
            "0123456789",
            "zyxwvutsrq",
            "abababababab",
            "aaaaabbbbb",
        ] {
            assert_eq!(code(trivial), "trivial_password", "{trivial:?}");
        }
        let password = Password::parse("correct horse").unwrap();
        assert_eq!(format!("{password:?}"), "Password(…)");
    }

    #[test]
    fn every_keyboard_types_the_same_password() {
        let composed = Password::parse("caf\u{e9} au lait").unwrap();
        assert_eq!(composed, Password::parse("cafe\u{301} au lait").unwrap());
        assert_eq!(one_spelling("cafe\u{301}"), "caf\u{e9}");
    }
}
