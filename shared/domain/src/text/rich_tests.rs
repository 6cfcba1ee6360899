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

/// What this thread has cost so far, in milliseconds of CPU: how busy the machine is besides does not matter.
#[cfg(target_os = "linux")]
fn cpu() -> u128 {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    let nanoseconds: u128 = spent.split(' ').next().unwrap().parse().unwrap();
    nanoseconds / 1_000_000
}

/// The worst that was thought of, each as long as a description may be sent: what a parser looks for and does not find, opens
/// and does not close, or closes and has not opened. In a debug build, with room for a slow machine.
#[test]
#[cfg(target_os = "linux")]
fn no_text_costs_more_than_a_fraction_of_a_second() {
    let pieces = [
        "<",
        "</",
        "<a",
        "</a",
        "<a ",
        "</a ",
        "<!--",
        "<!",
        "<?",
        "<![CDATA[",
        "&",
        "&#",
        "&amp;",
        "&lt;b&gt;",
        "]]>",
        "<p>",
        "</p>",
        "<br>",
        "<ul><li>",
        "</ul>",
        "<b>",
        "</b>",
        "<b></i>",
        "<b><p></b>",
        "<i><p></i>x",
        "<a href=#><p></a>",
        "<b id=x>",
        "<li><b>",
        "<p><b></p>",
        "<div></b>",
        "<table>",
        "<table><tr><td>",
        "<td></table>",
        "<table><b></table>",
        "<select><option>",
        "</select><b>",
        "<svg>",
        "<svg><p>",
        "<math><mi>",
        "<svg></p>",
        "<button><p>",
        "</button>",
        "<h2>x</h2>",
        "<h1><h2>",
        "<blockquote>",
        "<a href=\"x\">x</a>",
        "<a href='",
        "<a b=\"",
        "<script>",
        "<style>x",
        "<textarea>",
        "<title>",
        "<template>",
        "<nobr>",
        "<font>",
        "<form>",
        "<object></p>",
        "<b><table><i></b>",
        "e\u{301}",
        "\u{202e}",
        "\u{200b}",
        "\u{1F468}\u{200D}",
        "\u{FDFA}",
        "\0",
        " ",
        "\n",
        "a b ",
    ];
    let mut worst = (0, "");
    for piece in pieces {
        let text = piece.repeat(4 * MAX_HTML / piece.len());
        let before = cpu();
        let _ = RichText::parse(&text);
        worst = worst.max((cpu() - before, piece));
    }
    println!("worst: {} ms for {:?}", worst.0, worst.1);
    assert!(worst.0 < 1_000, "{} ms for {:?}", worst.0, worst.1);
}
