//! What was agreed on, what was done, what is argued about, and where the money is.

use super::{Page, moment, section, text, word};
use crate::plain::plain;
use maud::{Markup, html};
use proconnect_api::{Dispute, LedgerEntry, Milestone};
use proconnect_domain::{Actor, Currency, Money, Waiting};

impl Page<'_> {
    /// The milestone as the API answers it.
    fn milestone(&self) -> Option<Milestone> {
        let case = self.case;
        let milestone = case.milestone()?;
        Some(milestone.view(&case.contract, &case.submissions, &case.revisions, false))
    }

    fn disputed(&self) -> Option<Dispute> {
        let found = self.case.dispute.as_ref()?;
        Some(
            found
                .dispute
                .view(&self.case.people, &found.evidence, Actor::Platform),
        )
    }

    pub(super) fn summary(&self) -> Markup {
        let contract = &self.case.contract;
        let Some(milestone) = self.milestone() else {
            return html! {};
        };
        section(
            "summary",
            &html! {
                dl {
                    dt { "Task" } dd { bdi { (contract.task_title) } " (" code { (contract.task_id) } ")" }
                    dt { "Contract" } dd { code { (contract.id) } ", made " (moment(contract.created_at)) }
                    dt { "Milestone" } dd { bdi { (milestone.title) } ", number " (milestone.number) " (" code { (milestone.id) } ")" }
                    dt { "Client" } dd { (self.name(Actor::Client)) " (" code { (contract.client.id) } ")" }
                    dt { "Freelancer" } dd { (self.name(Actor::Freelancer)) " (" code { (contract.freelancer.id) } ")" }
                    dt { "State of the work" } dd { (word(&milestone.status)) }
                    dt { "State of the money" } dd { (word(&milestone.payment.status)) }
                    @if let Some(at) = milestone.payment.funded_at { dt { "Funded" } dd { (moment(at)) } }
                    @if let Some(at) = milestone.approved_at { dt { "Approved" } dd { (moment(at)) } }
                    @if let Some(at) = milestone.payment.released_at { dt { "Paid to the freelancer" } dd { (moment(at)) } }
                }
            },
        )
    }

    pub(super) fn terms(&self) -> Markup {
        let contract = &self.case.contract;
        let Some(milestone) = self.milestone() else {
            return html! {};
        };
        let points = contract.fee_basis_points;
        let percent = format!("{}.{:02} %", points / 100, points % 100);
        section(
            "terms",
            &html! {
                h3 { "The milestone" }
                dl {
                    dt { "Price" } dd { (milestone.amount) }
                    dt { "The platform’s fee" } dd { (percent) " of what goes to the freelancer" }
                    dt { "Due" } dd { (milestone.due_date.human()) }
                }
                (text(&milestone.description))
                h3 { "Acceptance criteria" }
                @if milestone.criteria.is_empty() { p { "None were agreed on." } }
                @else { ol { @for criterion in &milestone.criteria { li dir="auto" { (criterion) } } } }
                h3 { "All milestones of the contract" }
                table {
                    caption { "The contract’s milestones" }
                    thead { tr { th scope="col" { "Milestone" } th scope="col" { "Due" } th.sum scope="col" { "Price" } } }
                    tbody {
                        @for one in &contract.milestones {
                            tr { th scope="row" { bdi { (one.title) } } td { (one.due_date.human()) } td.sum { (one.amount) } }
                        }
                    }
                }
                @if let Some(task) = &self.case.task {
                    h3 { "The task, as it was posted " (moment(task.created_at)) }
                    (text(&plain(&task.description)))
                }
                @if let Some(bid) = &self.case.bid {
                    h3 { "The bid, as it was made " (moment(bid.created_at)) }
                    p { (bid.amount) ", " (bid.timeline_days) " days" }
                    (text(&bid.cover_letter))
                }
            },
        )
    }

    pub(super) fn work(&self) -> Markup {
        let Some(milestone) = self.milestone() else {
            return html! {};
        };
        let handed_in = milestone.submissions.iter().map(|one| {
            (
                one.submitted_at,
                html! {
                    p.when { (self.name(Actor::Freelancer)) " handed in work, " (moment(one.submitted_at)) }
                    (text(&one.note))
                    (self.attached(&one.files))
                },
            )
        });
        let asked = milestone.revisions.iter().map(|one| {
            (
                one.requested_at,
                html! {
                    p.when { (self.name(Actor::Client)) " asked for changes, " (moment(one.requested_at)) }
                    (text(&one.comment))
                    @if !one.criteria.is_empty() {
                        p { "Criteria that are not met:" }
                        ul { @for criterion in &one.criteria { li dir="auto" { (criterion) } } }
                    }
                },
            )
        });
        let mut all: Vec<_> = handed_in.chain(asked).collect();
        all.sort_by_key(|(at, _)| *at);
        section(
            "work",
            &html! {
                @if all.is_empty() { p { "Nothing was handed in." } }
                @for (_, said) in &all { div.said { (said) } }
            },
        )
    }

    pub(super) fn dispute(&self) -> Markup {
        let content = match self.disputed() {
            None => html! { p { "There is none about this milestone." } },
            Some(dispute) => self.argued(&dispute),
        };
        section("dispute", &content)
    }

    fn argued(&self, dispute: &Dispute) -> Markup {
        html! {
            dl {
                dt { "Dispute" } dd { code { (dispute.id) } }
                dt { "State" } dd { (word(&dispute.status)) }
                dt { "About" } dd { (dispute.held_amount) }
            }
            div.said {
                p.when { (self.name(dispute.opened_by)) " opened it, " (moment(dispute.opened_at)) }
                p dir="auto" { strong { (dispute.reason) } }
                (text(&dispute.statement))
                (self.attached(&dispute.files))
            }
            @for shown in &dispute.evidence {
                div.said {
                    p.when { (self.name(shown.by)) " added, " (moment(shown.added_at)) }
                    (text(&shown.text))
                    (self.attached(&shown.files))
                }
            }
            table {
                caption { "Its steps. What each would have accepted in the split is told to nobody, and is not here." }
                thead { tr { th scope="col" { "When" } th scope="col" { "Step" } th scope="col" { "By" } th scope="col" { "Round" } } }
                tbody {
                    @for step in &dispute.steps {
                        tr { td { (moment(step.at)) } td { (word(&step.kind)) } td { (self.name(step.by)) } td { (step.round) } }
                    }
                }
            }
            @if let Some(outcome) = &dispute.outcome {
                h3 { "How it was decided" }
                dl {
                    dt { "Decided by" } dd { (word(&outcome.decided_by)) }
                    dt { "To the freelancer" } dd { (outcome.to_freelancer) ", of which " (outcome.fee) " is the platform’s fee" }
                    dt { "Back to the client" } dd { (outcome.to_client) }
                }
                @if let Some(reason) = &outcome.reason { (text(reason)) }
            }
        }
    }

    pub(super) fn refunds(&self) -> Markup {
        let Some(milestone) = self.milestone() else {
            return html! {};
        };
        section(
            "refunds",
            &html! {
                @if milestone.refund_requests.is_empty() && milestone.refunds.is_empty() {
                    p { "None was asked for or given." }
                }
                @for request in &milestone.refund_requests {
                    div.said {
                        p.when { (self.name(Actor::Client)) " asked for " (request.amount) " back, " (moment(request.asked_at)) }
                        (text(&request.reason))
                        p {
                            "State: " (word(&request.status))
                            @if let Some(at) = request.closed_at { ", " (moment(at)) }
                        }
                        @if let Some(answer) = &request.answer { (text(answer)) }
                    }
                }
                @for refund in &milestone.refunds {
                    p { (refund.amount) " goes back by agreement of " (moment(refund.agreed_at)) ": " (word(&refund.state)) }
                }
            },
        )
    }

    pub(super) fn clocks(&self) -> Markup {
        let milestone = self
            .case
            .milestone()
            .and_then(|milestone| milestone.stated_clock());
        let dispute = self.case.dispute.as_ref().and_then(|found| found.dispute.clock());
        let clocks: Vec<(&str, Waiting)> = [("Milestone", milestone), ("Dispute", dispute)]
            .into_iter()
            .filter_map(|(of, clock)| Some((of, clock?)))
            .collect();
        section(
            "clocks",
            &html! {
                @if clocks.is_empty() { p { "Nobody has to act." } }
                @else {
                    dl {
                        @for (of, clock) in &clocks {
                            dt { (of) } dd { (self.name(clock.actor)) " by " (moment(clock.due_at)) ". " (clock.text) }
                        }
                    }
                }
            },
        )
    }

    pub(super) fn money(&self) -> Markup {
        let ledger = &self.case.ledger;
        section(
            "money",
            &html! {
                p {
                    "Every movement of this contract’s money. Each entry’s amounts come to zero: debits are positive, credits negative. Its "
                    "hash covers what it says and the hash of the entry before it; evidence.json holds what is needed to work them out."
                }
                table {
                    caption { "The contract’s ledger" }
                    thead { tr {
                        th scope="col" { "Entry" } th scope="col" { "When" } th scope="col" { "What" } th scope="col" { "Accounts" } th scope="col" { "Hash" }
                    } }
                    tbody { @for entry in &ledger.items { (self.movement(entry)) } }
                }
                @if let Some(head) = &ledger.head {
                    p { "The chain ends with entry " (head.sequence) ":" } p.hash { (head.hash) }
                }
            },
        )
    }

    fn movement(&self, entry: &LedgerEntry) -> Markup {
        let ours = entry.milestone_id == Some(self.case.milestone_id);
        html! {
            tr {
                th scope="row" {
                    @match entry.sequence { Some(sequence) => (sequence), None => "not chained" }
                }
                td { (moment(entry.at)) }
                td { (word(&entry.cause)) @if !ours { " (another milestone)" } }
                td {
                    @for posting in &entry.entries {
                        div { code { (posting.account) } " " (sum(posting.amount, &entry.currency)) }
                    }
                }
                td.hash { @if let Some(hash) = &entry.hash { (hash) } }
            }
        }
    }
}

/// Minor units of a currency, for people.
fn sum(amount: i64, currency: &str) -> String {
    let known = Currency::ALL.into_iter().find(|known| known.code() == currency);
    match known {
        Some(currency) => Money::new(amount, currency).to_string(),
        None => format!("{amount} {currency}"),
    }
}
