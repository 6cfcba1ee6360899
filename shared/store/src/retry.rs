//! Pauses before a call is made again, each twice as long as the one before, up to a limit. Chance has its share in each, so
//! that those who were in each other's way do not meet again.

use crate::StoreError;
use std::time::Duration;

/// The first pause is between half of this and this. All five of them are 620 milliseconds at most.
const FIRST: Duration = Duration::from_millis(20);

/// How often a call is made again before its caller hears of it.
const MOST: u32 = 5;

/// The tries of one call.
#[derive(Default)]
pub(crate) struct Retry {
    tries: u32,
}

impl Retry {
    /// Waits until the next try; `Busy` when there were enough.
    pub(crate) async fn again(&mut self) -> Result<(), StoreError> {
        if self.tries == MOST {
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
    let half = FIRST * (1 << tries) / 2;
    half + half * u32::from(chance) / u32::from(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_and_never_fall_below_half() {
        let millis = |chance| [0, 1, 2, 3, 4].map(|tries| pause(tries, chance).as_millis());
        assert_eq!(millis(0), [10, 20, 40, 80, 160]);
        assert_eq!(millis(255), [20, 40, 80, 160, 320]);
    }
}
