//! A step that the state does not allow.

/// The state of something does not allow a step.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{sentence}")]
pub struct TransitionError {
    /// For the person: what is, and what they can do instead.
    pub sentence: &'static str,
    /// For the log: `BidStatus::Declined + Accept`.
    pub step: String,
}

/// Makes `apply` of a state machine from its table: state, event, next state. What is not in the table is refused.
macro_rules! transitions {
    ($status:ident, $event:ident: $($from:ident + $by:ident => $to:ident,)+) => {
        impl $status {
            /// The state after an event, or why the event is not allowed now.
            pub fn apply(self, event: $event) -> Result<$status, crate::TransitionError> {
                match (self, event) {
                    $(($status::$from, $event::$by) => Ok($status::$to),)+
                    _ => Err(crate::TransitionError {
                        sentence: crate::refusal::Refuses::refusal(self, event),
                        step: format!("{}::{self:?} + {event:?}", stringify!($status)),
                    }),
                }
            }
        }
    };
}
pub(crate) use transitions;

/// Declares an enum that is listed in `ALL`, with the wire's spelling.
macro_rules! listed_enum {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $variant_doc:literal])+ $variant:ident,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[doc = $variant_doc])+ $variant,)+ }

        impl $name {
            /// All of them.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];
        }
    };
}
pub(crate) use listed_enum;

/// Holds a state machine to what is true of each: every state can be reached from the first; no way leads out of the last
/// ones, and from every other there is a way to one of them; every event leads somewhere.
#[cfg(test)]
pub(crate) fn assert_machine<S, E>(
    (states, events): (&[S], &[E]),
    apply: impl Fn(S, E) -> Result<S, TransitionError>,
    first: S,
    last: &[S],
) where
    S: Copy + PartialEq + std::fmt::Debug,
    E: Copy + PartialEq + std::fmt::Debug,
{
    let next = |state: S| -> Vec<S> {
        let reached = events.iter().filter_map(|&event| apply(state, event).ok());
        reached.filter(|&other| other != state).collect()
    };
    let reachable = |from: S| -> Vec<S> {
        let mut found = vec![from];
        let mut at = 0;
        while let Some(&state) = found.get(at) {
            let more: Vec<S> = next(state)
                .into_iter()
                .filter(|other| !found.contains(other))
                .collect();
            found.extend(more);
            at += 1;
        }
        found
    };
    let from_first = reachable(first);
    for &state in states {
        assert!(from_first.contains(&state), "{state:?} cannot be reached");
        assert_eq!(
            next(state).is_empty(),
            last.contains(&state),
            "{state:?} is one of the last, or not"
        );
        let ends = reachable(state).iter().any(|other| last.contains(other));
        assert!(ends, "{state:?} leads to no end");
    }
    for &event in events {
        let leads = states.iter().any(|&state| apply(state, event).is_ok());
        assert!(leads, "{event:?} is never allowed");
    }
}
