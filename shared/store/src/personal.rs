//! What a record is to a person: what their export holds, and what becomes of it once they leave.

/// Stated by each record. Export and erasure go by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// Theirs alone: exported, and gone once they leave.
    Owned {
        /// Where their export has it.
        export: Export,
        /// What takes it away.
        gone: Gone,
    },
    /// It names somebody, and stays for others or for the books once the name is taken out.
    Names {
        /// Where their export has it.
        export: Export,
        /// What is left of it, and why.
        rest: &'static str,
    },
    /// Kept as it is, whoever leaves.
    KeptForTheBooks {
        /// Where their export has it.
        export: Export,
        /// Why it must be kept.
        reason: &'static str,
    },
    /// Nothing of anybody's.
    None {
        /// What it is instead.
        reason: &'static str,
    },
}

/// Where the export has a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// Among what stands under the person, as it is stored.
    Account,
    /// Among the tasks that they posted.
    Tasks,
    /// Among the bids that they made.
    Bids,
    /// Among their contracts, on either side.
    Contracts,
    /// Among their disputes, on either side.
    Disputes,
    /// Among the files that they sent.
    Files,
    /// Among the rooms that they are in, with all that was said there.
    Rooms,
    /// Nowhere by itself, for this reason.
    Not(&'static str),
}

/// What takes away what is somebody's alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    /// The transaction that closes the account.
    AtOnce,
    /// `users-erase-worker`, page by page.
    Forgotten,
    /// It ends without anybody's doing, so soon.
    ByItself(&'static str),
}

impl Personal {
    /// Where the export has it.
    pub const fn export(self) -> Option<Export> {
        match self {
            Personal::Owned { export, .. }
            | Personal::Names { export, .. }
            | Personal::KeptForTheBooks { export, .. } => Some(export),
            Personal::None { .. } => None,
        }
    }
}
