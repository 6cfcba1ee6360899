//! What happens to files.

use super::{CLARA, Sample, id, sample};
use crate::{Context, FileDetails};
use proconnect_domain::{FileId, FileProblem, FileStatus, UserId};
use proconnect_events::Fact;

fn file(problem: Option<FileProblem>) -> Context {
    let name = "price list <final>.pdf".to_owned();
    Context {
        file: Some(FileDetails { name, problem }),
        ..Context::default()
    }
}

pub(super) fn file_facts() -> Vec<Sample> {
    let (file_id, owner_id): (FileId, UserId) = (id(8), id(CLARA));
    let decided = |status| Fact::FileDecided {
        file_id,
        owner_id,
        status,
    };
    vec![
        sample(
            "file-arrived",
            Fact::FileArrived { file_id, owner_id },
            file(None),
        ),
        sample(
            "file-removed",
            Fact::FileRemoved { file_id, owner_id },
            file(None),
        ),
        sample("file-clean", decided(FileStatus::Clean), file(None)),
        sample(
            "file-refused",
            decided(FileStatus::Infected),
            file(Some(FileProblem::Virus)),
        ),
    ]
}
