//! What people have typed, made safe for a subject line, a text part and a page.
//!
//! A line break in a subject would begin a header of the mail, and characters that turn the direction of text can make a
//! sentence or an address read as another (Unicode TR 36). Whatever goes into a template passes through here, also when it
//! is read from a queue. Markup is escaped by the templates.

use serde::{Deserialize, Serialize};
use std::fmt;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String")]
pub struct Line(String);

/// A longer text, whose line breaks are kept. It is only ever shown as a quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String")]
pub struct Lines(String);

/// Turns the direction of text, or is not seen at all. The joiners (U+200C, U+200D) stay: Persian words and emoji of
/// several parts need them.
fn deceives(letter: char) -> bool {
    matches!(letter, '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

fn breaks(letter: char) -> bool {
    matches!(letter, '\u{A}'..='\u{D}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Without what deceives or controls; runs of blanks and breaks become one space.
fn line(text: &str) -> String {
    let kept = text.chars().filter(|&letter| !deceives(letter));
    let spaced = kept.map(|letter| {
        if breaks(letter) || letter == '\t' {
            ' '
        } else {
            letter
        }
    });
    let plain: String = spaced.filter(|letter| !letter.is_control()).collect();
    let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self(line(text))
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<&str> for Lines {
    fn from(text: &str) -> Self {
        let lines: Vec<String> = text.replace("\r\n", "\n").split(breaks).map(line).collect();
        Self(lines.join("\n").trim_matches('\n').to_owned())
    }
}

impl From<String> for Lines {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Lines {
    /// Each line.
    pub fn each(&self) -> impl Iterator<Item = &str> {
        self.0.split('\n')
    }
}

/// A template could not be filled in. Nothing that the product puts into one can cause it.
#[derive(Debug, thiserror::Error)]
#[error("the mail could not be written: {0}")]
pub struct RenderError(#[from] askama::Error);

/// What a mail says, before it is laid out.
pub(crate) struct Words {
    pub(crate) subject: String,
    pub(crate) paragraphs: Vec<String>,
    /// What another person wrote, by lines.
    pub(crate) quote: Vec<String>,
    pub(crate) code: Option<String>,
    /// What the link is called; empty when there is none.
    pub(crate) action: String,
}

impl Words {
    /// From the blocks of a template: an empty line ends a paragraph, other line breaks only wrap the file. People's
    /// words have no line breaks here ([`Line`]).
    pub(crate) fn new(subject: &str, body: &str, action: &str) -> Self {
        let one_line = |text: &str| Line::from(text).to_string();
        let paragraphs = body.split("\n\n").map(one_line);
        Self {
            subject: one_line(subject),
            paragraphs: paragraphs.filter(|paragraph| !paragraph.is_empty()).collect(),
            quote: Vec::new(),
            code: None,
            action: one_line(action),
        }
    }

    pub(crate) fn with_code(self, code: &str) -> Self {
        Self {
            code: Some(code.to_owned()),
            ..self
        }
    }

    pub(crate) fn with_quote(self, text: &Lines) -> Self {
        Self {
            quote: text.each().map(str::to_owned).collect(),
            ..self
        }
    }

    /// What lists of mails show beside the subject.
    pub(crate) fn preheader(&self) -> &str {
        let first = self.paragraphs.first().or(self.quote.first());
        first.map_or("", String::as_str)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_line_cannot_become_two() {
        let line = Line::from("Logo\r\nBcc: all@example.com\u{2028}\u{85}\u{b}x\u{0}\ty");
        assert_eq!(line.to_string(), "Logo Bcc: all@example.com x y");
        let read: Line = serde_json::from_str(r#""  a\nb ""#).unwrap();
        assert_eq!(read, Line::from("a b"));
        assert_eq!(serde_json::to_string(&read).unwrap(), r#""a b""#);
    }

    #[test]
    fn nothing_turns_the_direction_of_text() {
        assert_eq!(
            Line::from("annex\u{202E}fdp\u{2066}.exe\u{FEFF}").to_string(),
            "annexfdp.exe"
        );
        assert_eq!(
            Line::from("👩\u{200D}💻 می\u{200C}خواهم").to_string(),
            "👩\u{200D}💻 می\u{200C}خواهم"
        );
    }

    #[test]
    fn a_longer_text_keeps_its_lines_and_nothing_else() {
        let lines = Lines::from("\nMore blue.\r\n\r\n  - the\u{202E} roof\u{0}\n- the door\n\n");
        let each: Vec<&str> = lines.each().collect();
        assert_eq!(each, ["More blue.", "", "- the roof", "- the door"]);
    }
}
