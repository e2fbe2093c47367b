-- index audit_recorded of audit
CREATE INDEX audit_recorded ON audit (at_given, recorded_at)

-- index closed_sum_department_day of closed_sum
CREATE INDEX closed_sum_department_day ON closed_sum (department_id, day)

-- index credential_person of credential
CREATE INDEX credential_person ON credential (person_id, credential_id)

-- index day_action_sum_action of day_action_sum
CREATE INDEX day_action_sum_action ON day_action_sum (action_id, day)

-- index day_action_sum_department_day of day_action_sum
CREATE INDEX day_action_sum_department_day ON day_action_sum (department_id, day)

-- index day_sum_day of day_sum
CREATE INDEX day_sum_day ON day_sum (day)

-- index day_sum_department_day of day_sum
CREATE INDEX day_sum_department_day ON day_sum (department_id, day)

-- index deputy_person of deputy
CREATE INDEX deputy_person ON deputy (person_id, to_day)

-- index norm_order_department of norm_order
CREATE INDEX norm_order_department ON norm_order (department_id, effective_day)

-- index observation_operator of observation
CREATE INDEX observation_operator ON observation (operator_id, started_at)

-- index observation_study of observation
CREATE INDEX observation_study ON observation (study_id, started_at)

-- index person_version_login of person_version
CREATE INDEX person_version_login ON person_version (login)

-- index private_text_digits of private_text
CREATE INDEX private_text_digits ON private_text (digits) WHERE digits IS NOT NULL

-- index schedule_person of schedule
CREATE INDEX schedule_person ON schedule (person_id, from_day)

-- index set_pilot_set of set_pilot
CREATE INDEX set_pilot_set ON set_pilot (set_id)

-- index set_withdrawal_set of set_withdrawal
CREATE INDEX set_withdrawal_set ON set_withdrawal (set_id)

-- index sitting_operator of sitting
CREATE INDEX sitting_operator ON sitting (operator_id, started_at)

-- index sqlite_autoindex_action_1 of action


-- index sqlite_autoindex_audit_1 of audit


-- index sqlite_autoindex_day_action_sum_1 of day_action_sum


-- index sqlite_autoindex_day_sum_1 of day_sum


-- index sqlite_autoindex_department_1 of department


-- index sqlite_autoindex_deputy_1 of deputy


-- index sqlite_autoindex_norm_order_1 of norm_order


-- index sqlite_autoindex_norm_order_2 of norm_order


-- index sqlite_autoindex_norm_order_3 of norm_order


-- index sqlite_autoindex_norm_set_1 of norm_set


-- index sqlite_autoindex_observation_1 of observation


-- index sqlite_autoindex_order_revocation_1 of order_revocation


-- index sqlite_autoindex_person_1 of person


-- index sqlite_autoindex_scratch_1 of scratch


-- index sqlite_autoindex_sitting_1 of sitting


-- index sqlite_autoindex_study_1 of study


-- index sqlite_autoindex_ticket_1 of ticket


-- index study_action of study
CREATE INDEX study_action ON study (action_id, study_id)

-- index ticket_day of ticket
CREATE INDEX ticket_day ON ticket (work_day)

-- index ticket_department_day of ticket
CREATE INDEX ticket_department_day ON ticket (department_id, work_day)

-- index ticket_person_day of ticket
CREATE INDEX ticket_person_day ON ticket (person_id, work_day)

-- table action of action
CREATE TABLE action (
    action_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    seq INTEGER NOT NULL
) STRICT

-- table action_element of action_element
CREATE TABLE action_element (
    action_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 1),
    code TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT,
    break_point TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (action_id, version, place),
    FOREIGN KEY (action_id, version) REFERENCES action_version (action_id, version)
) STRICT, WITHOUT ROWID

-- table action_version of action_version
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
) STRICT, WITHOUT ROWID

-- table audit of audit
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
) STRICT

-- table calendar of calendar
CREATE TABLE calendar (
    calendar_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    year INTEGER,
    content TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table closed_sum of closed_sum
CREATE TABLE closed_sum (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    day TEXT NOT NULL,
    kpi_cmin INTEGER NOT NULL,
    measured_cmin INTEGER NOT NULL,
    tickets INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (person_id, department_id, day)
) STRICT, WITHOUT ROWID

-- table credential of credential
CREATE TABLE credential (
    credential_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    verifier TEXT NOT NULL,
    one_time INTEGER NOT NULL CHECK (one_time IN (0, 1)),
    seq INTEGER NOT NULL
) STRICT

-- table day_action_sum of day_action_sum
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
) STRICT

-- table day_close of day_close
CREATE TABLE day_close (
    close_id INTEGER PRIMARY KEY,
    from_day TEXT NOT NULL,
    through_day TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CHECK (from_day <= through_day)
) STRICT

-- table day_sum of day_sum
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
) STRICT

-- table decision of decision
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
) STRICT, WITHOUT ROWID

-- table department of department
CREATE TABLE department (
    department_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table deputy of deputy
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
) STRICT

-- table deputy_end of deputy_end
CREATE TABLE deputy_end (
    deputy_id INTEGER NOT NULL PRIMARY KEY REFERENCES deputy (deputy_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT

-- table floor of floor
CREATE TABLE floor (
    floor_id INTEGER PRIMARY KEY CHECK (floor_id = 1),
    uuid TEXT NOT NULL,
    organisation TEXT NOT NULL,
    rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1)),
    seq INTEGER NOT NULL
) STRICT

-- table head of head
CREATE TABLE head (
    head_id INTEGER PRIMARY KEY CHECK (head_id = 1),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT

-- table norm_evidence of norm_evidence
CREATE TABLE norm_evidence (
    set_id INTEGER NOT NULL,
    action_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    method TEXT NOT NULL,
    low_ms INTEGER,
    high_ms INTEGER,
    operators INTEGER NOT NULL,
    share_from_day TEXT,
    share_to_day TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (set_id, action_id, version),
    FOREIGN KEY (set_id, action_id, version) REFERENCES norm_line (set_id, action_id, version),
    CHECK ((low_ms IS NULL) = (high_ms IS NULL) AND low_ms <= high_ms)
) STRICT, WITHOUT ROWID

-- table norm_line of norm_line
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
) STRICT, WITHOUT ROWID

-- table norm_order of norm_order
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
) STRICT

-- table norm_set of norm_set
CREATE TABLE norm_set (
    set_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    name TEXT NOT NULL,
    allowance_bp INTEGER NOT NULL,
    origin TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table observation of observation
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
) STRICT

-- table observation_amendment of observation_amendment
CREATE TABLE observation_amendment (
    observation_id INTEGER NOT NULL REFERENCES observation (observation_id),
    version INTEGER NOT NULL,
    rating_bp INTEGER NOT NULL,
    note_id INTEGER REFERENCES private_text (text_id),
    reason TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, version)
) STRICT, WITHOUT ROWID

-- table observation_decision of observation_decision
CREATE TABLE observation_decision (
    observation_id INTEGER NOT NULL REFERENCES observation (observation_id),
    version INTEGER NOT NULL,
    decided TEXT NOT NULL CHECK (decided IN ('regular', 'hard', 'exclude')),
    reason TEXT,
    note_id INTEGER REFERENCES private_text (text_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, version)
) STRICT, WITHOUT ROWID

-- table observation_element of observation_element
CREATE TABLE observation_element (
    observation_id INTEGER NOT NULL REFERENCES observation (observation_id),
    place INTEGER NOT NULL CHECK (place >= 1),
    code TEXT NOT NULL,
    duration_ms INTEGER NOT NULL CHECK (duration_ms > 0),
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, place)
) STRICT, WITHOUT ROWID

-- table observation_pause of observation_pause
CREATE TABLE observation_pause (
    observation_id INTEGER NOT NULL REFERENCES observation (observation_id),
    place INTEGER NOT NULL CHECK (place >= 1),
    length_ms INTEGER NOT NULL CHECK (length_ms > 0),
    reason TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, place)
) STRICT, WITHOUT ROWID

-- table order_acknowledgement of order_acknowledgement
CREATE TABLE order_acknowledgement (
    order_id INTEGER NOT NULL REFERENCES norm_order (order_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (order_id, person_id)
) STRICT, WITHOUT ROWID

-- table order_revocation of order_revocation
CREATE TABLE order_revocation (
    order_id INTEGER NOT NULL PRIMARY KEY REFERENCES norm_order (order_id),
    number TEXT NOT NULL,
    number_folded TEXT NOT NULL UNIQUE,
    signed_day TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    reason TEXT,
    password_reset_by TEXT,
    seq INTEGER NOT NULL
) STRICT

-- table order_terms of order_terms
CREATE TABLE order_terms (
    order_id INTEGER NOT NULL PRIMARY KEY REFERENCES norm_order (order_id),
    pilot_id INTEGER REFERENCES set_pilot (pilot_id),
    pilot_days INTEGER NOT NULL CHECK (pilot_days >= 0),
    supersedes INTEGER REFERENCES norm_order (order_id),
    seq INTEGER NOT NULL
) STRICT

-- table person of person
CREATE TABLE person (
    person_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    seq INTEGER NOT NULL
) STRICT

-- table person_role of person_role
CREATE TABLE person_role (
    person_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    role TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (person_id, version, role),
    FOREIGN KEY (person_id, version) REFERENCES person_version (person_id, version)
) STRICT, WITHOUT ROWID

-- table person_version of person_version
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
) STRICT, WITHOUT ROWID

-- table private_text of private_text
CREATE TABLE private_text (
    text_id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    salt TEXT,
    body TEXT,
    folded TEXT,
    digits TEXT,
    seq INTEGER NOT NULL
) STRICT

-- table schedule of schedule
CREATE TABLE schedule (
    schedule_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    from_day TEXT NOT NULL,
    pattern TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table scratch of scratch
CREATE TABLE scratch (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    kind TEXT NOT NULL,
    slot TEXT NOT NULL,
    body TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, kind, slot)
) STRICT

-- table set_pilot of set_pilot
CREATE TABLE set_pilot (
    pilot_id INTEGER PRIMARY KEY,
    set_id INTEGER NOT NULL REFERENCES norm_set (set_id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    CHECK (from_day <= to_day)
) STRICT

-- table set_state of set_state
CREATE TABLE set_state (
    set_id INTEGER NOT NULL REFERENCES norm_set (set_id),
    step INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('submitted', 'returned')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    text TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (set_id, step)
) STRICT, WITHOUT ROWID

-- table set_terms of set_terms
CREATE TABLE set_terms (
    set_id INTEGER NOT NULL REFERENCES norm_set (set_id),
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    allowance_bp INTEGER NOT NULL,
    convention TEXT NOT NULL CHECK (convention IN ('normal', 'shift')),
    seq INTEGER NOT NULL,
    PRIMARY KEY (set_id, version)
) STRICT, WITHOUT ROWID

-- table set_withdrawal of set_withdrawal
CREATE TABLE set_withdrawal (
    withdrawal_id INTEGER PRIMARY KEY,
    set_id INTEGER NOT NULL REFERENCES norm_set (set_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    reason TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table setting of setting
CREATE TABLE setting (
    setting_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    from_day TEXT NOT NULL,
    value TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table sitting of sitting
CREATE TABLE sitting (
    sitting_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    operator_id INTEGER NOT NULL REFERENCES person (person_id),
    observer_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL CHECK (ended_at > started_at),
    seq INTEGER NOT NULL
) STRICT

-- table sitting_pause of sitting_pause
CREATE TABLE sitting_pause (
    sitting_id INTEGER NOT NULL REFERENCES sitting (sitting_id),
    place INTEGER NOT NULL CHECK (place >= 1),
    length_ms INTEGER NOT NULL CHECK (length_ms > 0),
    reason TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (sitting_id, place)
) STRICT, WITHOUT ROWID

-- table study of study
CREATE TABLE study (
    study_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    opened_by INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    source TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table study_conditions of study_conditions
CREATE TABLE study_conditions (
    study_id INTEGER NOT NULL REFERENCES study (study_id),
    version INTEGER NOT NULL,
    note_id INTEGER REFERENCES private_text (text_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (study_id, version)
) STRICT, WITHOUT ROWID

-- table ticket of ticket
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
) STRICT

-- table ticket_version of ticket_version
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
) STRICT, WITHOUT ROWID

-- trigger action_element_no_delete of action_element
CREATE TRIGGER action_element_no_delete BEFORE DELETE ON action_element BEGIN SELECT RAISE(ABORT, 'norma: action_element holds facts, they are never changed or deleted'); END

-- trigger action_element_no_replace of action_element
CREATE TRIGGER action_element_no_replace BEFORE INSERT ON action_element WHEN EXISTS (SELECT 1 FROM action_element WHERE (action_id = NEW.action_id AND version = NEW.version AND place = NEW.place)) BEGIN SELECT RAISE(ABORT, 'norma: action_element holds facts, they are never replaced'); END

-- trigger action_element_no_update of action_element
CREATE TRIGGER action_element_no_update BEFORE UPDATE ON action_element BEGIN SELECT RAISE(ABORT, 'norma: action_element holds facts, they are never changed or deleted'); END

-- trigger action_no_delete of action
CREATE TRIGGER action_no_delete BEFORE DELETE ON action BEGIN SELECT RAISE(ABORT, 'norma: action holds facts, they are never changed or deleted'); END

-- trigger action_no_replace of action
CREATE TRIGGER action_no_replace BEFORE INSERT ON action WHEN EXISTS (SELECT 1 FROM action WHERE (action_id = NEW.action_id) OR (code = NEW.code)) BEGIN SELECT RAISE(ABORT, 'norma: action holds facts, they are never replaced'); END

-- trigger action_no_update of action
CREATE TRIGGER action_no_update BEFORE UPDATE ON action BEGIN SELECT RAISE(ABORT, 'norma: action holds facts, they are never changed or deleted'); END

-- trigger action_version_no_delete of action_version
CREATE TRIGGER action_version_no_delete BEFORE DELETE ON action_version BEGIN SELECT RAISE(ABORT, 'norma: action_version holds facts, they are never changed or deleted'); END

-- trigger action_version_no_replace of action_version
CREATE TRIGGER action_version_no_replace BEFORE INSERT ON action_version WHEN EXISTS (SELECT 1 FROM action_version WHERE (action_id = NEW.action_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: action_version holds facts, they are never replaced'); END

-- trigger action_version_no_update of action_version
CREATE TRIGGER action_version_no_update BEFORE UPDATE ON action_version BEGIN SELECT RAISE(ABORT, 'norma: action_version holds facts, they are never changed or deleted'); END

-- trigger audit_no_delete of audit
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'norma: audit holds facts, they are never changed or deleted'); END

-- trigger audit_no_replace of audit
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE (seq = NEW.seq) OR (person = NEW.person AND command = NEW.command)) BEGIN SELECT RAISE(ABORT, 'norma: audit holds facts, they are never replaced'); END

-- trigger audit_no_update of audit
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'norma: audit holds facts, they are never changed or deleted'); END

-- trigger calendar_no_delete of calendar
CREATE TRIGGER calendar_no_delete BEFORE DELETE ON calendar BEGIN SELECT RAISE(ABORT, 'norma: calendar holds facts, they are never changed or deleted'); END

-- trigger calendar_no_replace of calendar
CREATE TRIGGER calendar_no_replace BEFORE INSERT ON calendar WHEN EXISTS (SELECT 1 FROM calendar WHERE (calendar_id = NEW.calendar_id)) BEGIN SELECT RAISE(ABORT, 'norma: calendar holds facts, they are never replaced'); END

-- trigger calendar_no_update of calendar
CREATE TRIGGER calendar_no_update BEFORE UPDATE ON calendar BEGIN SELECT RAISE(ABORT, 'norma: calendar holds facts, they are never changed or deleted'); END

-- trigger closed_sum_no_delete of closed_sum
CREATE TRIGGER closed_sum_no_delete BEFORE DELETE ON closed_sum BEGIN SELECT RAISE(ABORT, 'norma: closed_sum holds facts, they are never changed or deleted'); END

-- trigger closed_sum_no_replace of closed_sum
CREATE TRIGGER closed_sum_no_replace BEFORE INSERT ON closed_sum WHEN EXISTS (SELECT 1 FROM closed_sum WHERE (person_id = NEW.person_id AND department_id = NEW.department_id AND day = NEW.day)) BEGIN SELECT RAISE(ABORT, 'norma: closed_sum holds facts, they are never replaced'); END

-- trigger closed_sum_no_update of closed_sum
CREATE TRIGGER closed_sum_no_update BEFORE UPDATE ON closed_sum BEGIN SELECT RAISE(ABORT, 'norma: closed_sum holds facts, they are never changed or deleted'); END

-- trigger credential_no_delete of credential
CREATE TRIGGER credential_no_delete BEFORE DELETE ON credential BEGIN SELECT RAISE(ABORT, 'norma: credential holds facts, they are never changed or deleted'); END

-- trigger credential_no_replace of credential
CREATE TRIGGER credential_no_replace BEFORE INSERT ON credential WHEN EXISTS (SELECT 1 FROM credential WHERE (credential_id = NEW.credential_id)) BEGIN SELECT RAISE(ABORT, 'norma: credential holds facts, they are never replaced'); END

-- trigger credential_no_update of credential
CREATE TRIGGER credential_no_update BEFORE UPDATE ON credential BEGIN SELECT RAISE(ABORT, 'norma: credential holds facts, they are never changed or deleted'); END

-- trigger day_close_no_delete of day_close
CREATE TRIGGER day_close_no_delete BEFORE DELETE ON day_close BEGIN SELECT RAISE(ABORT, 'norma: day_close holds facts, they are never changed or deleted'); END

-- trigger day_close_no_replace of day_close
CREATE TRIGGER day_close_no_replace BEFORE INSERT ON day_close WHEN EXISTS (SELECT 1 FROM day_close WHERE (close_id = NEW.close_id)) BEGIN SELECT RAISE(ABORT, 'norma: day_close holds facts, they are never replaced'); END

-- trigger day_close_no_update of day_close
CREATE TRIGGER day_close_no_update BEFORE UPDATE ON day_close BEGIN SELECT RAISE(ABORT, 'norma: day_close holds facts, they are never changed or deleted'); END

-- trigger decision_no_delete of decision
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'norma: decision holds facts, they are never changed or deleted'); END

-- trigger decision_no_replace of decision
CREATE TRIGGER decision_no_replace BEFORE INSERT ON decision WHEN EXISTS (SELECT 1 FROM decision WHERE (ticket_id = NEW.ticket_id AND version = NEW.version AND line = NEW.line)) BEGIN SELECT RAISE(ABORT, 'norma: decision holds facts, they are never replaced'); END

-- trigger decision_no_update of decision
CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'norma: decision holds facts, they are never changed or deleted'); END

-- trigger department_no_delete of department
CREATE TRIGGER department_no_delete BEFORE DELETE ON department BEGIN SELECT RAISE(ABORT, 'norma: department holds facts, they are never changed or deleted'); END

-- trigger department_no_replace of department
CREATE TRIGGER department_no_replace BEFORE INSERT ON department WHEN EXISTS (SELECT 1 FROM department WHERE (department_id = NEW.department_id) OR (code = NEW.code)) BEGIN SELECT RAISE(ABORT, 'norma: department holds facts, they are never replaced'); END

-- trigger department_no_update of department
CREATE TRIGGER department_no_update BEFORE UPDATE ON department BEGIN SELECT RAISE(ABORT, 'norma: department holds facts, they are never changed or deleted'); END

-- trigger deputy_end_no_delete of deputy_end
CREATE TRIGGER deputy_end_no_delete BEFORE DELETE ON deputy_end BEGIN SELECT RAISE(ABORT, 'norma: deputy_end holds facts, they are never changed or deleted'); END

-- trigger deputy_end_no_replace of deputy_end
CREATE TRIGGER deputy_end_no_replace BEFORE INSERT ON deputy_end WHEN EXISTS (SELECT 1 FROM deputy_end WHERE (deputy_id = NEW.deputy_id)) BEGIN SELECT RAISE(ABORT, 'norma: deputy_end holds facts, they are never replaced'); END

-- trigger deputy_end_no_update of deputy_end
CREATE TRIGGER deputy_end_no_update BEFORE UPDATE ON deputy_end BEGIN SELECT RAISE(ABORT, 'norma: deputy_end holds facts, they are never changed or deleted'); END

-- trigger deputy_no_delete of deputy
CREATE TRIGGER deputy_no_delete BEFORE DELETE ON deputy BEGIN SELECT RAISE(ABORT, 'norma: deputy holds facts, they are never changed or deleted'); END

-- trigger deputy_no_replace of deputy
CREATE TRIGGER deputy_no_replace BEFORE INSERT ON deputy WHEN EXISTS (SELECT 1 FROM deputy WHERE (deputy_id = NEW.deputy_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: deputy holds facts, they are never replaced'); END

-- trigger deputy_no_update of deputy
CREATE TRIGGER deputy_no_update BEFORE UPDATE ON deputy BEGIN SELECT RAISE(ABORT, 'norma: deputy holds facts, they are never changed or deleted'); END

-- trigger floor_no_delete of floor
CREATE TRIGGER floor_no_delete BEFORE DELETE ON floor BEGIN SELECT RAISE(ABORT, 'norma: floor holds facts, they are never changed or deleted'); END

-- trigger floor_no_replace of floor
CREATE TRIGGER floor_no_replace BEFORE INSERT ON floor WHEN EXISTS (SELECT 1 FROM floor WHERE (floor_id = NEW.floor_id)) BEGIN SELECT RAISE(ABORT, 'norma: floor holds facts, they are never replaced'); END

-- trigger floor_no_update of floor
CREATE TRIGGER floor_no_update BEFORE UPDATE ON floor BEGIN SELECT RAISE(ABORT, 'norma: floor holds facts, they are never changed or deleted'); END

-- trigger norm_evidence_no_delete of norm_evidence
CREATE TRIGGER norm_evidence_no_delete BEFORE DELETE ON norm_evidence BEGIN SELECT RAISE(ABORT, 'norma: norm_evidence holds facts, they are never changed or deleted'); END

-- trigger norm_evidence_no_replace of norm_evidence
CREATE TRIGGER norm_evidence_no_replace BEFORE INSERT ON norm_evidence WHEN EXISTS (SELECT 1 FROM norm_evidence WHERE (set_id = NEW.set_id AND action_id = NEW.action_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: norm_evidence holds facts, they are never replaced'); END

-- trigger norm_evidence_no_update of norm_evidence
CREATE TRIGGER norm_evidence_no_update BEFORE UPDATE ON norm_evidence BEGIN SELECT RAISE(ABORT, 'norma: norm_evidence holds facts, they are never changed or deleted'); END

-- trigger norm_evidence_of_closed_set of norm_evidence
CREATE TRIGGER norm_evidence_of_closed_set BEFORE INSERT ON norm_evidence
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
    OR (SELECT s.state FROM set_step s WHERE s.set_id = NEW.set_id ORDER BY s.seq DESC LIMIT 1) IN ('submitted', 'pilot')
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is under pilot, submitted or approved, its lines are closed');
END

-- trigger norm_line_no_delete of norm_line
CREATE TRIGGER norm_line_no_delete BEFORE DELETE ON norm_line BEGIN SELECT RAISE(ABORT, 'norma: norm_line holds facts, they are never changed or deleted'); END

-- trigger norm_line_no_replace of norm_line
CREATE TRIGGER norm_line_no_replace BEFORE INSERT ON norm_line WHEN EXISTS (SELECT 1 FROM norm_line WHERE (set_id = NEW.set_id AND action_id = NEW.action_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: norm_line holds facts, they are never replaced'); END

-- trigger norm_line_no_update of norm_line
CREATE TRIGGER norm_line_no_update BEFORE UPDATE ON norm_line BEGIN SELECT RAISE(ABORT, 'norma: norm_line holds facts, they are never changed or deleted'); END

-- trigger norm_line_of_closed_set of norm_line
CREATE TRIGGER norm_line_of_closed_set BEFORE INSERT ON norm_line
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
    OR (SELECT s.state FROM set_step s WHERE s.set_id = NEW.set_id ORDER BY s.seq DESC LIMIT 1) IN ('submitted', 'pilot')
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is under pilot, submitted or approved, its lines are closed');
END

-- trigger norm_order_no_delete of norm_order
CREATE TRIGGER norm_order_no_delete BEFORE DELETE ON norm_order BEGIN SELECT RAISE(ABORT, 'norma: norm_order holds facts, they are never changed or deleted'); END

-- trigger norm_order_no_replace of norm_order
CREATE TRIGGER norm_order_no_replace BEFORE INSERT ON norm_order WHEN EXISTS (SELECT 1 FROM norm_order WHERE (order_id = NEW.order_id) OR (uuid = NEW.uuid) OR (set_id = NEW.set_id) OR (number_folded = NEW.number_folded)) BEGIN SELECT RAISE(ABORT, 'norma: norm_order holds facts, they are never replaced'); END

-- trigger norm_order_no_update of norm_order
CREATE TRIGGER norm_order_no_update BEFORE UPDATE ON norm_order BEGIN SELECT RAISE(ABORT, 'norma: norm_order holds facts, they are never changed or deleted'); END

-- trigger norm_order_number of norm_order
CREATE TRIGGER norm_order_number BEFORE INSERT ON norm_order
WHEN EXISTS (SELECT 1 FROM order_revocation r WHERE r.number_folded = NEW.number_folded)
BEGIN
    SELECT RAISE(ABORT, 'norma: the number is taken');
END

-- trigger norm_order_on_standing_day of norm_order
CREATE TRIGGER norm_order_on_standing_day BEFORE INSERT ON norm_order
WHEN EXISTS (
    SELECT 1 FROM norm_order o WHERE o.department_id = NEW.department_id AND o.effective_day = NEW.effective_day
        AND NOT EXISTS (SELECT 1 FROM order_revocation r WHERE r.order_id = o.order_id))
BEGIN
    SELECT RAISE(ABORT, 'norma: another order of the department takes effect on that day');
END

-- trigger norm_set_no_delete of norm_set
CREATE TRIGGER norm_set_no_delete BEFORE DELETE ON norm_set BEGIN SELECT RAISE(ABORT, 'norma: norm_set holds facts, they are never changed or deleted'); END

-- trigger norm_set_no_replace of norm_set
CREATE TRIGGER norm_set_no_replace BEFORE INSERT ON norm_set WHEN EXISTS (SELECT 1 FROM norm_set WHERE (set_id = NEW.set_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: norm_set holds facts, they are never replaced'); END

-- trigger norm_set_no_update of norm_set
CREATE TRIGGER norm_set_no_update BEFORE UPDATE ON norm_set BEGIN SELECT RAISE(ABORT, 'norma: norm_set holds facts, they are never changed or deleted'); END

-- trigger observation_amendment_no_delete of observation_amendment
CREATE TRIGGER observation_amendment_no_delete BEFORE DELETE ON observation_amendment BEGIN SELECT RAISE(ABORT, 'norma: observation_amendment holds facts, they are never changed or deleted'); END

-- trigger observation_amendment_no_replace of observation_amendment
CREATE TRIGGER observation_amendment_no_replace BEFORE INSERT ON observation_amendment WHEN EXISTS (SELECT 1 FROM observation_amendment WHERE (observation_id = NEW.observation_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: observation_amendment holds facts, they are never replaced'); END

-- trigger observation_amendment_no_update of observation_amendment
CREATE TRIGGER observation_amendment_no_update BEFORE UPDATE ON observation_amendment BEGIN SELECT RAISE(ABORT, 'norma: observation_amendment holds facts, they are never changed or deleted'); END

-- trigger observation_decision_no_delete of observation_decision
CREATE TRIGGER observation_decision_no_delete BEFORE DELETE ON observation_decision BEGIN SELECT RAISE(ABORT, 'norma: observation_decision holds facts, they are never changed or deleted'); END

-- trigger observation_decision_no_replace of observation_decision
CREATE TRIGGER observation_decision_no_replace BEFORE INSERT ON observation_decision WHEN EXISTS (SELECT 1 FROM observation_decision WHERE (observation_id = NEW.observation_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: observation_decision holds facts, they are never replaced'); END

-- trigger observation_decision_no_update of observation_decision
CREATE TRIGGER observation_decision_no_update BEFORE UPDATE ON observation_decision BEGIN SELECT RAISE(ABORT, 'norma: observation_decision holds facts, they are never changed or deleted'); END

-- trigger observation_element_no_delete of observation_element
CREATE TRIGGER observation_element_no_delete BEFORE DELETE ON observation_element BEGIN SELECT RAISE(ABORT, 'norma: observation_element holds facts, they are never changed or deleted'); END

-- trigger observation_element_no_replace of observation_element
CREATE TRIGGER observation_element_no_replace BEFORE INSERT ON observation_element WHEN EXISTS (SELECT 1 FROM observation_element WHERE (observation_id = NEW.observation_id AND place = NEW.place)) BEGIN SELECT RAISE(ABORT, 'norma: observation_element holds facts, they are never replaced'); END

-- trigger observation_element_no_update of observation_element
CREATE TRIGGER observation_element_no_update BEFORE UPDATE ON observation_element BEGIN SELECT RAISE(ABORT, 'norma: observation_element holds facts, they are never changed or deleted'); END

-- trigger observation_no_delete of observation
CREATE TRIGGER observation_no_delete BEFORE DELETE ON observation BEGIN SELECT RAISE(ABORT, 'norma: observation holds facts, they are never changed or deleted'); END

-- trigger observation_no_replace of observation
CREATE TRIGGER observation_no_replace BEFORE INSERT ON observation WHEN EXISTS (SELECT 1 FROM observation WHERE (observation_id = NEW.observation_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: observation holds facts, they are never replaced'); END

-- trigger observation_no_update of observation
CREATE TRIGGER observation_no_update BEFORE UPDATE ON observation BEGIN SELECT RAISE(ABORT, 'norma: observation holds facts, they are never changed or deleted'); END

-- trigger observation_pause_no_delete of observation_pause
CREATE TRIGGER observation_pause_no_delete BEFORE DELETE ON observation_pause BEGIN SELECT RAISE(ABORT, 'norma: observation_pause holds facts, they are never changed or deleted'); END

-- trigger observation_pause_no_replace of observation_pause
CREATE TRIGGER observation_pause_no_replace BEFORE INSERT ON observation_pause WHEN EXISTS (SELECT 1 FROM observation_pause WHERE (observation_id = NEW.observation_id AND place = NEW.place)) BEGIN SELECT RAISE(ABORT, 'norma: observation_pause holds facts, they are never replaced'); END

-- trigger observation_pause_no_update of observation_pause
CREATE TRIGGER observation_pause_no_update BEFORE UPDATE ON observation_pause BEGIN SELECT RAISE(ABORT, 'norma: observation_pause holds facts, they are never changed or deleted'); END

-- trigger order_acknowledgement_no_delete of order_acknowledgement
CREATE TRIGGER order_acknowledgement_no_delete BEFORE DELETE ON order_acknowledgement BEGIN SELECT RAISE(ABORT, 'norma: order_acknowledgement holds facts, they are never changed or deleted'); END

-- trigger order_acknowledgement_no_replace of order_acknowledgement
CREATE TRIGGER order_acknowledgement_no_replace BEFORE INSERT ON order_acknowledgement WHEN EXISTS (SELECT 1 FROM order_acknowledgement WHERE (order_id = NEW.order_id AND person_id = NEW.person_id)) BEGIN SELECT RAISE(ABORT, 'norma: order_acknowledgement holds facts, they are never replaced'); END

-- trigger order_acknowledgement_no_update of order_acknowledgement
CREATE TRIGGER order_acknowledgement_no_update BEFORE UPDATE ON order_acknowledgement BEGIN SELECT RAISE(ABORT, 'norma: order_acknowledgement holds facts, they are never changed or deleted'); END

-- trigger order_revocation_no_delete of order_revocation
CREATE TRIGGER order_revocation_no_delete BEFORE DELETE ON order_revocation BEGIN SELECT RAISE(ABORT, 'norma: order_revocation holds facts, they are never changed or deleted'); END

-- trigger order_revocation_no_replace of order_revocation
CREATE TRIGGER order_revocation_no_replace BEFORE INSERT ON order_revocation WHEN EXISTS (SELECT 1 FROM order_revocation WHERE (order_id = NEW.order_id) OR (number_folded = NEW.number_folded)) BEGIN SELECT RAISE(ABORT, 'norma: order_revocation holds facts, they are never replaced'); END

-- trigger order_revocation_no_update of order_revocation
CREATE TRIGGER order_revocation_no_update BEFORE UPDATE ON order_revocation BEGIN SELECT RAISE(ABORT, 'norma: order_revocation holds facts, they are never changed or deleted'); END

-- trigger order_revocation_number of order_revocation
CREATE TRIGGER order_revocation_number BEFORE INSERT ON order_revocation
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.number_folded = NEW.number_folded)
BEGIN
    SELECT RAISE(ABORT, 'norma: the number is taken');
END

-- trigger order_terms_no_delete of order_terms
CREATE TRIGGER order_terms_no_delete BEFORE DELETE ON order_terms BEGIN SELECT RAISE(ABORT, 'norma: order_terms holds facts, they are never changed or deleted'); END

-- trigger order_terms_no_replace of order_terms
CREATE TRIGGER order_terms_no_replace BEFORE INSERT ON order_terms WHEN EXISTS (SELECT 1 FROM order_terms WHERE (order_id = NEW.order_id)) BEGIN SELECT RAISE(ABORT, 'norma: order_terms holds facts, they are never replaced'); END

-- trigger order_terms_no_update of order_terms
CREATE TRIGGER order_terms_no_update BEFORE UPDATE ON order_terms BEGIN SELECT RAISE(ABORT, 'norma: order_terms holds facts, they are never changed or deleted'); END

-- trigger person_no_delete of person
CREATE TRIGGER person_no_delete BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'norma: person holds facts, they are never changed or deleted'); END

-- trigger person_no_replace of person
CREATE TRIGGER person_no_replace BEFORE INSERT ON person WHEN EXISTS (SELECT 1 FROM person WHERE (person_id = NEW.person_id) OR (code = NEW.code)) BEGIN SELECT RAISE(ABORT, 'norma: person holds facts, they are never replaced'); END

-- trigger person_no_update of person
CREATE TRIGGER person_no_update BEFORE UPDATE ON person BEGIN SELECT RAISE(ABORT, 'norma: person holds facts, they are never changed or deleted'); END

-- trigger person_role_no_delete of person_role
CREATE TRIGGER person_role_no_delete BEFORE DELETE ON person_role BEGIN SELECT RAISE(ABORT, 'norma: person_role holds facts, they are never changed or deleted'); END

-- trigger person_role_no_replace of person_role
CREATE TRIGGER person_role_no_replace BEFORE INSERT ON person_role WHEN EXISTS (SELECT 1 FROM person_role WHERE (person_id = NEW.person_id AND version = NEW.version AND role = NEW.role)) BEGIN SELECT RAISE(ABORT, 'norma: person_role holds facts, they are never replaced'); END

-- trigger person_role_no_update of person_role
CREATE TRIGGER person_role_no_update BEFORE UPDATE ON person_role BEGIN SELECT RAISE(ABORT, 'norma: person_role holds facts, they are never changed or deleted'); END

-- trigger person_version_no_delete of person_version
CREATE TRIGGER person_version_no_delete BEFORE DELETE ON person_version BEGIN SELECT RAISE(ABORT, 'norma: person_version holds facts, they are never changed or deleted'); END

-- trigger person_version_no_replace of person_version
CREATE TRIGGER person_version_no_replace BEFORE INSERT ON person_version WHEN EXISTS (SELECT 1 FROM person_version WHERE (person_id = NEW.person_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: person_version holds facts, they are never replaced'); END

-- trigger person_version_no_update of person_version
CREATE TRIGGER person_version_no_update BEFORE UPDATE ON person_version BEGIN SELECT RAISE(ABORT, 'norma: person_version holds facts, they are never changed or deleted'); END

-- trigger private_text_no_delete of private_text
CREATE TRIGGER private_text_no_delete BEFORE DELETE ON private_text BEGIN SELECT RAISE(ABORT, 'norma: private_text holds facts, they are never changed or deleted'); END

-- trigger private_text_no_replace of private_text
CREATE TRIGGER private_text_no_replace BEFORE INSERT ON private_text WHEN EXISTS (SELECT 1 FROM private_text WHERE (text_id = NEW.text_id)) BEGIN SELECT RAISE(ABORT, 'norma: private_text holds facts, they are never replaced'); END

-- trigger private_text_no_update of private_text
CREATE TRIGGER private_text_no_update BEFORE UPDATE ON private_text BEGIN SELECT RAISE(ABORT, 'norma: private_text holds facts, they are never changed or deleted'); END

-- trigger schedule_no_delete of schedule
CREATE TRIGGER schedule_no_delete BEFORE DELETE ON schedule BEGIN SELECT RAISE(ABORT, 'norma: schedule holds facts, they are never changed or deleted'); END

-- trigger schedule_no_replace of schedule
CREATE TRIGGER schedule_no_replace BEFORE INSERT ON schedule WHEN EXISTS (SELECT 1 FROM schedule WHERE (schedule_id = NEW.schedule_id)) BEGIN SELECT RAISE(ABORT, 'norma: schedule holds facts, they are never replaced'); END

-- trigger schedule_no_update of schedule
CREATE TRIGGER schedule_no_update BEFORE UPDATE ON schedule BEGIN SELECT RAISE(ABORT, 'norma: schedule holds facts, they are never changed or deleted'); END

-- trigger set_pilot_no_delete of set_pilot
CREATE TRIGGER set_pilot_no_delete BEFORE DELETE ON set_pilot BEGIN SELECT RAISE(ABORT, 'norma: set_pilot holds facts, they are never changed or deleted'); END

-- trigger set_pilot_no_replace of set_pilot
CREATE TRIGGER set_pilot_no_replace BEFORE INSERT ON set_pilot WHEN EXISTS (SELECT 1 FROM set_pilot WHERE (pilot_id = NEW.pilot_id)) BEGIN SELECT RAISE(ABORT, 'norma: set_pilot holds facts, they are never replaced'); END

-- trigger set_pilot_no_update of set_pilot
CREATE TRIGGER set_pilot_no_update BEFORE UPDATE ON set_pilot BEGIN SELECT RAISE(ABORT, 'norma: set_pilot holds facts, they are never changed or deleted'); END

-- trigger set_pilot_of_approved_set of set_pilot
CREATE TRIGGER set_pilot_of_approved_set BEFORE INSERT ON set_pilot
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is approved');
END

-- trigger set_state_no_delete of set_state
CREATE TRIGGER set_state_no_delete BEFORE DELETE ON set_state BEGIN SELECT RAISE(ABORT, 'norma: set_state holds facts, they are never changed or deleted'); END

-- trigger set_state_no_replace of set_state
CREATE TRIGGER set_state_no_replace BEFORE INSERT ON set_state WHEN EXISTS (SELECT 1 FROM set_state WHERE (set_id = NEW.set_id AND step = NEW.step)) BEGIN SELECT RAISE(ABORT, 'norma: set_state holds facts, they are never replaced'); END

-- trigger set_state_no_update of set_state
CREATE TRIGGER set_state_no_update BEFORE UPDATE ON set_state BEGIN SELECT RAISE(ABORT, 'norma: set_state holds facts, they are never changed or deleted'); END

-- trigger set_step_of_approved_set of set_state
CREATE TRIGGER set_step_of_approved_set BEFORE INSERT ON set_state
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is approved');
END

-- trigger set_terms_no_delete of set_terms
CREATE TRIGGER set_terms_no_delete BEFORE DELETE ON set_terms BEGIN SELECT RAISE(ABORT, 'norma: set_terms holds facts, they are never changed or deleted'); END

-- trigger set_terms_no_replace of set_terms
CREATE TRIGGER set_terms_no_replace BEFORE INSERT ON set_terms WHEN EXISTS (SELECT 1 FROM set_terms WHERE (set_id = NEW.set_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: set_terms holds facts, they are never replaced'); END

-- trigger set_terms_no_update of set_terms
CREATE TRIGGER set_terms_no_update BEFORE UPDATE ON set_terms BEGIN SELECT RAISE(ABORT, 'norma: set_terms holds facts, they are never changed or deleted'); END

-- trigger set_terms_of_closed_set of set_terms
CREATE TRIGGER set_terms_of_closed_set BEFORE INSERT ON set_terms
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
    OR (SELECT s.state FROM set_step s WHERE s.set_id = NEW.set_id ORDER BY s.seq DESC LIMIT 1) IN ('submitted', 'pilot')
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is under pilot, submitted or approved, its terms are closed');
END

-- trigger set_withdrawal_no_delete of set_withdrawal
CREATE TRIGGER set_withdrawal_no_delete BEFORE DELETE ON set_withdrawal BEGIN SELECT RAISE(ABORT, 'norma: set_withdrawal holds facts, they are never changed or deleted'); END

-- trigger set_withdrawal_no_replace of set_withdrawal
CREATE TRIGGER set_withdrawal_no_replace BEFORE INSERT ON set_withdrawal WHEN EXISTS (SELECT 1 FROM set_withdrawal WHERE (withdrawal_id = NEW.withdrawal_id)) BEGIN SELECT RAISE(ABORT, 'norma: set_withdrawal holds facts, they are never replaced'); END

-- trigger set_withdrawal_no_update of set_withdrawal
CREATE TRIGGER set_withdrawal_no_update BEFORE UPDATE ON set_withdrawal BEGIN SELECT RAISE(ABORT, 'norma: set_withdrawal holds facts, they are never changed or deleted'); END

-- trigger set_withdrawal_of_approved_set of set_withdrawal
CREATE TRIGGER set_withdrawal_of_approved_set BEFORE INSERT ON set_withdrawal
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is approved');
END

-- trigger setting_no_delete of setting
CREATE TRIGGER setting_no_delete BEFORE DELETE ON setting BEGIN SELECT RAISE(ABORT, 'norma: setting holds facts, they are never changed or deleted'); END

-- trigger setting_no_replace of setting
CREATE TRIGGER setting_no_replace BEFORE INSERT ON setting WHEN EXISTS (SELECT 1 FROM setting WHERE (setting_id = NEW.setting_id)) BEGIN SELECT RAISE(ABORT, 'norma: setting holds facts, they are never replaced'); END

-- trigger setting_no_update of setting
CREATE TRIGGER setting_no_update BEFORE UPDATE ON setting BEGIN SELECT RAISE(ABORT, 'norma: setting holds facts, they are never changed or deleted'); END

-- trigger sitting_no_delete of sitting
CREATE TRIGGER sitting_no_delete BEFORE DELETE ON sitting BEGIN SELECT RAISE(ABORT, 'norma: sitting holds facts, they are never changed or deleted'); END

-- trigger sitting_no_replace of sitting
CREATE TRIGGER sitting_no_replace BEFORE INSERT ON sitting WHEN EXISTS (SELECT 1 FROM sitting WHERE (sitting_id = NEW.sitting_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: sitting holds facts, they are never replaced'); END

-- trigger sitting_no_update of sitting
CREATE TRIGGER sitting_no_update BEFORE UPDATE ON sitting BEGIN SELECT RAISE(ABORT, 'norma: sitting holds facts, they are never changed or deleted'); END

-- trigger sitting_pause_no_delete of sitting_pause
CREATE TRIGGER sitting_pause_no_delete BEFORE DELETE ON sitting_pause BEGIN SELECT RAISE(ABORT, 'norma: sitting_pause holds facts, they are never changed or deleted'); END

-- trigger sitting_pause_no_replace of sitting_pause
CREATE TRIGGER sitting_pause_no_replace BEFORE INSERT ON sitting_pause WHEN EXISTS (SELECT 1 FROM sitting_pause WHERE (sitting_id = NEW.sitting_id AND place = NEW.place)) BEGIN SELECT RAISE(ABORT, 'norma: sitting_pause holds facts, they are never replaced'); END

-- trigger sitting_pause_no_update of sitting_pause
CREATE TRIGGER sitting_pause_no_update BEFORE UPDATE ON sitting_pause BEGIN SELECT RAISE(ABORT, 'norma: sitting_pause holds facts, they are never changed or deleted'); END

-- trigger study_conditions_no_delete of study_conditions
CREATE TRIGGER study_conditions_no_delete BEFORE DELETE ON study_conditions BEGIN SELECT RAISE(ABORT, 'norma: study_conditions holds facts, they are never changed or deleted'); END

-- trigger study_conditions_no_replace of study_conditions
CREATE TRIGGER study_conditions_no_replace BEFORE INSERT ON study_conditions WHEN EXISTS (SELECT 1 FROM study_conditions WHERE (study_id = NEW.study_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: study_conditions holds facts, they are never replaced'); END

-- trigger study_conditions_no_update of study_conditions
CREATE TRIGGER study_conditions_no_update BEFORE UPDATE ON study_conditions BEGIN SELECT RAISE(ABORT, 'norma: study_conditions holds facts, they are never changed or deleted'); END

-- trigger study_no_delete of study
CREATE TRIGGER study_no_delete BEFORE DELETE ON study BEGIN SELECT RAISE(ABORT, 'norma: study holds facts, they are never changed or deleted'); END

-- trigger study_no_replace of study
CREATE TRIGGER study_no_replace BEFORE INSERT ON study WHEN EXISTS (SELECT 1 FROM study WHERE (study_id = NEW.study_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: study holds facts, they are never replaced'); END

-- trigger study_no_update of study
CREATE TRIGGER study_no_update BEFORE UPDATE ON study BEGIN SELECT RAISE(ABORT, 'norma: study holds facts, they are never changed or deleted'); END

-- trigger ticket_no_delete of ticket
CREATE TRIGGER ticket_no_delete BEFORE DELETE ON ticket BEGIN SELECT RAISE(ABORT, 'norma: ticket holds facts, they are never changed or deleted'); END

-- trigger ticket_no_replace of ticket
CREATE TRIGGER ticket_no_replace BEFORE INSERT ON ticket WHEN EXISTS (SELECT 1 FROM ticket WHERE (ticket_id = NEW.ticket_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: ticket holds facts, they are never replaced'); END

-- trigger ticket_no_update of ticket
CREATE TRIGGER ticket_no_update BEFORE UPDATE ON ticket BEGIN SELECT RAISE(ABORT, 'norma: ticket holds facts, they are never changed or deleted'); END

-- trigger ticket_on_closed_day of ticket
CREATE TRIGGER ticket_on_closed_day BEFORE INSERT ON ticket
WHEN EXISTS (SELECT 1 FROM day_close c WHERE NEW.work_day BETWEEN c.from_day AND c.through_day)
BEGIN
    SELECT RAISE(ABORT, 'norma: the work day is closed');
END

-- trigger ticket_version_no_delete of ticket_version
CREATE TRIGGER ticket_version_no_delete BEFORE DELETE ON ticket_version BEGIN SELECT RAISE(ABORT, 'norma: ticket_version holds facts, they are never changed or deleted'); END

-- trigger ticket_version_no_replace of ticket_version
CREATE TRIGGER ticket_version_no_replace BEFORE INSERT ON ticket_version WHEN EXISTS (SELECT 1 FROM ticket_version WHERE (ticket_id = NEW.ticket_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: ticket_version holds facts, they are never replaced'); END

-- trigger ticket_version_no_update of ticket_version
CREATE TRIGGER ticket_version_no_update BEFORE UPDATE ON ticket_version BEGIN SELECT RAISE(ABORT, 'norma: ticket_version holds facts, they are never changed or deleted'); END

-- trigger ticket_version_on_closed_day of ticket_version
CREATE TRIGGER ticket_version_on_closed_day BEFORE INSERT ON ticket_version
WHEN NEW.after_close = 0 AND EXISTS (
    SELECT 1 FROM ticket t JOIN day_close c ON t.work_day BETWEEN c.from_day AND c.through_day
    WHERE t.ticket_id = NEW.ticket_id)
BEGIN
    SELECT RAISE(ABORT, 'norma: the work day is closed');
END

-- view set_step of set_step
CREATE VIEW set_step AS
    SELECT set_id, seq, state, person_id, text FROM set_state
    UNION ALL SELECT set_id, seq, 'pilot', person_id, '' FROM set_pilot
    UNION ALL SELECT set_id, seq, 'withdrawn', person_id, reason FROM set_withdrawal

