-- The floor file, schema version 1.
--
-- Tables are of three kinds; the store's lists in src/store/schema.rs name each, and a test holds them
-- to this file:
--   fact     insert only; triggers made for every fact table refuse UPDATE, DELETE and REPLACE
--   derived  sums that dashboards read; `norma verify` rebuilds and compares them
--   scratch  drafts and a running stopwatch; never pays, never permits, not in the audit chain
-- Fact tables whose key is of several columns have no rowid: REPLACE by a hidden rowid would slip past the fences.
-- Columns end in their unit: _ms, _cmin (hundredths of a minute), _minor (kopecks), _bp (basis points),
-- _at (Unix milliseconds), _day (ISO date). `seq` is the audit entry that wrote the row; it is no foreign key,
-- because every entry would then search each table for rows that wait for it: `norma verify` holds the two together.

-- audit ---------------------------------------------------------------------------------------------
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY CHECK (seq >= 1),
    recorded_at INTEGER NOT NULL,
    at_given INTEGER NOT NULL CHECK (at_given IN (0, 1)),
    person TEXT NOT NULL,
    act TEXT NOT NULL,
    command TEXT NOT NULL,
    request TEXT NOT NULL,
    outcome TEXT NOT NULL,
    facts TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (person, command)
) STRICT;

-- the newest entry, so that entries cut from the end are missed
CREATE TABLE head (
    head_id INTEGER PRIMARY KEY CHECK (head_id = 1),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;

-- facts: the floor and its people -------------------------------------------------------------------
CREATE TABLE floor (
    floor_id INTEGER PRIMARY KEY CHECK (floor_id = 1),
    uuid TEXT NOT NULL,
    organisation TEXT NOT NULL,
    rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1)),
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    setting_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    from_day TEXT NOT NULL,
    value TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

-- what clients are called and what people wrote: the chain holds the salted digest, not the text
CREATE TABLE private_text (
    text_id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    salt TEXT,
    body TEXT,
    folded TEXT,
    digits TEXT,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE department (
    department_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
    person_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE person_version (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    login TEXT,
    department_id INTEGER REFERENCES department (department_id),
    position TEXT,
    rate_bp INTEGER NOT NULL,
    salary_minor INTEGER,
    from_day TEXT NOT NULL,
    to_day TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (person_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_role (
    person_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    role TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (person_id, version, role),
    FOREIGN KEY (person_id, version) REFERENCES person_version (person_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE credential (
    credential_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    verifier TEXT NOT NULL,
    one_time INTEGER NOT NULL CHECK (one_time IN (0, 1)),
    seq INTEGER NOT NULL
) STRICT;

-- facts: catalogue, calendar, schedules ---------------------------------------------------------------
CREATE TABLE action (
    action_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE action_version (
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    version INTEGER NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT,
    folded TEXT NOT NULL,
    action_group TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('manual', 'automatic')),
    hard_criterion TEXT,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    seq INTEGER NOT NULL,
    PRIMARY KEY (action_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar (
    calendar_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    year INTEGER,
    content TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE schedule (
    schedule_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    from_day TEXT NOT NULL,
    pattern TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

-- facts: time studies ---------------------------------------------------------------------------------
CREATE TABLE study (
    study_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    opened_by INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    source TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE observation (
    observation_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    study_id INTEGER NOT NULL REFERENCES study (study_id),
    operator_id INTEGER NOT NULL REFERENCES person (person_id),
    started_at INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL CHECK (duration_ms > 0),
    class TEXT NOT NULL CHECK (class IN ('regular', 'hard')),
    rating_bp INTEGER NOT NULL,
    paused_ms INTEGER NOT NULL,
    note_id INTEGER REFERENCES private_text (text_id),
    content TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE observation_decision (
    observation_id INTEGER NOT NULL REFERENCES observation (observation_id),
    version INTEGER NOT NULL,
    decided TEXT NOT NULL CHECK (decided IN ('regular', 'hard', 'exclude')),
    reason TEXT,
    note_id INTEGER REFERENCES private_text (text_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, version)
) STRICT, WITHOUT ROWID;

-- facts: norm sets and orders -------------------------------------------------------------------------
CREATE TABLE norm_set (
    set_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    name TEXT NOT NULL,
    allowance_bp INTEGER NOT NULL,
    origin TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE norm_line (
    set_id INTEGER NOT NULL REFERENCES norm_set (set_id),
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    version INTEGER NOT NULL,
    basis TEXT NOT NULL,
    study_id INTEGER REFERENCES study (study_id),
    norm_cmin INTEGER NOT NULL CHECK (norm_cmin >= 1),
    boost_bp INTEGER NOT NULL CHECK (boost_bp >= 10000),
    boost_reason TEXT,
    weight_cmin INTEGER NOT NULL,
    allowance_bp INTEGER,
    hard_share_bp INTEGER,
    hard_share_count INTEGER,
    hard_share_source TEXT,
    regular_count INTEGER NOT NULL,
    hard_count INTEGER NOT NULL,
    excluded_count INTEGER NOT NULL,
    exact TEXT,
    reason TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (set_id, action_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE set_state (
    set_id INTEGER NOT NULL REFERENCES norm_set (set_id),
    step INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('submitted', 'returned')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    text TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (set_id, step)
) STRICT, WITHOUT ROWID;

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
    seq INTEGER NOT NULL,
    UNIQUE (department_id, effective_day)
) STRICT;

-- facts: tickets and closed days ----------------------------------------------------------------------
CREATE TABLE ticket (
    ticket_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    work_day TEXT NOT NULL,
    set_id INTEGER REFERENCES norm_set (set_id),
    finished_at INTEGER NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('manual', 'import', 'automatic')),
    content TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE ticket_version (
    ticket_id INTEGER NOT NULL REFERENCES ticket (ticket_id),
    version INTEGER NOT NULL,
    channel TEXT NOT NULL,
    client_id INTEGER REFERENCES private_text (text_id),
    comment_id INTEGER REFERENCES private_text (text_id),
    opened_at INTEGER,
    outcome TEXT,
    on_behalf_of INTEGER REFERENCES person (person_id),
    reason TEXT,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    after_close INTEGER NOT NULL CHECK (after_close IN (0, 1)),
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    kpi_cmin INTEGER NOT NULL,
    measured_cmin INTEGER NOT NULL,
    line_cmin INTEGER NOT NULL,
    line_measured_cmin INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    ticket_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    line INTEGER NOT NULL,
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    hard INTEGER NOT NULL CHECK (hard BETWEEN 0 AND quantity),
    amount_minor INTEGER,
    norm_cmin INTEGER NOT NULL,
    boost_bp INTEGER NOT NULL,
    weight_cmin INTEGER NOT NULL,
    kpi_cmin INTEGER NOT NULL,
    measured_cmin INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, version, line),
    FOREIGN KEY (ticket_id, version) REFERENCES ticket_version (ticket_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE day_close (
    close_id INTEGER PRIMARY KEY,
    from_day TEXT NOT NULL,
    through_day TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CHECK (from_day <= through_day)
) STRICT;

CREATE TABLE closed_sum (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    day TEXT NOT NULL,
    kpi_cmin INTEGER NOT NULL,
    measured_cmin INTEGER NOT NULL,
    tickets INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (person_id, department_id, day)
) STRICT, WITHOUT ROWID;

-- derived -------------------------------------------------------------------------------------------
CREATE TABLE day_sum (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    day TEXT NOT NULL,
    kpi_cmin INTEGER NOT NULL,
    measured_cmin INTEGER NOT NULL,
    line_cmin INTEGER NOT NULL,
    line_measured_cmin INTEGER NOT NULL,
    tickets INTEGER NOT NULL,
    PRIMARY KEY (person_id, department_id, day)
) STRICT;

CREATE TABLE day_action_sum (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    day TEXT NOT NULL,
    set_key INTEGER NOT NULL,
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    quantity INTEGER NOT NULL,
    hard INTEGER NOT NULL,
    kpi_cmin INTEGER NOT NULL,
    measured_cmin INTEGER NOT NULL,
    PRIMARY KEY (person_id, department_id, day, set_key, action_id)
) STRICT;

-- scratch -------------------------------------------------------------------------------------------
CREATE TABLE scratch (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    kind TEXT NOT NULL,
    slot TEXT NOT NULL,
    body TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, kind, slot)
) STRICT;

-- what screens look things up by ----------------------------------------------------------------------
CREATE INDEX audit_recorded ON audit (at_given, recorded_at);
CREATE INDEX person_version_login ON person_version (login);
CREATE INDEX credential_person ON credential (person_id, credential_id);
CREATE INDEX observation_study ON observation (study_id, started_at);
CREATE INDEX study_action ON study (action_id, study_id);
CREATE INDEX ticket_person_day ON ticket (person_id, work_day);
CREATE INDEX ticket_day ON ticket (work_day);
CREATE INDEX ticket_department_day ON ticket (department_id, work_day);
CREATE INDEX day_sum_day ON day_sum (day);
CREATE INDEX day_action_sum_action ON day_action_sum (action_id, day);
CREATE INDEX schedule_person ON schedule (person_id, from_day);
CREATE INDEX private_text_digits ON private_text (digits) WHERE digits IS NOT NULL;

-- fences beyond the ones every fact table gets --------------------------------------------------------
CREATE TRIGGER norm_line_of_closed_set BEFORE INSERT ON norm_line
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
    OR (SELECT s.state FROM set_state s WHERE s.set_id = NEW.set_id ORDER BY s.step DESC LIMIT 1) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is submitted or approved, its lines are closed');
END;

CREATE TRIGGER ticket_on_closed_day BEFORE INSERT ON ticket
WHEN EXISTS (SELECT 1 FROM day_close c WHERE NEW.work_day BETWEEN c.from_day AND c.through_day)
BEGIN
    SELECT RAISE(ABORT, 'norma: the work day is closed');
END;

CREATE TRIGGER ticket_version_on_closed_day BEFORE INSERT ON ticket_version
WHEN NEW.after_close = 0 AND EXISTS (
    SELECT 1 FROM ticket t JOIN day_close c ON t.work_day BETWEEN c.from_day AND c.through_day
    WHERE t.ticket_id = NEW.ticket_id)
BEGIN
    SELECT RAISE(ABORT, 'norma: the work day is closed');
END;
