//! A copy of the whole state, from which other worlds go on.

use crate::folder::{OBJECTS, STATE, STRIPE, TABLE};
use crate::{Error, World};
use std::path::Path;

impl World {
    /// Copies table, queues, mails, clock, keys, objects and the stand-in's state into an empty folder. A world that is
    /// opened with that as its data directory goes on from here. No call may be running meanwhile.
    pub async fn copy_to(&self, folder: &Path) -> Result<(), Error> {
        let _turn = self.turn.lock().await;
        let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
        self.database
            .vacuum_into(&path(TABLE))
            .map_err(|error| format!("table: {error}"))?;
        self.state.copy_to(&path(STATE))?;
        self.stripe.copy_to(&path(STRIPE))?;
        copy_folder(self.objects.root(), &folder.join(OBJECTS))
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
