//! Chat: what a message may be, and how often somebody writes.

mod elsewhere;
mod words;

use crate::{RateLimit, Text, ValueError};
use std::time::Duration;
use unicode_segmentation::UnicodeSegmentation as _;

pub use elsewhere::{Elsewhere, elsewhere};
pub use words::{Sought, folded, words};

/// How long a message can be edited by whoever sent it. It can be deleted at any time.
pub const EDIT_PERIOD: Duration = Duration::from_secs(15 * 60);

/// How often somebody may write into one room: faster than anybody types, and no flood.
pub const MESSAGES_OF_A_PERSON: RateLimit = RateLimit {
    burst: 30,
    every: Duration::from_secs(1),
};

/// How often somebody says that they are writing: a page does so every few seconds.
pub const TYPING_OF_A_PERSON: RateLimit = RateLimit {
    burst: 10,
    every: Duration::from_secs(2),
};

/// How often somebody says that they have come back to their windows, or turned away from them.
pub const PRESENCE_OF_A_PERSON: RateLimit = RateLimit {
    burst: 20,
    every: Duration::from_secs(10),
};

/// A window asks every five minutes whether the server is there. One that has missed two turns is not there itself.
pub const SILENCE: Duration = Duration::from_secs(11 * 60);

/// How much of a message a list of rooms shows, in code points. A letter with its marks, or an emoji made of several, is shown whole
/// or not at all.
const PREVIEW: usize = 120;

/// The text of a message, plain, of at most 8,000 characters: code points, as JavaScript counts with `[...text].length`. It
/// may be empty where files go with it. Line breaks stay.
pub fn message_text(text: &str, has_files: bool) -> Result<String, ValueError> {
    let text = Text::<0, 8000>::parse(text)?.into_string();
    match text.is_empty() && !has_files {
        true => Err(ValueError::new("required", "Write at least 1 character.")),
        false => Ok(text),
    }
}

/// The beginning of a message on one line, as a list of rooms shows it.
pub fn preview(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = words.char_indices().nth(PREVIEW) else {
        return words;
    };
    let letters = words.grapheme_indices(true).map(|(start, _)| start);
    let whole = letters.take_while(|start| *start <= end).last();
    // Of a letter that is longer than all that is shown, its beginning.
    let end = whole.filter(|end| *end > 0).unwrap_or(end);
    format!("{}…", words[..end].trim_end())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_message_says_something_or_brings_a_file() {
        assert_eq!(message_text(" Hello\r\nthere ", false).unwrap(), "Hello\nthere");
        for nothing in ["", " \n "] {
            assert_eq!(message_text(nothing, true).unwrap(), "");
        }
        for (text, has_files, code) in [
            ("", false, "required"),
            ("\u{200b}\u{3164}", false, "required"),
            ("bell\u{7}", false, "control_character"),
            (&format!("Z{}", "\u{301}".repeat(200)), false, "stacked_marks"),
            (&"\u{200b}".repeat(4000), false, "required"),
            (&"x".repeat(8001), false, "too_long"),
        ] {
            let refused = message_text(text, has_files).unwrap_err();
            assert_eq!(refused.code, code, "{text:?}");
        }
        let family = "👩‍👩‍👧‍👦🏳️‍🌈e\u{301}";
        assert_eq!(message_text(family, false).unwrap(), "👩‍👩‍👧‍👦🏳️‍🌈é");
        assert!(message_text(&"😀".repeat(8000), false).is_ok());
    }

    #[test]
    fn a_preview_is_one_line_and_never_cuts_a_letter() {
        assert_eq!(preview("Two\nlines\there"), "Two lines here");
        assert_eq!(preview(""), "");
        let long = preview(&"ä".repeat(200));
        assert_eq!(long.chars().count(), PREVIEW + 1);
        assert!(long.ends_with('…'));
        // The family begins within what is shown, and ends behind it.
        for letter in ["👩‍👩‍👧‍👦", "🇩🇪", "👍🏽", "n\u{308}\u{304}"] {
            let shown = preview(&format!("{}{letter} and more", "x".repeat(PREVIEW - 1)));
            assert_eq!(shown, format!("{}…", "x".repeat(PREVIEW - 1)), "{letter}");
        }
        assert_eq!(preview(&"\u{200d}".repeat(200)).chars().count(), PREVIEW + 1);
    }

    /// What the browser shows until the message is stored is what is stored: it reads the same file.
    #[test]
    fn a_text_is_kept_as_the_browser_shows_it_before() {
        let cases: Vec<(String, Option<String>)> =
            serde_json::from_str(include_str!("chat/kept.json")).unwrap();
        assert!(cases.len() >= 20);
        for (said, kept) in cases {
            assert_eq!(message_text(&said, false).ok(), kept, "{said:?}");
        }
    }
}
