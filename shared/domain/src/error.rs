//! A step that the state does not allow.

/// The state of something does not allow a step.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("A {entity} that is {from} cannot {event}.")]
pub struct TransitionError {
    /// What, such as `milestone`.
    pub entity: &'static str,
    /// Its state, in words.
    pub from: String,
    /// The step, in words.
    pub event: String,
}

/// `InReview` → `in review`.
pub(crate) fn words(value: &impl std::fmt::Debug) -> String {
    let mut words = String::new();
    for letter in format!("{value:?}").chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// Makes `apply` of a state machine from its table: state, event, next state. What is not in the table is refused.
macro_rules! transitions {
    ($entity:literal, $status:ident, $event:ident: $($from:ident + $by:ident => $to:ident,)+) => {
        impl $status {
            /// The state after an event, or why the event is not allowed now.
            pub fn apply(self, event: $event) -> Result<$status, crate::TransitionError> {
                match (self, event) {
                    $(($status::$from, $event::$by) => Ok($status::$to),)+
                    _ => Err(crate::TransitionError {
                        entity: $entity,
                        from: crate::error::words(&self),
                        event: crate::error::words(&event),
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

/// Holds a state machine to its whole table: each pair of state and event is either listed, or refused.
#[cfg(test)]
pub(crate) fn assert_table<S, E>(
    states: &[S],
    events: &[E],
    apply: impl Fn(S, E) -> Result<S, TransitionError>,
    allowed: &[(S, E, S)],
) where
    S: Copy + PartialEq + std::fmt::Debug,
    E: Copy + PartialEq + std::fmt::Debug,
{
    for &state in states {
        for &event in events {
            let expected = allowed
                .iter()
                .find(|(from, by, _)| *from == state && *by == event)
                .map(|row| row.2);
            assert_eq!(apply(state, event).ok(), expected, "{state:?} + {event:?}");
        }
    }
    assert!(!allowed.is_empty() && allowed.len() < states.len() * events.len());
}
