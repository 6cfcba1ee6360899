//! The table's stream, as the engine keeps it: one row for each change, in a table of its file.

use crate::Error;
use dynoxide::Database;
use rusqlite::Connection;
use std::path::Path;

/// The engine (dynoxide 3.2) looks for the last change at each write, and for the changes after one at each poll, through
/// all of them, and forgets none. With the index both are one step; with the trigger a change is forgotten after 24 hours,
/// as DynamoDB does it (Developer Guide, "Change data capture for DynamoDB Streams"): each new one takes away two old ones
/// at most, so that no write pays for the rest. Both lie in the file and are the engine's own business from then on.
const TUNING: &str = "
    CREATE INDEX IF NOT EXISTS _stream_records_sequence
        ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
    CREATE TRIGGER IF NOT EXISTS _stream_records_trim AFTER INSERT ON _stream_records BEGIN
        DELETE FROM _stream_records
        WHERE id IN (SELECT id FROM _stream_records ORDER BY id LIMIT 2) AND created_at < NEW.created_at - 86400;
    END;
";

/// Makes a stream as quick with a million changes as with ten. Before anything is written, while nobody else has the file.
pub(crate) fn tune(path: &Path) -> Result<(), Error> {
    Ok(Connection::open(path)?.execute_batch(TUNING)?)
}

/// New records of the table's stream after a checkpoint, and the next checkpoint.
pub(crate) fn records(
    (database, table): (&Database, &str),
    checkpoint: Option<String>,
    limit: usize,
) -> Result<(Vec<serde_json::Value>, String), Error> {
    let iterator = match checkpoint {
        Some(checkpoint) => checkpoint,
        None => first_iterator(database, table)?,
    };
    let request = dynoxide::actions::get_records::GetRecordsRequest {
        shard_iterator: iterator,
        limit: Some(limit),
    };
    let answer = database
        .get_records(request)
        .map_err(|error| format!("stream: {error}"))?;
    let records = answer
        .records
        .iter()
        .map(serde_json::to_value)
        .collect::<Result<Vec<_>, _>>()?;
    Ok((records, answer.next_shard_iterator.ok_or("the stream has ended")?))
}

fn first_iterator(database: &Database, table: &str) -> Result<String, Error> {
    use dynoxide::actions::list_streams::ListStreamsRequest;
    use dynoxide::actions::{
        describe_stream::DescribeStreamRequest, get_shard_iterator::GetShardIteratorRequest,
    };
    let wrap = |error: dynoxide::DynoxideError| Error::from(format!("stream: {error}"));
    let list = ListStreamsRequest {
        table_name: Some(table.to_owned()),
        ..Default::default()
    };
    let stream = database
        .list_streams(list)
        .map_err(wrap)?
        .streams
        .into_iter()
        .next()
        .ok_or("no stream")?;
    let describe = DescribeStreamRequest {
        stream_arn: stream.stream_arn.clone(),
        ..Default::default()
    };
    let described = database
        .describe_stream(describe)
        .map_err(wrap)?
        .stream_description;
    let shard = described
        .shards
        .into_iter()
        .next()
        .ok_or("the stream has no shard")?;
    let request = GetShardIteratorRequest {
        stream_arn: stream.stream_arn,
        shard_id: shard.shard_id,
        shard_iterator_type: "TRIM_HORIZON".to_owned(),
        sequence_number: None,
    };
    database
        .get_shard_iterator(request)
        .map_err(wrap)?
        .shard_iterator
        .ok_or_else(|| "no iterator".into())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// The engine's own statements, by which it finds the last change and the changes after one.
    const LAST: &str = "SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records
        WHERE table_name = 'proconnect-local'";
    const AFTER: &str = "SELECT keys_json FROM _stream_records
        WHERE table_name = 'proconnect-local' AND shard_id = 's' AND CAST(sequence_number AS INTEGER) > 5
        ORDER BY CAST(sequence_number AS INTEGER) ASC LIMIT 100";

    fn tuned(folder: &Path) -> Connection {
        let path = folder.join("table.db");
        drop(Database::new(path.to_str().unwrap()).unwrap());
        tune(&path).unwrap();
        tune(&path).unwrap();
        Connection::open(path).unwrap()
    }

    fn change(file: &Connection, number: i64, at: i64) {
        let sql = "INSERT INTO _stream_records (table_name, event_name, keys_json, sequence_number, shard_id, created_at)
            VALUES ('proconnect-local', 'INSERT', '{}', ?1, 's', ?2)";
        file.execute(sql, [number, at]).unwrap();
    }

    #[test]
    fn what_the_engine_asks_is_found_by_the_index_and_nothing_is_sorted() {
        let folder = tempfile::tempdir().unwrap();
        let file = tuned(folder.path());
        for sql in [LAST, AFTER] {
            let mut plan = file.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let steps = plan.query_map([], |row| row.get::<_, String>(3)).unwrap();
            let steps: Vec<String> = steps.map(Result::unwrap).collect();
            let found =
                |step: &String| step.starts_with("SEARCH") && step.contains(" _stream_records_sequence ");
            assert!(steps.len() == 1 && steps.iter().all(found), "{sql}: {steps:?}");
        }
    }

    /// `.cargo/config.toml` builds SQLite so: a commit is in the log before it is answered, and the log is not forced to the disk.
    #[test]
    fn a_commit_does_not_wait_for_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let file = tuned(folder.path());
        let pragma = |name: &str| {
            let sql = format!("PRAGMA {name}");
            file.query_row(&sql, [], |row| row.get::<_, rusqlite::types::Value>(0))
                .unwrap()
        };
        assert_eq!(pragma("journal_mode"), "wal".to_owned().into());
        assert_eq!(pragma("synchronous"), 1.into(), "NORMAL");
    }

    #[test]
    fn changes_are_kept_for_a_day() {
        let folder = tempfile::tempdir().unwrap();
        let file = tuned(folder.path());
        for number in 0..10 {
            change(&file, number, 1_000);
        }
        change(&file, 10, 1_000 + 86_400);
        let kept = || {
            file.query_row("SELECT COUNT(*) FROM _stream_records", [], |row| {
                row.get::<_, u32>(0)
            })
            .unwrap()
        };
        assert_eq!(kept(), 11, "a day old is not older than a day");
        for number in 11..16 {
            change(&file, number, 1_001 + 86_400);
        }
        assert_eq!(kept(), 6, "each change takes two old ones away");
        change(&file, 16, 1_001 + 86_400);
        assert_eq!(kept(), 7);
    }
}
