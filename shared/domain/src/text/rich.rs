//! Formatted text: HTML of few elements.

use super::markup;
use crate::ValueError;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// The longest sanitised description, in bytes.
const MAX_HTML: usize = 20_000;
/// The shortest description, in visible characters.
const MIN_VISIBLE: usize = 20;

/// Formatted text: sanitised when it is parsed, so that what is stored can be shown.
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
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("ol", HashSet::from(["start"])),
        ]))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Custom(Box::new(absolute)))
        .link_rel(Some("noopener nofollow"));
    builder
});

static STRIPPER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::empty();
    builder.clean_content_tags(HashSet::from(["script", "style"]));
    builder
});

/// A link without a scheme would lead into our own site. `www.example.com` is meant as an address; the rest is dropped.
fn absolute(address: &str) -> Option<Cow<'_, str>> {
    let is_host = address
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("www."));
    is_host.then(|| format!("https://{address}").into())
}

impl RichText {
    /// Sanitises it and checks its length. What is not allowed is replaced by what comes nearest to it, or by a break.
    /// Elements nested deeper than people write them are refused before they are parsed: the time to parse grows with
    /// the square of the depth.
    pub fn parse(html: &str) -> Result<Self, ValueError> {
        // Each `&` is a letter or five of what is kept. The parser's time grows with the square of those that begin nothing:
        // 80,000 of them took 13 s of CPU in a debug build.
        let references = html.bytes().filter(|byte| *byte == b'&').count();
        if html.len() > 4 * MAX_HTML || references > MAX_HTML / 2 {
            return Err(ValueError::new("too_long", "The text is too long."));
        }
        let known = markup::nearest(html)
            .ok_or_else(|| ValueError::new("too_deep", "Nest lists and quotes less deeply."))?;
        let clean = Self(markup::without_empty(&SANITISER.clean(&known).to_string()));
        if clean.0.len() > MAX_HTML {
            let most = format!("The text has more than {MAX_HTML} bytes.");
            return Err(ValueError::new("too_long", most));
        }
        let counts = |letter: &char| *letter == ' ' || !super::letters::is_blank(*letter);
        if clean.text().chars().filter(counts).count() < MIN_VISIBLE {
            let least = format!("Write at least {MIN_VISIBLE} characters.");
            return Err(ValueError::new("too_short", least));
        }
        Ok(clean)
    }
    /// The sanitised HTML.
    pub fn into_string(self) -> String {
        self.0
    }
    /// The words without the markup, for search and summaries.
    pub fn text(&self) -> String {
        let text = STRIPPER.clean(&markup::spaced(&self.0)).to_string();
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

#[cfg(test)]
#[path = "rich_tests.rs"]
mod tests;
