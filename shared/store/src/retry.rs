//! Pauses before a call is made again, each twice as long as the one before, up to a limit. Chance has its share in each, so
//! that those who were in each other's way do not meet again.

use crate::StoreError;
use std::time::Duration;

/// The first pause is between half of this and this.
const FIRST: Duration = Duration::from_millis(20);

/// From here on the pauses stay as they are: 160 to 320 milliseconds.
const LONGEST: u32 = 4;

/// How often a call to the table is made again before its caller hears of it: after 620 milliseconds at most.
const CALL: u32 = 5;

/// How often a step that reads and then writes is made again: enough for everybody who may work on one contract at once, and
/// 3 seconds at most.
const STEP: u32 = 12;

/// The tries of one call, or of one step.
#[derive(Debug)]
pub struct Retry {
    tries: u32,
    most: u32,
}

impl Retry {
    /// Of a call to the table, which was throttled or collided with another.
    pub(crate) fn call() -> Self {
        Self { tries: 0, most: CALL }
    }

    /// Of a step that has read something which was written by another before it could write: [`StoreError::Stale`].
    pub fn step() -> Self {
        Self { tries: 0, most: STEP }
    }

    /// Waits until the next try; `Busy` when there were enough.
    pub async fn again(&mut self) -> Result<(), StoreError> {
        if self.tries == self.most {
            return Err(StoreError::Busy);
        }
        let mut chance = [u8::MAX];
        // Without randomness it is the longest pause.
        let _ = getrandom::fill(&mut chance);
        tokio::time::sleep(pause(self.tries, chance[0])).await;
        self.tries += 1;
        Ok(())
    }
}

/// Half of it for certain, and a share of the other half.
fn pause(tries: u32, chance: u8) -> Duration {
    let half = FIRST * (1 << tries.min(LONGEST)) / 2;
    half + half * u32::from(chance) / u32::from(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn whoever_has_tried_enough_hears_of_it() {
        let mut tired = Retry {
            tries: STEP,
            ..Retry::step()
        };
        assert!(matches!(tired.again().await, Err(StoreError::Busy)));
        assert!(Retry::step().again().await.is_ok());
    }

    #[test]
    fn pauses_double_up_to_a_limit_and_never_fall_below_half() {
        let millis = |chance| [0, 1, 2, 3, 4, 5, 11].map(|tries| pause(tries, chance).as_millis());
        assert_eq!(millis(0), [10, 20, 40, 80, 160, 160, 160]);
        assert_eq!(millis(255), [20, 40, 80, 160, 320, 320, 320]);
    }
}
