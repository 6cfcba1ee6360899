//! A table as comma-separated values: RFC 4180, and safe to open in a spreadsheet.

/// What a cell holds. Only texts are guarded: a negative number has to stay one, so that its column still adds up.
pub(crate) enum Cell {
    /// What people wrote, or might have.
    Text(String),
    /// What we write: an id, a word of ours, a date.
    Word(String),
    /// A number, with a point before its decimals and no other mark.
    Number(String),
}

/// A line, ended as the RFC asks.
pub(crate) fn line(cells: impl IntoIterator<Item = Cell>) -> String {
    let cells: Vec<String> = cells.into_iter().map(written).collect();
    format!("{}\r\n", cells.join(","))
}

fn written(cell: Cell) -> String {
    match cell {
        Cell::Word(text) => quoted(text),
        Cell::Text(text) => quoted(guarded(text)),
        Cell::Number(text) => text,
    }
}

/// A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV injection"), the full-width forms included. An
/// apostrophe in front makes it text for all of them; it is seen by nobody but a program that reads the file.
fn guarded(text: String) -> String {
    let begins = |letter: char| "=+-@\t\r\n＝＋－＠|%".contains(letter);
    match text.trim_start_matches(' ').starts_with(begins) {
        true => format!("'{text}"),
        false => text,
    }
}

/// In quotes where the RFC asks for it, and where a spreadsheet of another country would divide.
fn quoted(text: String) -> String {
    match text.contains(['"', ',', ';', '\r', '\n', '\t']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> String {
        line([Cell::Text(text.to_owned())])
    }

    #[test]
    fn what_people_wrote_is_no_formula() {
        for bad in [
            "=HYPERLINK(1)",
            "+1",
            "-1+SUM(A1)",
            "-call me back",
            "@x",
            "\t=1",
            "＝1+1",
            " =1",
            "|cmd",
        ] {
            let cell = text(bad);
            assert!(cell.trim_start_matches('"').starts_with('\''), "{cell:?}");
        }
        assert_eq!(text("Łukasz 株式会社"), "Łukasz 株式会社\r\n");
    }

    #[test]
    fn what_divides_is_quoted() {
        assert_eq!(text("a, b"), "\"a, b\"\r\n");
        assert_eq!(text("a;b"), "\"a;b\"\r\n");
        assert_eq!(text("say \"hi\"\r\nnow"), "\"say \"\"hi\"\"\r\nnow\"\r\n");
        assert_eq!(text("a;=1"), "\"a;=1\"\r\n");
    }

    #[test]
    fn numbers_stay_numbers() {
        assert_eq!(
            line([Cell::Number("-42.00".to_owned()), Cell::Word("usd".to_owned())]),
            "-42.00,usd\r\n"
        );
    }
}
