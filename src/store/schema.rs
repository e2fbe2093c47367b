//! The schema: which tables there are, of which kind, and the fences around the facts.
//!
//! Invariant: every table is named in exactly one of [`FACTS`], [`DERIVED`], [`SCRATCH`] and [`CHAIN`], and
//! every fact table carries triggers that refuse UPDATE, DELETE and REPLACE. They are made here, from
//! each table's own keys, so that no table can be forgotten. Triggers are a fence, not a wall: `verify`
//! finds what gets past them.

use rusqlite::Connection;

use super::Stored;

/// The schema this program writes; stored in the file's `user_version`.
pub const VERSION: i64 = 8;

/// "NRMA", stored in the file's `application_id`.
pub const APPLICATION_ID: i64 = 0x4E52_4D41;

/// What each version adds to the one before, from version 1 on. A step adds tables, views, indexes
/// and triggers, and takes away indexes that nothing goes by: a column added to a table of facts would change the form the audit chain knows its rows by. Step 3
/// makes one table anew with the same columns and rows, without a key that no longer holds.
const STEPS: [&str; 8] = [
    include_str!("../../assets/schema/001.sql"),
    include_str!("../../assets/schema/002.sql"),
    include_str!("../../assets/schema/003.sql"),
    include_str!("../../assets/schema/004.sql"),
    include_str!("../../assets/schema/005.sql"),
    include_str!("../../assets/schema/006.sql"),
    include_str!("../../assets/schema/007.sql"),
    include_str!("../../assets/schema/008.sql"),
];

/// Tables of facts: insert only.
pub const FACTS: &[&str] = &[
    "floor",
    "setting",
    "private_text",
    "department",
    "person",
    "person_version",
    "person_role",
    "credential",
    "action",
    "action_version",
    "action_element",
    "action_channel",
    "action_boost",
    "action_amount",
    "calendar",
    "schedule",
    "study",
    "observation",
    "observation_element",
    "observation_pause",
    "observation_decision",
    "observation_reopening",
    "observation_amendment",
    "study_conditions",
    "sitting",
    "sitting_pause",
    "norm_set",
    "norm_line",
    "norm_evidence",
    "set_state",
    "norm_order",
    "set_terms",
    "set_pilot",
    "set_withdrawal",
    "order_terms",
    "order_revocation",
    "order_acknowledgement",
    "deputy",
    "deputy_end",
    "ticket",
    "ticket_version",
    "decision",
    "decision_payment",
    "day_close",
    "closed_sum",
    "call_record",
    "call_end",
    "call_owner",
    "call_mark",
    "merge_hand",
    "operator_line",
    "ticket_hold",
    "hold_end",
    "stage_map",
    "stage_map_decision",
    "deal_move",
    "deal_outcome",
    "deal_stage",
    "claim",
    "claim_decision",
    "claim_outcome",
    "claim_payment",
    "correction",
    "correction_ticket",
    "review",
    "review_step",
    "review_sample",
    "review_sample_ticket",
    "person_terms",
    "individual_day",
    "absence",
    "absence_version",
    "downtime",
    "downtime_person",
    "downtime_cancel",
    "cover_agreement",
    "cover_step",
    "pay_scheme",
    "scheme_version",
    "scheme_state",
    "scheme_order",
    "award",
    "award_cancel",
    "month_lock",
    "locked_statement",
    "locked_recalculation",
    "deduction_decision",
    "money_grant",
    "money_grant_end",
    "objection",
    "objection_answer",
    "task",
    "task_decision",
    "task_step",
    "note",
    "note_cancel",
    "checklist",
    "checklist_item",
    "checklist_tick",
    "indicator_version",
    "indicator_target",
    "indicator_retirement",
    "rating",
    "closed_measure",
];

/// Tables that can be rebuilt from the facts.
pub const DERIVED: &[&str] = &[
    "day_sum",
    "day_action_sum",
    "day_behalf_sum",
    "day_call_sum",
    "day_amount_sum",
    "day_rating_sum",
    "month_touch",
    "call_desk",
    "waiting",
    "ticket_find",
    "ticket_action",
    "ticket_words",
    "ticket_words_config",
    "ticket_words_data",
    "ticket_words_docsize",
    "ticket_words_idx",
];

/// Tables that never pay and never permit.
pub const SCRATCH: &[&str] = &["scratch"];

/// The audit chain and its head.
pub const CHAIN: &[&str] = &["audit", "head"];

/// Makes every table, index and trigger in an empty file.
pub fn create(db: &Connection) -> Stored<()> {
    migrate(db, 0)?;
    db.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(())
}

/// Takes a schema of version `from` (0: an empty file) to [`VERSION`], in the caller's transaction.
pub fn migrate(db: &Connection, from: i64) -> Stored<()> {
    for (version, step) in (1..).zip(STEPS) {
        if version > from {
            db.execute_batch(step)?;
        }
    }
    for table in FACTS.iter().chain(["audit"].iter()) {
        if !is_fenced(db, table)? {
            for trigger in fences(db, table)? {
                db.execute_batch(&trigger)?;
            }
        }
    }
    db.pragma_update(None, "user_version", VERSION)?;
    Ok(())
}

fn is_fenced(db: &Connection, table: &str) -> Stored<bool> {
    let count: i64 = db.query_row(
        "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'trigger' AND name = ?1",
        [format!("{table}_no_replace")],
        |row| row.get(0),
    )?;
    Ok(count > 0)
}

/// The triggers that keep a table insert-only: no UPDATE, no DELETE, and no INSERT on an existing key,
/// which closes REPLACE and UPSERT even where delete triggers do not fire.
fn fences(db: &Connection, table: &str) -> Stored<Vec<String>> {
    let mut triggers = Vec::new();
    for act in ["UPDATE", "DELETE"] {
        triggers.push(format!(
            "CREATE TRIGGER {table}_no_{} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'norma: {table} holds facts, they are never changed or deleted'); END;",
            act.to_lowercase()
        ));
    }
    let keys: Vec<String> = unique_keys(db, table)?.into_iter().map(|key| same_key(&key)).collect();
    triggers.push(format!(
        "CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {}) BEGIN SELECT RAISE(ABORT, 'norma: {table} holds facts, they are never replaced'); END;",
        keys.join(" OR ")
    ));
    Ok(triggers)
}

fn same_key(columns: &[String]) -> String {
    let parts: Vec<String> = columns.iter().map(|column| format!("{column} = NEW.{column}")).collect();
    format!("({})", parts.join(" AND "))
}

/// The columns of each unique key of a table, the primary key first.
pub fn unique_keys(db: &Connection, table: &str) -> Stored<Vec<Vec<String>>> {
    let mut keys = vec![primary_key(db, table)?];
    let mut indexes =
        db.prepare("SELECT name FROM pragma_index_list(?1) WHERE \"unique\" = 1 AND origin = 'u' ORDER BY name")?;
    let names: Vec<String> = indexes.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for name in names {
        let mut columns = db.prepare("SELECT name FROM pragma_index_info(?1) ORDER BY seqno")?;
        keys.push(columns.query_map([name], |row| row.get(0))?.collect::<Result<_, _>>()?);
    }
    Ok(keys)
}

/// The columns of a table's primary key, in order.
pub fn primary_key(db: &Connection, table: &str) -> Stored<Vec<String>> {
    let mut columns = db.prepare("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?;
    Ok(columns.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The text of everything in the schema, as the file holds it: (kind, name, its table and text), sorted. The indexes
/// that SQLite makes by itself have no text; their table is held all the same.
pub fn stored_text(db: &Connection) -> Stored<Vec<(String, String, String)>> {
    let mut rows = db.prepare(
        "SELECT CAST(type AS BLOB), CAST(name AS BLOB), CAST(tbl_name || char(10) || COALESCE(sql, '')
            || CASE WHEN typeof(type) || typeof(name) || typeof(tbl_name) = 'texttexttext' AND typeof(sql) IN ('text', 'null') THEN '' ELSE ' (no text)' END AS BLOB) FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name",
    )?;
    // Read as bytes: a text that was made illegible is altered, and named, like any other.
    let text = |row: &rusqlite::Row<'_>, place: usize| -> rusqlite::Result<String> {
        Ok(String::from_utf8_lossy(row.get_ref(place)?.as_blob()?).into_owned())
    };
    let rows = rows.query_map([], |row| Ok((text(row, 0)?, text(row, 1)?, text(row, 2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The text the schema should have, from a fresh database in memory.
pub fn expected_text() -> Stored<Vec<(String, String, String)>> {
    let db = Connection::open_in_memory()?;
    create(&db)?;
    stored_text(&db)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fresh() -> Connection {
        let db = Connection::open_in_memory().unwrap();
        create(&db).unwrap();
        db
    }

    #[test]
    fn every_table_is_of_exactly_one_kind() {
        let db = fresh();
        let mut named: Vec<&str> = [FACTS, DERIVED, SCRATCH, CHAIN].concat();
        named.sort_unstable();
        let mut rows = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
        let stored: Vec<String> = rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert_eq!(named, stored);
    }

    #[test]
    fn an_older_schema_becomes_the_one_a_fresh_file_has() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(STEPS[0]).unwrap();
        let facts: Vec<&&str> = FACTS.iter().filter(|table| !primary_key(&db, table).unwrap().is_empty()).collect();
        assert_eq!(facts.len(), 24, "the tables of version 1");
        for table in facts.into_iter().chain([&"audit"]) {
            fences(&db, table).unwrap().iter().for_each(|trigger| db.execute_batch(trigger).unwrap());
        }
        migrate(&db, 1).unwrap();
        assert_eq!(stored_text(&db).unwrap(), expected_text().unwrap());
    }

    #[test]
    fn every_fact_table_says_which_entry_wrote_the_row() {
        let db = fresh();
        for table in FACTS {
            let count: i64 = db
                .query_row(
                    "SELECT count(*) FROM pragma_table_info(?1) WHERE name = 'seq' AND \"notnull\" = 1",
                    [table],
                    |row| row.get(0),
                )
                .unwrap();
            assert_eq!(count, 1, "{table}");
        }
    }
}
