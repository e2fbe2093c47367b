//! Real faults: disks that fill up, folders that cannot be written, files that are none of ours, files in use.

use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::support::{Client, FloorFile, Ran, answer, fed, id, moment, norma, prepare};

const AT: &str = "2026-03-19T11:00:00+03:00";

/// So many tickets of Anna's, each with a long comment so that a disk fills.
fn tickets(prefix: &str, count: usize) -> String {
    let mut lines = format!("{{\"scenario\":\"{prefix}\",\"as\":\"anna\",\"at\":\"{AT}\"}}\n");
    for number in 0..count {
        let with = json!({"ticket": id(&format!("{prefix}-{number}")), "channel": "chat", "comment": "слово ".repeat(400), "decisions": [{"action": "ROUT"}]});
        lines.push_str(&format!("{}\n", json!({"do": "ticket.save", "with": with})));
    }
    lines
}

fn acknowledged(ran: &Ran, prefix: &str) -> Vec<usize> {
    let ok: Vec<String> = ran
        .lines()
        .iter()
        .filter(|line| line["outcome"] == "ok")
        .map(|line| line["result"]["ticket"].to_string())
        .collect();
    (0..100)
        .filter(|number| ok.iter().any(|ticket| ticket.contains(&id(&format!("{prefix}-{number}")).to_string())))
        .collect()
}

/// After a disk was full: what was acknowledged is there, the same lines add the rest, and the file is whole.
fn expect_recovery(floor: &FloorFile, ran: &Ran, prefix: &str, count: usize) {
    let lines = ran.lines();
    let refused: Vec<_> = lines.iter().filter(|line| line["outcome"] != "ok").collect();
    assert!(!refused.is_empty(), "the disk never filled: {}", ran.out.len());
    for line in &refused {
        assert!(line["outcome"] == "refused" && line["code"] == "storage-full", "{line}\n{}", ran.err);
    }
    assert_eq!(ran.code, 1);
    floor.expect_whole();
    let done = acknowledged(ran, prefix);
    assert!(!done.is_empty() && done.len() < count, "{done:?}");
    for number in &done {
        let ticket = id(&format!("{prefix}-{number}"));
        assert_eq!(
            floor.number(&format!("SELECT count(*) FROM ticket WHERE uuid = '{ticket}'")),
            1,
            "acknowledged and lost"
        );
    }
    let before = floor.number("SELECT count(*) FROM ticket");
    floor.run_lines(&tickets(prefix, count), &[]).expect_code(0);
    let after = floor.number("SELECT count(*) FROM ticket");
    assert_eq!(usize::try_from(after - before).unwrap(), count - done.len(), "each exactly once");
    floor.expect_whole();
}

/// The system refuses to let a file grow (EFBIG), as a quota does.
#[cfg(unix)]
#[test]
fn a_file_that_may_not_grow() {
    let floor = FloorFile::lived();
    let mut child = Command::new("bash");
    prepare(&mut child);
    let script = "trap '' XFSZ; ulimit -f 512; exec \"$0\" run \"$1\" - --keep-going";
    child.args(["-c", script, env!("CARGO_BIN_EXE_norma")]).arg(&floor.path);
    let ran = fed(child, Some(tickets("quota", 60).as_bytes()));
    expect_recovery(&floor, &ran, "quota", 60);
}

/// A disk that is really full (ENOSPC): a file system with room for a few tickets in a mount namespace of its own. Where the
/// system gives no such namespace the test above stands alone, and this one says so.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full() {
    let floor = FloorFile::lived();
    let mount = floor.beside("disk");
    std::fs::create_dir(&mount).unwrap();
    let mut child = Command::new("unshare");
    prepare(&mut child);
    let script = "size=$(($(stat -c %s \"$1\") / 1024 + 600))k
        mount -t tmpfs -o size=$size none \"$2\" || exit 77
        cp \"$1\" \"$2/floor.norma\" || exit 77
        \"$0\" run \"$2/floor.norma\" - --keep-going; code=$?
        cp \"$2\"/floor.norma* \"$(dirname \"$1\")\"/; exit $code";
    child
        .args(["--mount", "--map-root-user", "bash", "-c", script, env!("CARGO_BIN_EXE_norma")])
        .arg(&floor.path)
        .arg(&mount);
    if Command::new("unshare")
        .args(["--mount", "--map-root-user", "true"])
        .status()
        .map_or(true, |status| !status.success())
    {
        eprintln!("no mount namespaces here: the full disk was not tried");
        return;
    }
    let ran = fed(child, Some(tickets("full", 100).as_bytes()));
    if ran.code == 77 {
        eprintln!("no small file system here: the full disk was not tried: {}", ran.err);
        return;
    }
    expect_recovery(&floor, &ran, "full", 100);
}

/// Somebody without the right to write, even where the tests run as root.
#[cfg(unix)]
fn as_nobody(arguments: &[&str]) -> Option<Command> {
    use std::os::unix::fs::MetadataExt;
    let root = std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    let program = env!("CARGO_BIN_EXE_norma");
    let mut command = if root {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", program]);
        command
    } else {
        Command::new(program)
    };
    let works = if root {
        let ran = Command::new("setpriv")
            .args(["--reuid=65534", "--regid=65534", "--clear-groups", program, "--version"])
            .output();
        ran.is_ok_and(|output| output.status.success())
    } else {
        true
    };
    prepare(&mut command);
    command.args(arguments);
    works.then_some(command)
}

#[cfg(unix)]
#[test]
fn a_folder_and_a_file_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let floor = FloorFile::lived();
    floor.settle();
    let path = floor.path.to_str().unwrap().to_owned();
    let folder = floor.path.parent().unwrap();
    let mode =
        |path: &std::path::Path, mode| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    let fresh = floor.beside("new.norma");
    let cases: [(u32, u32, Vec<&str>); 4] = [
        (0o555, 0o444, vec!["run", &path, "-"]),
        (0o555, 0o666, vec!["run", &path, "-"]),
        (0o755, 0o444, vec!["run", &path, "-"]),
        (
            0o555,
            0o444,
            vec![
                "init",
                fresh.to_str().unwrap(),
                "--organisation",
                "X",
                "--timezone",
                "Europe/Moscow",
                "--director",
                "director",
            ],
        ),
    ];
    for (of_folder, of_file, arguments) in cases {
        mode(&floor.path, of_file);
        mode(folder, of_folder);
        let Some(command) = as_nobody(&arguments) else {
            mode(folder, 0o755);
            eprintln!("nobody cannot run the program here: the read-only folder was not tried");
            return;
        };
        let ran = fed(command, Some(tickets("denied", 2).as_bytes()));
        mode(folder, 0o755);
        mode(&floor.path, 0o600);
        assert_eq!(ran.code, 1, "{of_folder:o} {of_file:o}: {}\n{}", ran.out, ran.err);
        let said = format!("{}{}", ran.out, ran.err);
        assert!(said.contains(".norma"), "the file is not named: {said}");
        assert!(said.contains("read-only") || said.contains("нельзя изменять"), "{said}");
    }
    floor.expect_whole();
    assert_eq!(floor.number(&format!("SELECT count(*) FROM ticket WHERE uuid = '{}'", id("denied-0"))), 0);
}

#[test]
fn files_that_are_no_floor() {
    let floor = FloorFile::lived();
    let whole = floor.bytes();
    let other = floor.beside("other.sqlite");
    rusqlite::Connection::open(&other).unwrap().execute_batch("CREATE TABLE a (b); INSERT INTO a VALUES (1)").unwrap();
    let mut header = whole.clone();
    header[0..16].copy_from_slice(b"SQLite format 2\0");
    let mut page_size = whole.clone();
    page_size[16..18].copy_from_slice(&[0x03, 0xE7]);
    let mut application = whole.clone();
    application[68..72].copy_from_slice(&[0, 0, 0, 1]);
    let mut torn = whole.clone();
    torn.truncate(whole.len() / 2);
    // Where rows stand: a hole in an index alone is gone from a copy, which is made from the rows.
    let mut holes = whole.clone();
    let page = floor.number("SELECT rootpage FROM sqlite_schema WHERE name = 'audit'");
    let hole = usize::try_from(page - 1).unwrap() * 4096;
    holes[hole..hole + 8192].fill(0xAA);
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    let foreign = ["не файл участка", "no floor file"];
    let cases: Vec<(&str, Vec<u8>, [&str; 2])> = vec![
        ("a text", "просто текст\n".repeat(1000).into_bytes(), foreign),
        ("a short text", b"x".to_vec(), foreign),
        ("another program's database", std::fs::read(&other).unwrap(), foreign),
        ("an empty file", Vec::new(), foreign),
        ("a damaged header", header, foreign),
        ("an impossible page size", page_size, foreign),
        ("another application", application, foreign),
        ("newer", newer, ["99", "99"]),
    ];
    for (name, bytes, [russian, english]) in &cases {
        let file = FloorFile::of(bytes);
        let path = file.path.to_str().unwrap();
        for arguments in [
            vec!["verify", path],
            vec!["run", path, "-"],
            vec!["kpi", path, "--month", "2026-03", "--as", "director"],
            vec!["backup", path, "copy.norma"],
        ] {
            let ran = norma(&arguments);
            assert_eq!(ran.code, 1, "{name}: {arguments:?}\n{}\n{}", ran.out, ran.err);
            assert!(ran.err.contains(path), "{name}: the file is not named: {}", ran.err);
            let english_text = norma(&[&arguments[..], &["--lang", "en"]].concat()).err;
            assert!(english_text.contains(english), "{name}: {english_text}");
            assert!(ran.err.contains(russian) || !english_text.contains("no floor"), "{name}: {}", ran.err);
        }
        assert_eq!(&std::fs::read(&file.path).unwrap(), bytes, "{name}: a file that is not ours was changed");
    }
    for (name, bytes) in [("torn in the middle", torn), ("a hole of two pages", holes)] {
        let file = FloorFile::of(&bytes);
        let ran = file.norma(["verify"], ["--json"]);
        assert_eq!(ran.code, 1, "{name}: {}\n{}", ran.out, ran.err);
        let backup = file.beside("copy.norma");
        let ran = file.norma(["backup"], [backup.to_str().unwrap()]);
        assert_eq!(ran.code, 1, "{name}: {}\n{}", ran.out, ran.err);
        assert!(!backup.exists(), "{name}: a copy of a damaged floor was kept");
    }
    let ran = norma(&["verify", floor.beside("nothing.norma").to_str().unwrap()]);
    assert!(ran.code == 1 && ran.err.contains("nothing.norma"), "{}", ran.err);
}

#[test]
fn a_file_in_use_by_another_is_busy_and_nothing_is_lost() {
    let floor = FloorFile::lived();
    let other = floor.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let begun = Instant::now();
    let ran = floor.run_lines(&tickets("busy", 1), &[]);
    assert!(begun.elapsed() > Duration::from_secs(2), "it did not wait");
    assert_eq!(ran.code, 1, "{}\n{}", ran.out, ran.err);
    assert!(ran.lines().iter().all(|line| line["code"] == "busy"), "{}", ran.out);
    other.execute_batch("ROLLBACK").unwrap();
    floor.run_lines(&tickets("busy", 1), &[]).expect_code(0);
    floor.expect_whole();
}

#[test]
fn a_full_mailbox_answers_busy_at_once() {
    let floor = FloorFile::lived();
    let handle = floor.open();
    let anna = Client::sign_in(&handle, "anna");
    let other = floor.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let with = |number: usize| json!({"ticket": id(&format!("mail-{number}")), "channel": "chat", "decisions": [{"action": "ROUT"}]});
    let envelope = |number: usize| anna.envelope(Some(moment(AT)), "ticket.save", &with(number));
    let sent = 500;
    let waiting: Vec<_> = (0..sent).map(|number| (number, handle.send(envelope(number)))).collect();
    let at_once: Vec<usize> = waiting.iter().filter(|(_, pending)| matches!(pending.poll(), Some(Ok(outcome)) if answer(outcome.clone()) == Err("busy".to_owned()))).map(|(number, _)| *number).collect();
    assert!(at_once.len() >= sent - 256 - norma::worker::GROUP, "{} were refused", at_once.len());
    other.execute_batch("ROLLBACK").unwrap();
    let mut saved = 0;
    for (number, pending) in waiting {
        if !at_once.contains(&number) {
            let answer = answer(pending.wait().unwrap());
            assert!(answer.is_ok() || answer == Err("busy".to_owned()), "{answer:?}");
            saved += i64::from(answer.is_ok());
        }
    }
    assert!(saved > 100, "{saved}");
    // The form kept its id: the same envelope again is the same ticket.
    let first = envelope(at_once[0]);
    let (one, two) = (answer(handle.execute(first.clone())), answer(handle.execute(first)));
    assert!(one.is_ok());
    assert_eq!(one, two);
    let ids: Vec<String> = (0..sent).map(|number| format!("'{}'", id(&format!("mail-{number}")))).collect();
    assert_eq!(floor.number(&format!("SELECT count(*) FROM ticket WHERE uuid IN ({})", ids.join(","))), saved + 1);
    floor.expect_whole();
}

/// A floor that is paid by, made long enough ago for a day to be over.
fn earning() -> FloorFile {
    let floor = FloorFile::of(b"");
    std::fs::remove_file(&floor.path).unwrap();
    let path = floor.path.to_str().unwrap();
    norma(&["init", path, "--organisation", "X", "--timezone", "Europe/Moscow", "--director", "director"])
        .expect_code(0);
    floor
}

#[test]
fn a_closed_day_leaves_a_whole_copy_and_a_rehearsal_none() {
    let floor = earning();
    floor.norma(["close"], ["--through", "2026-01-31", "--as", "director"]).expect_code(0);
    let copy = floor.beside("floor.norma.backups").join("2026-01-31.norma");
    norma(&["verify", copy.to_str().unwrap()]).expect_code(0);
    for day in 1..=9 {
        floor.norma(["close"], ["--through", &format!("2026-02-{day:02}"), "--as", "director"]).expect_code(0);
    }
    let mut names: Vec<String> = std::fs::read_dir(floor.beside("floor.norma.backups"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let expected: Vec<String> =
        std::iter::once("2026-01-31".to_owned()).chain((3..=9).map(|day| format!("2026-02-{day:02}"))).collect();
    assert_eq!(names, expected.iter().map(|day| format!("{day}.norma")).collect::<Vec<_>>());

    let rehearsal = FloorFile::lived();
    rehearsal.norma(["close"], ["--through", "2026-03-19", "--as", "director"]).expect_code(0);
    assert!(!rehearsal.beside("floor.norma.backups").exists());
}

#[test]
fn a_copy_that_cannot_be_made_is_said_and_the_day_is_closed_all_the_same() {
    let floor = earning();
    std::fs::write(floor.beside("floor.norma.backups"), b"a file where the folder should be").unwrap();
    let ran = floor.norma(["close"], ["--through", "2026-01-31", "--as", "director"]);
    ran.expect_code(0);
    assert!(ran.err.contains("norma backup"), "{}", ran.err);
    assert_eq!(floor.number("SELECT COUNT(*) FROM day_close"), 1);
}
