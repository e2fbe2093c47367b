//! `norma verify`: every named invariant over the whole file, trusting nothing that is stored.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rusqlite::Connection;

use super::norms::fingerprint_of;
use super::schemes::fingerprint_of as scheme_fingerprint;
use super::sign_in::Session;
use super::{Floor, Stop, actor_of};
use crate::domain::instant::Instant;
use crate::domain::rejection::{RefusalCode, Rejection};
use crate::policy::{self, Act};
use crate::store::verify::{self, Found, NAMED};
use crate::store::{
    StoreError, Stored, audit, backups, file, norms, pay, verify_department, verify_desk, verify_orders,
};
use crate::views::journal::{CopiesView, CopyBrief, CopyView};
use crate::views::verify::{CheckView, VerifyView};

/// How many checks there are, without that of a printed hash.
pub const CHECKS: usize = 25;

type Check<'a> = (&'static str, Box<dyn FnOnce() -> Stored<Found> + 'a>);

/// Checks the whole file. `head` is a hash printed on an order or backup: it must be in the chain.
pub fn verify(db: &Connection, head: Option<&str>) -> Result<VerifyView, Stop> {
    let ended = || Stop::Fault("a check ended before its end".to_owned());
    watched(db, head, &|_, _| true)?.ok_or_else(ended)
}

/// The same, watched: before each check `goes_on` is told the check's name and how many are done, and says whether to go on.
/// Nothing comes of what was ended.
pub fn watched(
    db: &Connection,
    head: Option<&str>,
    goes_on: &dyn Fn(&'static str, usize) -> bool,
) -> Result<Option<VerifyView>, Stop> {
    let transaction = db.unchecked_transaction().map_err(StoreError::from)?;
    let rehearsal = Floor::load(db).is_ok_and(|floor| floor.row.rehearsal);
    let mut checks = Vec::with_capacity(CHECKS + 1);
    for (name, look) in all(db, head, rehearsal) {
        if !goes_on(name, checks.len()) {
            return Ok(None);
        }
        checks.push(check(name, look));
    }
    // A check that was interrupted looks broken: it is ended, not broken.
    if !goes_on("", checks.len()) {
        return Ok(None);
    }
    let (seq, hash) = audit::head(db).unwrap_or_default();
    drop(transaction);
    Ok(Some(VerifyView { ok: checks.iter().all(|check| check.ok), seq, head: hash, checks }))
}

fn all<'a>(db: &'a Connection, head: Option<&'a str>, rehearsal: bool) -> Vec<Check<'a>> {
    let mut checks: Vec<Check<'a>> = vec![
        ("file", Box::new(|| verify::file(db))),
        ("schema", Box::new(|| verify::schema_text(db))),
        ("chain", Box::new(move || verify::chain(db, rehearsal))),
        ("facts", Box::new(|| verify::facts(db))),
        ("texts", Box::new(|| verify::texts(db))),
        ("readings", Box::new(|| verify::readings(db))),
        ("fingerprints", Box::new(|| fingerprints(db))),
        ("orders", Box::new(|| verify_orders::orders(db))),
        ("pilots", Box::new(|| verify_orders::pilots(db))),
        ("revocations", Box::new(|| verify_orders::revocations(db))),
        ("sets-in-force", Box::new(|| verify::sets_in_force(db))),
        ("weights", Box::new(|| verify::weights(db))),
        ("closed-days", Box::new(|| verify::closed_days(db))),
        ("day-sums", Box::new(|| verify::day_sums(db))),
        ("behalf-sums", Box::new(|| verify::behalf_sums(db))),
        ("absences", Box::new(|| verify::absences(db))),
        ("pay", Box::new(|| verify::pay(db))),
        ("merges", Box::new(|| verify_desk::merges(db))),
        ("search", Box::new(|| verify_desk::search(db))),
        ("desk", Box::new(|| verify_desk::desk(db))),
        ("department", Box::new(|| verify_department::department(db))),
        ("call-sums", Box::new(|| verify_department::call_sums(db))),
        ("amount-sums", Box::new(|| verify_department::amount_sums(db))),
        ("rating-sums", Box::new(|| verify_department::rating_sums(db))),
        ("touched-months", Box::new(|| verify_department::touched_months(db))),
    ];
    if let Some(hash) = head {
        checks.push(("head", Box::new(move || known_head(db, hash))));
    }
    checks
}

/// Writes a copy of an open floor to a file that does not exist yet, and checks it before it gets its name; watched as a check
/// is. Nothing comes of what was ended, and no file is left.
pub fn copy(
    db: &Connection,
    target: &Path,
    goes_on: &dyn Fn(&'static str, usize) -> bool,
) -> Result<Option<CopyView>, Stop> {
    let made = file::backup(db, target, |written| {
        let copy = file::open_reader(written)?;
        let ended = || StoreError::Broken("the copy was ended".to_owned());
        let view = watched(&copy, None, goes_on).map_err(|_| not_checked())?.ok_or_else(ended)?;
        whole(&view)
    });
    if made.is_err() && !goes_on("", CHECKS) {
        return Ok(None);
    }
    made?;
    let copy = file::open_reader(target)?;
    let (seq, head) = audit::head(&copy)?;
    let bytes = std::fs::metadata(target).map_err(StoreError::from)?.len();
    Ok(Some(CopyView { file: target.display().to_string(), bytes, seq, head }))
}

/// Whether who asks may have the whole file checked and copied.
pub(crate) fn may_keep(db: &Connection, session: &Session, clock: Instant) -> Result<(), Stop> {
    let today = Floor::load(db)?.work_day(clock);
    policy::widest(&actor_of(db, session, today)?, Act::FileKeep)?;
    Ok(())
}

/// The copies that the floor made of itself.
pub(crate) fn copies(db: &Connection, session: &Session, floor: &Path, clock: Instant) -> Result<CopiesView, Stop> {
    may_keep(db, session, clock)?;
    let copies = backups::list(floor)?
        .into_iter()
        .map(|(day, path, bytes)| CopyBrief { day, file: path.display().to_string(), bytes })
        .collect();
    Ok(CopiesView { folder: backups::folder(floor).display().to_string(), copies })
}

fn not_checked() -> StoreError {
    StoreError::Broken("the copy could not be checked".to_owned())
}

/// A copy must pass every check before it gets its name.
pub fn must_be_whole(copy: &Path) -> Stored<()> {
    let db = crate::store::file::open_reader(copy)?;
    whole(&verify(&db, None).map_err(|_| not_checked())?)
}

fn whole(view: &VerifyView) -> Stored<()> {
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
