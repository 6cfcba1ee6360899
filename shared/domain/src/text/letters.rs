//! What single characters are: visible or not, spelling or disguise. Data: Unicode's, through ICU4X, which the
//! parser of addresses (UTS 46) links already.

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup};
use icu_properties::{CodePointMapData, CodePointSetData};

/// Marks on one letter: more than any script spells with (Tibetan and pointed Hebrew stay below), fewer than a stack
/// that runs into the lines around it.
const MOST_MARKS: usize = 6;

const COMPOSED: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
const COMPATIBLE: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfkc();

fn category(letter: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(letter)
}

/// The one spelling of a text: Unicode's composed normal form (NFC, UAX 15).
pub(crate) fn composed(text: &str) -> String {
    COMPOSED.normalize(text).into_owned()
}

/// The one spelling of a secret: NFKC, which makes full-width and half-width letters one as well.
pub(crate) fn compatible(text: &str) -> String {
    COMPATIBLE.normalize(text).into_owned()
}

/// Shows nothing: white space, controls, what Unicode says to ignore (fillers, zero-width characters, variation
/// selectors), and the Braille pattern without a dot.
pub(crate) fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control() || letter == '\u{2800}' || is_ignorable(letter)
}

fn is_ignorable(letter: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(letter)
}

/// Spells although it is invisible: the joiners of Persian, Indic scripts and emoji, variation selectors, the tags of
/// flags.
fn spells(letter: char) -> bool {
    matches!(letter, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0020}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Invisible and of no use in a text: soft hyphens, zero-width spaces, byte order marks, fillers.
pub(crate) fn is_hidden(letter: char) -> bool {
    is_ignorable(letter) && !spells(letter) && !reorders(letter) && !is_mark_of_direction(letter)
}

/// Changes the order in which what follows is shown (UAX 9): embeddings, overrides, isolates.
pub(crate) fn reorders(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Says in which direction a neutral character belongs, and reorders nothing else.
pub(crate) fn is_mark_of_direction(letter: char) -> bool {
    matches!(letter, '\u{200E}' | '\u{200F}' | '\u{061C}')
}

/// Whether more marks stand on one letter than any script needs.
pub(crate) fn has_stacked_marks(text: &str) -> bool {
    let mut marks = 0;
    text.chars().any(|letter| {
        let is_mark = GeneralCategoryGroup::Mark.contains(category(letter)) && !spells(letter);
        marks = if is_mark { marks + 1 } else { 0 };
        marks > MOST_MARKS
    })
}

/// The value of a decimal digit of any script. Unicode gives each script's digits ten places in a row, from zero on.
fn digit(letter: char) -> Option<char> {
    let is_digit =
        |code: u32| char::from_u32(code).is_some_and(|at| category(at) == GeneralCategory::DecimalNumber);
    if !is_digit(letter as u32) {
        return None;
    }
    let before = (0..letter as u32)
        .rev()
        .take_while(|code| is_digit(*code))
        .count();
    char::from_digit(u32::try_from(before % 10).ok()?, 10)
}

/// A code as people paste it: digits of any script are digits, separators and invisible characters are dropped. Other
/// characters stay, so that what is no code is not taken for one.
pub fn plain_digits(text: &str) -> String {
    let is_separator = |letter: &char| {
        is_blank(*letter)
            || GeneralCategoryGroup::DashPunctuation.contains(category(*letter))
            || *letter == '.'
    };
    let kept = text
        .chars()
        .filter(|letter| !is_separator(letter) && !reorders(*letter) && !is_mark_of_direction(*letter));
    kept.map(|letter| digit(letter).unwrap_or(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_as_people_paste_them() {
        for pasted in [
            "803550",
            " 803 550 ",
            "803-550",
            "803\u{a0}550",
            "８０３５５０",
            "٨٠٣٥٥٠",
            "803\u{200b}550",
            "\u{feff}803550",
            "803\u{2011}550",
            "\u{202a}803550\u{202c}",
            "8.0.3.5.5.0",
            "𝟾𝟶𝟹𝟻𝟻𝟶",
        ] {
            assert_eq!(plain_digits(pasted), "803550", "{pasted:?}");
        }
        assert_eq!(plain_digits("80355O"), "80355O");
        assert_eq!(plain_digits("①②③"), "①②③");
    }

    #[test]
    fn stacks_of_marks_are_no_spelling() {
        assert!(has_stacked_marks(&format!("Z{}algo", "\u{335}".repeat(12))));
        for spelling in ["Łuczak", "e\u{301}", "שָׁלוֹם", "བརྒྱད", "ก็", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "क्ष्म्य"]
        {
            assert!(!has_stacked_marks(spelling), "{spelling}");
        }
    }
}
