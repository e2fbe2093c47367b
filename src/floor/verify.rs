//! `norma verify`: every named invariant over the whole file, trusting nothing that is stored.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rusqlite::Connection;

use super::norms::fingerprint_of;
use super::schemes::fingerprint_of as scheme_fingerprint;
use super::{Floor, Stop};
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::store::verify::{self, Found, NAMED};
use crate::store::{StoreError, Stored, audit, norms, pay, verify_department, verify_desk, verify_orders};
use crate::views::verify::{CheckView, VerifyView};

/// Checks the whole file. `head` is a hash printed on an order or backup: it must be in the chain.
pub fn verify(db: &Connection, head: Option<&str>) -> Result<VerifyView, Stop> {
    let transaction = db.unchecked_transaction().map_err(StoreError::from)?;
    let rehearsal = Floor::load(db).is_ok_and(|floor| floor.row.rehearsal);
    let mut checks = vec![
        check("file", || verify::file(db)),
        check("schema", || verify::schema_text(db)),
        check("chain", || verify::chain(db, rehearsal)),
        check("facts", || verify::facts(db)),
        check("texts", || verify::texts(db)),
        check("readings", || verify::readings(db)),
        check("fingerprints", || fingerprints(db)),
        check("orders", || verify_orders::orders(db)),
        check("pilots", || verify_orders::pilots(db)),
        check("revocations", || verify_orders::revocations(db)),
        check("sets-in-force", || verify::sets_in_force(db)),
        check("weights", || verify::weights(db)),
        check("closed-days", || verify::closed_days(db)),
        check("day-sums", || verify::day_sums(db)),
        check("behalf-sums", || verify::behalf_sums(db)),
        check("absences", || verify::absences(db)),
        check("pay", || verify::pay(db)),
        check("merges", || verify_desk::merges(db)),
        check("search", || verify_desk::search(db)),
        check("desk", || verify_desk::desk(db)),
        check("department", || verify_department::department(db)),
        check("call-sums", || verify_department::call_sums(db)),
        check("amount-sums", || verify_department::amount_sums(db)),
        check("rating-sums", || verify_department::rating_sums(db)),
        check("touched-months", || verify_department::touched_months(db)),
    ];
    if let Some(hash) = head {
        checks.push(check("head", || known_head(db, hash)));
    }
    let (seq, hash) = audit::head(db).unwrap_or_default();
    drop(transaction);
    Ok(VerifyView { ok: checks.iter().all(|check| check.ok), seq, head: hash, checks })
}

/// A copy must pass every check before it gets its name.
pub fn must_be_whole(copy: &std::path::Path) -> Stored<()> {
    let db = crate::store::file::open_reader(copy)?;
    let view = verify(&db, None).map_err(|_| StoreError::Broken("the copy could not be checked".to_owned()))?;
    let broken: Vec<&str> = view.checks.iter().filter(|check| !check.ok).map(|check| check.name.as_str()).collect();
    if view.ok {
        Ok(())
    } else {
        let rejection = Rejection::because(RefusalCode::BadInput, "not-whole").naming("checks", broken.join(", "));
        Err(StoreError::Refused(rejection))
    }
}

/// A check that could not even be carried out is broken: that is what an altered file may do.
///
/// An altered schema may hold names that are no text, on which the driver panics: that is a finding, not a crash.
fn check(name: &str, look: impl FnOnce() -> Stored<Found>) -> CheckView {
    let looked = catch_unwind(AssertUnwindSafe(look));
    let illegible = |_| Err(StoreError::Broken("the file's structure cannot be read".to_owned()));
    let found = looked.unwrap_or_else(illegible).unwrap_or_else(|error| {
        let mut found = Found::default();
        found.broke("file", "", error.to_string());
        found
    });
    let ok = found.broken.is_empty();
    let mut broken = found.broken;
    broken.truncate(NAMED);
    CheckView { name: name.to_owned(), ok, checked: found.checked, broken }
}

/// Each order's fingerprint against its set's content as it stands.
fn fingerprints(db: &Connection) -> Stored<Found> {
    let mut found = Found::default();
    for order in norms::orders(db)? {
        found.checked += 1;
        let Some(set) = norms::set_by_id(db, order.set)? else {
            found.broke("norm_set", order.set, "the set of an order is missing");
            continue;
        };
        match fingerprint_of(db, &set) {
            Ok(print) if print == order.fingerprint => {}
            Ok(_) => {
                found.broke("norm_order", &order.number, "the frozen set does not fit the fingerprint in its order");
            }
            Err(_) => found.broke("norm_set", set.uuid, "the frozen set cannot be read"),
        }
    }
    let schemes = pay::schemes(db)?;
    for order in pay::scheme_orders(db)? {
        found.checked += 1;
        let print = schemes.iter().find(|row| row.id == order.scheme).map(|row| scheme_fingerprint(db, row));
        if !matches!(print, Some(Ok(print)) if print == order.fingerprint) {
            found.broke("scheme_order", order.scheme, "the frozen scheme does not fit the fingerprint in its order");
        }
    }
    Ok(found)
}

fn known_head(db: &Connection, hash: &str) -> Stored<Found> {
    let mut found = Found { checked: 1, broken: Vec::new() };
    if !audit::holds(db, hash)? {
        found.broke("audit", hash, "no entry has this hash: the history before it was replaced");
    }
    Ok(found)
}
