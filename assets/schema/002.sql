-- Schema version 2: what a time study was missing. Only tables are added, so that every row written before keeps
-- the form the audit chain knows it by.

-- the elements an action is timed by, in order; each version of the action has its own
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
) STRICT, WITHOUT ROWID;

-- the times of an observation's elements; they add up to its duration
CREATE TABLE observation_element (
    observation_id INTEGER NOT NULL REFERENCES observation (observation_id),
    place INTEGER NOT NULL CHECK (place >= 1),
    code TEXT NOT NULL,
    duration_ms INTEGER NOT NULL CHECK (duration_ms > 0),
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, place)
) STRICT, WITHOUT ROWID;

-- the pauses taken out of an observation, with their reasons; they add up to its paused_ms
CREATE TABLE observation_pause (
    observation_id INTEGER NOT NULL REFERENCES observation (observation_id),
    place INTEGER NOT NULL CHECK (place >= 1),
    length_ms INTEGER NOT NULL CHECK (length_ms > 0),
    reason TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, place)
) STRICT, WITHOUT ROWID;

-- what a person put right about an observation after it was taken; the newest counts
CREATE TABLE observation_amendment (
    observation_id INTEGER NOT NULL REFERENCES observation (observation_id),
    version INTEGER NOT NULL,
    rating_bp INTEGER NOT NULL,
    note_id INTEGER REFERENCES private_text (text_id),
    reason TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (observation_id, version)
) STRICT, WITHOUT ROWID;

-- the conditions a study was made under; the newest counts
CREATE TABLE study_conditions (
    study_id INTEGER NOT NULL REFERENCES study (study_id),
    version INTEGER NOT NULL,
    note_id INTEGER REFERENCES private_text (text_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (study_id, version)
) STRICT, WITHOUT ROWID;

-- a sitting: the time an observer sat beside an operator, which the observations and pauses have to fill
CREATE TABLE sitting (
    sitting_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    operator_id INTEGER NOT NULL REFERENCES person (person_id),
    observer_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL CHECK (ended_at > started_at),
    seq INTEGER NOT NULL
) STRICT;

-- pauses between the observations of a sitting
CREATE TABLE sitting_pause (
    sitting_id INTEGER NOT NULL REFERENCES sitting (sitting_id),
    place INTEGER NOT NULL CHECK (place >= 1),
    length_ms INTEGER NOT NULL CHECK (length_ms > 0),
    reason TEXT,
    seq INTEGER NOT NULL,
    PRIMARY KEY (sitting_id, place)
) STRICT, WITHOUT ROWID;

-- what was known about a measured norm when it was taken into its set
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
) STRICT, WITHOUT ROWID;

CREATE INDEX sitting_operator ON sitting (operator_id, started_at);
CREATE INDEX observation_operator ON observation (operator_id, started_at);

CREATE TRIGGER norm_evidence_of_closed_set BEFORE INSERT ON norm_evidence
WHEN EXISTS (SELECT 1 FROM norm_order o WHERE o.set_id = NEW.set_id)
    OR (SELECT s.state FROM set_state s WHERE s.set_id = NEW.set_id ORDER BY s.step DESC LIMIT 1) = 'submitted'
BEGIN
    SELECT RAISE(ABORT, 'norma: the set is submitted or approved, its lines are closed');
END;
