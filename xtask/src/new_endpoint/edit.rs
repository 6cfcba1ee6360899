//! Adds a function to files that exist, as text, so that their comments and order stay. `None` means that the file does not
//! look as expected; then nothing is written at all.

use super::Endpoint;
use crate::name::Name;

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

/// Adds the row to the end of the domain's test.
pub fn budget(text: &str, name: &Name, endpoint: &Endpoint) -> Option<String> {
    let test = text.find("#[tokio::test]")?;
    let end = test + text[test..].find("\n}\n")? + 1;
    Some(insert(text, end, &super::texts::budget_row(name, endpoint)))
}

fn insert(text: &str, at: usize, more: &str) -> String {
    let (before, after) = text.split_at(at.min(text.len()));
    format!("{before}{more}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_goes_to_the_end_of_the_test() {
        let endpoint = Endpoint {
            domain: "tasks".to_owned(),
            action: "report".to_owned(),
            method: "GET".to_owned(),
            path: "/v1/tasks/{taskId}/report".to_owned(),
        };
        let name = Name::parse("tasks-report");
        let text = "#[tokio::test]\nasync fn tasks() {\n    x();\n}\n\nfn x() {}\n";
        let added = name.and_then(|name| budget(text, &name, &endpoint));
        let row = "    budget.closed(\"tasks-report\", \"GET\", \"/v1/tasks/sample/report\").await;\n";
        let expected = format!("#[tokio::test]\nasync fn tasks() {{\n    x();\n{row}}}\n\nfn x() {{}}\n");
        assert_eq!(added, Some(expected));
        assert_eq!(
            Name::parse("tasks-get").and_then(|name| budget("", &name, &endpoint)),
            None
        );
    }
}
