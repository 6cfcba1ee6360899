//! What may change of a task, and which changes matter to somebody who has bid on it.

use crate::error::listed_enum;
use crate::{Budget, Category, DAY, MINUTE, Skills, Timestamp, ValueError};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::time::Duration;

listed_enum! {
    /// A field of a task that its client can change.
    TaskField {
        /// The title.
        Title,
        /// The description.
        Description,
        /// The category.
        Category,
        /// The skills asked for.
        Skills,
        /// The budget.
        Budget,
        /// Until when bids are decided.
        Deadline,
        /// Where.
        Location,
        /// The files that describe it.
        Attachments,
    }
}

/// How many changes a task remembers; the earliest are forgotten first.
pub const MAX_TASK_CHANGES: usize = 12;

/// While somebody has not answered whether their bid stands, they are mailed about further changes once in so long.
pub const CHANGES_GATHERED: Duration = MINUTE.saturating_mul(30);

/// Once there are bids, a deadline is brought forward to no sooner than this from now: bidders are to read of it first.
const NOTICE_OF_A_DEADLINE: Duration = DAY;

/// So many words may be others before a text says something else. What corrects spelling changes fewer.
const WORDS_OF_A_CORRECTION: usize = 4;

/// A field that was changed. Of the description it is only said whether it says something else: it may be long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "field", rename_all = "snake_case")]
#[expect(missing_docs, reason = "before and after say enough")]
pub enum TaskEdit {
    /// The title.
    Title { before: String, after: String },
    /// The description.
    Description {
        /// It says something else, and is not merely corrected.
        rewritten: bool,
    },
    /// The category.
    Category { before: Category, after: Category },
    /// The skills asked for.
    Skills { before: Skills, after: Skills },
    /// The budget.
    Budget { before: Budget, after: Budget },
    /// Until when bids are decided.
    Deadline { before: Timestamp, after: Timestamp },
    /// Where.
    Location {
        before: Option<String>,
        after: Option<String>,
    },
    /// The files that describe it.
    Attachments {
        /// How many came.
        added: u32,
        /// How many went.
        removed: u32,
    },
}

/// What was changed at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TaskChange {
    /// The version of the task that came of it.
    pub version: u32,
    /// When.
    pub at: Timestamp,
    /// The fields.
    pub edits: Vec<TaskEdit>,
}

impl TaskEdit {
    /// Which field.
    pub fn field(&self) -> TaskField {
        match self {
            TaskEdit::Title { .. } => TaskField::Title,
            TaskEdit::Description { .. } => TaskField::Description,
            TaskEdit::Category { .. } => TaskField::Category,
            TaskEdit::Skills { .. } => TaskField::Skills,
            TaskEdit::Budget { .. } => TaskField::Budget,
            TaskEdit::Deadline { .. } => TaskField::Deadline,
            TaskEdit::Location { .. } => TaskField::Location,
            TaskEdit::Attachments { .. } => TaskField::Attachments,
        }
    }

    /// Whether whoever has bid must hear of it, since they might bid otherwise now, or not at all. Whoever makes the change has
    /// no say in that.
    pub fn matters(&self) -> bool {
        match self {
            TaskEdit::Title { before, after } => says_otherwise(before, after),
            TaskEdit::Description { rewritten } => *rewritten,
            TaskEdit::Attachments { added, removed } => added + removed > 0,
            TaskEdit::Category { before, after } => before != after,
            TaskEdit::Skills { before, after } => before != after,
            TaskEdit::Budget { before, after } => before != after,
            TaskEdit::Deadline { before, after } => before != after,
            TaskEdit::Location { before, after } => before != after,
        }
    }

    /// Whether it may be made once there are bids: they are made in a currency, for one way of being paid and one kind of work, so
    /// these stay. A deadline may be put off to a year after the task was posted, and comes no nearer than a day from now.
    pub fn check_with_bids(&self, posted: Timestamp, now: Timestamp) -> Result<(), ValueError> {
        let refuse = |message: &str| Err(ValueError::new("fixed_by_bids", message));
        match self {
            TaskEdit::Category { .. } => refuse("There are bids, so the category stays."),
            TaskEdit::Budget { before, after } if before.currency != after.currency => {
                refuse("There are bids, so the currency stays.")
            }
            TaskEdit::Budget { before, after } if before.r#type != after.r#type => {
                refuse("There are bids, so it stays whether a price or a rate is paid.")
            }
            TaskEdit::Deadline { before, after }
                if after < before && *after < now.plus(NOTICE_OF_A_DEADLINE) =>
            {
                refuse("There are bids, so the deadline can come no nearer than a day from now.")
            }
            TaskEdit::Deadline { after, .. } if *after > posted.plus(366 * DAY) => {
                refuse("Bidders wait for an answer: it is due within a year after the task was posted.")
            }
            _ => Ok(()),
        }
    }

    /// Both, one after the other, as one; nothing when the second takes the first back.
    fn then(self, later: TaskEdit) -> Option<TaskEdit> {
        let both = match (self, later) {
            (TaskEdit::Title { before, .. }, TaskEdit::Title { after, .. }) => {
                TaskEdit::Title { before, after }
            }
            (TaskEdit::Description { rewritten: one }, TaskEdit::Description { rewritten: other }) => {
                TaskEdit::Description {
                    rewritten: one || other,
                }
            }
            (TaskEdit::Category { before, .. }, TaskEdit::Category { after, .. }) => {
                TaskEdit::Category { before, after }
            }
            (TaskEdit::Skills { before, .. }, TaskEdit::Skills { after, .. }) => {
                TaskEdit::Skills { before, after }
            }
            (TaskEdit::Budget { before, .. }, TaskEdit::Budget { after, .. }) => {
                TaskEdit::Budget { before, after }
            }
            (TaskEdit::Deadline { before, .. }, TaskEdit::Deadline { after, .. }) => {
                TaskEdit::Deadline { before, after }
            }
            (TaskEdit::Location { before, .. }, TaskEdit::Location { after, .. }) => {
                TaskEdit::Location { before, after }
            }
            (
                TaskEdit::Attachments { added, removed },
                TaskEdit::Attachments {
                    added: more,
                    removed: less,
                },
            ) => TaskEdit::Attachments {
                added: added + more,
                removed: removed + less,
            },
            (_, later) => later,
        };
        both.changes_something().then_some(both)
    }

    fn changes_something(&self) -> bool {
        match self {
            TaskEdit::Title { before, after } => before != after,
            TaskEdit::Description { .. } => true,
            edit => edit.matters(),
        }
    }
}

/// What has changed in all since a version, one edit for each field: what was changed there and back is not among it.
pub fn changes_since(changes: &[TaskChange], version: u32) -> Vec<TaskEdit> {
    let later = changes.iter().filter(|change| change.version > version);
    let mut all: Vec<TaskEdit> = Vec::new();
    for edit in later.flat_map(|change| &change.edits) {
        let known = all.iter().position(|known| known.field() == edit.field());
        match known.map(|place| all.remove(place)) {
            Some(known) => all.extend(known.then(edit.clone())),
            None => all.push(edit.clone()),
        }
    }
    all.sort_by_key(TaskEdit::field);
    all
}

/// Whether a text says something else, and is not merely corrected: some words are others, or a figure is.
pub fn says_otherwise(before: &str, after: &str) -> bool {
    let mut counts: HashMap<&str, isize> = HashMap::new();
    for word in before.split_whitespace() {
        *counts.entry(word).or_default() -= 1;
    }
    for word in after.split_whitespace() {
        *counts.entry(word).or_default() += 1;
    }
    counts.retain(|_, count| *count != 0);
    let figures = counts
        .keys()
        .any(|word| word.chars().any(|letter| letter.is_numeric()));
    let others: usize = counts.values().map(|count| count.unsigned_abs()).sum();
    figures || others > WORDS_OF_A_CORRECTION
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{BudgetType, Currency, HOUR};

    fn budget(max: i64) -> Budget {
        Budget {
            r#type: BudgetType::Fixed,
            min: 100,
            max,
            currency: Currency::Usd,
        }
    }

    fn raised(before: i64, after: i64) -> TaskEdit {
        TaskEdit::Budget {
            before: budget(before),
            after: budget(after),
        }
    }

    fn change(version: u32, edits: &[TaskEdit]) -> TaskChange {
        TaskChange {
            version,
            at: Timestamp::from_millis(0),
            edits: edits.to_vec(),
        }
    }

    #[test]
    fn a_correction_is_no_other_text_and_a_figure_is() {
        let text = "A friendly logo for a bakery in two colours with the name of the street";
        for (after, otherwise) in [
            (text.to_owned(), false),
            (text.replace("friendly", "freindly"), false),
            (
                text.replace("bakery", "Bakery").replace("street", "Street"),
                false,
            ),
            (text.replace("two", "2"), true),
            (text.replace("for a bakery in two colours", "and a shop"), true),
            (String::new(), true),
        ] {
            assert_eq!(says_otherwise(text, &after), otherwise, "{after}");
        }
    }

    #[test]
    fn what_is_changed_there_and_back_has_not_changed() {
        let changes = [
            change(2, &[raised(500, 250)]),
            change(3, &[raised(250, 400), TaskEdit::Description { rewritten: false }]),
            change(4, &[raised(400, 500), TaskEdit::Description { rewritten: true }]),
        ];
        let rewritten = TaskEdit::Description { rewritten: true };
        assert_eq!(changes_since(&changes, 1), std::slice::from_ref(&rewritten));
        assert_eq!(changes_since(&changes, 2), [rewritten.clone(), raised(250, 500)]);
        assert_eq!(changes_since(&changes, 3), [rewritten, raised(400, 500)]);
        assert!(changes_since(&changes, 4).is_empty());
    }

    #[test]
    fn bids_fix_what_they_were_made_in() {
        let now = Timestamp::from_millis(1_800_000_000_000);
        let allowed = |edit: TaskEdit| edit.check_with_bids(now, now).is_ok();
        let deadline = |days: u32| TaskEdit::Deadline {
            before: now.plus(DAY * 10),
            after: now.plus(DAY * days),
        };
        assert!(allowed(raised(500, 250)) && allowed(TaskEdit::Description { rewritten: true }));
        assert!(allowed(deadline(1)) && allowed(deadline(30)) && allowed(deadline(366)));
        assert!(!allowed(deadline(367)));
        let hour = TaskEdit::Deadline {
            before: now.plus(DAY * 10),
            after: now.plus(HOUR),
        };
        assert!(!allowed(hour));
        // One that is near is put off by however little.
        assert!(allowed(TaskEdit::Deadline {
            before: now.plus(MINUTE),
            after: now.plus(HOUR),
        }));
        let other = |change: fn(&mut Budget)| {
            let mut after = budget(500);
            change(&mut after);
            TaskEdit::Budget {
                before: budget(500),
                after,
            }
        };
        assert!(!allowed(other(|budget| budget.currency = Currency::Eur)));
        assert!(!allowed(other(|budget| budget.r#type = BudgetType::Hourly)));
        let category = TaskEdit::Category {
            before: Category::Design,
            after: Category::Writing,
        };
        assert!(!allowed(category.clone()) && category.matters());
    }
}
