//! Rules about source text: who reads the environment and the clock, and how long a file may be.

use crate::Result;
use crate::tree::Tree;

/// Look again above this: the file probably does two things.
const LONGEST: usize = 400;

/// Text that only some folders may hold.
struct Confined {
    text: &'static [&'static str],
    allowed: &'static [&'static str],
    /// What may stand anywhere all the same.
    spared: &'static [&'static str],
    reason: &'static str,
}

const CONFINED: [Confined; 4] = [
    Confined {
        text: &["QueueName::", "Queue\""],
        allowed: &[
            "shared/messaging/",
            "shared/notices/",
            "shared/runtime/",
            "local/",
            "tests/",
        ],
        spared: &[],
        reason: "a handler states a fact or gives a command; which queue that goes to is decided in shared/messaging",
    },
    Confined {
        text: &["Template::", "Letter::", "proconnect_notices"],
        allowed: &["shared/notices/", "functions/notifications/", "local/", "tests/"],
        spared: &["proconnect_notices::Place;"],
        reason: "who is told what, and where that leads, is planned in shared/notices from facts",
    },
    Confined {
        text: &["std::env", "env::var"],
        allowed: &["shared/runtime/", "shared/stripe/tests/", "local/", "tests/"],
        spared: &["std::env::args_os"],
        reason: "settings are read once, by shared/runtime",
    },
    Confined {
        text: &["SystemTime::now", "Timestamp::now"],
        allowed: &["shared/runtime/", "local/", "tests/load/"],
        spared: &[],
        reason: "the time is App's clock, which tests and demos move",
    },
];

pub fn check(tree: &Tree) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for folder in ["functions", "shared", "local", "tests"] {
        for file in tree.files(folder, &[".rs"])? {
            let text = tree.read(&file)?;
            problems.extend(CONFINED.iter().flat_map(|rule| rule.problems(&file, &text)));
        }
    }
    for folder in [
        "functions",
        "shared",
        "local",
        "tests",
        "xtask",
        "scripts",
        "web/src",
    ] {
        for file in tree.files(folder, &[".css", ".mjs", ".py", ".rs", ".sh", ".ts", ".tsx"])? {
            problems.extend(too_long(&file, &tree.read(&file)?));
        }
    }
    Ok(problems)
}

impl Confined {
    fn problems(&self, file: &str, text: &str) -> Vec<String> {
        if self.allowed.iter().any(|folder| file.starts_with(folder)) {
            return Vec::new();
        }
        let code = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim_start().starts_with("//"));
        let code = code.filter(|(_, line)| !self.spared.iter().any(|spared| line.contains(spared)));
        let found =
            code.filter_map(|(at, line)| Some((at, self.text.iter().find(|text| line.contains(**text))?)));
        found
            .map(|(at, text)| format!("{file}:{}: {text} does not belong here: {}", at + 1, self.reason))
            .collect()
    }
}

fn too_long(file: &str, text: &str) -> Option<String> {
    let lines = text.lines().count();
    (lines > LONGEST).then(|| format!("{file}: {lines} lines, more than {LONGEST}"))
}
