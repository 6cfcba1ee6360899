//! Whether a message offers to talk or to pay elsewhere. It is shown all the same, with a calm word to its reader: whoever pays
//! outside of the platform has nothing held for them. Rules are data; `elsewhere.tsv` has examples of both kinds.

use crate::Email;
use crate::error::listed_enum;
use crate::text::compatible;

listed_enum! {
    /// What of a message leads away from the platform.
    Elsewhere {
        /// An e-mail address.
        EmailAddress,
        /// A phone number.
        PhoneNumber,
        /// A messenger to go on with.
        Messenger,
        /// A way to pay that is not the platform's.
        Payment,
    }
}

/// A sentence with one of these and, where there are any, one of those as well, with commas between. Words are whole words.
struct Rule {
    kind: Elsewhere,
    names: &'static str,
    with: &'static str,
}

/// A messenger alone may be what the work is about: “a bot for Telegram”.
const RULES: [Rule; 5] = [
    Rule {
        kind: Elsewhere::Messenger,
        names: "whatsapp, whats app, telegram, wechat, viber, skype, discord, snapchat, facetime, signal, kakaotalk, \
                messenger, google chat, zalo, imessage",
        with: "write me, text me, message me, contact me, reach me, add me, call me, find me, ping me, write to me, \
                chat on, talk on, talk over, speak on, continue on, go on on, move to, switch to, do you have, \
                are you on, do you use, my number, your number, my id, your id, my handle, my username, dm me, \
                hit me up, i am on, i m on",
    },
    Rule {
        kind: Elsewhere::Messenger,
        names: "my whatsapp, your whatsapp, my telegram, your telegram, my skype, your skype, my wechat, \
                my signal number, my discord, whatsapp number",
        with: "",
    },
    Rule {
        kind: Elsewhere::Payment,
        names: "paypal, venmo, zelle, cash app, cashapp, western union, moneygram, revolut, payoneer, skrill, \
                bitcoin, btc, usdt, crypto, bank transfer, wire transfer, iban, gift cards, in cash",
        with: "pay me, pay you, send me, send you, send it, send the money, send the payment, i can pay, i will pay, \
                i ll pay, you can pay, can you pay, could you pay, i pay, my account, transfer me, \
                transfer the money, we can use, instead, directly",
    },
    Rule {
        kind: Elsewhere::Payment,
        names: "pay outside, pay me outside, pay you outside, pay off platform, paid outside, payment outside, \
                outside of proconnect, outside proconnect, outside the platform, outside of the platform, \
                outside this platform, off the platform, off platform, without proconnect",
        with: "",
    },
    Rule {
        kind: Elsewhere::Payment,
        names: "the fee, the fees, the platform fee, the platform s fee, platform fees, their fee, their fees, \
                the commission",
        with: "avoid, save, skip, get around, bypass, dodge, so we do not pay, so we don t pay",
    },
];

/// What in a text leads away from the platform; each kind once.
pub fn elsewhere(text: &str) -> Vec<Elsewhere> {
    let text = compatible(text).to_lowercase();
    let mut found = Vec::new();
    if text.split_whitespace().any(is_address) || spells_address(&text) {
        found.push(Elsewhere::EmailAddress);
    }
    if has_phone_number(&text) {
        found.push(Elsewhere::PhoneNumber);
    }
    if ["t.me/", "wa.me/", "discord.gg/", "chat.whatsapp.com/"]
        .iter()
        .any(|link| text.contains(link))
    {
        found.push(Elsewhere::Messenger);
    }
    for sentence in text
        .split(['\n', '!', '?', ';'])
        .flat_map(|part| part.split(". "))
    {
        let words = words(sentence);
        let has = |phrases: &str| phrases.split(", ").any(|phrase| has_phrase(&words, phrase));
        let applies = |rule: &&Rule| has(rule.names) && (rule.with.is_empty() || has(rule.with));
        found.extend(RULES.iter().filter(applies).map(|rule| rule.kind));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The words of a sentence, each between two spaces.
fn words(sentence: &str) -> String {
    let letters = sentence
        .chars()
        .map(|letter| if letter.is_alphanumeric() { letter } else { ' ' });
    let letters: String = letters.collect();
    let words: Vec<&str> = letters.split_whitespace().collect();
    format!(" {} ", words.join(" "))
}

/// Whether a phrase stands among the words, and is no part of others.
fn has_phrase(words: &str, phrase: &str) -> bool {
    let is_space = |at: Option<usize>| at.is_some_and(|at| words.as_bytes().get(at) == Some(&b' '));
    let mut places = words.match_indices(phrase);
    places.any(|(at, _)| is_space(at.checked_sub(1)) && is_space(Some(at + phrase.len())))
}

fn is_address(word: &str) -> bool {
    let word = word.trim_start_matches("mailto:");
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    Email::parse(word).is_ok()
}

/// `ada (at) example (dot) com`.
fn spells_address(text: &str) -> bool {
    let plain = text.replace(['[', '{'], "(").replace([']', '}'], ")");
    let plain = plain.replace(" (at) ", "@").replace("(at)", "@");
    let plain = plain
        .replace(" (dot) ", ".")
        .replace("(dot)", ".")
        .replace(" dot ", ".");
    plain != text && plain.split_whitespace().any(is_address)
}

/// Digits in groups, as phone numbers are written: with a country's code, with a leading zero, or as in North America. Sums,
/// dates, times and the numbers of things are none.
fn has_phone_number(text: &str) -> bool {
    let belongs = |letter: char| letter.is_ascii_digit() || " +-./()".contains(letter);
    text.split(|letter: char| !belongs(letter)).any(is_phone_number)
}

fn is_phone_number(run: &str) -> bool {
    let run = run.trim_matches(|letter: char| !letter.is_ascii_digit() && letter != '+' && letter != '(');
    let groups: Vec<&str> = run
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let digits: usize = lengths.iter().sum();
    let is_date = matches!(
        lengths.as_slice(),
        [1 | 2, 1 | 2, 4 | 2, ..] | [4, 1 | 2, 1 | 2, ..]
    );
    if run.matches('+').count() == 1 && run.starts_with('+') {
        return (8..=15).contains(&digits);
    }
    if run.contains('+') || is_date {
        return false;
    }
    let in_america = matches!(lengths.as_slice(), [3, 3, 4] | [1, 3, 3, 4]);
    let from_zero = groups
        .first()
        .is_some_and(|first| first.starts_with('0') && first.len() > 1);
    in_america || (from_zero && (9..=14).contains(&digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found, with hyphens between, or a hyphen alone; a tab; the text.
    const EXAMPLES: &str = include_str!("elsewhere.tsv");

    #[test]
    fn offers_are_found_and_talk_about_the_work_is_left_alone() {
        let (mut offers, mut harmless) = (0, 0);
        for line in EXAMPLES.lines() {
            let (expected, text) = line.split_once('\t').unwrap_or_default();
            let found: Vec<String> = elsewhere(text).iter().map(|kind| format!("{kind:?}")).collect();
            let found = if found.is_empty() {
                "-".to_owned()
            } else {
                found.join("+")
            };
            assert_eq!(found, expected, "{text}");
            if expected == "-" {
                harmless += 1;
            } else {
                offers += 1;
            }
        }
        assert!(offers >= 25 && harmless >= 25, "{offers} {harmless}");
        for kind in Elsewhere::ALL {
            assert!(EXAMPLES.contains(&format!("{kind:?}")), "{kind:?}");
        }
    }
}
