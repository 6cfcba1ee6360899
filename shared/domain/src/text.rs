//! Texts that people type, parsed into something that is safe to keep.

use crate::{Invalid, ValueError};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::LazyLock;

/// The longest sanitised description, in bytes.
const MAX_HTML: usize = 20_000;
/// The shortest description, in visible characters.
const MIN_VISIBLE: usize = 20;

/// Trims and checks the length (in characters) and that there are no control characters but line breaks.
fn plain(text: &str, min: usize, max: usize) -> Result<String, ValueError> {
    let text = text.replace("\r\n", "\n").trim().to_owned();
    let length = text.chars().count();
    if length < min {
        let code = if length == 0 { "required" } else { "too_short" };
        return Err(ValueError::new(code, format!("Write at least {min} characters.")));
    }
    if length > max {
        return Err(ValueError::new(
            "too_long",
            format!("Write at most {max} characters."),
        ));
    }
    if text
        .chars()
        .any(|letter| letter.is_control() && letter != '\n' && letter != '\t')
    {
        return Err(ValueError::new(
            "control_character",
            "Remove the control characters.",
        ));
    }
    Ok(text)
}

/// Plain text of `MIN` to `MAX` characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<const MIN: usize, const MAX: usize>(String);

impl<const MIN: usize, const MAX: usize> Text<MIN, MAX> {
    /// Parses it.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        plain(text, MIN, MAX).map(Self)
    }
    /// The text.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// A title: one line of 5 to 120 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title(String);

impl Title {
    /// Parses it.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let title = plain(text, 5, 120)?;
        if title.contains('\n') {
            return Err(ValueError::new("line_break", "Write a single line."));
        }
        Ok(Self(title))
    }
    /// The text.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// A place, in the person's own words; empty means none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location;

impl Location {
    /// Parses it: at most 100 characters.
    pub fn parse(text: &str) -> Result<Option<String>, ValueError> {
        plain(text, 0, 100).map(|text| (!text.is_empty()).then_some(text))
    }
}

/// Formatted text: HTML of few elements, sanitised when it is parsed, so that what is stored can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RichText(String);

static SANITISER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::default();
    builder
        .tags(HashSet::from([
            "p",
            "br",
            "strong",
            "em",
            "u",
            "s",
            "h2",
            "h3",
            "ul",
            "ol",
            "li",
            "blockquote",
            "code",
            "pre",
            "a",
        ]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"]))]))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(Some("noopener nofollow"));
    builder
});

static STRIPPER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::empty();
    builder.clean_content_tags(HashSet::from(["script", "style"]));
    builder
});

impl RichText {
    /// Sanitises it and checks its length.
    pub fn parse(html: &str) -> Result<Self, ValueError> {
        if html.len() > 4 * MAX_HTML {
            return Err(ValueError::new("too_long", "The text is too long."));
        }
        let clean = Self(SANITISER.clean(html).to_string().trim().to_owned());
        if clean.0.len() > MAX_HTML {
            return Err(ValueError::new(
                "too_long",
                format!("The text has more than {MAX_HTML} bytes."),
            ));
        }
        if clean.text().chars().count() < MIN_VISIBLE {
            return Err(ValueError::new(
                "too_short",
                format!("Write at least {MIN_VISIBLE} characters."),
            ));
        }
        Ok(clean)
    }
    /// The sanitised HTML.
    pub fn into_string(self) -> String {
        self.0
    }
    /// The words without the markup, for search and summaries.
    pub fn text(&self) -> String {
        // A space between blocks, so that words of two paragraphs do not run together.
        let spaced = self.0.replace("</", " </").replace("<br>", " ");
        let text = STRIPPER.clean(&spaced).to_string();
        let text = text
            .replace("&nbsp;", " ")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The beginning of a text, at most `max` characters, cut at a word.
pub fn summary(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let cut: String = text.chars().take(max - 1).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}

/// A skill: 1 to 40 characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Skill(String);

impl fmt::Display for Skill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// At most 15 skills, none twice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(inline)]
pub struct Skills(Vec<Skill>);

impl Skills {
    /// Parses them: spaces folded, repeats (whatever their case) dropped.
    pub fn parse(raw: &[String]) -> Result<Self, Invalid> {
        let mut errors = crate::Validator::new();
        let mut skills: Vec<Skill> = Vec::new();
        if raw.len() > 15 {
            errors.error("/skills", ValueError::new("too_many", "Name at most 15 skills."));
        }
        for (place, text) in raw.iter().enumerate().take(15) {
            let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if let Some(text) = errors.field(&format!("/skills/{place}"), plain(&folded, 1, 40)) {
                let known = skills
                    .iter()
                    .any(|skill| skill.0.to_lowercase() == text.to_lowercase());
                skills.extend((!known).then_some(Skill(text)));
            }
        }
        errors.finish(Some(Self(skills)))
    }
    /// Each of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Skill> {
        self.0.iter()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_are_sanitised() {
        let good = "<p>A description that is long enough</p>";
        for html in [
            "<script>alert(1)</script><p>A description that is long enough</p>",
            "<p onclick=\"x()\">A description that is long enough</p>",
            "<p style=\"position:fixed\">A description that is long enough</p>",
            "<iframe src=x></iframe><p>A description that is long enough</p>",
            "<p>A description that is <img src=x onerror=y>long enough",
            "<style>p{}</style><p>A description that is long enough</p>",
        ] {
            assert_eq!(RichText::parse(html).unwrap().into_string(), good, "{html}");
        }
        let script = "<a href=\"javascript:x()\">A description that is long enough</a>";
        let clean = RichText::parse(script).unwrap().into_string();
        assert_eq!(
            clean,
            "<a rel=\"noopener nofollow\">A description that is long enough</a>"
        );
        let nested =
            RichText::parse("<scr<script>ipt>alert('A description')</scr</script>ipt> that is long enough");
        assert!(
            !nested
                .map(RichText::into_string)
                .unwrap_or_default()
                .contains("<scr")
        );
        let link =
            RichText::parse("<p>See <a href=\"https://example.com\">the whole example</a></p>").unwrap();
        assert!(
            link.into_string()
                .contains("href=\"https://example.com\" rel=\"noopener nofollow\"")
        );
    }

    #[test]
    fn the_text_of_html_keeps_words_apart() {
        let html = RichText::parse("<p>First paragraph</p><p>Second &amp; last one</p>").unwrap();
        assert_eq!(html.text(), "First paragraph Second & last one");
        assert_eq!(summary("one two three", 9), "one two…");
        assert_eq!(RichText::parse("<p>short</p>").unwrap_err().code, "too_short");
        assert_eq!(RichText::parse(&"x".repeat(20_001)).unwrap_err().code, "too_long");
    }

    #[test]
    fn titles_and_skills() {
        assert_eq!(Title::parse("  A logo  ").unwrap().into_string(), "A logo");
        assert_eq!(Title::parse("Hi").unwrap_err().code, "too_short");
        assert_eq!(Title::parse("two\nlines here").unwrap_err().code, "line_break");
        assert_eq!(
            Title::parse("bell \u{7} bell").unwrap_err().code,
            "control_character"
        );
        let skills = Skills::parse(&["Rust ".into(), "rust".into(), "web  design".into()]).unwrap();
        assert_eq!(
            skills.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["Rust", "web design"]
        );
        let many: Vec<String> = (0..500).map(|n| format!("s{n}")).collect();
        assert_eq!(Skills::parse(&many).unwrap_err().0[0].code, "too_many");
        assert_eq!(
            Skills::parse(&[String::new()]).unwrap_err().0[0].pointer,
            "/skills/0"
        );
    }
}
