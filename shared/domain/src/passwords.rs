//! Passwords that everybody tries first, of those that are long enough to be taken at all (10 bytes).
//!
//! `passwords.txt` holds them in lower case, one a line, sorted: the entries of 10 to 72 bytes of these published lists,
//! and some that name this product, its words and the year.
//!
//! - `zxcvbn` 4.4.2 (npm), `frequency_lists.js`. MIT, © 2012–2016 Dan Wheeler and Dropbox, Inc.
//! - `@zxcvbn-ts/language-common` 4.1.3 (npm), `passwords.json`. MIT, © 2021 @zxcvbn-ts.
//! - `django` 5.2.19 (PyPI), `common-passwords.txt.gz` (Royce Williams's list). BSD-3-Clause, © Django Software
//!   Foundation.
//!
//! A text of its own, and not a table of strings: only functions that set passwords carry its 60 KB.

const COMMON: &str = include_str!("passwords.txt");

/// Whether it is one of them, whatever its case. Beside the hash that follows, looking through all is nothing.
pub(crate) fn is_common(password: &str) -> bool {
    let password = password.to_lowercase();
    COMMON.lines().any(|common| common == password)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_what_its_comment_says() {
        let lines: Vec<&str> = COMMON.lines().collect();
        assert!(
            lines.len() > 2_000 && COMMON.len() < 100_000,
            "{} lines, {} bytes",
            lines.len(),
            COMMON.len()
        );
        assert!(lines.is_sorted(), "sorted, so that a change can be read");
        for line in lines {
            assert!(
                (10..=72).contains(&line.len()) && line.to_lowercase() == line,
                "{line}"
            );
        }
        for known in [
            "password123",
            "Qwertyuiop",
            "1Q2W3E4R5T",
            "proconnect",
            "summer2026",
        ] {
            assert!(is_common(known), "{known}");
        }
        assert!(!is_common("a long pass phrase"));
    }
}
