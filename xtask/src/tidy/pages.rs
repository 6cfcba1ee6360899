//! The pages of the web client are named by `Place` in `shared/notices` alone, whose paths a test compares with the client's
//! routes: a path that somebody writes out elsewhere goes on leading where the page once was.

use crate::Result;
use crate::tree::Tree;
use std::collections::BTreeSet;

pub fn check(tree: &Tree) -> Result<Vec<String>> {
    let mut sections = BTreeSet::new();
    for file in tree.files("web/src/app", &[".tsx"])? {
        sections.extend(sections_of(&tree.read(&file)?));
    }
    let mut problems = Vec::new();
    for folder in ["functions", "shared"] {
        for file in tree.files(folder, &[".rs"])? {
            let spared = file.starts_with("shared/notices/") || file.ends_with("tests.rs");
            if !spared {
                problems.extend(named(&file, &tree.read(&file)?, &sections));
            }
        }
    }
    Ok(problems)
}

/// `tasks` of `<Route path="/tasks/:taskId/bids" …>`.
fn sections_of(source: &str) -> impl Iterator<Item = String> {
    let routes = source.split("<Route path=\"/").skip(1);
    let sections = routes.filter_map(|rest| rest.split(['/', '"']).next());
    sections.filter(|section| !section.is_empty()).map(str::to_owned)
}

/// A path begins a literal, or follows on what was put into one: `"/tasks/…"`, `"{origin}/tasks/…"`.
fn named(file: &str, source: &str, sections: &BTreeSet<String>) -> Vec<String> {
    let lines = source.lines().enumerate();
    let is_path = |line: &str| !line.trim_start().starts_with("//") && !line.contains("\"/v1/");
    let code = lines.filter(|(_, line)| is_path(line));
    let found = code.flat_map(|(at, line)| {
        let starts = line.match_indices("\"/").chain(line.match_indices("}/"));
        let words = starts.filter_map(|(start, _)| line[start + 2..].split(['/', '"', '?', '#', '{']).next());
        let words: Vec<&str> = words.collect();
        words.into_iter().map(move |word| (at + 1, word))
    });
    found
        .filter(|(_, word)| sections.contains(*word))
        .map(|(at, word)| {
            format!("{file}:{at}: names the client's page /{word}: say a Place of shared/notices instead")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_the_client_is_found_and_the_apis_are_not() {
        let routes = r#"<Route path="/" /><Route path="/tasks/:taskId/bids" /><Route path="/login" />"#;
        let sections = sections_of(routes).collect();
        let source = r#"
            let page = format!("{}/tasks/{}", origin, id);
            let other = "/login?next=";
            // "/login" in a comment
            let api = "/v1/users/{userId}/tasks";
            errors.field("/title", title)
        "#;
        let problems = named("x.rs", source, &sections);
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(
            problems[0].starts_with("x.rs:2: names the client's page /tasks"),
            "{problems:?}"
        );
        assert!(
            problems[1].starts_with("x.rs:3: names the client's page /login"),
            "{problems:?}"
        );
    }
}
