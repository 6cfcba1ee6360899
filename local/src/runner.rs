//! What runs beside requests: the stream, the queues, the schedules, Stripe's webhooks.

use crate::table::TABLE;
use crate::template::Consumer;
use crate::webhooks::ToGateway;
use crate::world::World;
use crate::{Error, event, filter, stream};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

/// How often the loop looks when nothing wakes it.
const IDLE: Duration = Duration::from_millis(250);
/// So many records of the stream are looked at in one go: the most that `GetRecords` gives.
const PAGE: usize = 1000;
/// A drain that finds work this often is going in circles.
const MOST_ROUNDS: usize = 10_000;

impl World {
    /// Runs until the world is dropped.
    pub(crate) async fn run(self: Arc<Self>) {
        let mut next_tick = self.now();
        loop {
            if self.now() >= next_tick {
                next_tick = self.now().plus(self.tick_every());
                report("schedules", self.tick().await);
            }
            let worked = {
                let _turn = self.turn.lock().await;
                self.step().await
            };
            match worked {
                Ok(0) => {
                    let _ = tokio::time::timeout(IDLE, self.wake.notified()).await;
                }
                Ok(_) => {}
                Err(error) => {
                    report::<()>("step", Err(error));
                    tokio::time::sleep(IDLE).await;
                }
            }
        }
    }

    fn tick_every(&self) -> Duration {
        self.template
            .schedules
            .iter()
            .map(|(_, every)| *every)
            .min()
            .unwrap_or(Duration::from_secs(60))
    }

    /// Runs every scheduled function once, and lets the stand-in's time pass.
    pub async fn tick(&self) -> Result<(), Error> {
        self.stripe.tick()?;
        for (function, _) in &self.template.schedules {
            let result = self.invoke(function, event::schedule(self.now())).await;
            report(function, result);
        }
        Ok(())
    }

    /// Works until nothing waits: no outbox record, no message that can be had now, no webhook that is due.
    pub async fn drain(&self) -> Result<(), Error> {
        let _turn = self.turn.lock().await;
        for _ in 0..MOST_ROUNDS {
            if self.step().await? == 0 {
                return Ok(());
            }
        }
        Err("there is always more to do".into())
    }

    /// Moves the clock and runs what falls due, until all of it is done.
    pub async fn advance(&self, by: Duration) -> Result<(), Error> {
        self.drain().await?;
        self.clock.advance(by)?;
        self.tick().await?;
        self.drain().await
    }

    /// One round: what the stream, the queues and the stand-in have. Returns how much was done.
    async fn step(&self) -> Result<usize, Error> {
        let mut done = self.stripe.deliver_due(&ToGateway(self.this.clone())).await?;
        done += self.stream().await?;
        for consumer in &self.template.consumers {
            done += self.consume(consumer).await?;
        }
        Ok(done)
    }

    async fn stream(&self) -> Result<usize, Error> {
        let mut done = 0;
        for (function, batch_size) in &self.template.streams {
            let name = format!("stream-{function}");
            let (records, next) = self.page(function, self.state.setting(&name)?, *batch_size)?;
            if records.is_empty() {
                continue;
            }
            // Also what nobody wants is work that is done: what is wanted may stand behind it.
            done += records.len();
            let wanted = |record: &Value| filter::wants(&self.template.filters, function, record);
            let records: Vec<Value> = records.into_iter().filter(wanted).collect();
            if !records.is_empty() {
                let answer = self.invoke(function, json!({"Records": records})).await?;
                if answer["batchItemFailures"]
                    .as_array()
                    .is_some_and(|failures| !failures.is_empty())
                {
                    // The checkpoint stays: the batch comes again.
                    return Err(format!("{function} could not take the batch").into());
                }
            }
            self.state.set(&name, &next)?;
        }
        Ok(done)
    }

    /// The records behind a checkpoint up to a full batch of those that the function wants, as Lambda fills it: what its filter
    /// leaves out takes no place. And the checkpoint behind them.
    fn page(
        &self,
        function: &str,
        checkpoint: Option<String>,
        batch_size: usize,
    ) -> Result<(Vec<Value>, String), Error> {
        let read = |limit| stream::records((&self.database, TABLE), checkpoint.clone(), limit);
        let (records, next) = read(PAGE)?;
        let wanted = |(_, record): &(usize, &Value)| filter::wants(&self.template.filters, function, record);
        // The first that finds no place in the batch any more.
        match records.iter().enumerate().filter(wanted).nth(batch_size) {
            Some((place, _)) => read(place),
            None => Ok((records, next)),
        }
    }

    /// Loses what the stream has: the outbox's sweep must find it. For tests.
    pub fn skip_stream(&self) -> Result<(), Error> {
        for (function, _) in &self.template.streams {
            let name = format!("stream-{function}");
            let (_, next) = stream::records((&self.database, TABLE), self.state.setting(&name)?, PAGE)?;
            self.state.set(&name, &next)?;
        }
        Ok(())
    }

    async fn consume(&self, consumer: &Consumer) -> Result<usize, Error> {
        let spec = self
            .queue
            .spec(&consumer.queue)
            .ok_or_else(|| format!("no queue {}", consumer.queue))?;
        let messages = self.queue.receive(spec, consumer.batch_size)?;
        if messages.is_empty() {
            return Ok(0);
        }
        let answer = self
            .invoke(&consumer.function, event::sqs(&spec.id, &messages))
            .await?;
        let failed: Vec<&str> = answer["batchItemFailures"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|failure| failure["itemIdentifier"].as_str())
            .collect();
        let done = messages
            .iter()
            .map(|message| message.sequence)
            .filter(|sequence| !failed.contains(&sequence.to_string().as_str()));
        self.queue.delete(spec, done)?;
        Ok(messages.len())
    }
}

fn report<T>(what: &str, result: Result<T, Error>) {
    if let Err(error) = result {
        tracing::error!(what, error = %error, "background work failed and will be tried again");
    }
}
