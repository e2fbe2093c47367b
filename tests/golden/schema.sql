-- index absence_version_time of absence_version
CREATE INDEX absence_version_time ON absence_version (to_at, from_at)

-- index audit_recorded of audit
CREATE INDEX audit_recorded ON audit (at_given, recorded_at)

-- index award_month of award
CREATE INDEX award_month ON award (month)

-- index closed_sum_day of closed_sum
CREATE INDEX closed_sum_day ON closed_sum (day)

-- index cover_agreement_time of cover_agreement
CREATE INDEX cover_agreement_time ON cover_agreement (to_day, from_day)

-- index credential_person of credential
CREATE INDEX credential_person ON credential (person_id, credential_id)

-- index day_action_sum_action of day_action_sum
CREATE INDEX day_action_sum_action ON day_action_sum (action_id, day)

-- index day_behalf_sum_day of day_behalf_sum
CREATE INDEX day_behalf_sum_day ON day_behalf_sum (day)

-- index day_sum_day of day_sum
CREATE INDEX day_sum_day ON day_sum (day)

-- index decision_amount of decision
CREATE INDEX decision_amount ON decision (ticket_id, version) WHERE amount_minor IS NOT NULL

-- index downtime_time of downtime
CREATE INDEX downtime_time ON downtime (to_at, from_at)

-- index individual_day_day of individual_day
CREATE INDEX individual_day_day ON individual_day (day)

-- index observation_operator of observation
CREATE INDEX observation_operator ON observation (operator_id, started_at)

-- index observation_study of observation
CREATE INDEX observation_study ON observation (study_id, started_at)

-- index person_terms_person of person_terms
CREATE INDEX person_terms_person ON person_terms (person_id, from_day)

-- index person_version_login of person_version
CREATE INDEX person_version_login ON person_version (login)

-- index private_text_digits of private_text
CREATE INDEX private_text_digits ON private_text (digits) WHERE digits IS NOT NULL

-- index schedule_person of schedule
CREATE INDEX schedule_person ON schedule (person_id, from_day)

-- index sitting_operator of sitting
CREATE INDEX sitting_operator ON sitting (operator_id, started_at)

-- index sqlite_autoindex_absence_1 of absence


-- index sqlite_autoindex_action_1 of action


-- index sqlite_autoindex_audit_1 of audit


-- index sqlite_autoindex_award_1 of award


-- index sqlite_autoindex_cover_agreement_1 of cover_agreement


-- index sqlite_autoindex_day_action_sum_1 of day_action_sum


-- index sqlite_autoindex_day_behalf_sum_1 of day_behalf_sum


-- index sqlite_autoindex_day_sum_1 of day_sum


-- index sqlite_autoindex_department_1 of department


-- index sqlite_autoindex_downtime_1 of downtime


-- index sqlite_autoindex_norm_order_1 of norm_order


-- index sqlite_autoindex_norm_order_2 of norm_order


-- index sqlite_autoindex_norm_order_3 of norm_order


-- index sqlite_autoindex_norm_order_4 of norm_order


-- index sqlite_autoindex_norm_set_1 of norm_set


-- index sqlite_autoindex_observation_1 of observation


-- index sqlite_autoindex_pay_scheme_1 of pay_scheme


-- index sqlite_autoindex_person_1 of person


-- index sqlite_autoindex_scheme_order_1 of scheme_order


-- index sqlite_autoindex_scheme_order_2 of scheme_order


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

-- index ticket_version_late of ticket_version
CREATE INDEX ticket_version_late ON ticket_version (seq) WHERE after_close = 1

-- table absence of absence
CREATE TABLE absence (
    absence_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    content TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table absence_version of absence_version
CREATE TABLE absence_version (
    absence_id INTEGER NOT NULL REFERENCES absence (absence_id),
    version INTEGER NOT NULL,
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    leaves_plan INTEGER NOT NULL CHECK (leaves_plan IN (0, 1)),
    covered_freely INTEGER NOT NULL CHECK (covered_freely IN (0, 1)),
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    reason_id INTEGER REFERENCES private_text (text_id),
    recorded_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (absence_id, version),
    CHECK (from_at < to_at)
) STRICT, WITHOUT ROWID

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

-- table award of award
CREATE TABLE award (
    award_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    month TEXT NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    reason TEXT NOT NULL,
    granted_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
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

-- table cover_agreement of cover_agreement
CREATE TABLE cover_agreement (
    agreement_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    coverer_id INTEGER NOT NULL REFERENCES person (person_id),
    absent_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    share_bp INTEGER,
    proposed_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    CHECK (from_day <= to_day AND coverer_id <> absent_id)
) STRICT

-- table cover_step of cover_step
CREATE TABLE cover_step (
    agreement_id INTEGER NOT NULL REFERENCES cover_agreement (agreement_id),
    step TEXT NOT NULL CHECK (step IN ('accepted', 'withdrawn')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    on_day TEXT NOT NULL,
    last_day TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (agreement_id, step)
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

-- table day_behalf_sum of day_behalf_sum
CREATE TABLE day_behalf_sum (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    day TEXT NOT NULL,
    absent_id INTEGER NOT NULL REFERENCES person (person_id),
    kpi_cmin INTEGER NOT NULL,
    PRIMARY KEY (person_id, department_id, day, absent_id)
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

-- table deduction_decision of deduction_decision
CREATE TABLE deduction_decision (
    decision_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    of_month TEXT NOT NULL,
    difference_minor INTEGER NOT NULL,
    deducted INTEGER NOT NULL CHECK (deducted IN (0, 1)),
    ground TEXT NOT NULL,
    decided_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT

-- table department of department
CREATE TABLE department (
    department_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT

-- table downtime of downtime
CREATE TABLE downtime (
    downtime_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,
    cause TEXT NOT NULL CHECK (cause IN ('employer', 'nobody', 'employee')),
    reason_id INTEGER REFERENCES private_text (text_id),
    recorded_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    CHECK (from_at < to_at)
) STRICT

-- table downtime_cancel of downtime_cancel
CREATE TABLE downtime_cancel (
    downtime_id INTEGER PRIMARY KEY REFERENCES downtime (downtime_id),
    reason_id INTEGER REFERENCES private_text (text_id),
    recorded_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT

-- table downtime_person of downtime_person
CREATE TABLE downtime_person (
    downtime_id INTEGER NOT NULL REFERENCES downtime (downtime_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (downtime_id, person_id)
) STRICT, WITHOUT ROWID

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

-- table individual_day of individual_day
CREATE TABLE individual_day (
    individual_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    day TEXT NOT NULL,
    intervals TEXT,
    seq INTEGER NOT NULL
) STRICT

-- table locked_recalculation of locked_recalculation
CREATE TABLE locked_recalculation (
    month TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    of_month TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    settled_minor INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (month, person_id, of_month)
) STRICT, WITHOUT ROWID

-- table locked_statement of locked_statement
CREATE TABLE locked_statement (
    month TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    own_total_minor INTEGER NOT NULL,
    total_minor INTEGER NOT NULL,
    content TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (month, person_id)
) STRICT, WITHOUT ROWID

-- table month_lock of month_lock
CREATE TABLE month_lock (
    month TEXT NOT NULL,
    person_key INTEGER NOT NULL,
    through_day TEXT NOT NULL,
    locked_by INTEGER NOT NULL REFERENCES person (person_id),
    chain_head TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (month, person_key)
) STRICT, WITHOUT ROWID

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
    seq INTEGER NOT NULL,
    UNIQUE (department_id, effective_day)
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

-- table pay_scheme of pay_scheme
CREATE TABLE pay_scheme (
    scheme_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    position TEXT,
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

-- table person_terms of person_terms
CREATE TABLE person_terms (
    terms_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    from_day TEXT NOT NULL,
    department_id INTEGER REFERENCES department (department_id),
    position TEXT,
    rate_bp INTEGER NOT NULL,
    salary_minor INTEGER,
    seq INTEGER NOT NULL
) STRICT

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

-- table scheme_order of scheme_order
CREATE TABLE scheme_order (
    scheme_id INTEGER PRIMARY KEY REFERENCES pay_scheme (scheme_id),
    uuid TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL,
    number_folded TEXT NOT NULL UNIQUE,
    signed_day TEXT NOT NULL,
    effective_month TEXT NOT NULL,
    approved_by INTEGER NOT NULL REFERENCES person (person_id),
    early_reason TEXT,
    fingerprint TEXT NOT NULL,
    chain_head TEXT NOT NULL,
    password_reset_by TEXT,
    seq INTEGER NOT NULL
) STRICT

-- table scheme_state of scheme_state
CREATE TABLE scheme_state (
    scheme_id INTEGER NOT NULL REFERENCES pay_scheme (scheme_id),
    step INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'pilot', 'submitted', 'returned')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    text TEXT NOT NULL,
    from_month TEXT,
    to_month TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (scheme_id, step)
) STRICT, WITHOUT ROWID

-- table scheme_version of scheme_version
CREATE TABLE scheme_version (
    scheme_id INTEGER NOT NULL REFERENCES pay_scheme (scheme_id),
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (scheme_id, version)
) STRICT, WITHOUT ROWID

-- table scratch of scratch
CREATE TABLE scratch (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    kind TEXT NOT NULL,
    slot TEXT NOT NULL,
    body TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, kind, slot)
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

-- trigger absence_no_delete of absence
CREATE TRIGGER absence_no_delete BEFORE DELETE ON absence BEGIN SELECT RAISE(ABORT, 'norma: absence holds facts, they are never changed or deleted'); END

-- trigger absence_no_replace of absence
CREATE TRIGGER absence_no_replace BEFORE INSERT ON absence WHEN EXISTS (SELECT 1 FROM absence WHERE (absence_id = NEW.absence_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: absence holds facts, they are never replaced'); END

-- trigger absence_no_update of absence
CREATE TRIGGER absence_no_update BEFORE UPDATE ON absence BEGIN SELECT RAISE(ABORT, 'norma: absence holds facts, they are never changed or deleted'); END

-- trigger absence_version_no_delete of absence_version
CREATE TRIGGER absence_version_no_delete BEFORE DELETE ON absence_version BEGIN SELECT RAISE(ABORT, 'norma: absence_version holds facts, they are never changed or deleted'); END

-- trigger absence_version_no_replace of absence_version
CREATE TRIGGER absence_version_no_replace BEFORE INSERT ON absence_version WHEN EXISTS (SELECT 1 FROM absence_version WHERE (absence_id = NEW.absence_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: absence_version holds facts, they are never replaced'); END

-- trigger absence_version_no_update of absence_version
CREATE TRIGGER absence_version_no_update BEFORE UPDATE ON absence_version BEGIN SELECT RAISE(ABORT, 'norma: absence_version holds facts, they are never changed or deleted'); END

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

-- trigger award_no_delete of award
CREATE TRIGGER award_no_delete BEFORE DELETE ON award BEGIN SELECT RAISE(ABORT, 'norma: award holds facts, they are never changed or deleted'); END

-- trigger award_no_replace of award
CREATE TRIGGER award_no_replace BEFORE INSERT ON award WHEN EXISTS (SELECT 1 FROM award WHERE (award_id = NEW.award_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: award holds facts, they are never replaced'); END

-- trigger award_no_update of award
CREATE TRIGGER award_no_update BEFORE UPDATE ON award BEGIN SELECT RAISE(ABORT, 'norma: award holds facts, they are never changed or deleted'); END

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

-- trigger cover_agreement_no_delete of cover_agreement
CREATE TRIGGER cover_agreement_no_delete BEFORE DELETE ON cover_agreement BEGIN SELECT RAISE(ABORT, 'norma: cover_agreement holds facts, they are never changed or deleted'); END

-- trigger cover_agreement_no_replace of cover_agreement
CREATE TRIGGER cover_agreement_no_replace BEFORE INSERT ON cover_agreement WHEN EXISTS (SELECT 1 FROM cover_agreement WHERE (agreement_id = NEW.agreement_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: cover_agreement holds facts, they are never replaced'); END

-- trigger cover_agreement_no_update of cover_agreement
CREATE TRIGGER cover_agreement_no_update BEFORE UPDATE ON cover_agreement BEGIN SELECT RAISE(ABORT, 'norma: cover_agreement holds facts, they are never changed or deleted'); END

-- trigger cover_step_no_delete of cover_step
CREATE TRIGGER cover_step_no_delete BEFORE DELETE ON cover_step BEGIN SELECT RAISE(ABORT, 'norma: cover_step holds facts, they are never changed or deleted'); END

-- trigger cover_step_no_replace of cover_step
CREATE TRIGGER cover_step_no_replace BEFORE INSERT ON cover_step WHEN EXISTS (SELECT 1 FROM cover_step WHERE (agreement_id = NEW.agreement_id AND step = NEW.step)) BEGIN SELECT RAISE(ABORT, 'norma: cover_step holds facts, they are never replaced'); END

-- trigger cover_step_no_update of cover_step
CREATE TRIGGER cover_step_no_update BEFORE UPDATE ON cover_step BEGIN SELECT RAISE(ABORT, 'norma: cover_step holds facts, they are never changed or deleted'); END

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

-- trigger deduction_decision_no_delete of deduction_decision
CREATE TRIGGER deduction_decision_no_delete BEFORE DELETE ON deduction_decision BEGIN SELECT RAISE(ABORT, 'norma: deduction_decision holds facts, they are never changed or deleted'); END

-- trigger deduction_decision_no_replace of deduction_decision
CREATE TRIGGER deduction_decision_no_replace BEFORE INSERT ON deduction_decision WHEN EXISTS (SELECT 1 FROM deduction_decision WHERE (decision_id = NEW.decision_id)) BEGIN SELECT RAISE(ABORT, 'norma: deduction_decision holds facts, they are never replaced'); END

-- trigger deduction_decision_no_update of deduction_decision
CREATE TRIGGER deduction_decision_no_update BEFORE UPDATE ON deduction_decision BEGIN SELECT RAISE(ABORT, 'norma: deduction_decision holds facts, they are never changed or deleted'); END

-- trigger department_no_delete of department
CREATE TRIGGER department_no_delete BEFORE DELETE ON department BEGIN SELECT RAISE(ABORT, 'norma: department holds facts, they are never changed or deleted'); END

-- trigger department_no_replace of department
CREATE TRIGGER department_no_replace BEFORE INSERT ON department WHEN EXISTS (SELECT 1 FROM department WHERE (department_id = NEW.department_id) OR (code = NEW.code)) BEGIN SELECT RAISE(ABORT, 'norma: department holds facts, they are never replaced'); END

-- trigger department_no_update of department
CREATE TRIGGER department_no_update BEFORE UPDATE ON department BEGIN SELECT RAISE(ABORT, 'norma: department holds facts, they are never changed or deleted'); END

-- trigger downtime_cancel_no_delete of downtime_cancel
CREATE TRIGGER downtime_cancel_no_delete BEFORE DELETE ON downtime_cancel BEGIN SELECT RAISE(ABORT, 'norma: downtime_cancel holds facts, they are never changed or deleted'); END

-- trigger downtime_cancel_no_replace of downtime_cancel
CREATE TRIGGER downtime_cancel_no_replace BEFORE INSERT ON downtime_cancel WHEN EXISTS (SELECT 1 FROM downtime_cancel WHERE (downtime_id = NEW.downtime_id)) BEGIN SELECT RAISE(ABORT, 'norma: downtime_cancel holds facts, they are never replaced'); END

-- trigger downtime_cancel_no_update of downtime_cancel
CREATE TRIGGER downtime_cancel_no_update BEFORE UPDATE ON downtime_cancel BEGIN SELECT RAISE(ABORT, 'norma: downtime_cancel holds facts, they are never changed or deleted'); END

-- trigger downtime_no_delete of downtime
CREATE TRIGGER downtime_no_delete BEFORE DELETE ON downtime BEGIN SELECT RAISE(ABORT, 'norma: downtime holds facts, they are never changed or deleted'); END

-- trigger downtime_no_replace of downtime
CREATE TRIGGER downtime_no_replace BEFORE INSERT ON downtime WHEN EXISTS (SELECT 1 FROM downtime WHERE (downtime_id = NEW.downtime_id) OR (uuid = NEW.uuid)) BEGIN SELECT RAISE(ABORT, 'norma: downtime holds facts, they are never replaced'); END

-- trigger downtime_no_update of downtime
CREATE TRIGGER downtime_no_update BEFORE UPDATE ON downtime BEGIN SELECT RAISE(ABORT, 'norma: downtime holds facts, they are never changed or deleted'); END

-- trigger downtime_person_no_delete of downtime_person
CREATE TRIGGER downtime_person_no_delete BEFORE DELETE ON downtime_person BEGIN SELECT RAISE(ABORT, 'norma: downtime_person holds facts, they are never changed or deleted'); END

-- trigger downtime_person_no_replace of downtime_person
CREATE TRIGGER downtime_person_no_replace BEFORE INSERT ON downtime_person WHEN EXISTS (SELECT 1 FROM downtime_person WHERE (downtime_id = NEW.downtime_id AND person_id = NEW.person_id)) BEGIN SELECT RAISE(ABORT, 'norma: downtime_person holds facts, they are never replaced'); END

-- trigger downtime_person_no_update of downtime_person
CREATE TRIGGER downtime_person_no_update BEFORE UPDATE ON downtime_person BEGIN SELECT RAISE(ABORT, 'norma: downtime_person holds facts, they are never changed or deleted'); END

-- trigger floor_no_delete of floor
CREATE TRIGGER floor_no_delete BEFORE DELETE ON floor BEGIN SELECT RAISE(ABORT, 'norma: floor holds facts, they are never changed or deleted'); END

-- trigger floor_no_replace of floor
CREATE TRIGGER floor_no_replace BEFORE INSERT ON floor WHEN EXISTS (SELECT 1 FROM floor WHERE (floor_id = NEW.floor_id)) BEGIN SELECT RAISE(ABORT, 'norma: floor holds facts, they are never replaced'); END

-- trigger floor_no_update of floor
CREATE TRIGGER floor_no_update BEFORE UPDATE ON floor BEGIN SELECT RAISE(ABORT, 'norma: floor holds facts, they are never changed or deleted'); END

-- trigger individual_day_no_delete of individual_day
CREATE TRIGGER individual_day_no_delete BEFORE DELETE ON individual_day BEGIN SELECT RAISE(ABORT, 'norma: individual_day holds facts, they are never changed or deleted'); END

-- trigger individual_day_no_replace of individual_day
CREATE TRIGGER individual_day_no_replace BEFORE INSERT ON individual_day WHEN EXISTS (SELECT 1 FROM individual_day WHERE (individual_id = NEW.individual_id)) BEGIN SELECT RAISE(ABORT, 'norma: individual_day holds facts, they are never replaced'); END

-- trigger individual_day_no_update of individual_day
CREATE TRIGGER individual_day_no_update BEFORE UPDATE ON individual_day BEGIN SELECT RAISE(ABORT, 'norma: individual_day holds facts, they are never changed or deleted'); END

-- trigger locked_recalculation_no_delete of locked_recalculation
CREATE TRIGGER locked_recalculation_no_delete BEFORE DELETE ON locked_recalculation BEGIN SELECT RAISE(ABORT, 'norma: locked_recalculation holds facts, they are never changed or deleted'); END

-- trigger locked_recalculation_no_replace of locked_recalculation
CREATE TRIGGER locked_recalculation_no_replace BEFORE INSERT ON locked_recalculation WHEN EXISTS (SELECT 1 FROM locked_recalculation WHERE (month = NEW.month AND person_id = NEW.person_id AND of_month = NEW.of_month)) BEGIN SELECT RAISE(ABORT, 'norma: locked_recalculation holds facts, they are never replaced'); END

-- trigger locked_recalculation_no_update of locked_recalculation
CREATE TRIGGER locked_recalculation_no_update BEFORE UPDATE ON locked_recalculation BEGIN SELECT RAISE(ABORT, 'norma: locked_recalculation holds facts, they are never changed or deleted'); END

-- trigger locked_statement_no_delete of locked_statement
CREATE TRIGGER locked_statement_no_delete BEFORE DELETE ON locked_statement BEGIN SELECT RAISE(ABORT, 'norma: locked_statement holds facts, they are never changed or deleted'); END

-- trigger locked_statement_no_replace of locked_statement
CREATE TRIGGER locked_statement_no_replace BEFORE INSERT ON locked_statement WHEN EXISTS (SELECT 1 FROM locked_statement WHERE (month = NEW.month AND person_id = NEW.person_id)) BEGIN SELECT RAISE(ABORT, 'norma: locked_statement holds facts, they are never replaced'); END

-- trigger locked_statement_no_update of locked_statement
CREATE TRIGGER locked_statement_no_update BEFORE UPDATE ON locked_statement BEGIN SELECT RAISE(ABORT, 'norma: locked_statement holds facts, they are never changed or deleted'); END

-- trigger locked_statement_of_locked_month of locked_statement
CREATE TRIGGER locked_statement_of_locked_month BEFORE INSERT ON locked_statement
WHEN NOT EXISTS (SELECT 1 FROM month_lock l WHERE l.month = NEW.month AND l.person_key IN (0, NEW.person_id) AND l.seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'norma: a statement is locked with its month');
END

-- trigger month_lock_no_delete of month_lock
CREATE TRIGGER month_lock_no_delete BEFORE DELETE ON month_lock BEGIN SELECT RAISE(ABORT, 'norma: month_lock holds facts, they are never changed or deleted'); END

-- trigger month_lock_no_replace of month_lock
CREATE TRIGGER month_lock_no_replace BEFORE INSERT ON month_lock WHEN EXISTS (SELECT 1 FROM month_lock WHERE (month = NEW.month AND person_key = NEW.person_key)) BEGIN SELECT RAISE(ABORT, 'norma: month_lock holds facts, they are never replaced'); END

-- trigger month_lock_no_update of month_lock
CREATE TRIGGER month_lock_no_update BEFORE UPDATE ON month_lock BEGIN SELECT RAISE(ABORT, 'norma: month_lock holds facts, they are never changed or deleted'); END

-- trigger norm_evidence_no_delete of norm_evidence
CREATE TRIGGER norm_evidence_no_delete BEFORE DELETE ON norm_evidence BEGIN SELECT RAISE(ABORT, 'norma: norm_evidence holds facts, they are never changed or deleted'); END

-- trigger norm_evidence_no_replace of norm_evidence
CREATE TRIGGER norm_evidence_no_replace BEFORE INSERT ON norm_evidence WHEN EXISTS (SELECT 1 FROM norm_evidence WHERE (set_id = NEW.set_id AND action_id = NEW.action_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: norm_evidence holds facts, they are never replaced'); END

-- trigger norm_evidence_no_update of norm_evidence
CREATE TRIGGER norm_evidence_no_update BEFORE UPDATE ON norm_evidence BEGIN SELECT RAISE(ABORT, 'norma: norm_evidence holds facts, they are never changed or deleted'); END

-- trigger norm_evidence_of_closed_set of norm_evidence
CREATE TRIGGER norm_evidence_of_closed_set BEFORE INSERT ON norm_evidence
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
    OR (SELECT s.state FROM set_state s WHERE s.set_id = NEW.set_id ORDER BY s.step DESC LIMIT 1) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is submitted or approved, its lines are closed');
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
    OR (SELECT s.state FROM set_state s WHERE s.set_id = NEW.set_id ORDER BY s.step DESC LIMIT 1) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is submitted or approved, its lines are closed');
END

-- trigger norm_order_no_delete of norm_order
CREATE TRIGGER norm_order_no_delete BEFORE DELETE ON norm_order BEGIN SELECT RAISE(ABORT, 'norma: norm_order holds facts, they are never changed or deleted'); END

-- trigger norm_order_no_replace of norm_order
CREATE TRIGGER norm_order_no_replace BEFORE INSERT ON norm_order WHEN EXISTS (SELECT 1 FROM norm_order WHERE (order_id = NEW.order_id) OR (uuid = NEW.uuid) OR (set_id = NEW.set_id) OR (number_folded = NEW.number_folded) OR (department_id = NEW.department_id AND effective_day = NEW.effective_day)) BEGIN SELECT RAISE(ABORT, 'norma: norm_order holds facts, they are never replaced'); END

-- trigger norm_order_no_update of norm_order
CREATE TRIGGER norm_order_no_update BEFORE UPDATE ON norm_order BEGIN SELECT RAISE(ABORT, 'norma: norm_order holds facts, they are never changed or deleted'); END

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

-- trigger pay_scheme_no_delete of pay_scheme
CREATE TRIGGER pay_scheme_no_delete BEFORE DELETE ON pay_scheme BEGIN SELECT RAISE(ABORT, 'norma: pay_scheme holds facts, they are never changed or deleted'); END

-- trigger pay_scheme_no_replace of pay_scheme
CREATE TRIGGER pay_scheme_no_replace BEFORE INSERT ON pay_scheme WHEN EXISTS (SELECT 1 FROM pay_scheme WHERE (scheme_id = NEW.scheme_id) OR (code = NEW.code)) BEGIN SELECT RAISE(ABORT, 'norma: pay_scheme holds facts, they are never replaced'); END

-- trigger pay_scheme_no_update of pay_scheme
CREATE TRIGGER pay_scheme_no_update BEFORE UPDATE ON pay_scheme BEGIN SELECT RAISE(ABORT, 'norma: pay_scheme holds facts, they are never changed or deleted'); END

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

-- trigger person_terms_no_delete of person_terms
CREATE TRIGGER person_terms_no_delete BEFORE DELETE ON person_terms BEGIN SELECT RAISE(ABORT, 'norma: person_terms holds facts, they are never changed or deleted'); END

-- trigger person_terms_no_replace of person_terms
CREATE TRIGGER person_terms_no_replace BEFORE INSERT ON person_terms WHEN EXISTS (SELECT 1 FROM person_terms WHERE (terms_id = NEW.terms_id)) BEGIN SELECT RAISE(ABORT, 'norma: person_terms holds facts, they are never replaced'); END

-- trigger person_terms_no_update of person_terms
CREATE TRIGGER person_terms_no_update BEFORE UPDATE ON person_terms BEGIN SELECT RAISE(ABORT, 'norma: person_terms holds facts, they are never changed or deleted'); END

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

-- trigger scheme_order_no_delete of scheme_order
CREATE TRIGGER scheme_order_no_delete BEFORE DELETE ON scheme_order BEGIN SELECT RAISE(ABORT, 'norma: scheme_order holds facts, they are never changed or deleted'); END

-- trigger scheme_order_no_replace of scheme_order
CREATE TRIGGER scheme_order_no_replace BEFORE INSERT ON scheme_order WHEN EXISTS (SELECT 1 FROM scheme_order WHERE (scheme_id = NEW.scheme_id) OR (uuid = NEW.uuid) OR (number_folded = NEW.number_folded)) BEGIN SELECT RAISE(ABORT, 'norma: scheme_order holds facts, they are never replaced'); END

-- trigger scheme_order_no_update of scheme_order
CREATE TRIGGER scheme_order_no_update BEFORE UPDATE ON scheme_order BEGIN SELECT RAISE(ABORT, 'norma: scheme_order holds facts, they are never changed or deleted'); END

-- trigger scheme_state_no_delete of scheme_state
CREATE TRIGGER scheme_state_no_delete BEFORE DELETE ON scheme_state BEGIN SELECT RAISE(ABORT, 'norma: scheme_state holds facts, they are never changed or deleted'); END

-- trigger scheme_state_no_replace of scheme_state
CREATE TRIGGER scheme_state_no_replace BEFORE INSERT ON scheme_state WHEN EXISTS (SELECT 1 FROM scheme_state WHERE (scheme_id = NEW.scheme_id AND step = NEW.step)) BEGIN SELECT RAISE(ABORT, 'norma: scheme_state holds facts, they are never replaced'); END

-- trigger scheme_state_no_update of scheme_state
CREATE TRIGGER scheme_state_no_update BEFORE UPDATE ON scheme_state BEGIN SELECT RAISE(ABORT, 'norma: scheme_state holds facts, they are never changed or deleted'); END

-- trigger scheme_version_no_delete of scheme_version
CREATE TRIGGER scheme_version_no_delete BEFORE DELETE ON scheme_version BEGIN SELECT RAISE(ABORT, 'norma: scheme_version holds facts, they are never changed or deleted'); END

-- trigger scheme_version_no_replace of scheme_version
CREATE TRIGGER scheme_version_no_replace BEFORE INSERT ON scheme_version WHEN EXISTS (SELECT 1 FROM scheme_version WHERE (scheme_id = NEW.scheme_id AND version = NEW.version)) BEGIN SELECT RAISE(ABORT, 'norma: scheme_version holds facts, they are never replaced'); END

-- trigger scheme_version_no_update of scheme_version
CREATE TRIGGER scheme_version_no_update BEFORE UPDATE ON scheme_version BEGIN SELECT RAISE(ABORT, 'norma: scheme_version holds facts, they are never changed or deleted'); END

-- trigger scheme_version_of_closed_scheme of scheme_version
CREATE TRIGGER scheme_version_of_closed_scheme BEFORE INSERT ON scheme_version
WHEN EXISTS (SELECT 1 FROM scheme_order o WHERE o.scheme_id = NEW.scheme_id)
    OR (SELECT s.state FROM scheme_state s WHERE s.scheme_id = NEW.scheme_id ORDER BY s.step DESC LIMIT 1) IN ('submitted', 'pilot')
BEGIN
    SELECT RAISE(ABORT, 'norma: the scheme is under pilot, submitted or approved, its content is closed');
END

-- trigger set_state_no_delete of set_state
CREATE TRIGGER set_state_no_delete BEFORE DELETE ON set_state BEGIN SELECT RAISE(ABORT, 'norma: set_state holds facts, they are never changed or deleted'); END

-- trigger set_state_no_replace of set_state
CREATE TRIGGER set_state_no_replace BEFORE INSERT ON set_state WHEN EXISTS (SELECT 1 FROM set_state WHERE (set_id = NEW.set_id AND step = NEW.step)) BEGIN SELECT RAISE(ABORT, 'norma: set_state holds facts, they are never replaced'); END

-- trigger set_state_no_update of set_state
CREATE TRIGGER set_state_no_update BEFORE UPDATE ON set_state BEGIN SELECT RAISE(ABORT, 'norma: set_state holds facts, they are never changed or deleted'); END

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

