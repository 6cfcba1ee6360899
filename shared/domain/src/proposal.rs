//! The milestones that a bid proposes.

use crate::{Date, FieldError, MIN_AMOUNT, Money, Text, Validator, ValueError};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The most milestones in a bid.
pub const MAX_MILESTONES: usize = 20;

/// A milestone as a bid proposes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProposedMilestone {
    /// Title: 3 to 120 characters.
    pub title: String,
    /// Description and deliverables: at most 2,000 characters.
    pub description: String,
    /// What the client pays for it.
    pub amount: Money,
    /// When it is due.
    pub due_date: Date,
    /// What the work is checked against; a revision request names those that are not met. At most 10.
    #[serde(default)]
    pub criteria: Vec<String>,
}

/// Cleans the milestones of a bid and checks that they add up to its amount.
pub fn check_milestones(
    milestones: &[ProposedMilestone],
    total: Money,
) -> Result<Vec<ProposedMilestone>, Vec<FieldError>> {
    let mut errors = Validator::new();
    if milestones.len() > MAX_MILESTONES {
        errors.error(
            "/milestones",
            ValueError::new("too_many", "Propose at most 20 milestones."),
        );
    }
    let clean: Option<Vec<_>> = milestones
        .iter()
        .enumerate()
        .map(|(place, milestone)| check(&mut errors, place, milestone, total))
        .collect();
    let sum = milestones
        .iter()
        .try_fold(Money::zero(total.currency), |sum, milestone| {
            sum.checked_add(milestone.amount)
        });
    if !milestones.is_empty() && sum != Ok(total) {
        let message = format!("The milestones must add up to {total}.");
        errors.error(
            "/milestones",
            ValueError::new("milestones_do_not_add_up", message),
        );
    }
    errors.finish(clean).map_err(|invalid| invalid.0)
}

fn check(
    errors: &mut Validator,
    place: usize,
    milestone: &ProposedMilestone,
    total: Money,
) -> Option<ProposedMilestone> {
    let at = |field: &str| format!("/milestones/{place}/{field}");
    if milestone.amount.currency != total.currency {
        errors.error(
            &at("amount"),
            ValueError::new("currency_mismatch", "Use the currency of the bid."),
        );
    } else if milestone.amount.amount < MIN_AMOUNT {
        errors.error(
            &at("amount"),
            ValueError::new("too_small", "A milestone costs at least 1.00."),
        );
    }
    if milestone.criteria.len() > 10 {
        errors.error(
            &at("criteria"),
            ValueError::new("too_many", "Name at most 10 criteria."),
        );
    }
    let title = errors.field(&at("title"), Text::<3, 120>::parse(&milestone.title));
    let description = errors.field(&at("description"), Text::<0, 2000>::parse(&milestone.description));
    let criteria: Option<Vec<String>> = milestone
        .criteria
        .iter()
        .enumerate()
        .map(|(number, text)| {
            let pointer = format!("/milestones/{place}/criteria/{number}");
            errors
                .field(&pointer, Text::<1, 200>::parse(text))
                .map(Text::into_string)
        })
        .collect();
    Some(ProposedMilestone {
        title: title?.into_string(),
        description: description?.into_string(),
        criteria: criteria?,
        ..milestone.clone()
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::Currency;

    fn milestone(amount: i64) -> ProposedMilestone {
        ProposedMilestone {
            title: "Draft".to_owned(),
            description: String::new(),
            amount: Money::new(amount, Currency::Usd),
            due_date: "2026-12-31".parse().unwrap(),
            criteria: vec![" loads in a second ".to_owned()],
        }
    }

    #[test]
    fn milestones_add_up_or_are_refused() {
        let total = Money::new(1000, Currency::Usd);
        let clean = check_milestones(&[milestone(400), milestone(600)], total).unwrap();
        assert_eq!(clean[0].criteria, ["loads in a second"]);
        let errors = check_milestones(&[milestone(400), milestone(500)], total).unwrap_err();
        assert_eq!(
            (errors[0].pointer.as_str(), &*errors[0].code),
            ("/milestones", "milestones_do_not_add_up")
        );
        assert!(check_milestones(&[], total).unwrap().is_empty());
    }

    #[test]
    fn each_bad_field_is_named() {
        let mut bad = milestone(1);
        bad.title = "x".to_owned();
        bad.criteria = vec![String::new()];
        let errors = check_milestones(&[bad], Money::new(1, Currency::Usd)).unwrap_err();
        let pointers: Vec<_> = errors.iter().map(|error| error.pointer.as_str()).collect();
        assert_eq!(
            pointers,
            [
                "/milestones/0/amount",
                "/milestones/0/title",
                "/milestones/0/criteria/0"
            ]
        );
        let other = ProposedMilestone {
            amount: Money::new(1000, Currency::Eur),
            ..milestone(1000)
        };
        let errors = check_milestones(&[other], Money::new(1000, Currency::Usd)).unwrap_err();
        assert_eq!(errors[0].code, "currency_mismatch");
    }
}
