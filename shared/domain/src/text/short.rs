//! Texts without formatting: one rule for all of them.

use super::letters::{composed, has_stacked_marks, is_blank, is_hidden, reorders};
use crate::ValueError;

/// What a text must be.
#[derive(Clone, Copy)]
pub(crate) struct Rule {
    /// Visible characters at least.
    pub(crate) min: usize,
    /// Characters at most.
    pub(crate) max: usize,
    /// A name or title: no line breaks, and nothing that changes the order of what stands around it.
    pub(crate) one_line: bool,
}

/// Brings a text into its one form and holds it to a rule: NFC, trimmed, without what is invisible and of no use.
pub(crate) fn plain(text: &str, rule: Rule) -> Result<String, ValueError> {
    // Before anything is made of it: letters have at most four bytes, and as many again may be what is dropped.
    if text.len() > 8 * rule.max + 1024 {
        return Err(too_long(rule));
    }
    let lines = text.replace("\r\n", "\n");
    let kept: String = lines.chars().filter(|letter| !is_hidden(*letter)).collect();
    let text = composed(&kept).trim().to_owned();
    check_length(&text, rule)?;
    check_letters(&text, rule)?;
    Ok(text)
}

fn check_length(text: &str, rule: Rule) -> Result<(), ValueError> {
    let visible = text.chars().filter(|letter| !is_blank(*letter)).count();
    let length = text.chars().count();
    if visible == 0 && (rule.min > 0 || length > 0) {
        return Err(ValueError::new("required", least(rule.min.max(1))));
    }
    if length < rule.min {
        return Err(ValueError::new("too_short", least(rule.min)));
    }
    if length > rule.max {
        return Err(too_long(rule));
    }
    Ok(())
}

fn too_long(rule: Rule) -> ValueError {
    let most = format!("Write at most {} characters.", rule.max);
    ValueError::new("too_long", most)
}

fn least(min: usize) -> String {
    format!(
        "Write at least {min} {}.",
        if min == 1 { "character" } else { "characters" }
    )
}

fn check_letters(text: &str, rule: Rule) -> Result<(), ValueError> {
    let refuse = |code, message: &str| Err(ValueError::new(code, message));
    let breaks = |letter: char| matches!(letter, '\n' | '\u{2028}' | '\u{2029}');
    if text
        .chars()
        .any(|letter| letter.is_control() && letter != '\n' && letter != '\t')
    {
        return refuse("control_character", "Remove the control characters.");
    }
    if rule.one_line && text.chars().any(breaks) {
        return refuse("line_break", "Write a single line.");
    }
    if rule.one_line && text.chars().any(reorders) {
        return refuse(
            "bidi_control",
            "Remove the characters that change the direction of the text.",
        );
    }
    if has_stacked_marks(text) {
        return refuse("stacked_marks", "Use fewer accents on one letter.");
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const LINE: Rule = Rule {
        min: 1,
        max: 20,
        one_line: true,
    };

    fn code(text: &str, rule: Rule) -> &'static str {
        plain(text, rule).unwrap_err().code
    }

    #[test]
    fn what_shows_nothing_is_empty() {
        for blank in [
            "",
            "  ",
            "\u{200b}\u{200b}",
            "\u{3164}\u{115f}",
            "\u{2800}\u{2800}",
            "\u{ad}",
            "\u{200d}\u{fe0f}",
            "\u{feff}",
        ] {
            assert_eq!(code(blank, LINE), "required", "{blank:?}");
        }
        assert_eq!(plain(" \u{200b} ", Rule { min: 0, ..LINE }), Ok(String::new()));
        assert_eq!(code("\u{2800}", Rule { min: 0, ..LINE }), "required");
    }

    #[test]
    fn one_text_has_one_form() {
        assert_eq!(plain("e\u{301}te\u{301}", LINE).unwrap(), "été");
        assert_eq!(
            plain("co\u{ad}op\u{200b}eration\u{feff}", LINE).unwrap(),
            "cooperation"
        );
        assert_eq!(
            plain(
                "a\r\nb",
                Rule {
                    one_line: false,
                    ..LINE
                }
            )
            .unwrap(),
            "a\nb"
        );
    }

    #[test]
    fn disguise_is_refused() {
        assert_eq!(code("\u{202e}moc.live", LINE), "bidi_control");
        assert_eq!(code("a\u{2028}b", LINE), "line_break");
        assert_eq!(code("bell\u{7}", LINE), "control_character");
        assert_eq!(code(&format!("Z{}", "\u{335}".repeat(9)), LINE), "stacked_marks");
    }

    #[test]
    fn spelling_is_welcome() {
        for text in [
            "O'Brien-Łuczak",
            "می‌خواهم",
            "👩‍💻",
            "שלום",
            "مرحبا",
            "李",
            "❤️",
            "X",
        ] {
            assert_eq!(plain(text, LINE).unwrap(), text);
        }
    }
}
