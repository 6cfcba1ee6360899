//! Texts that people type, parsed into something that is safe to keep and to show beside other people's.

mod letters;
mod markup;
mod rich;
mod short;
mod skills;

pub use letters::plain_digits;
pub(crate) use letters::{compatible, composed, is_blank, is_hidden, is_mark_of_direction, reorders};
pub use rich::{RichText, summary};
pub(crate) use short::{Rule, plain};
pub use skills::{Skill, Skills};

use crate::ValueError;

/// Plain text of `MIN` to `MAX` characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<const MIN: usize, const MAX: usize>(String);

impl<const MIN: usize, const MAX: usize> Text<MIN, MAX> {
    /// Parses it.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let rule = Rule {
            min: MIN,
            max: MAX,
            one_line: false,
        };
        plain(text, rule).map(Self)
    }
    /// The text.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// One line of `MIN` to `MAX` characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<const MIN: usize, const MAX: usize>(String);

impl<const MIN: usize, const MAX: usize> Line<MIN, MAX> {
    /// Parses it.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let rule = Rule {
            min: MIN,
            max: MAX,
            one_line: true,
        };
        plain(text, rule).map(Self)
    }
    /// The text.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// A title: one line of 5 to 120 characters.
pub type Title = Line<5, 120>;

/// A place, in the person's own words; empty means none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location;

impl Location {
    /// Parses it: at most 100 characters on one line.
    pub fn parse(text: &str) -> Result<Option<String>, ValueError> {
        let rule = Rule {
            min: 0,
            max: 100,
            one_line: true,
        };
        plain(text, rule).map(|text| (!text.is_empty()).then_some(text))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_one_line() {
        assert_eq!(Title::parse("  A logo  ").unwrap().into_string(), "A logo");
        assert_eq!(Title::parse("Hi").unwrap_err().code, "too_short");
        assert_eq!(Title::parse("two\nlines here").unwrap_err().code, "line_break");
        assert_eq!(
            Title::parse("bell \u{7} bell").unwrap_err().code,
            "control_character"
        );
        assert_eq!(
            Title::parse("\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}")
                .unwrap_err()
                .code,
            "required"
        );
        assert_eq!(Location::parse(" ").unwrap(), None);
    }
}
