//! HTML before and after the sanitiser. Nothing here makes it safe; the sanitiser, which comes after, does.

/// How deep elements may be nested. A list in a list in a list, with a link in bold in it, is eleven.
const DEEPEST: usize = 32;

/// Elements that HTML closes by itself or that hold nothing: they do not nest.
const FLAT: [&str; 20] = [
    "p", "br", "li", "hr", "img", "wbr", "td", "th", "tr", "dt", "dd", "option", "col", "input", "meta",
    "link", "source", "area", "base", "embed",
];

/// The longest name of an element that is told apart. Longer ones are none that we know, and reading each to its end would
/// cost the square of the text for one that has no end.
const LONGEST_NAME: usize = 32;

/// A tag in a text: where it stands, what it is called, and whether it closes.
struct Tag<'a> {
    start: usize,
    name: &'a str,
    closes: bool,
}

/// The tags of a text, as an HTML tokenizer finds them: `<` or `</`, and a letter.
fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    html.match_indices('<').filter_map(|(start, _)| {
        let rest = &html[start + 1..];
        let (closes, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let ends = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        let end = rest.bytes().take(LONGEST_NAME).position(ends);
        let end = end.unwrap_or_else(|| rest.floor_char_boundary(LONGEST_NAME));
        let name = &rest[..end];
        name.starts_with(|letter: char| letter.is_ascii_alphabetic())
            .then_some(Tag { start, name, closes })
    })
}

/// The same text with elements that we do not keep replaced by the nearest that we do; `None` when it is nested too
/// deeply to be parsed.
pub(super) fn nearest(html: &str) -> Option<String> {
    let mut written = String::with_capacity(html.len());
    let mut open: Vec<String> = Vec::new();
    let mut from = 0;
    for tag in tags(html) {
        let name = tag.name.to_ascii_lowercase();
        nest(&mut open, &name, tag.closes)?;
        if let Some(kept) = replacement(&name) {
            let mark = if tag.closes { "</" } else { "<" };
            written.push_str(&html[from..tag.start]);
            if matches!(name.as_str(), "td" | "th") {
                written.push(' ');
            }
            written.push_str(mark);
            written.push_str(kept);
            from = tag.start + mark.len() + tag.name.len();
        }
    }
    written.push_str(&html[from..]);
    Some(written)
}

/// Follows what is open, as a parser would.
fn nest(open: &mut Vec<String>, name: &str, closes: bool) -> Option<()> {
    if FLAT.contains(&name) {
        return Some(());
    }
    if !closes {
        open.push(name.to_owned());
        return (open.len() <= DEEPEST).then_some(());
    }
    if let Some(at) = open.iter().rposition(|inside| inside == name) {
        open.truncate(at);
    }
    Some(())
}

fn replacement(name: &str) -> Option<&'static str> {
    Some(match name {
        "b" => "strong",
        "i" | "cite" | "dfn" | "var" => "em",
        "del" | "strike" => "s",
        "ins" => "u",
        "kbd" | "samp" | "tt" => "code",
        "h1" => "h2",
        "h4" | "h5" | "h6" => "h3",
        "div" | "section" | "article" | "header" | "footer" | "main" | "aside" | "nav" | "figure"
        | "figcaption" | "address" | "dt" | "dd" | "tr" | "caption" | "summary" | "hr" => "p",
        "td" | "th" => "span",
        "menu" => "ul",
        _ => return None,
    })
}

/// Without paragraphs that hold nothing: each replaced block may have left one.
pub(super) fn without_empty(html: &str) -> String {
    html.replace("<p></p>", "")
        .replace("<p> </p>", "")
        .trim()
        .to_owned()
}

/// With a space at the end of each block, so that words of two paragraphs do not run together, and none inside a word.
pub(super) fn spaced(html: &str) -> String {
    let mut spaced = String::with_capacity(html.len() + 64);
    let mut from = 0;
    for tag in tags(html).filter(|tag| is_block(tag.name)) {
        spaced.push_str(&html[from..tag.start]);
        spaced.push(' ');
        from = tag.start;
    }
    spaced.push_str(&html[from..]);
    spaced
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "br" | "h2" | "h3" | "ul" | "ol" | "li" | "blockquote" | "pre"
    )
}
