//! Plays a history: one random step after another, then everything comes to rest.

use super::books::{Totals, check, check_at_rest};
use super::chance::Chance;
use super::processor::Processor;
use super::stage::Stage;
use payments::worker::Asked;
use proconnect_domain::{ContractId, DAY, MilestoneId, RefundRequestId, Timestamp};
use proconnect_http::{Caller, Path};
use proconnect_messaging::{LookAtStripeEvent, ReleasePayment, ReturnPayment};
use proconnect_payments::{CheckoutStatus, IntentStatus};
use proconnect_runtime::{App, Clock};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::task::Poll;

struct MovedClock(AtomicI64);

impl Clock for MovedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.load(Ordering::Relaxed))
    }
}

/// A history under way.
pub struct Play {
    pub chance: Chance,
    pub app: App,
    clock: Arc<MovedClock>,
    pub client: Caller,
    pub worker: Caller,
    pub processor: Arc<Processor>,
    pub contract: ContractId,
    pub milestones: Vec<MilestoneId>,
    pub events: Vec<LookAtStripeEvent>,
    heard: usize,
    pub returns: Vec<ReturnPayment>,
    pub approved: BTreeSet<MilestoneId>,
    /// The last request for money back of a milestone whose answer arrived.
    pub asked: BTreeMap<MilestoneId, RefundRequestId>,
    /// Something may have been agreed on.
    pub agreed: bool,
    pub totals: Totals,
}

impl Stage {
    /// Plays one history; panics with its seed when the books are wrong.
    pub async fn play(&mut self, seed: u64) -> Totals {
        let mut chance = Chance::new(seed.wrapping_mul(0x5851_f42d_4c95_7f2d));
        let contract = self.copy(&mut chance).await;
        let processor = Arc::new(Processor::new(
            Chance::new(chance.next()),
            self.freelancer.parse().unwrap(),
            &self.account,
        ));
        let world = &self.app.world;
        let clock = Arc::new(MovedClock(AtomicI64::new(world.now().as_millis())));
        let app = App::builder((*world.app.config).clone(), world.app.store.clone())
            .payments(Arc::clone(&processor) as Arc<_>)
            .clock(Arc::clone(&clock) as Arc<_>)
            .build();
        let mut play = Play {
            milestones: (1..=2).map(|number| MilestoneId::of(contract, number)).collect(),
            client: self.client.clone(),
            worker: self.worker.clone(),
            chance,
            app,
            clock,
            processor,
            contract,
            events: Vec::new(),
            heard: 0,
            returns: Vec::new(),
            approved: BTreeSet::new(),
            asked: BTreeMap::new(),
            agreed: false,
            totals: Totals::default(),
        };
        let steps = 6 + play.chance.below(10);
        let mut told = Vec::new();
        if play.chance.below(4) == 0 {
            told.push(play.two_pages().await);
        }
        for _ in 0..steps {
            told.push(play.step().await);
        }
        play.rest().await;
        let end = play.ledger().await;
        let verdict = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            check(&contract.to_string(), &end);
            check_at_rest(&end, &play.processor, &play.milestones);
        }));
        assert!(verdict.is_ok(), "HISTORIES=1 HISTORIES_SEED={seed}: {told:?}");
        play.totals.steps += steps;
        play.totals.count(&end);
        play.totals
    }
}

/// Works at something step by step, and dies at one of them: nothing then, and what had been begun is dropped.
pub async fn dies_at<T>(step: u64, work: impl Future<Output = T>) -> Option<T> {
    let (mut work, mut steps) = (Box::pin(work), 0);
    std::future::poll_fn(|context| {
        if steps == step {
            return Poll::Ready(None);
        }
        steps += 1;
        work.as_mut().poll(context).map(Some)
    })
    .await
}

impl Play {
    /// What usually comes next, more often than not; otherwise anything.
    async fn step(&mut self) -> String {
        let milestone = self.milestones[usize::from(self.chance.below(4) == 0)];
        if self.chance.below(3) == 0 {
            return self.anything(milestone).await;
        }
        if !self.returns.is_empty() && self.chance.below(3) == 0 {
            return self.give_back().await;
        }
        if !self.processor.refunds().is_empty() && self.chance.below(8) == 0 {
            return self.comes_back();
        }
        let waits = self.events.len() > self.heard;
        if waits && self.chance.below(4) > 0 {
            return self.hear_next().await;
        }
        // What it should be by now, without asking: a history that asks is twice as long.
        let (pages, paid) = self.processor.pages(milestone);
        match (pages, paid, self.approved.contains(&milestone)) {
            (0, _, _) => self.open(milestone).await,
            (_, _, true) if self.chance.below(4) > 0 => self.release(milestone).await,
            (_, 0, _) if self.chance.below(3) > 0 => self.payer(),
            (_, 0, _) => self.open(milestone).await,
            _ if self.chance.below(3) == 0 => self.payer(),
            _ if self.chance.below(2) == 0 => self.refunds(milestone).await,
            _ => self.approve(milestone).await,
        }
    }

    /// What chance alone hardly ever brings: a page closes while its money is with the bank, the client pays on another, and then the
    /// money of the first arrives as well.
    async fn two_pages(&mut self) -> String {
        use CheckoutStatus::{Complete, Expired};
        use IntentStatus::{RequiresPayment, Succeeded};
        let milestone = self.milestones[0];
        let paid = "checkout.session.completed";
        let mut told = vec![self.open(milestone).await];
        told.push(self.on_page(0, Expired, RequiresPayment, "checkout.session.expired"));
        told.push(self.hear_waiting().await);
        told.push(self.open(milestone).await);
        told.push(self.on_page(1, Complete, Succeeded, paid));
        told.push(self.hear_waiting().await);
        told.push(self.on_page(0, Expired, Succeeded, paid));
        told.join("; ")
    }

    fn on_page(&mut self, place: usize, status: CheckoutStatus, intent: IntentStatus, event: &str) -> String {
        let sessions = self.processor.sessions();
        let Some(session) = sessions.get(place) else {
            return "no such page".to_owned();
        };
        if self.processor.happens(&session.id, status, intent) {
            self.happened(event, &session.id);
        }
        format!("{} {status:?} {intent:?}", session.id)
    }

    /// The next of what waits, if anything does.
    async fn hear_waiting(&mut self) -> String {
        match self.events.len() > self.heard {
            true => self.hear_next().await,
            false => "nothing to hear".to_owned(),
        }
    }

    /// Anything that can happen.
    async fn anything(&mut self, milestone: MilestoneId) -> String {
        match self.chance.below(27) {
            0..=3 => self.open(milestone).await,
            4..=8 => self.payer(),
            9..=13 => match self.any_event() {
                Some(event) => self.hear(event).await.0,
                None => "no event yet".to_owned(),
            },
            14 | 15 => self.approve(milestone).await,
            16 | 17 => self.release(milestone).await,
            18 => self.give_back().await,
            19 => self.ask_back(milestone).await,
            20 | 21 => self.answer(milestone).await,
            22 => self.offer(milestone).await,
            23..=25 => self.bank(),
            _ => self.world(),
        }
    }

    async fn open(&mut self, milestone: MilestoneId) -> String {
        let dies = self.dies();
        let opens = milestones::fund::handle(&self.app, self.client.clone(), Path(milestone));
        let outcome = dies_at(dies, opens).await.map(|outcome| outcome.is_ok());
        self.count(outcome);
        format!("open a page {outcome:?}")
    }

    async fn approve(&mut self, milestone: MilestoneId) -> String {
        let dies = self.dies();
        let approves = milestones::approve::handle(&self.app, self.client.clone(), Path(milestone));
        let outcome = dies_at(dies, approves).await.map(|outcome| outcome.is_ok());
        self.count(outcome);
        if outcome != Some(false) {
            self.approved.insert(milestone);
        }
        format!("approve {outcome:?}")
    }

    async fn release(&mut self, milestone_id: MilestoneId) -> String {
        let outcome = self
            .deliver(Asked::Release(ReleasePayment { milestone_id }))
            .await;
        format!("send {outcome:?}")
    }

    async fn give_back(&mut self) -> String {
        match self.any_return() {
            Some(second) => format!("give back {:?}", self.deliver(Asked::Return(second)).await),
            None => "nothing to give back".to_owned(),
        }
    }

    /// The oldest event that nobody has heard to its end.
    async fn hear_next(&mut self) -> String {
        let (text, outcome) = self.hear(self.events[self.heard].clone()).await;
        self.heard += usize::from(outcome == Some(true));
        text
    }

    async fn hear(&mut self, event: LookAtStripeEvent) -> (String, Option<bool>) {
        let text = format!("hear {} {}", event.event_type, event.object_id);
        let outcome = self.deliver(Asked::Look(event)).await;
        (format!("{text} {outcome:?}"), outcome)
    }

    /// The payer, or their bank, does something on one of the pages.
    fn payer(&mut self) -> String {
        use CheckoutStatus::{Complete, Expired, Open};
        use IntentStatus::{Failed, Processing, RequiresPayment, Succeeded};
        let sessions = self.processor.sessions();
        if sessions.is_empty() {
            return "no page yet".to_owned();
        }
        let place = usize::try_from(self.chance.below(sessions.len() as u64)).unwrap();
        let (status, intent, event) = match self.chance.below(10) {
            0..=4 => (Complete, Succeeded, "checkout.session.completed"),
            5 | 6 => (Complete, Processing, "checkout.session.completed"),
            7 => (Complete, Failed, "checkout.session.async_payment_failed"),
            8 => (Open, Failed, "checkout.session.completed"),
            _ => (Expired, RequiresPayment, "checkout.session.expired"),
        };
        self.on_page(place, status, intent, event)
    }

    /// Something in the world outside.
    fn world(&mut self) -> String {
        match self.chance.below(3) {
            0 => {
                self.processor.toggle_account();
                let account = self.processor.account_id();
                self.happened("account.updated", &account);
                "the account changes".to_owned()
            }
            1 => self.comes_back(),
            _ => {
                self.clock
                    .0
                    .fetch_add(i64::try_from(DAY.as_millis()).unwrap(), Ordering::Relaxed);
                "a day passes".to_owned()
            }
        }
    }

    /// A bank wants money back, or decides about it.
    pub fn bank(&mut self) -> String {
        let Some(dispute) = self.processor.bank_turns(self.chance.next()) else {
            return "nothing to want back".to_owned();
        };
        self.happened("charge.dispute.updated", &dispute);
        format!("the bank about {dispute}")
    }

    /// A bank sends a refund back.
    fn comes_back(&mut self) -> String {
        let Some(refund) = self.processor.refund_fails(self.chance.next()) else {
            return "no refund yet".to_owned();
        };
        self.happened("refund.failed", &refund);
        format!("{refund} comes back")
    }

    pub fn happened(&mut self, event_type: &str, object_id: &str) {
        self.events.push(LookAtStripeEvent {
            event_id: format!("evt_{}", self.events.len()),
            event_type: event_type.to_owned(),
            object_id: object_id.to_owned(),
        });
    }

    /// At which step a function dies: mostly at none.
    pub fn dies(&mut self) -> u64 {
        match self.chance.below(4) {
            0 => self.chance.below(10),
            _ => u64::MAX,
        }
    }

    fn any_event(&mut self) -> Option<LookAtStripeEvent> {
        let count = self.events.len() as u64;
        (count > 0).then(|| self.events[usize::try_from(self.chance.below(count)).unwrap()].clone())
    }

    fn any_return(&mut self) -> Option<ReturnPayment> {
        let count = self.returns.len() as u64;
        (count > 0).then(|| self.returns[usize::try_from(self.chance.below(count)).unwrap()].clone())
    }

    pub fn count(&mut self, outcome: Option<bool>) {
        match outcome {
            None => self.totals.deaths += 1,
            Some(false) => self.totals.errors += 1,
            Some(true) => {}
        }
    }
}
