//! Finds names in Rust source without parsing it.

/// Every string literal that is the first argument of a call or macro: `row("tasks-create", …)`. Comments do not
/// count.
pub fn call_literals(source: &str) -> Vec<String> {
    let code: Vec<&str> = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code.join("\n");
    let calls = code.split('(').skip(1);
    calls
        .filter_map(|after| after.trim_start().strip_prefix('"')?.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_first_arguments_only() {
        let source =
            "row(\n    \"tasks-create\", x(\"a b\", \"no\")),\n// row(\"old-one\")\nlet y = \"alone\";";
        assert_eq!(call_literals(source), ["tasks-create", "a b"]);
    }
}
