//! The words of a message, as they are looked for: without case, accents and width, by how they begin. Scripts that put no space
//! between words are looked for by pairs of letters.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, Script};
use std::collections::BTreeSet;

const DECOMPOSED: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfkd();

/// A word is kept by its beginning, in bytes at most: keys have their limit.
const LONGEST: usize = 64;

/// What a search is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    /// How words begin, each once; never empty.
    words: Vec<String>,
}

/// A text in the form in which letters are compared: compatible forms are one (`ﬁ`, full width), marks and case are gone, so that
/// `é` is `e`, `ё` is `е`, `İ` is `i`, and `ß` is `ss`. Everything else stands for itself.
pub fn folded(text: &str) -> String {
    let lower = DECOMPOSED.normalize(text).to_lowercase();
    let letters = DECOMPOSED.normalize(&lower);
    let mut folded = String::with_capacity(letters.len());
    for letter in letters.chars() {
        match letter {
            'ß' => folded.push_str("ss"),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            _ if category(letter) == GeneralCategory::NonspacingMark => {}
            _ => folded.push(letter),
        }
    }
    folded
}

fn category(letter: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(letter)
}

/// Whether a letter is of a script that puts no space between words.
fn is_unspaced(letter: char) -> bool {
    use Script as S;
    let script = CodePointMapData::<Script>::new().get(letter);
    [
        S::Han,
        S::Hiragana,
        S::Katakana,
        S::Thai,
        S::Lao,
        S::Khmer,
        S::Myanmar,
    ]
    .contains(&script)
}

/// Every word of a text under which it is found.
pub fn words(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for chunk in folded(text).split_whitespace() {
        // `c++`, `50%` and `a_b` are found as they are written, beside their parts.
        let whole = chunk.trim_matches(is_bracket);
        if whole.chars().any(|letter| !letter.is_alphanumeric()) && whole.chars().any(char::is_alphanumeric) {
            found.insert(cut(whole));
        }
        for part in chunk.split(|letter: char| !letter.is_alphanumeric()) {
            found.extend(pieces(part));
        }
    }
    found
}

/// What stands around words.
fn is_bracket(letter: char) -> bool {
    ".,;:!?\"'()[]{}<>«»“”„‘’‚…¡¿、。「」（）".contains(letter)
}

/// A word; of an unspaced script, its letters in pairs, and the last one alone.
fn pieces(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut found = Vec::new();
    for run in letters.chunk_by(|one, next| is_unspaced(*one) == is_unspaced(*next)) {
        match run.first().copied().is_some_and(is_unspaced) {
            false => found.push(cut(&run.iter().collect::<String>())),
            true => found.extend((0..run.len()).map(|at| run[at..].iter().take(2).collect())),
        }
    }
    found
}

fn cut(word: &str) -> String {
    word[..word.floor_char_boundary(LONGEST)].to_owned()
}

impl Sought {
    /// Reads what somebody looks for; nothing if there is no word of two letters in it, or of one in an unspaced script.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = Vec::new();
        for chunk in folded(text).split_whitespace() {
            let whole = chunk.trim_matches(is_bracket);
            let is_plain = whole.chars().all(char::is_alphanumeric);
            match is_plain {
                true => words.extend(pieces(whole)),
                false => words.push(cut(whole)),
            }
        }
        let carries = |word: &String| word.chars().nth(1).is_some() || word.chars().any(is_unspaced);
        words.sort();
        words.dedup();
        words.retain(|word| !word.is_empty());
        words.iter().any(carries).then_some(Self { words })
    }

    /// The word that says most: by it messages are looked for, and held to the others.
    pub fn key(&self) -> &str {
        let longest = self.words.iter().max_by_key(|word| word.chars().count());
        longest.map(String::as_str).unwrap_or_default()
    }

    /// The words, those that say most first.
    pub fn words(&self) -> Vec<&str> {
        let mut words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        words
    }

    /// Whether a text has all of them, each at the beginning of a word.
    pub fn is_in(&self, text: &str) -> bool {
        let words = words(text);
        self.words.iter().all(|sought| begins(&words, sought))
    }

    /// Where in a text they stand, in characters: whole words, so that no letter is torn from its marks; pairs in an unspaced
    /// script. In order, and none in another.
    pub fn places(&self, text: &str) -> Vec<(usize, usize)> {
        let letters: Vec<char> = text.chars().collect();
        let mut places: Vec<(usize, usize)> = Vec::new();
        let mut start = 0;
        for chunk in letters.chunk_by(|one, next| one.is_whitespace() == next.is_whitespace()) {
            let word: String = chunk.iter().collect();
            if self.words.iter().any(|sought| begins(&words(&word), sought)) {
                places.extend(self.within(chunk).map(|(from, to)| (start + from, start + to)));
            }
            start += chunk.len();
        }
        places
    }

    /// Where in a chunk without spaces: the whole of it, or of an unspaced script the letters that are sought.
    fn within(&self, chunk: &[char]) -> impl Iterator<Item = (usize, usize)> + use<> {
        let edge = |letter: &char| is_bracket(*letter);
        let from = chunk.iter().take_while(|letter| edge(letter)).count();
        let to = chunk.len() - chunk.iter().rev().take_while(|letter| edge(letter)).count();
        if !chunk.iter().copied().any(is_unspaced) {
            return vec![(from, to.max(from))].into_iter();
        }
        let mut found: Vec<(usize, usize)> = Vec::new();
        for at in 0..chunk.len() {
            let rest = folded(&chunk[at..].iter().collect::<String>());
            let Some(sought) = self.words.iter().find(|sought| rest.starts_with(sought.as_str())) else {
                continue;
            };
            let end = (at + sought.chars().count()).min(chunk.len());
            match found.last_mut().filter(|last| last.1 >= at) {
                Some(last) => last.1 = last.1.max(end),
                None => found.push((at, end)),
            }
        }
        found.into_iter()
    }
}

fn begins(words: &BTreeSet<String>, sought: &str) -> bool {
    let next = words.range(sought.to_owned()..).next();
    next.is_some_and(|word| word.starts_with(sought))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn finds(text: &str, query: &str) -> bool {
        Sought::parse(query).is_some_and(|sought| {
            let by_key = begins(&words(text), sought.key());
            let whole = sought.is_in(text);
            assert!(
                by_key || !whole,
                "{query:?} is in {text:?}, and its key does not lead there"
            );
            whole
        })
    }

    #[test]
    fn words_are_found_by_how_they_begin_whatever_their_case_accents_and_width() {
        for (text, queries) in [
            (
                "The logo for the bakery, please.",
                &["logo", "LOG", "bak", "bakery please", "“logo”"][..],
            ),
            ("Straße in Köln", &["strasse", "STRASSE", "Straß", "koln", "KÖLN"]),
            ("café", &["cafe", "cafe\u{301}", "CAFÉ"]),
            ("cafe\u{301}", &["café"]),
            ("ёлка", &["елка", "Ёлка"]),
            ("İstanbul", &["istanbul", "ISTANBUL", "ıstanbul"]),
            ("Ｌｏｇｏ ｶﾀﾛｸﾞ", &["logo", "カタログ"]),
            ("C++ and C#, 50% of a_b", &["c++", "C#", "50%", "a_b", "50"]),
            ("明日の納品書を送ります", &["納品", "納品書", "明日", "書", "す"]),
            ("ราคาเท่าไหร่", &["ราคา", "เท่า"]),
            ("물건을 보냈어요", &["물건", "보냈"]),
            ("Mail ada@example.com", &["ada@example", "example", "ada"]),
        ] {
            for query in queries {
                assert!(finds(text, query), "{query:?} in {text:?}");
            }
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for (text, query) in [
            ("The logo", "ogo"),
            ("The logo", "logo bakery"),
            ("C and CSS", "c++"),
            ("50 of them", "50%"),
            ("anything", "any%"),
            ("axb", "a_b"),
            ("明日の納品書", "品納"),
        ] {
            assert!(!finds(text, query), "{query:?} in {text:?}");
        }
        for query in ["", " ", "a", "%", "“”", "\u{200b}"] {
            assert_eq!(Sought::parse(query), None, "{query:?}");
        }
    }

    #[test]
    fn whole_words_are_marked_and_no_letter_is_torn_apart() {
        let marked = |text: &str, query: &str| -> Vec<String> {
            let letters: Vec<char> = text.chars().collect();
            let places = Sought::parse(query).unwrap().places(text);
            places
                .into_iter()
                .map(|(from, to)| letters[from..to].iter().collect())
                .collect()
        };
        assert_eq!(
            marked("Logos, a logo (and “logos”)", "logo"),
            ["Logos", "logo", "logos"]
        );
        assert_eq!(marked("cafe\u{301}s here", "café"), ["cafe\u{301}s"]);
        assert_eq!(marked("明日の納品書を送ります", "納品書"), ["納品書"]);
        assert_eq!(marked("bakery and logo", "logo bak"), ["bakery", "logo"]);
    }
}
