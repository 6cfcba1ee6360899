//! Adds a function to Rust sources and manifests that exist, as text, so that their comments and order stay. `None`
//! means that the file does not look as expected; then nothing is written at all.

use super::Endpoint;
use crate::name::Name;

/// Adds the `[[bin]]` after the others, or before the first section that follows `[lib]`.
pub fn manifest(text: &str, name: &Name) -> Option<String> {
    let bin = format!("[[bin]]\nname = \"{name}\"\npath = \"src/bin/{name}.rs\"\ntest = false\n\n");
    let after_last = text.rfind("[[bin]]").map_or(0, |last| last + "[[bin]]".len());
    let dependencies = text[after_last..].find("[dependencies]")? + after_last;
    Some(insert(text, dependencies, &bin))
}

/// Adds the module and the line in `FUNCTIONS`.
pub fn library(text: &str, name: &Name) -> Option<String> {
    let module = name.module();
    let text = add_module(text, "pub mod", &module);
    let start = text.find("FUNCTIONS: ")?;
    let start = start + text[start..].find("= &[")? + "= &[".len();
    let end = start + text[start..].find("];")?;
    let listed = text[start..end].trim().trim_end_matches(',');
    let separator = if listed.is_empty() { "" } else { ",\n    " };
    let list = format!("\n    {listed}{separator}{module}::FUNCTION,\n");
    Some(format!("{}{list}{}", &text[..start], &text[end..]))
}

/// Adds `mod x;` where the alphabet puts it among the file's modules; as the first, it comes behind the head.
pub fn add_module(text: &str, keyword: &str, module: &str) -> String {
    let line = format!("{keyword} {module};");
    let is_module = |other: &str| other.starts_with(&format!("{keyword} ")) && other.ends_with(';');
    let mut end_of_modules = None;
    let mut end_of_head = 0;
    let mut at = 0;
    for other in text.lines() {
        if is_module(other) && other > line.as_str() {
            return insert(text, at, &format!("{line}\n"));
        }
        at += other.len() + 1;
        if is_module(other) {
            end_of_modules = Some(at);
        } else if other.starts_with("//!") {
            end_of_head = at;
        }
    }
    match end_of_modules {
        Some(at) => insert(text, at, &format!("{line}\n")),
        None if end_of_head == 0 => insert(text, 0, &format!("{line}\n")),
        None => insert(text, end_of_head, &format!("\n{line}\n")),
    }
}

/// Adds the row behind the last one of its domain, or behind the last one of all. A row is a line of its own.
pub fn authorization(text: &str, name: &Name, endpoint: &Endpoint) -> Option<String> {
    let is_code = |line: &str| !line.trim_start().starts_with("//");
    let behind = |mark: &str| {
        let mut at = 0;
        let mut found = None;
        for line in text.split_inclusive('\n') {
            at += line.len();
            if line.contains(mark) && is_code(line) {
                found = Some((at, line.len() - line.trim_start().len()));
            }
        }
        found
    };
    let (at, indent) = behind(&format!("row(\"{}-", name.domain)).or_else(|| behind("row(\""))?;
    let row = super::texts::authorization_row(name, endpoint);
    Some(insert(text, at, &format!("{}{row}\n", " ".repeat(indent))))
}

pub fn insert(text: &str, at: usize, more: &str) -> String {
    let (before, after) = text.split_at(at.min(text.len()));
    format!("{before}{more}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_modules_in_order() {
        assert_eq!(
            add_module("mod a;\nmod c;\n", "mod", "b"),
            "mod a;\nmod b;\nmod c;\n"
        );
        assert_eq!(
            add_module("//! x\n\nmod a;\nmod c;\n", "mod", "d"),
            "//! x\n\nmod a;\nmod c;\nmod d;\n"
        );
        assert_eq!(
            add_module("//! x\n\nuse y;\n", "mod", "a"),
            "//! x\n\nmod a;\n\nuse y;\n"
        );
        assert_eq!(add_module("", "mod", "a"), "mod a;\n");
    }

    #[test]
    fn lists_a_function_behind_one_or_none() {
        let name = Name::parse("users-get").unwrap();
        let library = |list: &str| format!("pub mod a;\n\npub const FUNCTIONS: &[Function] = &[{list}];\n");
        let added = "get::FUNCTION";
        for (before, after) in [
            (
                "x!(\"a\", a::b)",
                format!("\n    x!(\"a\", a::b),\n    {added},\n"),
            ),
            ("", format!("\n    {added},\n")),
        ] {
            let expected = library(&after).replace("pub mod a;", "pub mod a;\npub mod get;");
            assert_eq!(super::library(&library(before), &name), Some(expected));
        }
    }
}
