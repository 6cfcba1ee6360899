//! The work side of a milestone.

use crate::error::{listed_enum, transitions};

listed_enum! {
    /// State of the work.
    WorkStatus {
        /// Not handed in yet.
        Pending,
        /// Handed in; the client looks at it.
        InReview,
        /// The client asked for changes.
        ChangesRequested,
        /// Done.
        Approved,
    }
}

listed_enum! {
    /// What can happen to the work.
    WorkEvent {
        /// The freelancer hands it in.
        Submit,
        /// The client asks for changes.
        RequestChanges,
        /// The client approves.
        Approve,
        /// The review period ends without an answer.
        AutoApprove,
    }
}

// A client may approve without a submission: work is sometimes delivered elsewhere. Silence never does.
transitions! { WorkStatus, WorkEvent:
    Pending + Submit => InReview,
    Pending + Approve => Approved,
    InReview + RequestChanges => ChangesRequested,
    InReview + Approve => Approved,
    InReview + AutoApprove => Approved,
    ChangesRequested + Submit => InReview,
    ChangesRequested + Approve => Approved,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::assert_machine;

    #[test]
    fn work_ends_approved() {
        let all = (WorkStatus::ALL, WorkEvent::ALL);
        assert_machine(
            all,
            WorkStatus::apply,
            WorkStatus::Pending,
            &[WorkStatus::Approved],
        );
    }
}
