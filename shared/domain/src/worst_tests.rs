//! What each text field costs at its worst: a body has at most 256 KB, and no reading of it may cost more than a fraction of a
//! second of CPU, or few who mean harm take everybody's.

use crate::{Email, Line, Location, Password, PersonName, RichText, Skills, Text, plain_digits, web_address};

/// The longest body of an endpoint, which is one field then.
const BODY: usize = 256 * 1024;

/// The longest description that is looked at.
const HTML: usize = 80_000;

/// In a debug build, with room for a slow machine.
const MOST: u128 = 1_000;

/// What parsers look for and do not find, open and do not close, close and have not opened; letters that grow, join, stack,
/// turn or hide.
const PIECES: &[&str] = &[
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
    "\u{301}",
    "\u{1100}\u{1161}",
    "\u{202e}",
    "\u{200b}",
    "\u{1F468}\u{200D}",
    "\u{FDFA}",
    "\u{E9}",
    "\0",
    " ",
    "\n",
    "\r\n",
    "a b ",
    "a",
    "@",
    ".",
    "a.",
    "a@",
    "-",
    "xn--",
    "/",
    "//",
    "?",
    "#",
    "%",
    "\u{4E00}\u{4E01}",
    "\u{0660}",
];

/// What this thread has cost so far, in milliseconds of CPU: how busy the machine is besides does not matter.
fn cpu() -> u128 {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    let nanoseconds: u128 = spent.split(' ').next().unwrap().parse().unwrap();
    nanoseconds / 1_000_000
}

fn holds(field: &str, longest: usize, around: (&str, &str), parse: impl Fn(&str)) {
    let mut worst = (0, "");
    for piece in PIECES {
        let text = format!("{}{}{}", around.0, piece.repeat(longest / piece.len()), around.1);
        let before = cpu();
        parse(&text);
        worst = worst.max((cpu() - before, piece));
    }
    assert!(worst.0 < MOST, "{field}: {} ms for {:?}", worst.0, worst.1);
    println!("{field}: {} ms at worst, for {:?}", worst.0, worst.1);
}

#[test]
fn formatted_text() {
    holds("description", HTML, ("", ""), |text| drop(RichText::parse(text)));
    holds(
        "description, nested",
        HTML,
        ("<p>x</p><ul><li>", "</li></ul>"),
        |text| drop(RichText::parse(text)),
    );
    holds("description, too long", BODY, ("", ""), |text| {
        drop(RichText::parse(text))
    });
}

#[test]
fn plain_text() {
    holds("text", BODY, ("", ""), |text| drop(Text::<1, 5000>::parse(text)));
    holds("line", BODY, ("", ""), |text| drop(Line::<1, 120>::parse(text)));
    holds("name", BODY, ("", ""), |text| drop(PersonName::parse(text)));
    holds("location", BODY, ("", ""), |text| drop(Location::parse(text)));
    holds("skill", BODY, ("", ""), |text| {
        drop(Skills::parse(&[text.to_owned()]))
    });
}

#[test]
fn what_has_a_form() {
    holds("email", BODY, ("", ""), |text| drop(Email::parse(text)));
    holds("email's domain", BODY, ("a@", ".com"), |text| {
        drop(Email::parse(text))
    });
    holds("password", BODY, ("", ""), |text| drop(Password::parse(text)));
    holds("code", BODY, ("", ""), |text| drop(plain_digits(text)));
    holds("address", BODY, ("https://", ""), |text| drop(web_address(text)));
    holds("address's path", BODY, ("https://x.example/", ""), |text| {
        drop(web_address(text))
    });
}
