//! Disputes about held money, and what follows from how they end.

pub(crate) mod cards;
mod facts;
mod frozen;
mod record;
mod repository;
mod settling;
mod steps;
mod stored;
mod view;

pub use cards::DisputeCard;
pub(crate) use frozen::{FROZEN, FrozenRecord, unless_frozen};
pub use record::{DisputeRecord, DisputeStep, EvidenceRecord, StepKind};
pub use repository::{DisputeDetail, Disputes, RulingStep, Stepped};
pub(crate) use settling::give_way;
pub use settling::{Ruling, ToSettle};
