-- Schema version 6: terms of employment by day, absence, downtime, cover, pay schemes, awards, locked months.

-- what a person is paid and planned by, from a work day on; of one day the newest counts
CREATE TABLE person_terms (
    terms_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    from_day TEXT NOT NULL,
    department_id INTEGER REFERENCES department (department_id),
    position TEXT,
    rate_bp INTEGER NOT NULL,
    salary_minor INTEGER,
    seq INTEGER NOT NULL
) STRICT;

-- a day of one person that replaces the schedule's; of one day the newest counts, no content gives the schedule back
CREATE TABLE individual_day (
    individual_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    day TEXT NOT NULL,
    intervals TEXT,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE absence (
    absence_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    content TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

-- what the kind meant when it was written stands with it: data that change later move no plan
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
) STRICT, WITHOUT ROWID;

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
) STRICT;

CREATE TABLE downtime_person (
    downtime_id INTEGER NOT NULL REFERENCES downtime (downtime_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (downtime_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE downtime_cancel (
    downtime_id INTEGER PRIMARY KEY REFERENCES downtime (downtime_id),
    reason_id INTEGER REFERENCES private_text (text_id),
    recorded_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT;

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
) STRICT;

-- on_day: the work day of the acceptance; last_day: the last day in effect after a withdrawal
CREATE TABLE cover_step (
    agreement_id INTEGER NOT NULL REFERENCES cover_agreement (agreement_id),
    step TEXT NOT NULL CHECK (step IN ('accepted', 'withdrawn')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    on_day TEXT NOT NULL,
    last_day TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (agreement_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE pay_scheme (
    scheme_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    position TEXT,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE scheme_version (
    scheme_id INTEGER NOT NULL REFERENCES pay_scheme (scheme_id),
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (scheme_id, version)
) STRICT, WITHOUT ROWID;

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
) STRICT, WITHOUT ROWID;

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
) STRICT;

CREATE TABLE award (
    award_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    month TEXT NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    reason TEXT NOT NULL,
    granted_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT;

-- person_key 0: the month of everybody; else a leaver's account alone
CREATE TABLE month_lock (
    month TEXT NOT NULL,
    person_key INTEGER NOT NULL,
    through_day TEXT NOT NULL,
    locked_by INTEGER NOT NULL REFERENCES person (person_id),
    chain_head TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (month, person_key)
) STRICT, WITHOUT ROWID;

-- the statement as it was locked; own_total without the recalculations of other months
CREATE TABLE locked_statement (
    month TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    own_total_minor INTEGER NOT NULL,
    total_minor INTEGER NOT NULL,
    content TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (month, person_id)
) STRICT, WITHOUT ROWID;

-- recalculations that a locked month holds; settled: the difference that is dealt with for good
CREATE TABLE locked_recalculation (
    month TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    of_month TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    settled_minor INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (month, person_id, of_month)
) STRICT, WITHOUT ROWID;

-- the director's answer to a negative difference (ТК РФ ст. 137)
CREATE TABLE deduction_decision (
    decision_id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    of_month TEXT NOT NULL,
    difference_minor INTEGER NOT NULL,
    deducted INTEGER NOT NULL CHECK (deducted IN (0, 1)),
    ground TEXT NOT NULL,
    decided_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT;

-- derived: KPI marked on behalf of a colleague, by day ---------------------------------------------------
CREATE TABLE day_behalf_sum (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    day TEXT NOT NULL,
    absent_id INTEGER NOT NULL REFERENCES person (person_id),
    kpi_cmin INTEGER NOT NULL,
    PRIMARY KEY (person_id, department_id, day, absent_id)
) STRICT;

INSERT INTO day_behalf_sum (person_id, department_id, day, absent_id, kpi_cmin)
SELECT t.person_id, t.department_id, t.work_day, v.on_behalf_of, SUM(v.kpi_cmin)
FROM ticket t JOIN ticket_version v ON v.ticket_id = t.ticket_id AND v.version = (
    SELECT MAX(n.version) FROM ticket_version n WHERE n.ticket_id = t.ticket_id)
WHERE v.on_behalf_of IS NOT NULL
GROUP BY t.person_id, t.department_id, t.work_day, v.on_behalf_of;

CREATE INDEX person_terms_person ON person_terms (person_id, from_day);
CREATE INDEX individual_day_day ON individual_day (day);
CREATE INDEX absence_version_time ON absence_version (to_at, from_at);
CREATE INDEX downtime_time ON downtime (to_at, from_at);
CREATE INDEX cover_agreement_time ON cover_agreement (to_day, from_day);
CREATE INDEX day_behalf_sum_day ON day_behalf_sum (day);
CREATE INDEX award_month ON award (month);
CREATE INDEX closed_sum_day ON closed_sum (day);
-- what came after a lock, and amounts: both are few among many
CREATE INDEX ticket_version_late ON ticket_version (seq) WHERE after_close = 1;
CREATE INDEX decision_amount ON decision (ticket_id, version) WHERE amount_minor IS NOT NULL;

CREATE TRIGGER scheme_version_of_closed_scheme BEFORE INSERT ON scheme_version
WHEN EXISTS (SELECT 1 FROM scheme_order o WHERE o.scheme_id = NEW.scheme_id)
    OR (SELECT s.state FROM scheme_state s WHERE s.scheme_id = NEW.scheme_id ORDER BY s.step DESC LIMIT 1) IN ('submitted', 'pilot')
BEGIN
    SELECT RAISE(ABORT, 'norma: the scheme is under pilot, submitted or approved, its content is closed');
END;

CREATE TRIGGER locked_statement_of_locked_month BEFORE INSERT ON locked_statement
WHEN NOT EXISTS (SELECT 1 FROM month_lock l WHERE l.month = NEW.month AND l.person_key IN (0, NEW.person_id) AND l.seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'norma: a statement is locked with its month');
END;

-- the department: objections, tasks, notes, reviews of a fresh floor, indicators ---------------------------------------
-- what an employee says against a figure of their own; `about` is the wire's form of it
CREATE TABLE objection (
    objection_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    about TEXT NOT NULL,
    about_day TEXT,
    about_month TEXT NOT NULL,
    text_id INTEGER NOT NULL REFERENCES private_text (text_id),
    raised_day TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE objection_answer (
    objection_id INTEGER PRIMARY KEY REFERENCES objection (objection_id),
    upheld INTEGER NOT NULL CHECK (upheld IN (0, 1)),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    text_id INTEGER NOT NULL REFERENCES private_text (text_id),
    answered_day TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

-- given_by is null for a task of one's own: it never counts
CREATE TABLE task (
    task_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    given_by INTEGER REFERENCES person (person_id),
    title_id INTEGER NOT NULL REFERENCES private_text (text_id),
    text_id INTEGER REFERENCES private_text (text_id),
    due_day TEXT NOT NULL,
    given_day TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CHECK (given_by IS NULL OR given_by <> person_id)
) STRICT;

CREATE TABLE task_decision (
    task_id INTEGER NOT NULL REFERENCES task (task_id),
    line INTEGER NOT NULL,
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    hard INTEGER NOT NULL CHECK (hard BETWEEN 0 AND quantity),
    amount_minor INTEGER,
    seq INTEGER NOT NULL,
    PRIMARY KEY (task_id, line)
) STRICT, WITHOUT ROWID;

-- due_day: another last day that came with a return; ticket_id: what it became when it was accepted
CREATE TABLE task_step (
    task_id INTEGER NOT NULL REFERENCES task (task_id),
    step INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'accepted', 'returned', 'cancelled')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    on_day TEXT NOT NULL,
    due_day TEXT,
    ticket_id INTEGER UNIQUE REFERENCES ticket (ticket_id),
    text_id INTEGER REFERENCES private_text (text_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (task_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    note_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    day TEXT,
    text_id INTEGER NOT NULL REFERENCES private_text (text_id),
    written_by INTEGER NOT NULL REFERENCES person (person_id),
    written_day TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE note_cancel (
    note_id INTEGER PRIMARY KEY REFERENCES note (note_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    reason_id INTEGER NOT NULL REFERENCES private_text (text_id),
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE checklist (
    checklist_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    department_id INTEGER REFERENCES department (department_id),
    person_id INTEGER REFERENCES person (person_id),
    from_day TEXT NOT NULL,
    started_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE checklist_item (
    checklist_id INTEGER NOT NULL REFERENCES checklist (checklist_id),
    item INTEGER NOT NULL CHECK (item BETWEEN 1 AND 8),
    due_day TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (checklist_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE checklist_tick (
    checklist_id INTEGER NOT NULL,
    item INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    on_day TEXT NOT NULL,
    text_id INTEGER REFERENCES private_text (text_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (checklist_id, item),
    FOREIGN KEY (checklist_id, item) REFERENCES checklist_item (checklist_id, item)
) STRICT, WITHOUT ROWID;

-- of a month the newest definition from that month or an earlier one counts
CREATE TABLE indicator_version (
    version_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    from_month TEXT NOT NULL,
    content TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT;

-- no content: the segment's own target ends
CREATE TABLE indicator_target (
    target_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    department_id INTEGER REFERENCES department (department_id),
    position TEXT,
    from_month TEXT NOT NULL,
    content TEXT,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE rating (
    rating_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    value_hundredths INTEGER NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 1),
    recorded_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT;

-- what indicators count of a closed day, frozen with it: amounts, outcomes, contacts (JSON, sorted keys)
CREATE TABLE closed_measure (
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    day TEXT NOT NULL,
    content TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (person_id, department_id, day)
) STRICT, WITHOUT ROWID;

-- derived: calls and chats by day and state, moved with call_desk
CREATE TABLE day_call_sum (
    person_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    calls INTEGER NOT NULL,
    PRIMARY KEY (person_id, department_id, day, state)
) STRICT;

INSERT INTO day_call_sum (person_id, department_id, day, state, calls)
SELECT person_id, department_id, work_day, state, COUNT(*) FROM call_desk
WHERE person_id IS NOT NULL AND department_id IS NOT NULL GROUP BY person_id, department_id, work_day, state;

CREATE TRIGGER call_desk_counted AFTER INSERT ON call_desk WHEN NEW.person_id IS NOT NULL AND NEW.department_id IS NOT NULL
BEGIN
    INSERT INTO day_call_sum (person_id, department_id, day, state, calls)
    VALUES (NEW.person_id, NEW.department_id, NEW.work_day, NEW.state, 1)
    ON CONFLICT (person_id, department_id, day, state) DO UPDATE SET calls = calls + 1;
END;

CREATE TRIGGER call_desk_recounted AFTER UPDATE ON call_desk
WHEN OLD.person_id IS NOT NEW.person_id OR OLD.department_id IS NOT NEW.department_id OR OLD.work_day IS NOT NEW.work_day
    OR OLD.state IS NOT NEW.state
BEGIN
    UPDATE day_call_sum SET calls = calls - 1
    WHERE person_id = OLD.person_id AND department_id = OLD.department_id AND day = OLD.work_day AND state = OLD.state;
    INSERT INTO day_call_sum (person_id, department_id, day, state, calls)
    SELECT NEW.person_id, NEW.department_id, NEW.work_day, NEW.state, 1
    WHERE NEW.person_id IS NOT NULL AND NEW.department_id IS NOT NULL
    ON CONFLICT (person_id, department_id, day, state) DO UPDATE SET calls = calls + 1;
END;

CREATE TRIGGER call_desk_uncounted AFTER DELETE ON call_desk
BEGIN
    UPDATE day_call_sum SET calls = calls - 1
    WHERE person_id = OLD.person_id AND department_id = OLD.department_id AND day = OLD.work_day AND state = OLD.state;
END;

CREATE INDEX objection_person ON objection (person_id, about_month);
CREATE INDEX objection_department ON objection (department_id, about_month);
CREATE INDEX task_person ON task (person_id, due_day);
CREATE INDEX task_department ON task (department_id, due_day);
CREATE INDEX note_person ON note (person_id, day);
CREATE INDEX indicator_version_code ON indicator_version (code, from_month);
CREATE INDEX indicator_target_code ON indicator_target (code, from_month);
CREATE INDEX rating_day ON rating (day);
CREATE INDEX closed_measure_day ON closed_measure (day);
CREATE INDEX day_call_sum_day ON day_call_sum (day);
CREATE INDEX day_action_sum_day ON day_action_sum (day, person_id, department_id, action_id, quantity, hard);
