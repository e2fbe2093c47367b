//! Whoever can write a floor file can change it, and is found: rows changed, added and removed by force, the
//! fences dropped and put back as they were, entries cut from the chain, single bytes.

use rusqlite::Connection;
use serde_json::Value;

use crate::support::{FloorFile, norma};

/// Does `sql` with every fence down, and puts the fences back word for word.
fn by_force(db: &Connection, sql: &str) {
    db.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;").unwrap();
    let mut select = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid").unwrap();
    let triggers: Vec<(String, String)> =
        select.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    for (name, _) in &triggers {
        db.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    db.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    for (_, text) in &triggers {
        db.execute_batch(text).unwrap();
    }
}

/// Whether some check names this table and key; an empty key fits any.
fn names(report: &Value, table: &str, key: &str) -> bool {
    let checks = report["checks"].as_array().unwrap();
    checks.iter().flat_map(|check| check["broken"].as_array().unwrap()).any(|broken| {
        let by_row = broken["table"] == table && (key.is_empty() || broken["key"] == key);
        let by_page = broken["table"] == "file" && broken["text"].as_str().unwrap().contains(table);
        by_row || by_page && key.is_empty()
    })
}

/// `norma verify` must fail and name the table (or one of several, apart by `|`) and the key.
fn expect_found(floor: &FloorFile, name: &str, table: &str, key: &str) {
    let ran = floor.norma(["verify"], ["--json"]);
    assert_eq!(ran.code, 1, "{name}: not found\n{}\n{}", ran.out, ran.err);
    let report = ran.json();
    assert_eq!(report["ok"], false, "{name}");
    assert!(
        table.split('|').any(|table| names(&report, table, key)),
        "{name}: {table} {key} is not named\n{}",
        broken_only(&report)
    );
}

fn broken_only(report: &Value) -> String {
    let checks = report["checks"].as_array().unwrap();
    checks.iter().filter(|check| check["ok"] == false).map(|check| format!("{check}\n")).collect()
}

/// What is done, how, and what verify must name.
type Case = (&'static str, &'static str, &'static str, &'static str);

fn check(cases: &[Case]) {
    for (name, sql, table, key) in cases {
        let floor = FloorFile::lived();
        let db = floor.raw();
        by_force(&db, sql);
        db.close().unwrap();
        expect_found(&floor, name, table, key);
    }
}

#[test]
fn an_untouched_floor_is_whole() {
    let floor = FloorFile::everything();
    floor.expect_whole();
    let db = floor.raw();
    by_force(&db, "SELECT 1;");
    db.close().unwrap();
    floor.expect_whole();
    let report = floor.norma(["verify"], ["--json"]).json();
    let names: Vec<&str> =
        report["checks"].as_array().unwrap().iter().map(|check| check["name"].as_str().unwrap()).collect();
    let expected = [
        "file",
        "schema",
        "chain",
        "facts",
        "texts",
        "readings",
        "fingerprints",
        "orders",
        "pilots",
        "revocations",
        "sets-in-force",
        "weights",
        "closed-days",
        "day-sums",
        "behalf-sums",
        "absences",
        "pay",
        "merges",
        "search",
        "desk",
        "department",
        "call-sums",
        "amount-sums",
        "rating-sums",
        "touched-months",
    ];
    assert_eq!(names, expected);
    let idle: Vec<&Value> = report["checks"].as_array().unwrap().iter().filter(|check| check["checked"] == 0).collect();
    assert!(idle.is_empty(), "a check that looked at nothing shows nothing: {idle:?}");
}

#[test]
fn calls_claims_and_the_lists_they_are_found_by() {
    let check = |name: &str, sql: &str, table: &str, key: &str| {
        let floor = FloorFile::everything();
        let db = floor.raw();
        by_force(&db, sql);
        db.close().unwrap();
        expect_found(&floor, name, table, key);
    };
    check(
        "a call put into a ticket",
        "UPDATE call_desk SET state = 'merged', ticket_id = 1, rule = 'by-hand' WHERE call_id = 2",
        "call_desk",
        "2",
    );
    check("a call hidden from its operator", "DELETE FROM call_desk WHERE call_id = 2", "call_desk", "2");
    check(
        "a call in no record",
        "INSERT INTO call_desk (call_id, work_day, started_at, state) VALUES (99, '2026-03-19', 0, 'unprocessed')",
        "call_desk",
        "99",
    );
    check("a call shortened", "UPDATE call_end SET ended_at = ended_at - 60000", "call_end", "1");
    check("a dismissal forged", "INSERT INTO call_mark VALUES (2, 1, 'dismissed', 2, NULL, 1)", "call_mark", "2/1");
    check("a hold forgotten", "DELETE FROM ticket_hold; DELETE FROM hold_end", "ticket_hold", "");
    check("a hold that never ended", "DELETE FROM hold_end", "day_sum", "");
    check("a claim raised", "UPDATE claim SET kpi_cmin = 99900 WHERE claim_id = 2", "claim", "2");
    check("a claim accepted by force", "INSERT INTO claim_outcome VALUES (1, 1, 2, 1, 1)", "claim_outcome", "1");
    check(
        "a line without its claim",
        "UPDATE day_sum SET line_cmin = line_cmin + 100 WHERE line_cmin <> 0",
        "day_sum",
        "",
    );
    check(
        "a client lost to searches",
        "UPDATE ticket_find SET client_key = '1' WHERE client_key = '9120000001'",
        "ticket_find",
        "",
    );
    check(
        "words lost",
        "DELETE FROM ticket_words WHERE rowid = (SELECT place FROM ticket_find WHERE client_key = '9120000001')",
        "ticket_words",
        "",
    );
    check(
        "other words",
        "DELETE FROM ticket_words WHERE rowid = (SELECT place FROM ticket_find WHERE client_key = '9120000001'); INSERT INTO ticket_words (rowid, comment, client) SELECT place, '', '1' FROM ticket_find WHERE client_key = '9120000001'",
        "ticket_words",
        "",
    );
    check(
        "a decision lost to searches",
        "DELETE FROM ticket_action WHERE place = (SELECT place FROM ticket_find WHERE client_key = '9120000001')",
        "ticket_find|ticket_action",
        "",
    );
    check("a record put into the queue", "INSERT INTO waiting VALUES ('call', 2, 0, 'x')", "waiting", "call/2");
    check("a stage mapped otherwise", "UPDATE stage_map_decision SET quantity = 9", "stage_map_decision", "1/1");
    check("an answer rewritten", "UPDATE review_step SET state = 'closed'", "review_step", "");
    check("a seed chosen afterwards", "UPDATE review_sample SET seed = 1", "review_sample", "1");
}

#[test]
fn a_frozen_set_and_its_order() {
    check(&[
        ("weight raised", "UPDATE norm_line SET weight_cmin = 9999 WHERE action_id = 2", "norm_line", "1/2/1"),
        ("weight raised", "UPDATE norm_line SET weight_cmin = 9999 WHERE action_id = 2", "norm_order", "41"),
        ("boost reason", "UPDATE norm_line SET boost_reason = 'так' WHERE action_id = 2", "norm_line", "1/2/1"),
        ("old line", "UPDATE norm_line SET norm_cmin = 1 WHERE action_id = 1 AND version = 1", "norm_line", "1/1/1"),
        ("line removed", "DELETE FROM norm_line WHERE action_id = 1 AND version = 2", "norm_line", "1/1/2"),
        (
            "line added",
            "INSERT INTO norm_line SELECT set_id, action_id, 3, basis, study_id, norm_cmin, boost_bp, boost_reason,
                 weight_cmin, allowance_bp, hard_share_bp, hard_share_count, hard_share_source, regular_count,
                 hard_count, excluded_count, exact, reason, seq FROM norm_line WHERE action_id = 2",
            "norm_line",
            "1/2/3",
        ),
        ("allowance", "UPDATE norm_set SET allowance_bp = 0 WHERE set_id = 1", "norm_set", "1"),
        ("set removed", "DELETE FROM norm_set WHERE set_id = 1", "norm_set", "1"),
        ("submission removed", "DELETE FROM set_state WHERE set_id = 1 AND step = 3", "set_state", "1/3"),
        ("submitter changed", "UPDATE set_state SET person_id = 1 WHERE set_id = 1 AND step = 3", "norm_order", "1"),
        ("number", "UPDATE norm_order SET number = '42'", "norm_order", "1"),
        ("effective day", "UPDATE norm_order SET effective_day = '2026-03-19'", "norm_order", "1"),
        ("effective day", "UPDATE norm_order SET effective_day = '2026-03-19'", "ticket", "1"),
        ("reason", "UPDATE norm_order SET early_reason = 'другая'", "norm_order", "1"),
        ("fingerprint", "UPDATE norm_order SET fingerprint = chain_head", "norm_order", "41"),
        ("order removed", "DELETE FROM norm_order", "norm_order", "1"),
        (
            "order added",
            "INSERT INTO norm_order SELECT 3, 'u', 2, department_id, '43', '43', signed_day, '2026-03-20', effective_at,
                 approved_by, early_reason, pilot_reason, representative, fingerprint, chain_head, password_reset_by, seq
                 FROM norm_order WHERE order_id = 1",
            "norm_order",
            "3",
        ),
    ]);
}

#[test]
fn what_goes_before_an_order_and_what_follows_it() {
    check(&[
        ("pilot days", "UPDATE order_terms SET pilot_days = 12", "order_terms", "2"),
        ("pilot longer", "UPDATE set_pilot SET to_day = '2026-12-31' WHERE pilot_id = 2", "set_pilot", "2"),
        ("pilot of another set", "UPDATE set_pilot SET set_id = 1 WHERE pilot_id = 2", "order_terms", "2"),
        ("superseded order", "UPDATE order_terms SET supersedes = NULL", "order_terms", "2"),
        ("convention", "UPDATE set_terms SET convention = 'normal'", "norm_order", "42"),
        ("name", "UPDATE set_terms SET name = 'Иначе'", "norm_order", "42"),
        ("withdrawal removed", "DELETE FROM set_withdrawal", "set_pilot", "2"),
        ("revocation removed", "DELETE FROM order_revocation", "order_revocation", "2"),
        (
            "an order in force revoked",
            "INSERT INTO order_revocation SELECT 1, '90', '90', signed_day, person_id, reason, NULL, seq FROM order_revocation",
            "order_revocation",
            "1",
        ),
        (
            "an order in force revoked",
            "INSERT INTO order_revocation SELECT 1, '90', '90', signed_day, person_id, reason, NULL, seq FROM order_revocation",
            "ticket",
            "1",
        ),
        ("revoked later", "UPDATE order_revocation SET seq = 1", "order_revocation", "2"),
        ("acknowledged for another", "UPDATE order_acknowledgement SET person_id = 1", "order_acknowledgement", "2/1"),
        ("acknowledged before", "UPDATE order_acknowledgement SET seq = 1", "order_acknowledgement", "2/3"),
        ("deputy for longer", "UPDATE deputy SET to_day = '2027-01-01'", "deputy", "1"),
        ("deputy again", "DELETE FROM deputy_end", "deputy_end", "1"),
    ]);
}

#[test]
fn tickets_and_sums_of_a_closed_day() {
    check(&[
        ("ticket moved", "UPDATE ticket SET work_day = '2026-03-19' WHERE ticket_id = 4", "ticket", "4"),
        ("ticket given away", "UPDATE ticket SET person_id = 4 WHERE ticket_id = 1", "ticket", "1"),
        ("ticket given away", "UPDATE ticket SET person_id = 4 WHERE ticket_id = 1", "closed_sum", "3/1/2026-03-18"),
        ("ticket removed", "DELETE FROM ticket WHERE ticket_id = 4", "ticket", "4"),
        (
            "ticket added",
            "INSERT INTO ticket SELECT 99, 'u', person_id, department_id, work_day, set_id, finished_at, origin, content, seq
                 FROM ticket WHERE ticket_id = 4",
            "ticket",
            "99",
        ),
        ("kpi", "UPDATE ticket_version SET kpi_cmin = 9999 WHERE ticket_id = 4", "ticket_version", "4/1"),
        (
            "kpi and the sums with it",
            "UPDATE ticket_version SET kpi_cmin = kpi_cmin + 436 WHERE ticket_id = 4;
             UPDATE decision SET quantity = 4, kpi_cmin = kpi_cmin + 436, measured_cmin = measured_cmin + 436 WHERE ticket_id = 4;
             UPDATE ticket_version SET measured_cmin = measured_cmin + 436 WHERE ticket_id = 4;
             UPDATE day_sum SET kpi_cmin = kpi_cmin + 436, measured_cmin = measured_cmin + 436 WHERE person_id = 4 AND day = '2026-03-18';
             UPDATE day_action_sum SET quantity = 4, kpi_cmin = kpi_cmin + 436, measured_cmin = measured_cmin + 436
                 WHERE person_id = 4 AND day = '2026-03-18';
             UPDATE closed_sum SET kpi_cmin = kpi_cmin + 436, measured_cmin = measured_cmin + 436 WHERE person_id = 4;",
            "decision",
            "4/1/1",
        ),
        ("correction removed", "DELETE FROM ticket_version WHERE ticket_id = 1 AND version = 3", "ticket_version", "1/3"),
        ("correction line", "UPDATE ticket_version SET line_cmin = 0 WHERE ticket_id = 1 AND version = 3", "ticket_version", "1/3"),
        ("on behalf of", "UPDATE ticket_version SET on_behalf_of = NULL WHERE ticket_id = 4", "ticket_version", "4/1"),
        (
            "version added",
            "INSERT INTO ticket_version SELECT ticket_id, 2, channel, client_id, comment_id, opened_at, outcome, on_behalf_of,
                 reason, person_id, after_close, cancelled, kpi_cmin, measured_cmin, line_cmin, line_measured_cmin, seq
                 FROM ticket_version WHERE ticket_id = 4",
            "ticket_version",
            "4/2",
        ),
        ("weight", "UPDATE decision SET weight_cmin = 9999 WHERE ticket_id = 4", "decision", "4/1/1"),
        ("quantity", "UPDATE decision SET quantity = 999 WHERE ticket_id = 1 AND version = 1 AND line = 1", "decision", "1/1/1"),
        ("decision removed", "DELETE FROM decision WHERE ticket_id = 4", "decision", "4/1/1"),
        (
            "decision added",
            "INSERT INTO decision SELECT ticket_id, version, 2, action_id, quantity, hard, amount_minor, norm_cmin, boost_bp,
                 weight_cmin, kpi_cmin, measured_cmin, seq FROM decision WHERE ticket_id = 4",
            "decision",
            "4/1/2",
        ),
        ("sum raised", "UPDATE closed_sum SET kpi_cmin = 9999 WHERE person_id = 4", "closed_sum", "4/1/2026-03-18"),
        ("sum removed", "DELETE FROM closed_sum WHERE person_id = 4", "closed_sum", "4/1/2026-03-18"),
        ("sum added", "INSERT INTO closed_sum VALUES (2, 1, '2026-03-18', 5, 5, 1, 33)", "closed_sum", "2/1/2026-03-18"),
        ("day opened again", "DELETE FROM day_close", "day_close", "1"),
        ("close stretched", "UPDATE day_close SET through_day = '2026-03-19'", "day_close", "1"),
        ("close added", "INSERT INTO day_close VALUES (2, '2026-03-19', '2026-03-19', 33)", "day_close", "2"),
    ]);
}

#[test]
fn rebuilt_sums() {
    check(&[
        (
            "sum raised",
            "UPDATE day_sum SET kpi_cmin = kpi_cmin + 1 WHERE person_id = 3 AND day = '2026-03-18'",
            "day_sum",
            "3/1/2026-03-18",
        ),
        (
            "lines",
            "UPDATE day_sum SET line_cmin = 0 WHERE person_id = 3 AND day = '2026-03-18'",
            "day_sum",
            "3/1/2026-03-18",
        ),
        (
            "open day",
            "UPDATE day_sum SET kpi_cmin = 1 WHERE day = '2026-03-19' AND person_id = 4",
            "day_sum",
            "4/1/2026-03-19",
        ),
        ("sum removed", "DELETE FROM day_sum WHERE person_id = 4 AND day = '2026-03-18'", "day_sum", "4/1/2026-03-18"),
        ("sum added", "INSERT INTO day_sum VALUES (2, 1, '2026-03-18', 1, 1, 0, 0, 1)", "day_sum", "2/1/2026-03-18"),
        (
            "by action",
            "UPDATE day_action_sum SET quantity = 77 WHERE person_id = 4 AND day = '2026-03-18'",
            "day_action_sum",
            "4/1/2026-03-18/1/1",
        ),
        (
            "by action removed",
            "DELETE FROM day_action_sum WHERE person_id = 4 AND day = '2026-03-18'",
            "day_action_sum",
            "4/1/2026-03-18/1/1",
        ),
        (
            "by action added",
            "INSERT INTO day_action_sum VALUES (2, 1, '2026-03-18', 1, 1, 1, 0, 1, 1)",
            "day_action_sum",
            "2/1/2026-03-18/1/1",
        ),
    ]);
}

#[test]
fn people_roles_and_passwords() {
    check(&[
        ("role changed", "UPDATE person_role SET role = 'director' WHERE person_id = 3", "person_role", "3/1/director"),
        ("role changed", "UPDATE person_role SET role = 'director' WHERE person_id = 3", "person_role", "3/1/operator"),
        ("role added", "INSERT INTO person_role VALUES (3, 1, 'administrator', 4)", "person_role", "3/1/administrator"),
        ("role removed", "DELETE FROM person_role WHERE person_id = 2", "person_role", "2/1/supervisor"),
        ("rate", "UPDATE person_version SET rate_bp = 20000 WHERE person_id = 4", "person_version", "4/1"),
        ("salary", "UPDATE person_version SET salary_minor = 1 WHERE person_id = 4", "person_version", "4/1"),
        ("version removed", "DELETE FROM person_version WHERE person_id = 4", "person_version", "4/1"),
        (
            "version added",
            "INSERT INTO person_version SELECT person_id, 2, name, name_folded, login, department_id, position, 20000, salary_minor, from_day, to_day, seq FROM person_version WHERE person_id = 4",
            "person_version",
            "4/2",
        ),
        ("code", "UPDATE person SET code = '777' WHERE person_id = 4", "person", "4"),
        (
            "password borrowed",
            "UPDATE credential SET verifier = (SELECT verifier FROM credential WHERE credential_id = 3) WHERE credential_id = 1",
            "credential",
            "1",
        ),
        (
            "password added",
            "INSERT INTO credential SELECT 99, 1, verifier, 0, seq FROM credential WHERE credential_id = 3",
            "credential",
            "99",
        ),
        ("password removed", "DELETE FROM credential WHERE credential_id = 2", "credential", "2"),
        ("department", "UPDATE department SET name = 'Другой'", "department", "1"),
    ]);
}

#[test]
fn readings_catalogue_calendar_and_settings() {
    check(&[
        ("reading", "UPDATE observation SET duration_ms = 1 WHERE observation_id = 1", "observation", "1"),
        ("reading removed", "DELETE FROM observation WHERE observation_id = 7", "observation", "7"),
        (
            "reading added",
            "INSERT INTO observation SELECT 99, 'u', study_id, operator_id, started_at, duration_ms, class, rating_bp, paused_ms, note_id, content, seq FROM observation WHERE observation_id = 1",
            "observation",
            "99",
        ),
        ("exclusion removed", "DELETE FROM observation_decision", "observation_decision", "6/1"),
        ("decision taken back forgotten", "DELETE FROM observation_reopening", "observation_reopening", ""),
        ("element of an action", "UPDATE action_element SET name_ru = 'x' WHERE place = 2", "action_element", "4/1/2"),
        ("element removed", "DELETE FROM action_element WHERE place = 1", "action_element", "4/1/1"),
        (
            "element time",
            "UPDATE observation_element SET duration_ms = 1 WHERE place = 1",
            "observation_element",
            "8/1",
        ),
        ("element time", "UPDATE observation_element SET duration_ms = 1 WHERE place = 1", "observation", "8"),
        ("pause reason", "UPDATE observation_pause SET reason = NULL", "observation_pause", "8/1"),
        ("pause removed", "DELETE FROM observation_pause", "observation_pause", "8/1"),
        ("rating put right", "UPDATE observation_amendment SET rating_bp = 9000", "observation_amendment", "8/1"),
        (
            "rating added",
            "INSERT INTO observation_amendment VALUES (1, 1, 20000, NULL, 'x', 30)",
            "observation_amendment",
            "1/1",
        ),
        ("conditions", "DELETE FROM study_conditions", "study_conditions", "2/1"),
        ("sitting", "UPDATE sitting SET ended_at = ended_at + 60000", "sitting", "1"),
        ("pause of a sitting", "UPDATE sitting_pause SET length_ms = 1", "sitting_pause", "1/1"),
        ("interval", "UPDATE norm_evidence SET operators = 12 WHERE set_id = 1", "norm_evidence", "1/1/2"),
        ("interval", "UPDATE norm_evidence SET operators = 12 WHERE set_id = 1", "norm_order", "41"),
        ("interval removed", "DELETE FROM norm_evidence WHERE action_id = 4", "norm_evidence", "3/4/1"),
        ("study", "UPDATE study SET source = 'import'", "study", "1"),
        ("action", "UPDATE action_version SET kind = 'automatic' WHERE action_id = 1", "action_version", "1/1"),
        ("action code", "UPDATE action SET code = 'X' WHERE action_id = 1", "action", "1"),
        ("calendar", "UPDATE calendar SET content = '[]' WHERE code = 'ru-2026'", "calendar", "3"),
        ("calendar removed", "DELETE FROM calendar WHERE code = 'ru-2026'", "calendar", "3"),
        ("calendar added", "INSERT INTO calendar VALUES (99, 'x', 2026, '[]', 1)", "calendar", "99"),
        ("schedule", "UPDATE schedule SET pattern = '{\"week\":{}}'", "schedule", "1"),
        ("setting", "UPDATE setting SET value = 'Asia/Tokyo' WHERE name = 'timezone'", "setting", "1"),
        ("setting added", "INSERT INTO setting VALUES (99, 'day_ends', '2026-01-02', '06:00', 1)", "setting", "99"),
        ("rehearsal made real", "UPDATE floor SET rehearsal = 0", "floor", "1"),
        ("text", "UPDATE private_text SET body = 'не тот' WHERE text_id = 3", "private_text", "3"),
        (
            "text with its digest",
            "UPDATE private_text SET body = 'x', salt = 'y', folded = 'x', digest = 'z' WHERE text_id = 3",
            "private_text",
            "3",
        ),
        ("companion", "UPDATE private_text SET digits = '0000000000' WHERE text_id = 2", "private_text", "2"),
        ("text erased", "UPDATE private_text SET body = NULL WHERE text_id = 3", "private_text", "3"),
        ("text removed", "DELETE FROM private_text WHERE text_id = 3", "private_text", "3"),
        ("a text that is none", "UPDATE norm_order SET early_reason = CAST(x'D0FF' AS TEXT)", "norm_order", "1"),
    ]);
}

#[test]
fn the_chain_and_its_head() {
    check(&[
        ("act", "UPDATE audit SET act = 'ticket.save' WHERE seq = 27", "audit", "27"),
        ("person", "UPDATE audit SET person = '101' WHERE seq = 27", "audit", "27"),
        ("moment", "UPDATE audit SET recorded_at = recorded_at + 1 WHERE seq = 27", "audit", "27"),
        ("outcome", "UPDATE audit SET outcome = '{}' WHERE seq = 27", "audit", "27"),
        ("facts", "UPDATE audit SET facts = '[]' WHERE seq = 27", "audit", "27"),
        ("facts", "UPDATE audit SET facts = '[]' WHERE seq = 27", "norm_order", "1"),
        ("request", "UPDATE audit SET request = previous WHERE seq = 27", "audit", "27"),
        ("hash", "UPDATE audit SET hash = previous WHERE seq = 27", "audit", "27"),
        ("removed at the start", "DELETE FROM audit WHERE seq = 1", "audit", "1"),
        ("removed in the middle", "DELETE FROM audit WHERE seq = 20", "audit", "20"),
        ("removed at the end", "DELETE FROM audit WHERE seq = (SELECT MAX(seq) FROM audit)", "head", "1"),
        (
            "removed at the end, head moved along",
            "DELETE FROM audit WHERE seq = (SELECT MAX(seq) FROM audit);
             UPDATE head SET (seq, hash) = (SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1)",
            "order_revocation",
            "2",
        ),
        (
            "added",
            "INSERT INTO audit SELECT seq + 1, recorded_at, at_given, person, act, 'x', request, outcome, '[]', hash, hash FROM audit ORDER BY seq DESC LIMIT 1",
            "head",
            "1",
        ),
        ("head", "UPDATE head SET hash = 'x'", "head", "1"),
        ("head removed", "DELETE FROM head", "head", "1"),
        ("head back", "UPDATE head SET seq = seq - 1", "head", "1"),
    ]);
}

#[test]
fn the_schema_s_own_text() {
    let cases: [Case; 8] = [
        ("fence dropped", "DROP TRIGGER ticket_no_update", "schema", "ticket_no_update"),
        ("fence of sets dropped", "DROP TRIGGER norm_line_of_closed_set", "schema", "norm_line_of_closed_set"),
        (
            "fence made of paper",
            "DROP TRIGGER ticket_no_update; CREATE TRIGGER ticket_no_update BEFORE UPDATE ON ticket BEGIN SELECT 1; END",
            "schema",
            "ticket_no_update",
        ),
        ("index dropped", "DROP INDEX ticket_day", "schema", "ticket_day"),
        (
            "trigger added",
            "CREATE TRIGGER extra AFTER INSERT ON ticket BEGIN DELETE FROM scratch; END",
            "schema",
            "extra",
        ),
        ("table added", "CREATE TABLE extra (a)", "schema", "extra"),
        ("view added", "CREATE VIEW extra AS SELECT 1", "schema", "extra"),
        ("column added", "ALTER TABLE ticket ADD COLUMN extra TEXT", "schema", "ticket"),
    ];
    for (name, sql, table, key) in cases {
        let floor = FloorFile::lived();
        let db = floor.raw();
        db.execute_batch(sql).unwrap();
        db.close().unwrap();
        expect_found(&floor, name, table, key);
    }
}

/// Every place at which a text stands in a file.
fn places(bytes: &[u8], text: &[u8]) -> Vec<usize> {
    bytes.windows(text.len()).enumerate().filter(|(_, window)| *window == text).map(|(place, _)| place).collect()
}

/// What a file says, row by row, and its schema; a row that cannot be read says so.
fn content(floor: &FloorFile) -> Vec<String> {
    let Ok(db) = Connection::open(&floor.path) else { return Vec::new() };
    let tables = norma::store::schema::FACTS.iter().copied().chain([
        "audit",
        "head",
        "day_sum",
        "day_action_sum",
        "day_behalf_sum",
        "day_call_sum",
        "sqlite_schema",
    ]);
    let mut said = Vec::new();
    for table in tables {
        let Ok(mut select) = db.prepare(&format!("SELECT * FROM {table}")) else {
            said.push(format!("{table} cannot be read"));
            continue;
        };
        let width = select.column_count();
        let mut rows = select.query([]).unwrap();
        loop {
            match rows.next() {
                Ok(Some(row)) => {
                    let values: Vec<String> = (0..width).map(|place| format!("{:?}", row.get_ref(place))).collect();
                    said.push(format!("{table} {}", values.join("|")));
                }
                Ok(None) => break,
                Err(error) => {
                    said.push(format!("{table} {error}"));
                    break;
                }
            }
        }
    }
    said
}

#[test]
fn one_byte_on_a_page_that_holds_a_fact() {
    let floor = FloorFile::lived();
    let bytes = floor.bytes();
    let before = content(&floor);
    let one = |sql: &str| -> String { floor.raw().query_row(sql, [], |row| row.get(0)).unwrap() };
    let cases = [
        ("первый сборник участка".to_owned(), "norm_order"),
        ("компания возвращает абонентов".to_owned(), "norm_line"),
        ("забыли остановить секундомер".to_owned(), "observation_decision"),
        ("роутер в чулане".to_owned(), "private_text"),
        ("реактивация записана дважды".to_owned(), "ticket_version"),
        ("supervisor".to_owned(), "person_role|audit|deputy|schema"),
        (one("SELECT verifier FROM credential WHERE credential_id = 1"), "credential"),
        (one("SELECT content FROM ticket WHERE ticket_id = 1"), "ticket"),
        (one("SELECT request FROM audit WHERE seq = 27"), "audit"),
        ("Europe/Moscow".to_owned(), "setting"),
    ];
    for (text, table) in cases {
        let mut found = 0;
        for place in places(&bytes, text.as_bytes()).into_iter().take(3) {
            for mask in [0x01, 0xFF] {
                let mut altered = bytes.clone();
                altered[place + text.len() - 1] ^= mask;
                let altered = FloorFile::of(&altered);
                // A page keeps what was moved elsewhere until it needs the room: that is no fact any more.
                if content(&altered) != before {
                    expect_found(&altered, &format!("{text} at {place} ^ {mask:#x}"), table, "");
                    found += 1;
                }
            }
        }
        assert!(found >= 2, "{text} was not altered");
    }
}

/// Any byte anywhere: where the file then says something else, verify fails or the file is refused.
#[test]
fn any_byte_of_history() {
    use rand::{Rng, SeedableRng};
    let seed: u64 = std::env::var("NORMA_SEED")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| uuid::Uuid::new_v4().as_u64_pair().0);
    eprintln!("NORMA_SEED={seed}");
    let mut random = rand::rngs::StdRng::seed_from_u64(seed);
    let floor = FloorFile::lived();
    let bytes = floor.bytes();
    let before = content(&floor);
    let (mut told, mut tries) = (0, 0);
    while told < 40 && tries < 400 {
        tries += 1;
        let place = random.random_range(100..bytes.len());
        let mask = 1 << random.random_range(0..8_u32);
        let mut altered = bytes.clone();
        altered[place] ^= mask;
        let altered = FloorFile::of(&altered);
        let after = content(&altered);
        if after == before {
            continue;
        }
        told += 1;
        let ran = altered.norma(["verify"], ["--json"]);
        let fresh: Vec<&String> = after.iter().filter(|line| !before.contains(line)).collect();
        assert_eq!(ran.code, 1, "seed {seed}: byte {place} ^ {mask:#x} was not found: {fresh:#?}\n{}", ran.err);
    }
    assert!(told >= 20, "{told} of {tries}");
}

#[test]
fn a_printed_hash_is_looked_for() {
    let floor = FloorFile::lived();
    let head = |seq: i64| -> String {
        floor.raw().query_row("SELECT hash FROM audit WHERE seq = ?1", [seq], |row| row.get(0)).unwrap()
    };
    let (old, new) = (head(3), head(27));
    for known in [&old, &new, &new.to_uppercase()] {
        floor.norma(["verify"], ["--head", known, "--json"]).expect_code(0);
    }
    let unknown = "0123456789abcdef".repeat(4);
    let report = floor.norma(["verify"], ["--head", &unknown, "--json"]).expect_code(1).json();
    assert!(names(&report, "audit", &unknown), "{report}");
}

/// Who can write the file can rewrite the whole chain, so that the file agrees with itself; the hash that was
/// printed on an order or a backup tells.
#[test]
fn a_rewritten_history_lacks_the_printed_hash() {
    use norma::store::audit::{self, GENESIS};
    use norma::store::facts::fingerprint;
    let floor = FloorFile::lived();
    let printed: String = floor.raw().query_row("SELECT hash FROM head", [], |row| row.get(0)).unwrap();
    let db = floor.raw();
    by_force(&db, "UPDATE department SET name = 'Переписано', name_folded = 'переписано'");
    let fresh = {
        let values = db
            .query_row("SELECT department_id, code, name, name_folded, seq FROM department", [], |row| {
                (0..5).map(|place| row.get::<_, rusqlite::types::Value>(place)).collect::<Result<Vec<_>, _>>()
            })
            .unwrap();
        let names = ["department_id", "code", "name", "name_folded", "seq"];
        fingerprint("department", &["department_id"], names.into_iter().zip(values.iter())).unwrap().1
    };
    let mut rewrite = String::new();
    let mut previous = GENESIS.to_owned();
    for mut entry in audit::page(&db, 1, 10_000).unwrap() {
        let mut facts = audit::facts_of(&entry).unwrap();
        for fact in facts.iter_mut().filter(|fact| fact.table == "department") {
            fact.hash.clone_from(&fresh);
        }
        entry.facts = audit::facts_text(&facts);
        entry.previous.clone_from(&previous);
        entry.hash = entry.computed_hash();
        previous.clone_from(&entry.hash);
        rewrite.push_str(&format!(
            "UPDATE audit SET facts = '{}', previous = '{}', hash = '{}' WHERE seq = {};",
            entry.facts, entry.previous, entry.hash, entry.seq
        ));
    }
    rewrite.push_str(&format!("UPDATE head SET hash = '{previous}'"));
    by_force(&db, &rewrite);
    db.close().unwrap();
    let path = floor.path.to_str().unwrap();
    let found = norma(&["verify", path, "--head", &printed, "--json"]).expect_code(1).json();
    assert!(names(&found, "audit", &printed), "{}", broken_only(&found));
    expect_found(&floor, "the order still holds the hash it was signed at", "norm_order", "1");
}

/// What pay rests on, altered behind the program's back.
#[test]
fn pay_cover_and_locked_months() {
    let cases = [
        ("minutes marked", "UPDATE day_behalf_sum SET kpi_cmin = kpi_cmin + 100", "day_behalf_sum", "4/1/2026-03-18/3"),
        (
            "amount raised",
            "UPDATE day_amount_sum SET amount_minor = amount_minor + 1",
            "day_amount_sum",
            "2026-06-03/3/1/2",
        ),
        ("amount of a claim lost", "DELETE FROM day_amount_sum", "day_amount_sum", "2026-03-25/3/1/1"),
        ("rating raised", "UPDATE day_rating_sum SET value_hundredths = 100", "day_rating_sum", "2026-06-01/3/1/csat"),
        ("late fact hidden", "UPDATE month_touch SET seq = 1 WHERE month = '2026-03'", "month_touch", "2026-03"),
        ("month forgotten", "DELETE FROM month_touch", "month_touch", "2026-06"),
        ("absence shortened", "UPDATE absence_version SET to_at = to_at - 60000", "absence_version", "1/1"),
        ("own absence", "UPDATE absence_version SET recorded_by = 4 WHERE absence_id = 1", "absence_version", "1/1"),
        ("share raised", "UPDATE cover_agreement SET share_bp = 20000", "cover_agreement", "1"),
        ("salary raised", "UPDATE person_terms SET salary_minor = 9000000 WHERE person_id = 3", "person_terms", ""),
        ("scheme altered", "UPDATE scheme_version SET content = replace(content, '4000', '9000')", "scheme_order", "1"),
        (
            "statement raised",
            "UPDATE locked_statement SET total_minor = total_minor + 1",
            "locked_statement",
            "2026-03/3",
        ),
        ("lock removed", "DELETE FROM month_lock WHERE month = '2026-03'", "locked_statement", "2026-03/3"),
        ("waived instead", "UPDATE deduction_decision SET deducted = 0", "deduction_decision", "1"),
    ];
    for (name, sql, table, key) in cases {
        let floor = FloorFile::everything();
        by_force(&floor.raw(), sql);
        expect_found(&floor, name, table, key);
    }
    FloorFile::everything().expect_whole();
}
