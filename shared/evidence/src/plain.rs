//! Rich text as plain text. What comes out is escaped wherever it is shown; this makes it readable, not harmless.

/// The words of HTML that was sanitised when it was written: a line for each block, a dash before what is in a list.
pub(crate) fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        // A tag that was cut off says nothing.
        let (tag, behind) = after.split_once('>').unwrap_or_default();
        text.push_str(stands_for(tag));
        rest = behind;
    }
    text.push_str(rest);
    let text = text
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
    let text = text
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    text.trim().to_owned()
}

fn stands_for(tag: &str) -> &'static str {
    let name = tag
        .split([' ', '/'])
        .find(|part| !part.is_empty())
        .unwrap_or_default();
    match (tag.starts_with('/'), name) {
        (_, "br") | (true, "p" | "h1" | "h2" | "h3" | "h4" | "ul" | "ol" | "li" | "blockquote" | "pre") => {
            "\n"
        }
        (false, "li") => "– ",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_lines() {
        for (html, expected) in [
            (
                "<p>Nine signs.</p><ul><li>blue</li><li>red &amp; white</li></ul>",
                "Nine signs.\n– blue\n– red & white",
            ),
            ("<p>a<br>b <strong>c</strong></p>", "a\nb c"),
            ("1 &lt; 2 &amp;lt; 3", "1 < 2 &lt; 3"),
            ("<a href=\"https://a.example/?a=1&amp;b=2\">here</a>", "here"),
            ("no markup", "no markup"),
            ("cut <p", "cut"),
            ("", ""),
        ] {
            assert_eq!(plain(html), expected, "{html}");
        }
    }
}
