-- Schema version 3: norm sets on their way to an order: terms, pilot, revocation, acquaintance, deputies.

-- a draft's name, allowance and convention as they were last changed; the newest version counts
CREATE TABLE set_terms (
    set_id INTEGER NOT NULL REFERENCES norm_set (set_id),
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    allowance_bp INTEGER NOT NULL,
    convention TEXT NOT NULL CHECK (convention IN ('normal', 'shift')),
    seq INTEGER NOT NULL,
    PRIMARY KEY (set_id, version)
) STRICT, WITHOUT ROWID;

-- a period in which a set weighs in the shadow of the set in force
CREATE TABLE set_pilot (
    pilot_id INTEGER PRIMARY KEY,
    set_id INTEGER NOT NULL REFERENCES norm_set (set_id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    CHECK (from_day <= to_day)
) STRICT;

-- a set taken back from its pilot or from the director
CREATE TABLE set_withdrawal (
    withdrawal_id INTEGER PRIMARY KEY,
    set_id INTEGER NOT NULL REFERENCES norm_set (set_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    reason TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

-- what an order was signed on, besides what stands in it
CREATE TABLE order_terms (
    order_id INTEGER NOT NULL PRIMARY KEY REFERENCES norm_order (order_id),
    pilot_id INTEGER REFERENCES set_pilot (pilot_id),
    pilot_days INTEGER NOT NULL CHECK (pilot_days >= 0),
    supersedes INTEGER REFERENCES norm_order (order_id),
    seq INTEGER NOT NULL
) STRICT;

-- an order that revokes another before it takes effect
CREATE TABLE order_revocation (
    order_id INTEGER NOT NULL PRIMARY KEY REFERENCES norm_order (order_id),
    number TEXT NOT NULL,
    number_folded TEXT NOT NULL UNIQUE,
    signed_day TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    reason TEXT,
    password_reset_by TEXT,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE order_acknowledgement (
    order_id INTEGER NOT NULL REFERENCES norm_order (order_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (order_id, person_id)
) STRICT, WITHOUT ROWID;

-- who acts with a supervisor's role in a department on given work days
CREATE TABLE deputy (
    deputy_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    supervisor_id INTEGER NOT NULL REFERENCES person (person_id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    named_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    CHECK (from_day <= to_day)
) STRICT;

CREATE TABLE deputy_end (
    deputy_id INTEGER NOT NULL PRIMARY KEY REFERENCES deputy (deputy_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT;

-- After a revocation another order may name the same effective day, so the table gives that key up. Its columns and
-- rows stay as they are: the audit chain knows a row by table, key and columns. The triggers that name the table
-- go first and come back below.
DROP TRIGGER norm_line_of_closed_set;
DROP TRIGGER norm_evidence_of_closed_set;
CREATE TEMP TABLE norm_order_kept AS SELECT * FROM norm_order;
DROP TABLE norm_order;
CREATE TABLE norm_order (
    order_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    set_id INTEGER NOT NULL UNIQUE REFERENCES norm_set (set_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    number TEXT NOT NULL,
    number_folded TEXT NOT NULL UNIQUE,
    signed_day TEXT NOT NULL,
    effective_day TEXT NOT NULL,
    effective_at INTEGER NOT NULL,
    approved_by INTEGER NOT NULL REFERENCES person (person_id),
    early_reason TEXT,
    pilot_reason TEXT,
    representative TEXT,
    fingerprint TEXT NOT NULL,
    chain_head TEXT NOT NULL,
    password_reset_by TEXT,
    seq INTEGER NOT NULL
) STRICT;
INSERT INTO norm_order SELECT order_id, uuid, set_id, department_id, number, number_folded, signed_day, effective_day,
    effective_at, approved_by, early_reason, pilot_reason, representative, fingerprint, chain_head, password_reset_by,
    seq FROM temp.norm_order_kept;
DROP TABLE temp.norm_order_kept;

-- the steps of a set, whichever table holds them; a command writes one, so the entry's place orders them
CREATE VIEW set_step AS
    SELECT set_id, seq, state, person_id, text FROM set_state
    UNION ALL SELECT set_id, seq, 'pilot', person_id, '' FROM set_pilot
    UNION ALL SELECT set_id, seq, 'withdrawn', person_id, reason FROM set_withdrawal;

CREATE INDEX norm_order_department ON norm_order (department_id, effective_day);
CREATE INDEX set_pilot_set ON set_pilot (set_id);
CREATE INDEX set_withdrawal_set ON set_withdrawal (set_id);
CREATE INDEX deputy_person ON deputy (person_id, to_day);
CREATE INDEX closed_sum_department_day ON closed_sum (department_id, day);
CREATE INDEX day_sum_department_day ON day_sum (department_id, day);
CREATE INDEX day_action_sum_department_day ON day_action_sum (department_id, day);

CREATE TRIGGER norm_line_of_closed_set BEFORE INSERT ON norm_line
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
    OR (SELECT s.state FROM set_step s WHERE s.set_id = NEW.set_id ORDER BY s.seq DESC LIMIT 1) IN ('submitted', 'pilot')
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is under pilot, submitted or approved, its lines are closed');
END;

CREATE TRIGGER norm_evidence_of_closed_set BEFORE INSERT ON norm_evidence
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
    OR (SELECT s.state FROM set_step s WHERE s.set_id = NEW.set_id ORDER BY s.seq DESC LIMIT 1) IN ('submitted', 'pilot')
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is under pilot, submitted or approved, its lines are closed');
END;

CREATE TRIGGER set_terms_of_closed_set BEFORE INSERT ON set_terms
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
    OR (SELECT s.state FROM set_step s WHERE s.set_id = NEW.set_id ORDER BY s.seq DESC LIMIT 1) IN ('submitted', 'pilot')
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is under pilot, submitted or approved, its terms are closed');
END;

CREATE TRIGGER set_step_of_approved_set BEFORE INSERT ON set_state
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is approved');
END;

CREATE TRIGGER set_pilot_of_approved_set BEFORE INSERT ON set_pilot
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is approved');
END;

CREATE TRIGGER set_withdrawal_of_approved_set BEFORE INSERT ON set_withdrawal
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is approved');
END;

CREATE TRIGGER norm_order_on_standing_day BEFORE INSERT ON norm_order
WHEN EXISTS (
    SELECT 1 FROM norm_order o WHERE o.department_id = NEW.department_id AND o.effective_day = NEW.effective_day
        AND NOT EXISTS (SELECT 1 FROM order_revocation r WHERE r.order_id = o.order_id))
BEGIN
    SELECT RAISE(ABORT, 'norma: another order of the department takes effect on that day');
END;

CREATE TRIGGER norm_order_number BEFORE INSERT ON norm_order
WHEN EXISTS (SELECT 1 FROM order_revocation r WHERE r.number_folded = NEW.number_folded)
BEGIN
    SELECT RAISE(ABORT, 'norma: the number is taken');
END;

CREATE TRIGGER order_revocation_number BEFORE INSERT ON order_revocation
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.number_folded = NEW.number_folded)
BEGIN
    SELECT RAISE(ABORT, 'norma: the number is taken');
END;


-- decisions about observations that were taken back: the observation stands as it was timed, and its flag is open again
CREATE TABLE observation_reopening (
    observation_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, version),
    FOREIGN KEY (observation_id, version) REFERENCES observation_decision (observation_id, version)
) STRICT, WITHOUT ROWID;
