-- Schema version 7: which actions ask for an amount, when amounts are paid, who may see a department's money; searches
-- that go by fewer steps.

-- the versions of actions that ask for an amount
CREATE TABLE action_amount (
    action_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (action_id, version),
    FOREIGN KEY (action_id, version) REFERENCES action_version (action_id, version)
) STRICT, WITHOUT ROWID;

-- the day an amount is paid on, where it is another than the ticket's work day
CREATE TABLE decision_payment (
    ticket_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    line INTEGER NOT NULL,
    paid_on TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, version, line),
    FOREIGN KEY (ticket_id, version, line) REFERENCES decision (ticket_id, version, line)
) STRICT, WITHOUT ROWID;

-- the same of a claim's amount
CREATE TABLE claim_payment (
    claim_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    paid_on TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (claim_id, line),
    FOREIGN KEY (claim_id, line) REFERENCES claim_decision (claim_id, line)
) STRICT, WITHOUT ROWID;

-- a supervisor who may see the money of the department, by the director's leave
CREATE TABLE money_grant (
    grant_id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    department_id INTEGER NOT NULL REFERENCES department (department_id),
    granted_by INTEGER NOT NULL REFERENCES person (person_id),
    granted_day TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CHECK (person_id <> granted_by)
) STRICT;

CREATE TABLE money_grant_end (
    grant_id INTEGER PRIMARY KEY REFERENCES money_grant (grant_id),
    ended_by INTEGER NOT NULL REFERENCES person (person_id),
    ended_day TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

CREATE INDEX decision_payment_day ON decision_payment (paid_on);
CREATE INDEX claim_payment_day ON claim_payment (paid_on);
CREATE INDEX claim_decision_amount ON claim_decision (claim_id) WHERE amount_minor IS NOT NULL;
CREATE INDEX money_grant_person ON money_grant (person_id);
-- what came after a lock: few among many, found by their entry
CREATE INDEX call_record_seq ON call_record (seq);
CREATE INDEX call_mark_seq ON call_mark (seq);
CREATE INDEX merge_hand_seq ON merge_hand (seq);
CREATE INDEX call_owner_seq ON call_owner (seq);

-- derived, made anew with more to go by; migrating fills it from the facts --------------------------------------------
-- words of comments and of clients' names, folded; its rowid is the ticket's place. `who` holds a sign for the person, the
-- department and each action (p7 d1 a3), so that a search of one's own tickets does not pass by everybody's. A prefix of
-- up to eight letters is a word of the index itself.
DROP TABLE ticket_words;
CREATE VIRTUAL TABLE ticket_words USING fts5 (
    comment, client, who, content = '', contentless_delete = 1, prefix = '2 3 4 5 6 7 8', detail = column,
    tokenize = 'unicode61 remove_diacritics 0'
);

DROP TABLE ticket_action;
CREATE TABLE ticket_action (
    action_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    PRIMARY KEY (action_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_action_person ON ticket_action (action_id, person_id, place);
CREATE INDEX ticket_action_department ON ticket_action (action_id, department_id, place);
