//! Files of which only a part is written: it stands between two marks.

use crate::Result;

/// What a file's comments look like.
#[derive(Clone, Copy)]
pub enum Comments {
    Rust,
    Markdown,
}

impl Comments {
    fn marks(self) -> (&'static str, &'static str) {
        match self {
            Comments::Rust => (
                "// Written by `cargo xtask generate`, from here\n",
                "// to here.\n",
            ),
            Comments::Markdown => (
                "<!-- Written by `cargo xtask generate`, from here -->\n",
                "<!-- to here. -->\n",
            ),
        }
    }
}

/// The text of the file with `part` between its marks.
pub fn with_part(file: &str, text: &str, comments: Comments, part: &str) -> Result<String> {
    let (begin, end) = comments.marks();
    let start = text.find(begin).map(|at| at + begin.len());
    let stop = start.and_then(|start| Some(start + text[start..].find(end)?));
    let (Some(start), Some(stop)) = (start, stop) else {
        return Err(format!(
            "{file}: has no place between `{}` and `{}`",
            begin.trim(),
            end.trim()
        )
        .into());
    };
    Ok(format!("{}{part}{}", &text[..start], &text[stop..]))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn changes_what_stands_between_the_marks_alone() {
        let (begin, end) = Comments::Rust.marks();
        let text = format!("a\n{begin}old\n{end}b\n");
        let fresh = with_part("x.rs", &text, Comments::Rust, "new\n").unwrap();
        assert_eq!(fresh, format!("a\n{begin}new\n{end}b\n"));
        let error = with_part("x.rs", "a\n", Comments::Rust, "").unwrap_err();
        assert!(error.to_string().starts_with("x.rs: has no place"), "{error}");
    }
}
