//! Tasks: states, budgets, deadlines.

use crate::error::{listed_enum, transitions};
use crate::{Currency, DAY, MAX_AMOUNT, MIN_AMOUNT, Timestamp, ValueError};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

listed_enum! {
    /// State of a task.
    TaskStatus {
        /// Written, not shown.
        Draft,
        /// Takes bids.
        Open,
        /// A bid was accepted.
        InProgress,
        /// All milestones are approved.
        Completed,
        /// Taken back by its client.
        Cancelled,
        /// Its deadline passed without a decision.
        Expired,
    }
}

listed_enum! {
    /// What can happen to a task.
    TaskEvent {
        /// It is shown.
        Publish,
        /// The client accepts a bid.
        AcceptBid,
        /// The last milestone is approved.
        Complete,
        /// The client takes it back.
        Cancel,
        /// The deadline passes.
        Expire,
    }
}

transitions! { TaskStatus, TaskEvent:
    Draft + Publish => Open,
    Draft + Cancel => Cancelled,
    Open + AcceptBid => InProgress,
    Open + Cancel => Cancelled,
    Open + Expire => Expired,
    InProgress + Complete => Completed,
    InProgress + Cancel => Cancelled,
}

listed_enum! {
    /// How a task is paid.
    BudgetType {
        /// One price.
        Fixed,
        /// A rate per hour.
        Hourly,
    }
}

/// A budget range in minor units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Budget {
    /// Fixed or hourly.
    pub r#type: BudgetType,
    /// The least, in minor units.
    pub min: i64,
    /// The most, in minor units.
    pub max: i64,
    /// Currency.
    pub currency: Currency,
}

impl Budget {
    /// Checks the range: from 1.00 to 999,999.99, the least first.
    pub fn check(self) -> Result<Self, ValueError> {
        if self.min < MIN_AMOUNT || self.max > MAX_AMOUNT {
            return Err(ValueError::new(
                "out_of_range",
                "A budget is between 1.00 and 999,999.99.",
            ));
        }
        if self.max < self.min {
            return Err(ValueError::new(
                "max_below_min",
                "The most must not be less than the least.",
            ));
        }
        Ok(self)
    }
}

/// A deadline is in the future, at most a year ahead.
pub fn check_deadline(deadline: Timestamp, now: Timestamp) -> Result<Timestamp, ValueError> {
    if deadline <= now {
        return Err(ValueError::new(
            "in_the_past",
            "The deadline must be in the future.",
        ));
    }
    if deadline > now.plus(366 * DAY) {
        return Err(ValueError::new("too_far", "The deadline must be within a year."));
    }
    Ok(deadline)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::assert_machine;

    #[test]
    fn a_task_ends_done_or_taken_back_or_expired() {
        let all = (TaskStatus::ALL, TaskEvent::ALL);
        assert_machine(
            all,
            TaskStatus::apply,
            TaskStatus::Draft,
            &[TaskStatus::Completed, TaskStatus::Cancelled, TaskStatus::Expired],
        );
    }

    #[test]
    fn budgets_and_deadlines() {
        let budget = |min, max| {
            Budget {
                r#type: BudgetType::Fixed,
                min,
                max,
                currency: Currency::Usd,
            }
            .check()
        };
        assert!(budget(100, 100).is_ok());
        assert_eq!(budget(99, 100).map_err(|error| error.code), Err("out_of_range"));
        assert_eq!(budget(200, 100).map_err(|error| error.code), Err("max_below_min"));
        let now = Timestamp::from_millis(1_000_000);
        assert_eq!(
            check_deadline(now, now).map_err(|error| error.code),
            Err("in_the_past")
        );
        assert_eq!(
            check_deadline(now.plus(400 * DAY), now).map_err(|error| error.code),
            Err("too_far")
        );
        assert!(check_deadline(now.plus(DAY), now).is_ok());
    }
}
