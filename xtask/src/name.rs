//! The one name of a function, in each of the spellings that the places use.

use std::fmt;

/// `tasks-create`: a domain and an action.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// `tasks`: the package.
    pub domain: String,
    /// `create`, or `list-mine`.
    pub action: String,
}

impl Name {
    /// From a domain and an action in kebab case.
    pub fn new(domain: &str, action: &str) -> Option<Self> {
        let valid = |text: &str| {
            let inside = text
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            inside && text.starts_with(|c: char| c.is_ascii_lowercase()) && !text.ends_with('-')
        };
        (valid(domain) && !domain.contains('-') && valid(action)).then(|| Self {
            domain: domain.to_owned(),
            action: action.to_owned(),
        })
    }

    /// From `tasks-create`.
    pub fn parse(kebab: &str) -> Option<Self> {
        let (domain, action) = kebab.split_once('-')?;
        Self::new(domain, action)
    }

    /// From a domain and a Rust module (`list_mine`).
    pub fn from_module(domain: &str, module: &str) -> Option<Self> {
        Self::new(domain, &module.replace('_', "-"))
    }

    /// From `TasksCreateFunction`.
    pub fn from_logical_id(id: &str) -> Option<Self> {
        Self::from_camel(id.strip_suffix("Function")?)
    }

    /// From `tasksCreate`.
    pub fn from_camel(camel: &str) -> Option<Self> {
        let mut kebab = String::new();
        for (at, letter) in camel.char_indices() {
            if letter.is_ascii_uppercase() && at > 0 {
                kebab.push('-');
            }
            kebab.push(letter.to_ascii_lowercase());
        }
        Self::parse(&kebab)
    }

    /// `list_mine`: the module and file of the handler and of the test.
    pub fn module(&self) -> String {
        self.action.replace('-', "_")
    }

    /// `TasksCreateFunction`: the resource in its stack.
    pub fn logical_id(&self) -> String {
        let words = self.to_string();
        let pascal: String = words.split('-').map(capitalised).collect();
        format!("{pascal}Function")
    }

    /// `tasksCreate`: the operation in `openapi.json`.
    pub fn operation_id(&self) -> String {
        let words: String = self.action.split('-').map(capitalised).collect();
        format!("{}{words}", self.domain)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.domain, self.action)
    }
}

/// `List` of `list`.
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_ascii_uppercase())
        .into_iter()
        .chain(letters)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spells_a_name_in_every_way_and_back() {
        let name = Name::parse("payments-on-stripe-event").unwrap();
        assert_eq!(name.module(), "on_stripe_event");
        assert_eq!(name.logical_id(), "PaymentsOnStripeEventFunction");
        assert_eq!(name.operation_id(), "paymentsOnStripeEvent");
        assert_eq!(Name::from_logical_id(&name.logical_id()).as_ref(), Some(&name));
        assert_eq!(Name::from_camel(&name.operation_id()).as_ref(), Some(&name));
        assert_eq!(
            Name::from_module("payments", &name.module()).as_ref(),
            Some(&name)
        );
    }

    #[test]
    fn refuses_what_is_no_name() {
        for text in [
            "tasks",
            "Tasks-create",
            "tasks-",
            "-create",
            "tasks-list mine",
            "tasks_create",
        ] {
            assert_eq!(Name::parse(text), None, "{text}");
        }
    }
}
