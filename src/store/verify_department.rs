//! Tasks, objections, ratings and the sums of calls, read with distrust.

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
