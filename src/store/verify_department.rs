//! Tasks, objections, ratings, and the sums of calls, amounts and ratings, read with distrust.

use rusqlite::Connection;

use super::Stored;
use super::verify::{Found, broken_rows};

/// Nobody answered the own objection, decided on the own task or rated the own work; an accepted task with decisions is
/// one ticket of channel task, of its person and on the day of its acceptance.
pub fn department(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT (SELECT COUNT(*) FROM objection) + (SELECT COUNT(*) FROM task) + (SELECT COUNT(*) FROM rating)",
        "SELECT 'objection_answer', CAST(a.objection_id AS TEXT), 'somebody answered the own objection'
         FROM objection_answer a JOIN objection o ON o.objection_id = a.objection_id WHERE a.person_id = o.person_id
         UNION ALL
         SELECT 'task_step', s.task_id || '/' || s.step, 'somebody decided on the own task'
         FROM task_step s JOIN task k ON k.task_id = s.task_id
         WHERE s.state IN ('accepted', 'returned') AND (s.person_id = k.person_id OR k.given_by IS NULL)
         UNION ALL
         SELECT 'task_step', s.task_id || '/' || s.step, 'another than the person reported the task done'
         FROM task_step s JOIN task k ON k.task_id = s.task_id WHERE s.state = 'done' AND s.person_id <> k.person_id
         UNION ALL
         SELECT 'task_step', s.task_id || '/' || s.step, 'the task was accepted twice'
         FROM task_step s WHERE s.state = 'accepted'
             AND EXISTS (SELECT 1 FROM task_step e WHERE e.task_id = s.task_id AND e.state = 'accepted' AND e.step < s.step)
         UNION ALL
         SELECT 'task_step', s.task_id || '/' || s.step, 'the accepted task is not the ticket it should be'
         FROM task_step s JOIN task k ON k.task_id = s.task_id
         LEFT JOIN ticket t ON t.ticket_id = s.ticket_id
         LEFT JOIN ticket_version v ON v.ticket_id = t.ticket_id AND v.version = 1
         WHERE s.state = 'accepted'
             AND CASE WHEN EXISTS (SELECT 1 FROM task_decision d WHERE d.task_id = s.task_id)
                 THEN t.ticket_id IS NULL OR t.person_id <> k.person_id OR t.work_day <> s.on_day OR t.seq <> s.seq
                     OR v.channel <> 'task'
                 ELSE s.ticket_id IS NOT NULL END
         UNION ALL
         SELECT 'rating', CAST(rating_id AS TEXT), 'somebody rated the own work' FROM rating WHERE recorded_by = person_id",
    )
}

/// Calls by day and state, counted again.
pub fn call_sums(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT COUNT(*) FROM day_call_sum",
        "WITH rebuilt AS (
             SELECT person_id AS p, department_id AS d, work_day AS w, state AS s, COUNT(*) AS n FROM call_desk
             WHERE person_id IS NOT NULL AND department_id IS NOT NULL GROUP BY 1, 2, 3, 4),
         stored AS (SELECT person_id AS p, department_id AS d, day AS w, state AS s, calls AS n FROM day_call_sum WHERE calls <> 0)
         SELECT 'day_call_sum', p || '/' || d || '/' || w || '/' || s, 'the stored sum is not the one its calls give'
         FROM (SELECT * FROM stored EXCEPT SELECT * FROM rebuilt)
         UNION
         SELECT 'day_call_sum', p || '/' || d || '/' || w || '/' || s, 'the stored sum is not the one its calls give'
         FROM (SELECT * FROM rebuilt EXCEPT SELECT * FROM stored)",
    )
}

/// Amounts by day of payment, added up again from the newest version of each ticket and from accepted claims.
pub fn amount_sums(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT COUNT(*) FROM day_amount_sum",
        "WITH paid AS (
             SELECT COALESCE(p.paid_on, t.work_day) AS w, t.person_id AS p, t.department_id AS d, d.action_id AS a, d.amount_minor AS m
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
             WHERE d.amount_minor IS NOT NULL),
         rebuilt AS (SELECT w, p, d, a, SUM(m) AS m FROM paid GROUP BY w, p, d, a HAVING SUM(m) <> 0),
         stored AS (SELECT day AS w, person_id AS p, department_id AS d, action_id AS a, amount_minor AS m
             FROM day_amount_sum WHERE amount_minor <> 0)
         SELECT 'day_amount_sum', w || '/' || p || '/' || d || '/' || a, 'the stored sum is not the one its decisions give'
         FROM (SELECT * FROM stored EXCEPT SELECT * FROM rebuilt)
         UNION
         SELECT 'day_amount_sum', w || '/' || p || '/' || d || '/' || a, 'the stored sum is not the one its decisions give'
         FROM (SELECT * FROM rebuilt EXCEPT SELECT * FROM stored)",
    )
}

/// Ratings by day and kind, added up again.
pub fn rating_sums(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT COUNT(*) FROM day_rating_sum",
        "WITH rebuilt AS (
             SELECT day AS w, person_id AS p, department_id AS d, kind AS k, SUM(value_hundredths) AS v, SUM(count) AS n
             FROM rating GROUP BY 1, 2, 3, 4),
         stored AS (SELECT day AS w, person_id AS p, department_id AS d, kind AS k, value_hundredths AS v, count AS n FROM day_rating_sum)
         SELECT 'day_rating_sum', w || '/' || p || '/' || d || '/' || k, 'the stored sum is not the one its ratings give'
         FROM (SELECT * FROM stored EXCEPT SELECT * FROM rebuilt)
         UNION
         SELECT 'day_rating_sum', w || '/' || p || '/' || d || '/' || k, 'the stored sum is not the one its ratings give'
         FROM (SELECT * FROM rebuilt EXCEPT SELECT * FROM stored)",
    )
}

/// The newest entry that bears on each month, looked for again: a month that lost it would not be computed anew.
pub fn touched_months(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT COUNT(*) FROM month_touch",
        "WITH touched AS (
             SELECT t.work_day AS w, v.seq AS s FROM ticket_version v JOIN ticket t ON t.ticket_id = v.ticket_id WHERE v.after_close = 1
             UNION ALL SELECT paid_on, seq FROM decision_payment
             UNION ALL SELECT p.paid_on, v.seq FROM decision_payment p
                 JOIN ticket_version v ON v.ticket_id = p.ticket_id AND v.version = p.version + 1
             UNION ALL SELECT p.paid_on, e.seq FROM hold_end e
                 JOIN decision_payment p ON p.ticket_id = e.ticket_id AND p.seq <= e.seq
             UNION ALL SELECT c.work_day, o.seq FROM claim_outcome o JOIN claim c ON c.claim_id = o.claim_id WHERE o.accepted = 1
             UNION ALL SELECT p.paid_on, o.seq FROM claim_outcome o JOIN claim_payment p ON p.claim_id = o.claim_id WHERE o.accepted = 1
             UNION ALL SELECT day, seq FROM rating
             UNION ALL SELECT work_day, seq FROM call_record
             UNION ALL SELECT c.work_day, m.seq FROM call_mark m JOIN call_record c ON c.call_id = m.call_id
             UNION ALL SELECT c.work_day, m.seq FROM merge_hand m JOIN call_record c ON c.call_id = m.call_id
             UNION ALL SELECT c.work_day, m.seq FROM call_owner m JOIN call_record c ON c.call_id = m.call_id),
         rebuilt AS (SELECT substr(w, 1, 7) AS m, MAX(s) AS s FROM touched GROUP BY 1),
         stored AS (SELECT month AS m, seq AS s FROM month_touch)
         SELECT 'month_touch', m, 'the stored entry is not the newest that bears on the month'
         FROM (SELECT * FROM stored EXCEPT SELECT * FROM rebuilt)
         UNION
         SELECT 'month_touch', m, 'the stored entry is not the newest that bears on the month'
         FROM (SELECT * FROM rebuilt EXCEPT SELECT * FROM stored)",
    )
}
