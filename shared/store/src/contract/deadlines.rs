//! What the two sides of a contract have to do by some time, and when somebody has to look at it.

use super::{ContractRecord, MilestoneRecord};
use proconnect_domain::{Actor, ContractStatus, Deadline, Duty, MilestoneId, Timestamp, UserId, WorkStatus};
use proconnect_events::Fact;

impl MilestoneRecord {
    /// Its deadlines: the clock, after which silence does something, and the due date, as long as the freelancer has the
    /// money's word and not handed the work in.
    pub fn deadlines(&self) -> impl Iterator<Item = Deadline> + use<> {
        let clock = self.clock().map(|clock| Deadline {
            task: Duty::Answer,
            actor: clock.actor,
            at: clock.due_at,
        });
        let is_worked_on = matches!(self.work, WorkStatus::Pending | WorkStatus::ChangesRequested);
        let due = Deadline {
            task: Duty::HandIn,
            actor: Actor::Freelancer,
            at: self.due_date.end(),
        };
        let due = (self.funds.is_held() && is_worked_on).then_some(due);
        clock.into_iter().chain(due)
    }

    /// From when on its deadlines are looked at. Records of before there was `reminded_until` are asked when they came into
    /// their state, as far as they know.
    fn looked_until(&self) -> Option<Timestamp> {
        self.reminded_until.or(self.submitted_at).or(self.funded_at)
    }

    /// The next moment at which somebody is to be reminded. It may have passed.
    fn next_reminder(&self) -> Option<Timestamp> {
        let looked = self.looked_until()?;
        self.deadlines()
            .filter_map(|deadline| deadline.next_reminder(looked))
            .min()
    }
}

impl ContractRecord {
    /// Who acts as this side; nobody of the two for the platform.
    pub fn acting(&self, actor: Actor) -> Option<UserId> {
        match actor {
            Actor::Client => Some(self.client.id),
            Actor::Freelancer => Some(self.freelancer.id),
            Actor::Platform => None,
        }
    }

    /// When somebody has to look at it next: a clock ends, or a deadline comes near. It stands there in the index of what is
    /// due, so whatever changes its deadlines moves it.
    pub(crate) fn next_turn(&self) -> Option<Timestamp> {
        let reminders = self.running().iter().filter_map(MilestoneRecord::next_reminder);
        let clock = self.next_clock().map(|clock| clock.due_at);
        clock.into_iter().chain(reminders).min()
    }

    /// Whether a moment has come at which somebody is to be reminded.
    pub fn has_reminders(&self, now: Timestamp) -> bool {
        let mut moments = self.running().iter().filter_map(MilestoneRecord::next_reminder);
        moments.any(|moment| moment <= now)
    }

    /// Looks at all deadlines, and returns what came near. What is over when it is looked at is not told of.
    pub(crate) fn look_at_deadlines(&mut self, now: Timestamp) -> Vec<Fact> {
        let near: Vec<Fact> = self
            .running()
            .iter()
            .flat_map(|milestone| self.near(milestone, now))
            .collect();
        for milestone in &mut self.milestones {
            if milestone.next_reminder().is_some_and(|moment| moment <= now) {
                milestone.reminded_until = Some(now);
            }
        }
        near
    }

    fn near(&self, milestone: &MilestoneRecord, now: Timestamp) -> Vec<Fact> {
        let Some(looked) = milestone.looked_until() else {
            return Vec::new();
        };
        let facts = milestone.deadlines().filter_map(|deadline| {
            let days = deadline.came_near(looked, now)?;
            Some(near(
                deadline.task,
                milestone.id,
                self.acting(deadline.actor)?,
                days,
            ))
        });
        facts.collect()
    }

    /// The milestones, as long as work and money may move: an open dispute stops the deadlines, and nobody hears of those of
    /// a contract that has ended.
    fn running(&self) -> &[MilestoneRecord] {
        match self.status {
            ContractStatus::Active => &self.milestones,
            _ => &[],
        }
    }
}

fn near(task: Duty, milestone_id: MilestoneId, user_id: UserId, days: u8) -> Fact {
    match task {
        Duty::Answer => Fact::MilestoneDeadlineNear {
            milestone_id,
            user_id,
            days,
        },
        Duty::HandIn => Fact::WorkDueNear {
            milestone_id,
            freelancer_id: user_id,
            days,
        },
    }
}
