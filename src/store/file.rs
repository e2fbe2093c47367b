//! Opening, making, copying a floor file.
//!
//! Invariant: a file that is foreign, newer, or on a network folder is refused before anything is read
//! from it; a copy is verified before it gets its name.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::schema;
use super::{StoreError, Stored};
use crate::domain::rejection::{RefusalCode, Rejection};

/// How long a writer waits for another process.
const BUSY_WAIT: Duration = Duration::from_secs(3);

/// Makes a new, empty floor file with its schema; refuses where a file of that name is.
pub fn create(path: &Path) -> Stored<Connection> {
    if path.exists() {
        return Err(refused(RefusalCode::BadInput, "file-exists", path));
    }
    refuse_network_folder(path)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path).map_err(|error| io_refusal(error, path))?;
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    let made = prepare_writer(&db).and_then(|()| {
        let transaction = db.unchecked_transaction()?;
        schema::create(&db)?;
        transaction.commit()?;
        Ok(())
    });
    if made.is_err() {
        drop(db);
        discard(path);
        return Err(made.err().unwrap_or_else(|| StoreError::Broken(String::new())));
    }
    Ok(db)
}

/// Opens a floor file for writing; an older one is migrated first, after a backup beside it.
pub fn open_writer(path: &Path) -> Stored<Connection> {
    let (db, version) = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    prepare_writer(&db).map_err(|error| name_file(error, path))?;
    if version < schema::VERSION {
        keep_older(&db, path, version)?;
        migrate(&db).map_err(|error| name_file(error, path))?;
    }
    Ok(db)
}

/// Opens a floor file for reading only; an older one is migrated first, after a backup beside it.
pub fn open_reader(path: &Path) -> Stored<Connection> {
    let (db, version) = open(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    if version < schema::VERSION {
        drop(db);
        drop(open_writer(path)?);
        return open_reader_as_it_is(path);
    }
    prepare_reader(db)
}

/// Opens a floor file for reading only, of whatever version this program knows.
fn open_reader_as_it_is(path: &Path) -> Stored<Connection> {
    prepare_reader(open(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?.0)
}

/// Opens a floor file and says its schema's version.
fn open(path: &Path, access: OpenFlags) -> Stored<(Connection, i64)> {
    refuse_network_folder(path)?;
    require_file(path)?;
    let db = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(|error| open_refusal(error, path))?;
    let version = check_identity(&db, path)?;
    Ok((db, version))
}

/// Copies a file of an older version beside itself before it is migrated: `floor.v1.norma`.
fn keep_older(db: &Connection, path: &Path, version: i64) -> Stored<()> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let named = |number: u32| {
        let again = if number == 1 { String::new() } else { format!("-{number}") };
        path.with_file_name(format!("{stem}.v{version}{again}{ending}"))
    };
    let free = (1..100).map(named).find(|copy| !copy.exists());
    let copy = free.ok_or_else(|| refused(RefusalCode::BadInput, "file-exists", &named(1)))?;
    backup(db, &copy, |written| {
        let check: String =
            open(written, OpenFlags::SQLITE_OPEN_READ_ONLY)?
                .0
                .query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        if check == "ok" { Ok(()) } else { Err(StoreError::Broken(check)) }
    })?;
    tracing::info!(copy = %copy.display(), version, "the floor file is migrated; a copy of the older one is kept");
    Ok(())
}

/// Takes the schema to this program's version; another process may have done so in between.
fn migrate(db: &Connection) -> Stored<()> {
    let transaction = rusqlite::Transaction::new_unchecked(db, rusqlite::TransactionBehavior::Immediate)?;
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version < schema::VERSION {
        schema::migrate(db, version)?;
        super::find::rebuild(db)?;
    }
    transaction.commit()?;
    Ok(())
}

fn prepare_reader(db: Connection) -> Stored<Connection> {
    keep_plans(&db)?;
    db.busy_timeout(BUSY_WAIT)?;
    db.pragma_update(None, "query_only", true)?;
    db.pragma_update(None, "trusted_schema", false)?;
    db.pragma_update(None, "cache_size", -65_536)?;
    db.set_prepared_statement_cache_capacity(128);
    Ok(db)
}

/// One plan a statement, whatever is bound to it: without this SQLite's statistics make it parse and plan a
/// cached statement anew at every use.
fn keep_plans(db: &Connection) -> Stored<()> {
    db.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

fn prepare_writer(db: &Connection) -> Stored<()> {
    keep_plans(db)?;
    db.busy_timeout(BUSY_WAIT)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "trusted_schema", false)?;
    db.pragma_update(None, "recursive_triggers", true)?;
    // Savepoints keep the pages they may have to restore in memory rather than in a temporary file.
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.pragma_update(None, "cache_size", -65_536)?;
    // 32 MB of log before it is moved into the file: a chunk of an import touches pages all over it.
    db.pragma_update(None, "wal_autocheckpoint", 8_000)?;
    if cfg!(target_os = "macos") {
        db.pragma_update(None, "fullfsync", true)?;
        db.pragma_update(None, "checkpoint_fullfsync", true)?;
    }
    db.set_prepared_statement_cache_capacity(256);
    Ok(())
}

/// Refuses a file that is no floor, or a newer one; says its version.
fn check_identity(db: &Connection, path: &Path) -> Stored<i64> {
    let read = |name: &str| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let application = read("application_id").map_err(|error| open_refusal(error, path))?;
    if application != schema::APPLICATION_ID {
        return Err(refused(RefusalCode::ForeignFile, "", path));
    }
    let version = read("user_version")?;
    if version > schema::VERSION {
        let rejection = Rejection::of(RefusalCode::NewerFile)
            .naming("file", path.display())
            .naming("version", version)
            .naming("known", schema::VERSION);
        return Err(StoreError::Refused(rejection));
    }
    if version < 1 { Err(refused(RefusalCode::ForeignFile, "", path)) } else { Ok(version) }
}

fn require_file(path: &Path) -> Stored<()> {
    if path.is_file() { Ok(()) } else { Err(refused(RefusalCode::NotFound, "file", path)) }
}

fn refused(code: RefusalCode, reason: &'static str, path: &Path) -> StoreError {
    StoreError::Refused(Rejection::because(code, reason).naming("file", path.display()))
}

fn name_file(error: StoreError, path: &Path) -> StoreError {
    match error.refusal() {
        Some(rejection) => StoreError::Refused(rejection.naming("file", path.display())),
        None => error,
    }
}

fn io_refusal(error: std::io::Error, path: &Path) -> StoreError {
    let named = name_file(StoreError::Io(error), path);
    match named {
        StoreError::Io(error) if error.kind() == std::io::ErrorKind::NotFound => {
            refused(RefusalCode::NotFound, "folder", path)
        }
        other => other,
    }
}

fn open_refusal(error: rusqlite::Error, path: &Path) -> StoreError {
    match error {
        rusqlite::Error::SqliteFailure(failure, _) if failure.code == rusqlite::ErrorCode::CannotOpen => {
            refused(RefusalCode::ReadOnly, "", path)
        }
        other => name_file(StoreError::Sqlite(other), path),
    }
}

/// Writes a consistent copy of an open floor beside its target, checks it and gives it its name.
///
/// `check` looks at the finished copy before the rename; whatever it refuses leaves no file behind.
pub fn backup(db: &Connection, target: &Path, check: impl FnOnce(&Path) -> Stored<()>) -> Stored<()> {
    if target.exists() {
        return Err(refused(RefusalCode::BadInput, "file-exists", target));
    }
    let partial = beside(target);
    discard(&partial);
    // A reader's connection refuses every write, a copy beside the file included; the file itself is opened read-only.
    db.pragma_update(None, "query_only", false)?;
    let text =
        partial.to_str().ok_or_else(|| StoreError::Broken(format!("{} is no readable path", partial.display())))?;
    let written = db
        .execute("VACUUM INTO ?1", [text])
        .map_err(StoreError::from)
        .and_then(|_| finish_copy(&partial))
        .and_then(|()| check(&partial))
        .and_then(|()| fs::rename(&partial, target).map_err(StoreError::from));
    discard(&partial);
    written.map_err(|error| name_file(error, target))
}

/// Copies a backup to a floor file that does not exist yet. A backup of an older version stays as it is; its copy is
/// migrated.
pub fn restore(source: &Path, target: &Path, check: impl FnOnce(&Path) -> Stored<()>) -> Stored<()> {
    let db = open_reader_as_it_is(source)?;
    backup(&db, target, |copy| {
        let (writer, version) = open(copy, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        if version < schema::VERSION {
            migrate(&writer)?;
        }
        drop(writer);
        check(copy)
    })
}

fn finish_copy(path: &Path) -> Stored<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
    }
    OpenOptions::new().write(true).open(path)?.sync_all()?;
    Ok(())
}

fn beside(target: &Path) -> PathBuf {
    let mut name = target.file_name().unwrap_or_default().to_os_string();
    name.push(".partial");
    target.with_file_name(name)
}

/// Removes a file of ours and what SQLite keeps beside it; a file that is not there is fine.
pub fn discard(path: &Path) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_os_string();
        name.push(suffix);
        if let Err(error) = fs::remove_file(PathBuf::from(name))
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(path = %path.display(), %error, "could not remove a temporary file");
        }
    }
}

/// Moves everything of the write-ahead log into the file itself, so that it can be renamed.
pub fn finish(path: &Path) -> Stored<()> {
    let db = open_writer(path)?;
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// A number that changes when another connection commits to the file.
pub fn data_version(db: &Connection) -> Stored<i64> {
    Ok(db.pragma_query_value(None, "data_version", |row| row.get(0))?)
}

/// WAL needs shared memory, so a floor file must lie on a disk of this computer.
fn refuse_network_folder(path: &Path) -> Stored<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.exists() {
        return Err(refused(RefusalCode::NotFound, "folder", path));
    }
    if network::is_network_folder(folder) { Err(refused(RefusalCode::NetworkFolder, "", path)) } else { Ok(()) }
}

#[cfg(any(target_os = "linux", target_os = "android"))]
mod network {
    use std::path::Path;

    /// File systems of other computers, by their magic number in statfs(2).
    const NETWORK: [i64; 9] = [
        0x6969,      // NFS
        0xFF53_4D42, // CIFS
        0xFE53_4D42, // SMB2
        0x517B,      // SMB
        0x0102_1997, // 9P
        0x5346_414F, // AFS
        0x00C3_6400, // Ceph
        0x7375_7245, // Coda
        0x0BD0_0BD0, // Lustre
    ];

    pub fn is_network_folder(folder: &Path) -> bool {
        rustix::fs::statfs(folder).is_ok_and(|found| NETWORK.contains(&(found.f_type & 0xFFFF_FFFF)))
    }
}

#[cfg(target_os = "macos")]
mod network {
    use std::path::Path;

    pub fn is_network_folder(folder: &Path) -> bool {
        const NETWORK: [&str; 5] = ["nfs", "smbfs", "afpfs", "webdav", "cifs"];
        rustix::fs::statfs(folder).is_ok_and(|found| {
            let name: String = found
                .f_fstypename
                .iter()
                .take_while(|byte| **byte != 0)
                .map(|byte| char::from(byte.unsigned_abs()))
                .collect();
            NETWORK.contains(&name.as_str())
        })
    }
}

#[cfg(windows)]
mod network {
    use std::os::windows::ffi::OsStrExt;
    use std::path::{Component, Path, Prefix};

    use windows_sys::Win32::Storage::FileSystem::GetDriveTypeW;

    /// `DRIVE_REMOTE` of GetDriveTypeW.
    const REMOTE: u32 = 4;

    #[expect(unsafe_code, reason = "the Windows call has no safe form; it reads one zero-ended string")]
    pub fn is_network_folder(folder: &Path) -> bool {
        let Ok(full) = std::path::absolute(folder) else { return false };
        let Some(Component::Prefix(prefix)) = full.components().next() else { return false };
        if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)) {
            return true;
        }
        let root: Vec<u16> = prefix.as_os_str().encode_wide().chain("\\\0".encode_utf16()).collect();
        unsafe { GetDriveTypeW(root.as_ptr()) == REMOTE }
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_os = "macos", windows)))]
mod network {
    pub fn is_network_folder(_folder: &std::path::Path) -> bool {
        false
    }
}
