//! Skills.

use super::short::{Rule, plain};
use crate::{Invalid, ValueError};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A skill: 1 to 40 characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Skill(String);

impl fmt::Display for Skill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// At most 15 skills, none twice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(inline)]
pub struct Skills(Vec<Skill>);

const SKILL: Rule = Rule {
    min: 1,
    max: 40,
    one_line: true,
};

impl Skills {
    /// Parses them: spaces folded, repeats (whatever their case) dropped.
    pub fn parse(raw: &[String]) -> Result<Self, Invalid> {
        let mut errors = crate::Validator::new();
        let mut skills: Vec<Skill> = Vec::new();
        if raw.len() > 15 {
            errors.error("/skills", ValueError::new("too_many", "Name at most 15 skills."));
        }
        for (place, text) in raw.iter().enumerate().take(15) {
            let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if let Some(text) = errors.field(&format!("/skills/{place}"), plain(&folded, SKILL)) {
                let known = skills
                    .iter()
                    .any(|skill| skill.0.to_lowercase() == text.to_lowercase());
                skills.extend((!known).then_some(Skill(text)));
            }
        }
        errors.finish(Some(Self(skills)))
    }
    /// Each of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Skill> {
        self.0.iter()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn repeats_are_dropped_and_each_bad_one_is_named() {
        let skills = Skills::parse(&["Rust ".into(), "rust".into(), "web  design".into()]).unwrap();
        assert_eq!(
            skills.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["Rust", "web design"]
        );
        let many: Vec<String> = (0..500).map(|n| format!("s{n}")).collect();
        assert_eq!(Skills::parse(&many).unwrap_err().0[0].code, "too_many");
        let bad = Skills::parse(&["Rust".into(), String::new()]).unwrap_err();
        assert_eq!(bad.0[0].pointer, "/skills/1");
        assert!(Skills::parse(&["\u{200b}".into()]).is_err());
    }
}
