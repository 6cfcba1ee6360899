//! Files that are about to hang on something.

use proconnect_domain::{FileId, FilePurpose, FileStatus, MAX_ATTACHMENTS, UserId, Validator, ValueError};
use proconnect_http::{ApiError, ErrorCode};
use proconnect_store::{AttachedFile, FileHome, FileRecord, FoundFiles, Stored};

/// Files that were named in a request and may hang on the thing, unless one of them hangs on another.
pub struct Attachments {
    files: Vec<Stored<FileRecord>>,
    taken: bool,
}

impl Attachments {
    /// Holds the named files to the rules: at most ten, each once, one's own, clean, and meant for such a thing. What is
    /// wrong is noted at `pointer`, with the place.
    pub fn check(
        errors: &mut Validator,
        pointer: &str,
        ids: &[FileId],
        mut found: FoundFiles,
        (owner, purpose): (UserId, FilePurpose),
    ) -> Self {
        if ids.len() > MAX_ATTACHMENTS {
            let most = format!("Attach at most {MAX_ATTACHMENTS} files.");
            errors.error(pointer, ValueError::new("too_many", most));
        }
        let named = ids.iter().take(MAX_ATTACHMENTS).enumerate();
        let files: Vec<_> = named
            .filter_map(|(place, id)| {
                let again = ids[..place].contains(id);
                let file = check_one(found.remove(id), again, owner, purpose);
                errors.field(&format!("{pointer}/{place}"), file)
            })
            .collect();
        let taken = files.iter().any(|file| file.home.is_some());
        Self { files, taken }
    }

    /// The same for a single file, at `pointer` itself.
    pub fn check_single(
        errors: &mut Validator,
        pointer: &str,
        id: FileId,
        found: &mut FoundFiles,
        (owner, purpose): (UserId, FilePurpose),
    ) -> Option<Self> {
        let file = errors.field(pointer, check_one(found.remove(&id), false, owner, purpose))?;
        let taken = file.home.is_some();
        Some(Self {
            files: vec![file],
            taken,
        })
    }

    /// As the thing keeps them.
    pub fn references(&self) -> Vec<AttachedFile> {
        self.files.iter().map(|file| file.reference()).collect()
    }

    /// Hangs them on the thing; 409 when one of them hangs on something already. That comes last of all refusals: the
    /// same call made again finds its own files there, and is then answered as before.
    pub fn hang(mut self, home: &FileHome) -> Result<Vec<Stored<FileRecord>>, ApiError> {
        if self.taken {
            return Err(ApiError::of(ErrorCode::FileInUse));
        }
        for file in &mut self.files {
            file.home = Some(home.clone());
        }
        Ok(self.files)
    }
}

fn check_one(
    file: Option<Stored<FileRecord>>,
    again: bool,
    owner: UserId,
    purpose: FilePurpose,
) -> Result<Stored<FileRecord>, ValueError> {
    if again {
        return Err(ValueError::new("repeated_file", "This file is named twice."));
    }
    let mine = file.filter(|file| file.owner_id == owner && file.status != FileStatus::Removed);
    let file = mine.ok_or_else(|| ValueError::new("unknown_file", "There is no such file of yours."))?;
    if file.purpose != purpose {
        return Err(ValueError::new(
            "wrong_purpose",
            "This file was sent for something else.",
        ));
    }
    let refusal = match file.status {
        FileStatus::Pending => "This file has not arrived yet.",
        FileStatus::Scanning => "This file is still being checked.",
        FileStatus::Clean => return Ok(file),
        _ => "This file was refused. Remove it.",
    };
    Err(ValueError::new("file_not_clean", refusal))
}
