use super::*;
use std::collections::BTreeSet;
use std::path::Path;

/// Every transition, as machine and step, and how it is told.
fn all() -> Vec<(String, Told)> {
    let mut found = Vec::new();
    fn of<M: Machine>(machine: &str, found: &mut Vec<(String, Told)>) {
        for step in M::STEPS {
            let taken = M::STATES.iter().any(|from| from.next(*step).is_some());
            assert!(taken, "{machine}::{step:?} is no transition");
            found.push((format!("{machine}::{step:?}"), M::told(*step)));
        }
    }
    of::<TaskStatus>("TaskEvent", &mut found);
    of::<BidStatus>("BidEvent", &mut found);
    of::<ContractStatus>("ContractEvent", &mut found);
    of::<WorkStatus>("WorkEvent", &mut found);
    of::<FundsStatus>("FundsEvent", &mut found);
    of::<UserStatus>("UserEvent", &mut found);
    of::<FileStatus>("FileEvent", &mut found);
    of::<DisputeStatus>("DisputeEvent", &mut found);
    of::<RefundRequestStatus>("RefundRequestEvent", &mut found);
    found
}

/// The source of the functions and of this crate, without tests, comments and this table.
fn source() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut text = String::new();
    for folder in ["functions", "shared/store/src"] {
        read(&root.join(folder), &mut text);
    }
    text
}

fn read(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            read(&path, text);
        } else if name.ends_with(".rs") && !name.starts_with("transitions") && name != "tests.rs" {
            let code = std::fs::read_to_string(&path).unwrap();
            let lines = code.split("#[cfg(test)]").next().unwrap().lines();
            text.extend(
                lines
                    .filter(|line| !line.trim_start().starts_with("//"))
                    .map(|line| format!("{line}\n")),
            );
        }
    }
}

#[test]
fn each_step_that_is_taken_is_told_by_a_fact_that_is_made() {
    let source = source();
    let mut told = BTreeSet::new();
    for (step, how) in all() {
        match how {
            Told::By(kind) => {
                let made = [" {", "("].map(|begin| format!("Fact::{}{begin}", kind.name()));
                assert!(
                    made.iter().any(|made| source.contains(made)),
                    "{step}: nobody makes {kind:?}"
                );
                told.insert(kind.name());
            }
            // Once a function takes the step, its fact is due.
            Told::Later(feature) => assert!(
                !source.contains(&step) && !feature.is_empty(),
                "{step} is taken: name its fact instead of waiting for {feature}"
            ),
        }
    }
    assert!(told.len() > 20, "{told:?}");
}

#[test]
fn a_step_is_told_by_its_own_fact_alone() {
    use proconnect_domain::{FileId, TypedId as _, UserId};
    let file = |status| Fact::FileDecided {
        file_id: FileId::from_ulid(ulid::Ulid(1)),
        owner_id: UserId::from_ulid(ulid::Ulid(2)),
        status,
    };
    assert!(!untold(
        State::File(FileStatus::Clean),
        &[file(FileStatus::Clean)]
    ));
    assert!(untold(
        State::File(FileStatus::Removed),
        &[file(FileStatus::Clean)]
    ));
    assert!(untold(State::File(FileStatus::Clean), &[]));
    assert!(
        untold(State::Task(TaskStatus::Open), &[file(FileStatus::Clean)]),
        "nobody publishes drafts yet"
    );
}
