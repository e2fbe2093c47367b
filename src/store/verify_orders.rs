//! What `norma verify` compares on the way of a set to its order, and after it: pilots, terms, revocations,
//! acknowledgements. Recomputed from the facts of earlier entries alone.

use rusqlite::Connection;

use super::Stored;
use super::verify::{Found, broken_rows};

/// Orders: their sets were submitted last, by somebody else; effective days grow in order of approval over the orders
/// that stood then; the chain still holds the hash each was signed at; what each was signed on can be counted again.
pub fn orders(db: &Connection) -> Stored<Found> {
    let mut found = broken_rows(
        db,
        "SELECT COUNT(*) FROM norm_order",
        "SELECT 'norm_order', CAST(o.order_id AS TEXT), 'its set was not submitted by somebody else before the approval'
         FROM norm_order o
         WHERE NOT EXISTS (SELECT 1 FROM set_step s WHERE s.set_id = o.set_id AND s.state = 'submitted' AND s.person_id <> o.approved_by
             AND s.seq = (SELECT MAX(n.seq) FROM set_step n WHERE n.set_id = o.set_id AND n.seq < o.seq))
         UNION ALL
         SELECT 'norm_order', CAST(o.order_id AS TEXT), 'its set took a step after the approval'
         FROM norm_order o WHERE EXISTS (SELECT 1 FROM set_step s WHERE s.set_id = o.set_id AND s.seq >= o.seq)
         UNION ALL
         SELECT 'norm_order', CAST(o.order_id AS TEXT), 'its effective day does not lie after the one of the order before'
         FROM norm_order o JOIN norm_order b ON b.department_id = o.department_id AND b.order_id < o.order_id AND b.effective_day >= o.effective_day
         WHERE NOT EXISTS (SELECT 1 FROM order_revocation r WHERE r.order_id = b.order_id AND r.seq < o.seq)
         UNION ALL
         SELECT 'norm_order', CAST(o.order_id AS TEXT), 'the hash it was signed at is not the one of the entry before it'
         FROM norm_order o LEFT JOIN audit a ON a.seq = o.seq - 1 WHERE a.hash IS NOT o.chain_head
         UNION ALL
         SELECT 'norm_line', l.set_id || '/' || l.action_id || '/' || l.version, 'the line was written after its set was approved'
         FROM norm_line l JOIN norm_order o ON o.set_id = l.set_id WHERE l.seq >= o.seq
         UNION ALL
         SELECT 'set_terms', t.set_id || '/' || t.version, 'the terms were written after their set was approved'
         FROM set_terms t JOIN norm_order o ON o.set_id = t.set_id WHERE t.seq >= o.seq",
    )?;
    found.broken.extend(terms(db)?.broken);
    found.broken.extend(acknowledgements(db)?.broken);
    Ok(found)
}

/// What orders were signed on: the pilot's closed days as they were then, and the order each took the place of.
fn terms(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT COUNT(*) FROM order_terms",
        "SELECT 'order_terms', CAST(t.order_id AS TEXT), 'they were not written with their order'
         FROM order_terms t LEFT JOIN norm_order o ON o.order_id = t.order_id WHERE o.seq IS NOT t.seq
         UNION ALL
         SELECT 'order_terms', CAST(t.order_id AS TEXT), 'its pilot days are not those that the closed days give'
         FROM order_terms t JOIN norm_order o ON o.order_id = t.order_id LEFT JOIN set_pilot p ON p.pilot_id = t.pilot_id
         WHERE t.pilot_days <> (SELECT COUNT(DISTINCT c.day) FROM closed_sum c WHERE c.department_id = o.department_id
             AND c.day BETWEEN p.from_day AND p.to_day AND c.tickets > 0 AND c.seq < o.seq)
         UNION ALL
         SELECT 'order_terms', CAST(t.order_id AS TEXT), 'its pilot is not one of what the set holds'
         FROM order_terms t JOIN norm_order o ON o.order_id = t.order_id JOIN set_pilot p ON p.pilot_id = t.pilot_id
         WHERE p.set_id <> o.set_id OR p.seq >= o.seq
             OR EXISTS (SELECT 1 FROM norm_line l WHERE l.set_id = o.set_id AND l.seq > p.seq)
             OR EXISTS (SELECT 1 FROM set_terms s WHERE s.set_id = o.set_id AND s.seq > p.seq)
         UNION ALL
         SELECT 'order_terms', CAST(t.order_id AS TEXT), 'it says nothing of why there was no full pilot'
         FROM order_terms t JOIN norm_order o ON o.order_id = t.order_id
         WHERE t.pilot_days < 10 AND TRIM(COALESCE(o.pilot_reason, '') || COALESCE(o.early_reason, '')) = ''
         UNION ALL
         SELECT 'order_terms', CAST(t.order_id AS TEXT), 'the order it supersedes is not the one that stood before it'
         FROM order_terms t JOIN norm_order o ON o.order_id = t.order_id
         WHERE t.supersedes IS NOT (SELECT b.order_id FROM norm_order b
             WHERE b.department_id = o.department_id AND b.seq < o.seq AND b.effective_day < o.effective_day
                 AND NOT EXISTS (SELECT 1 FROM order_revocation r WHERE r.order_id = b.order_id AND r.seq < o.seq)
             ORDER BY b.effective_day DESC LIMIT 1)",
    )
}

/// Acknowledgements: of orders that stood when they were given.
fn acknowledgements(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT COUNT(*) FROM order_acknowledgement",
        "SELECT 'order_acknowledgement', k.order_id || '/' || k.person_id, 'the order did not stand when it was acknowledged'
         FROM order_acknowledgement k LEFT JOIN norm_order o ON o.order_id = k.order_id
         LEFT JOIN order_revocation r ON r.order_id = k.order_id
         WHERE o.seq IS NULL OR k.seq <= o.seq OR r.seq < k.seq",
    )
}

/// Pilots: nothing was written to a set while it was under pilot or with the director; no two pilots of a department
/// that went on share a day.
pub fn pilots(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT COUNT(*) FROM set_pilot",
        "SELECT 'norm_line', l.set_id || '/' || l.action_id || '/' || l.version, 'the line was written while its set was closed'
         FROM norm_line l WHERE EXISTS (SELECT 1 FROM set_step s WHERE s.set_id = l.set_id)
             AND (SELECT s.state FROM set_step s WHERE s.set_id = l.set_id AND s.seq < l.seq ORDER BY s.seq DESC LIMIT 1)
                 IN ('pilot', 'submitted')
         UNION ALL
         SELECT 'set_terms', t.set_id || '/' || t.version, 'the terms were written while their set was closed'
         FROM set_terms t
         WHERE (SELECT s.state FROM set_step s WHERE s.set_id = t.set_id AND s.seq < t.seq ORDER BY s.seq DESC LIMIT 1)
             IN ('pilot', 'submitted')
         UNION ALL
         SELECT 'set_pilot', CAST(p.pilot_id AS TEXT), 'it did not begin from a draft'
         FROM set_pilot p
         WHERE (SELECT s.state FROM set_step s WHERE s.set_id = p.set_id AND s.seq < p.seq ORDER BY s.seq DESC LIMIT 1)
             IN ('pilot', 'submitted')
         UNION ALL
         SELECT 'set_withdrawal', CAST(w.withdrawal_id AS TEXT), 'there was nothing to take back'
         FROM set_withdrawal w
         WHERE COALESCE((SELECT s.state FROM set_step s WHERE s.set_id = w.set_id AND s.seq < w.seq ORDER BY s.seq DESC LIMIT 1), '')
             NOT IN ('pilot', 'submitted')",
    )
}

/// Revocations: of orders that had not taken effect, by a number of their own.
pub fn revocations(db: &Connection) -> Stored<Found> {
    broken_rows(
        db,
        "SELECT COUNT(*) FROM order_revocation",
        "SELECT 'order_revocation', CAST(r.order_id AS TEXT), 'the order had taken effect when it was revoked'
         FROM order_revocation r LEFT JOIN norm_order o ON o.order_id = r.order_id LEFT JOIN audit a ON a.seq = r.seq
         WHERE a.recorded_at IS NULL OR o.effective_at IS NULL OR a.recorded_at >= o.effective_at OR r.seq <= o.seq
         UNION ALL
         SELECT 'order_revocation', CAST(r.order_id AS TEXT), 'an order carries its number'
         FROM order_revocation r JOIN norm_order o ON o.number_folded = r.number_folded
         UNION ALL
         SELECT 'deputy', CAST(d.deputy_id AS TEXT), 'it was ended before it was named'
         FROM deputy d JOIN deputy_end e ON e.deputy_id = d.deputy_id WHERE e.seq <= d.seq",
    )
}
