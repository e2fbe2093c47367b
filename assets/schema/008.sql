-- Schema version 8: indicators that are retired, awards taken back; sums of amounts and ratings by day, and the newest entry that bears on a
-- month, so that the pay of a month passes by no ticket, no rating and no call.

-- an indicator retired from a month on, or taken back into use; of a month the last that was said of that month or an
-- earlier one counts, a definition being one of these words
CREATE TABLE indicator_retirement (
    retirement_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    from_month TEXT NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    person_id INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT;

-- an award taken back before its month was locked
CREATE TABLE award_cancel (
    award_id INTEGER PRIMARY KEY REFERENCES award (award_id),
    reason TEXT NOT NULL,
    cancelled_by INTEGER NOT NULL REFERENCES person (person_id),
    seq INTEGER NOT NULL
) STRICT;

-- derived; migrating fills it from the facts --------------------------------------------------------------------------
-- amounts by the day they are paid on: of tickets as they stand, those that are held left out, and of accepted claims
CREATE TABLE day_amount_sum (
    day TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    action_id INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (day, person_id, department_id, action_id)
) STRICT, WITHOUT ROWID;

INSERT INTO day_amount_sum (day, person_id, department_id, action_id, amount_minor)
SELECT day, person_id, department_id, action_id, SUM(amount_minor) FROM (
    SELECT COALESCE(p.paid_on, t.work_day) AS day, t.person_id, t.department_id, d.action_id, d.amount_minor
    FROM decision d JOIN ticket t ON t.ticket_id = d.ticket_id
    LEFT JOIN decision_payment p ON p.ticket_id = d.ticket_id AND p.version = d.version AND p.line = d.line
    WHERE d.amount_minor IS NOT NULL
        AND d.version = (SELECT MAX(n.version) FROM ticket_version n WHERE n.ticket_id = d.ticket_id)
        AND NOT EXISTS (SELECT 1 FROM ticket_hold h WHERE h.ticket_id = d.ticket_id
            AND NOT EXISTS (SELECT 1 FROM hold_end e WHERE e.ticket_id = h.ticket_id))
    UNION ALL
    SELECT COALESCE(p.paid_on, c.work_day), c.person_id, c.department_id, d.action_id, d.amount_minor
    FROM claim_decision d JOIN claim c ON c.claim_id = d.claim_id
    JOIN claim_outcome o ON o.claim_id = d.claim_id AND o.accepted = 1
    LEFT JOIN claim_payment p ON p.claim_id = d.claim_id AND p.line = d.line
    WHERE d.amount_minor IS NOT NULL) paid
GROUP BY day, person_id, department_id, action_id;

-- ratings by day and kind: Σ of values in hundredths, and how many
CREATE TABLE day_rating_sum (
    day TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value_hundredths INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, person_id, department_id, kind)
) STRICT, WITHOUT ROWID;

INSERT INTO day_rating_sum (day, person_id, department_id, kind, value_hundredths, count)
SELECT day, person_id, department_id, kind, SUM(value_hundredths), SUM(count) FROM rating
GROUP BY day, person_id, department_id, kind;

CREATE TRIGGER rating_summed AFTER INSERT ON rating
BEGIN
    INSERT INTO day_rating_sum (day, person_id, department_id, kind, value_hundredths, count)
    VALUES (NEW.day, NEW.person_id, NEW.department_id, NEW.kind, NEW.value_hundredths, NEW.count)
    ON CONFLICT (day, person_id, department_id, kind) DO UPDATE SET
        value_hundredths = value_hundredths + excluded.value_hundredths, count = count + excluded.count;
END;

-- the newest entry of the journal that bears on a month by a ticket, a payment, a claim, a rating or a call: a month that
-- was locked before it is computed anew
CREATE TABLE month_touch (
    month TEXT NOT NULL PRIMARY KEY,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO month_touch (month, seq)
SELECT month, MAX(seq) FROM (
    SELECT substr(t.work_day, 1, 7) AS month, v.seq FROM ticket_version v JOIN ticket t ON t.ticket_id = v.ticket_id
    WHERE v.after_close = 1
    UNION ALL SELECT substr(paid_on, 1, 7), seq FROM decision_payment
    UNION ALL SELECT substr(p.paid_on, 1, 7), v.seq FROM decision_payment p
        JOIN ticket_version v ON v.ticket_id = p.ticket_id AND v.version = p.version + 1
    UNION ALL SELECT substr(p.paid_on, 1, 7), e.seq FROM hold_end e
        JOIN decision_payment p ON p.ticket_id = e.ticket_id AND p.seq <= e.seq
    UNION ALL SELECT substr(c.work_day, 1, 7), o.seq FROM claim_outcome o JOIN claim c ON c.claim_id = o.claim_id
    WHERE o.accepted = 1
    UNION ALL SELECT substr(p.paid_on, 1, 7), o.seq FROM claim_outcome o JOIN claim_payment p ON p.claim_id = o.claim_id
    WHERE o.accepted = 1
    UNION ALL SELECT substr(day, 1, 7), seq FROM rating
    UNION ALL SELECT substr(work_day, 1, 7), seq FROM call_record
    UNION ALL SELECT substr(c.work_day, 1, 7), m.seq FROM call_mark m JOIN call_record c ON c.call_id = m.call_id
    UNION ALL SELECT substr(c.work_day, 1, 7), m.seq FROM merge_hand m JOIN call_record c ON c.call_id = m.call_id
    UNION ALL SELECT substr(c.work_day, 1, 7), m.seq FROM call_owner m JOIN call_record c ON c.call_id = m.call_id) touched
GROUP BY month;

CREATE TRIGGER ticket_version_touches AFTER INSERT ON ticket_version WHEN NEW.after_close = 1 OR NEW.version > 1
BEGIN
    INSERT INTO month_touch (month, seq)
    SELECT substr(t.work_day, 1, 7), NEW.seq FROM ticket t WHERE t.ticket_id = NEW.ticket_id AND NEW.after_close = 1
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
    INSERT INTO month_touch (month, seq)
    SELECT substr(p.paid_on, 1, 7), NEW.seq FROM decision_payment p
    WHERE p.ticket_id = NEW.ticket_id AND p.version = NEW.version - 1
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END;

CREATE TRIGGER decision_payment_touches AFTER INSERT ON decision_payment
BEGIN
    INSERT INTO month_touch (month, seq) VALUES (substr(NEW.paid_on, 1, 7), NEW.seq)
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END;

CREATE TRIGGER hold_end_touches AFTER INSERT ON hold_end
BEGIN
    INSERT INTO month_touch (month, seq)
    SELECT substr(p.paid_on, 1, 7), NEW.seq FROM decision_payment p WHERE p.ticket_id = NEW.ticket_id
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END;

CREATE TRIGGER claim_outcome_touches AFTER INSERT ON claim_outcome WHEN NEW.accepted = 1
BEGIN
    INSERT INTO month_touch (month, seq)
    SELECT substr(c.work_day, 1, 7), NEW.seq FROM claim c WHERE c.claim_id = NEW.claim_id
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
    INSERT INTO month_touch (month, seq)
    SELECT substr(p.paid_on, 1, 7), NEW.seq FROM claim_payment p WHERE p.claim_id = NEW.claim_id
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END;

CREATE TRIGGER rating_touches AFTER INSERT ON rating
BEGIN
    INSERT INTO month_touch (month, seq) VALUES (substr(NEW.day, 1, 7), NEW.seq)
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END;

CREATE TRIGGER call_record_touches AFTER INSERT ON call_record
BEGIN
    INSERT INTO month_touch (month, seq) VALUES (substr(NEW.work_day, 1, 7), NEW.seq)
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END;

CREATE TRIGGER call_mark_touches AFTER INSERT ON call_mark
BEGIN
    INSERT INTO month_touch (month, seq)
    SELECT substr(c.work_day, 1, 7), NEW.seq FROM call_record c WHERE c.call_id = NEW.call_id
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END;

CREATE TRIGGER merge_hand_touches AFTER INSERT ON merge_hand
BEGIN
    INSERT INTO month_touch (month, seq)
    SELECT substr(c.work_day, 1, 7), NEW.seq FROM call_record c WHERE c.call_id = NEW.call_id
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END;

CREATE TRIGGER call_owner_touches AFTER INSERT ON call_owner
BEGIN
    INSERT INTO month_touch (month, seq)
    SELECT substr(c.work_day, 1, 7), NEW.seq FROM call_record c WHERE c.call_id = NEW.call_id
    ON CONFLICT (month) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > month_touch.seq;
END;

CREATE INDEX indicator_retirement_code ON indicator_retirement (code, from_month);
CREATE INDEX absence_version_seq ON absence_version (seq);
CREATE INDEX day_close_through ON day_close (through_day);

-- nothing is looked up by these where the tables above are read
DROP INDEX ticket_version_late;
DROP INDEX decision_payment_day;
DROP INDEX claim_payment_day;
DROP INDEX rating_day;
DROP INDEX call_record_seq;
DROP INDEX call_mark_seq;
DROP INDEX merge_hand_seq;
DROP INDEX call_owner_seq;
