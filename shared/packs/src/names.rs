//! What files are called in a pack: by names that every system can write, and that none runs by mistake.

/// The most letters of a name, its ending included.
const LONGEST: usize = 60;
/// The most letters of an ending.
const LONGEST_ENDING: usize = 10;

/// Endings that a system or a browser runs when somebody opens the file. A page of a stranger's that is opened from a folder
/// reads what lies beside it.
const RUN: [&str; 40] = [
    "app", "bat", "chm", "cmd", "com", "command", "cpl", "desktop", "dll", "exe", "gadget", "hta", "htm",
    "html", "inf", "jar", "js", "jse", "lnk", "mht", "mhtml", "mjs", "msi", "pif", "ps1", "reg", "scf",
    "scr", "sh", "shtml", "svg", "svgz", "url", "vbe", "vbs", "wsf", "xht", "xhtml", "xml", "xsl",
];

/// The name of the `number`-th file: its number, which makes it the only one of that name whatever a system takes for the
/// same (`Scan.PDF` and `scan.pdf`, `é` in one letter or two), and what is left of the name that its sender gave it. Of that,
/// letters that are not ASCII become `_`; `CON.txt` is no device behind a number; what would be run ends in `.bin`.
pub fn safe_name(number: usize, given: &str) -> String {
    let (stem, ending) = match given.rsplit_once('.') {
        Some((stem, ending)) if is_ending(ending) => (stem, ending.to_ascii_lowercase()),
        _ => (given, String::new()),
    };
    let stem = plain(stem);
    let stem = if stem.is_empty() { "file" } else { stem.as_str() };
    let runs = if RUN.contains(&ending.as_str()) {
        ".bin"
    } else {
        ""
    };
    let dot = if ending.is_empty() { "" } else { "." };
    format!("{number:03}-{stem}{dot}{ending}{runs}")
}

fn is_ending(ending: &str) -> bool {
    !ending.is_empty()
        && ending.len() <= LONGEST_ENDING
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// ASCII letters, digits, `-`, `_`; anything else is one `_`, however much of it there is.
fn plain(stem: &str) -> String {
    let mut plain = String::new();
    for letter in stem.chars() {
        let letter = if letter.is_ascii_alphanumeric() || letter == '-' {
            letter
        } else {
            '_'
        };
        if letter != '_' || !plain.ends_with('_') {
            plain.push(letter);
        }
        if plain.len() == LONGEST - LONGEST_ENDING {
            break;
        }
    }
    plain.trim_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_and_never_the_same() {
        for (given, expected) in [
            ("scan.pdf", "007-scan.pdf"),
            ("Scan.PDF", "007-Scan.pdf"),
            ("Entwürfe (2).pdf", "007-Entw_rfe_2.pdf"),
            ("e\u{301}.pdf", "007-e.pdf"),
            ("設計.pdf", "007-file.pdf"),
            ("CON.txt", "007-CON.txt"),
            ("../../etc/passwd", "007-etc_passwd"),
            ("C:\\a\\b.doc", "007-C_a_b.doc"),
            ("trailing.", "007-trailing"),
            ("", "007-file"),
            (".htaccess", "007-file.htaccess"),
            ("page.HTML", "007-page.html.bin"),
            ("run.exe", "007-run.exe.bin"),
            ("a.tar.gz", "007-a_tar.gz"),
            ("-rf", "007--rf"),
            ("a\nb\u{0}.txt", "007-a_b.txt"),
        ] {
            assert_eq!(safe_name(7, given), expected, "{given:?}");
        }
        let long = safe_name(12_345, &format!("{}.jpeg", "x".repeat(300)));
        assert_eq!(long, format!("12345-{}.jpeg", "x".repeat(50)));
    }
}
