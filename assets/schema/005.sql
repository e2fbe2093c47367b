-- Schema version 5: tickets from calls and deal stages, merging, claims, corrections of many tickets, reviews, search.

-- calls and chats -------------------------------------------------------------------------------------
-- a call or chat as the system that carried it knows it; without a person it waits in the queue
CREATE TABLE call_record (
    call_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    operator TEXT,
    channel TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    client_id INTEGER REFERENCES private_text (text_id),
    started_at INTEGER NOT NULL,
    answered_at INTEGER,
    ended_at INTEGER,
    external_id TEXT,
    work_day TEXT NOT NULL,
    content TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CHECK ((person_id IS NULL) = (department_id IS NULL))
) STRICT;

-- the end of a call that was recorded while it ran
CREATE TABLE call_end (
    call_id INTEGER PRIMARY KEY REFERENCES call_record (call_id),
    client_id INTEGER REFERENCES private_text (text_id),
    answered_at INTEGER,
    ended_at INTEGER NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

-- whose a call is that waited in the queue
CREATE TABLE call_owner (
    call_id INTEGER PRIMARY KEY REFERENCES call_record (call_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    seq INTEGER NOT NULL
) STRICT;

-- dismissals and what took them back; the newest counts
CREATE TABLE call_mark (
    call_id INTEGER NOT NULL REFERENCES call_record (call_id),
    step INTEGER NOT NULL,
    mark TEXT NOT NULL CHECK (mark IN ('dismissed', 'restored')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    reason_id INTEGER REFERENCES private_text (text_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (call_id, step)
) STRICT, WITHOUT ROWID;

-- what people said about a call and a ticket; the newest of a pair counts
CREATE TABLE merge_hand (
    call_id INTEGER NOT NULL REFERENCES call_record (call_id),
    step INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL REFERENCES ticket (ticket_id),
    hand TEXT NOT NULL CHECK (hand IN ('attach', 'undo')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (call_id, step)
) STRICT, WITHOUT ROWID;

-- a name that telephony or CRM knows a person by: a line, an extension, an agent; the newest counts
CREATE TABLE operator_line (
    line_id INTEGER PRIMARY KEY,
    operator_folded TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT;

-- a manual ticket that was saved while its call was known to be running counts 0 until the hold ends
CREATE TABLE ticket_hold (
    ticket_id INTEGER PRIMARY KEY REFERENCES ticket (ticket_id),
    call_id INTEGER NOT NULL REFERENCES call_record (call_id),
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE hold_end (
    ticket_id INTEGER PRIMARY KEY REFERENCES ticket_hold (ticket_id),
    cause TEXT NOT NULL CHECK (cause IN ('call-ended', 'day-closed')),
    seq INTEGER NOT NULL
) STRICT;

-- deal stages -------------------------------------------------------------------------------------------
-- which decisions a stage stands for; the newest version counts
CREATE TABLE stage_map (
    map_id INTEGER PRIMARY KEY,
    pipeline TEXT NOT NULL,
    stage TEXT NOT NULL,
    pipeline_folded TEXT NOT NULL,
    stage_folded TEXT NOT NULL,
    self_moving INTEGER NOT NULL CHECK (self_moving IN (0, 1)),
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE stage_map_decision (
    map_id INTEGER NOT NULL REFERENCES stage_map (map_id),
    line INTEGER NOT NULL,
    action_id INTEGER NOT NULL REFERENCES action (action_id),
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    seq INTEGER NOT NULL,
    PRIMARY KEY (map_id, line)
) STRICT, WITHOUT ROWID;

-- a line of the CRM's stage history
CREATE TABLE deal_move (
    move_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    history_key TEXT NOT NULL,
    deal TEXT NOT NULL,
    pipeline TEXT NOT NULL,
    stage TEXT NOT NULL,
    moved_at INTEGER NOT NULL,
    responsible TEXT NOT NULL,
    moved_by TEXT,
    client_id INTEGER REFERENCES private_text (text_id),
    content TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

-- what became of it; without an outcome it waits in the queue
CREATE TABLE deal_outcome (
    move_id INTEGER PRIMARY KEY REFERENCES deal_move (move_id),
    outcome TEXT NOT NULL CHECK (outcome IN ('ticket', 'claim', 'again', 'dismissed')),
    ticket_id INTEGER REFERENCES ticket (ticket_id),
    claim_id INTEGER REFERENCES claim (claim_id),
    reason_id INTEGER REFERENCES private_text (text_id),
    seq INTEGER NOT NULL
) STRICT;

-- a stage counts once a deal, whoever moved it: the first that came
CREATE TABLE deal_stage (
    deal TEXT NOT NULL,
    pipeline_folded TEXT NOT NULL,
    stage_folded TEXT NOT NULL,
    move_id INTEGER NOT NULL REFERENCES deal_move (move_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (deal, pipeline_folded, stage_folded)
) STRICT, WITHOUT ROWID;

-- claims and corrections of many tickets ------------------------------------------------------------------
-- work of a closed day that was not logged; accepted, it is a correction line of that day
CREATE TABLE claim (
    claim_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    work_day TEXT NOT NULL,
    set_id INTEGER REFERENCES norm_set (set_id),
    finished_at INTEGER NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('operator', 'stage')),
    channel TEXT NOT NULL,
    client_id INTEGER REFERENCES private_text (text_id),
    on_behalf_of INTEGER REFERENCES person (person_id),
    reason_id INTEGER NOT NULL REFERENCES private_text (text_id),
    kpi_cmin INTEGER NOT NULL,
    measured_cmin INTEGER NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE claim_decision (
    claim_id INTEGER NOT NULL REFERENCES claim (claim_id),
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
    PRIMARY KEY (claim_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_outcome (
    claim_id INTEGER PRIMARY KEY REFERENCES claim (claim_id),
    accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    reason_id INTEGER NOT NULL REFERENCES private_text (text_id),
    seq INTEGER NOT NULL
) STRICT;

-- one cause that touched many tickets, and the versions it wrote
CREATE TABLE correction (
    correction_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    reason TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE correction_ticket (
    ticket_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    correction_id INTEGER NOT NULL REFERENCES correction (correction_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, version),
    FOREIGN KEY (ticket_id, version) REFERENCES ticket_version (ticket_id, version)
) STRICT, WITHOUT ROWID;

-- reviews ---------------------------------------------------------------------------------------------------
CREATE TABLE review (
    review_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    ticket_id INTEGER NOT NULL REFERENCES ticket (ticket_id),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    question_id INTEGER NOT NULL REFERENCES private_text (text_id),
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE review_step (
    review_id INTEGER NOT NULL REFERENCES review (review_id),
    step INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('answered', 'closed')),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    text_id INTEGER NOT NULL REFERENCES private_text (text_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (review_id, step)
) STRICT, WITHOUT ROWID;

-- a random sample: its seed and what it was drawn from are kept, so that it can be drawn again
CREATE TABLE review_sample (
    sample_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    drawn_by INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER REFERENCES department (department_id),
    person_id INTEGER REFERENCES person (person_id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    size INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    population INTEGER NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE review_sample_ticket (
    sample_id INTEGER NOT NULL REFERENCES review_sample (sample_id),
    place INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL REFERENCES ticket (ticket_id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (sample_id, place)
) STRICT, WITHOUT ROWID;

-- derived: rebuilt from the facts by `norma verify` and compared -------------------------------------------
-- a call as it stands now, and where it is
CREATE TABLE call_desk (
    call_id INTEGER PRIMARY KEY,
    person_id INTEGER,
    department_id INTEGER,
    work_day TEXT NOT NULL,
    client_key TEXT,
    started_at INTEGER NOT NULL,
    answered_at INTEGER,
    ended_at INTEGER,
    state TEXT NOT NULL,
    ticket_id INTEGER,
    rule TEXT
) STRICT;

-- records that wait for somebody to say whose they are
CREATE TABLE waiting (
    kind TEXT NOT NULL,
    id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    operator_folded TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- a ticket as it is searched and merged; `place` grows with the finish, so pages and days are ranges of it
CREATE TABLE ticket_find (
    place INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL UNIQUE,
    person_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    client_key TEXT,
    opened_at INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    held INTEGER NOT NULL,
    takes_calls INTEGER NOT NULL
) STRICT;

CREATE TABLE ticket_action (
    action_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (action_id, place)
) STRICT, WITHOUT ROWID;

-- words of comments and of clients' names, folded; its rowid is the ticket's place
CREATE VIRTUAL TABLE ticket_words USING fts5 (
    comment, client, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
);

CREATE INDEX operator_line_name ON operator_line (operator_folded, line_id);
CREATE INDEX ticket_hold_call ON ticket_hold (call_id);
CREATE INDEX stage_map_stage ON stage_map (pipeline_folded, stage_folded, map_id);
CREATE INDEX deal_outcome_ticket ON deal_outcome (ticket_id);
CREATE INDEX claim_person_day ON claim (person_id, work_day);
CREATE INDEX correction_ticket_of ON correction_ticket (correction_id);
CREATE INDEX merge_hand_ticket ON merge_hand (ticket_id);
CREATE INDEX review_ticket ON review (ticket_id);
CREATE INDEX review_sample_days ON review_sample (to_day);

CREATE INDEX call_desk_merge ON call_desk (person_id, client_key, ended_at);
CREATE INDEX call_desk_client ON call_desk (client_key, started_at);
CREATE INDEX call_desk_person ON call_desk (person_id, state, started_at) WHERE state = 'unprocessed';
CREATE INDEX call_desk_day ON call_desk (work_day, department_id, state);
CREATE INDEX call_desk_recent ON call_desk (started_at);
CREATE INDEX call_desk_department ON call_desk (department_id, started_at);
CREATE INDEX call_desk_of ON call_desk (person_id, started_at);
CREATE INDEX call_desk_ticket ON call_desk (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX waiting_operator ON waiting (operator_folded);
CREATE INDEX waiting_at ON waiting (at, kind, id);
CREATE INDEX ticket_find_person ON ticket_find (person_id, place);
CREATE INDEX ticket_find_department ON ticket_find (department_id, place);
CREATE INDEX ticket_find_client ON ticket_find (client_key, place) WHERE client_key IS NOT NULL;
CREATE INDEX ticket_find_merge ON ticket_find (person_id, client_key, saved_at) WHERE client_key IS NOT NULL;
CREATE INDEX ticket_find_saved ON ticket_find (person_id, saved_at);
CREATE INDEX ticket_find_held ON ticket_find (place) WHERE held = 1;
CREATE INDEX ticket_find_cancelled ON ticket_find (place) WHERE cancelled = 1;
CREATE INDEX ticket_find_corrected ON ticket_find (place) WHERE version > 1;
