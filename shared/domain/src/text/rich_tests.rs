use super::*;

fn clean(html: &str) -> String {
    RichText::parse(html).unwrap().into_string()
}

/// Enough words for a description, after what is looked at.
const REST: &str = "<p>A description that is long enough</p>";

#[test]
fn descriptions_are_sanitised() {
    for html in [
        "<script>alert(1)</script><p>A description that is long enough</p>",
        "<p onclick=\"x()\">A description that is long enough</p>",
        "<p style=\"position:fixed\">A description that is long enough</p>",
        "<iframe src=x></iframe><p>A description that is long enough</p>",
        "<p>A description that is <img src=x onerror=y>long enough",
        "<style>p{}</style><p>A description that is long enough</p>",
    ] {
        assert_eq!(clean(html), REST, "{html}");
    }
    let script = "<a href=\"javascript:x()\">A description that is long enough</a>";
    assert_eq!(
        clean(script),
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
    let link = clean("<p>See <a href=\"https://example.com\">the whole example</a></p>");
    assert!(link.contains("href=\"https://example.com\" rel=\"noopener nofollow\""));
}

#[test]
fn what_is_not_kept_becomes_what_comes_nearest() {
    for (given, kept) in [
        ("<div>a</div><div>b</div>", "<p>a</p><p>b</p>"),
        (
            "<b>a</b> <i>b</i> <del>c</del>",
            "<strong>a</strong> <em>b</em> <s>c</s>",
        ),
        ("<h1>a</h1><h4>b</h4>", "<h2>a</h2><h3>b</h3>"),
        (
            "<table><tr><td>Page</td><td>Count</td></tr><tr><td>Home</td><td>1</td></tr></table>",
            "<p> Page  Count </p><p> Home  1 </p>",
        ),
        ("<div><div><div>a</div></div></div>", "<p>a</p>"),
        ("<B CLASS=x>a</B>", "<strong>a</strong>"),
        (
            "<ol start=\"3\"><li>c</li></ol>",
            "<ol start=\"3\"><li>c</li></ol>",
        ),
    ] {
        let found = clean(&format!("{given}{REST}")).replace(REST, "");
        assert_eq!(
            found.split_whitespace().collect::<String>(),
            kept.split_whitespace().collect::<String>(),
            "{given}"
        );
    }
}

#[test]
fn links_are_absolute_or_none() {
    for (given, kept) in [
        ("www.example.com/x", Some("https://www.example.com/x")),
        ("/settings", None),
        ("//evil.example", None),
        ("settings", None),
        ("mailto:ada@example.com", Some("mailto:ada@example.com")),
        ("http://example.com", Some("http://example.com")),
        ("ftp://example.com", None),
    ] {
        let found = clean(&format!("<a href=\"{given}\">x</a>{REST}"));
        let href = kept.map(|kept| format!("href=\"{kept}\""));
        assert_eq!(found.contains("href"), href.is_some(), "{given}: {found}");
        assert!(href.is_none_or(|href| found.contains(&href)), "{given}: {found}");
    }
}

#[test]
fn the_text_of_html_keeps_words_apart_and_whole() {
    let html = RichText::parse("<p>First paragraph</p><p>Second &amp; last one</p>").unwrap();
    assert_eq!(html.text(), "First paragraph Second & last one");
    let html =
        RichText::parse("<p>un<strong>believ</strong>able, <em>urgent</em>! and long enough</p>").unwrap();
    assert_eq!(html.text(), "unbelievable, urgent! and long enough");
    assert_eq!(summary("one two three", 9), "one two…");
    assert_eq!(RichText::parse("<p>short</p>").unwrap_err().code, "too_short");
    assert_eq!(RichText::parse(&"x".repeat(20_001)).unwrap_err().code, "too_long");
    let invisible = "\u{200b}".repeat(30);
    assert_eq!(RichText::parse(&invisible).unwrap_err().code, "too_short");
}

#[test]
fn depth_is_bounded_before_it_costs() {
    let deep = |open: &str, close: &str, levels: usize| {
        format!("{}{REST}{}", open.repeat(levels), close.repeat(levels))
    };
    assert!(RichText::parse(&deep("<ul><li>", "</li></ul>", 3)).is_ok());
    for html in [
        deep("<ul><li>", "</li></ul>", 1_000),
        deep("<ul></x><li>", "", 1_000),
        deep("<b id=1>", "", 2_000),
        deep("<blockquote>", "", 40),
    ] {
        assert_eq!(RichText::parse(&html).unwrap_err().code, "too_deep");
    }
    // Many, side by side, are no depth.
    assert!(RichText::parse(&format!("{}{REST}", "<p><b>a</b></p>".repeat(300))).is_ok());
}

#[test]
fn what_would_cost_the_square_of_its_length_is_refused_unread() {
    let code = |text: &str| RichText::parse(text).unwrap_err().code;
    assert_eq!(code(&"&".repeat(4 * MAX_HTML)), "too_long");
    assert_eq!(code(&"x".repeat(4 * MAX_HTML + 1)), "too_long");
    // Names that never end were read to the end of the text, each.
    assert!(RichText::parse(&"</a".repeat(MAX_HTML)).is_err());
}
