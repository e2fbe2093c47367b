//! The program is killed while it saves, at random moments: nothing that was acknowledged is lost or doubled.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::support::{FloorFile, id, program};

/// How many kills: 25, all 200 with the feature `slow-tests`, or as `NORMA_CRASH_ROUNDS` says.
fn rounds() -> u64 {
    let default = if cfg!(feature = "slow-tests") { 200 } else { 25 };
    std::env::var("NORMA_CRASH_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Far more lines than a child gets done before it is killed: it is never idle.
const LINES: usize = 300;

fn line(round: u64, number: usize) -> String {
    let head = if number == 0 {
        format!(r#"{{"scenario":"crash-{round}","as":"anna","at":"2026-03-19T10:00:00+03:00","#)
    } else {
        "{".to_owned()
    };
    let ticket = id(&format!("crash-{round}-{number}"));
    format!(
        r#"{head}"do":"ticket.save","with":{{"ticket":"{ticket}","channel":"chat","client":"договор {number}","decisions":[{{"action":"ROUT","quantity":1}}]}}}}"#
    )
}

/// One round: feeds lines, reads acknowledgements, kills; says how many were acknowledged.
fn kill_while_saving(floor: &FloorFile, round: u64, random: &mut StdRng) -> usize {
    let enough = random.random_range(0..40);
    let delay = Duration::from_micros(random.random_range(0..4_000));
    let mut child = program()
        .args(["run", floor.path.to_str().unwrap(), "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let feeder = std::thread::Builder::new().name("feeder".to_owned()).spawn(move || {
        // The pipe breaks when the child is killed: that is the point.
        (0..LINES).all(|number| writeln!(stdin, "{}", line(round, number)).is_ok())
    });
    let mut acknowledged = 0;
    let mut replies = BufReader::new(child.stdout.take().unwrap()).lines();
    while acknowledged < enough {
        let reply = replies.next().expect("the child ended before it was killed").unwrap();
        assert!(reply.contains("\"outcome\":\"ok\""), "{reply}");
        acknowledged += 1;
    }
    std::thread::sleep(delay);
    child.kill().unwrap();
    child.wait().unwrap();
    // What it had still said before it died counts as said; the last line may be torn.
    acknowledged += replies
        .map_while(Result::ok)
        .filter(|reply| reply.contains("\"outcome\":\"ok\"") && reply.ends_with('}'))
        .count();
    feeder.unwrap().join().unwrap();
    acknowledged
}

fn saved(floor: &FloorFile, round: u64) -> Vec<usize> {
    let db = floor.raw();
    let mut find = db
        .prepare("SELECT count(*) FROM ticket t JOIN ticket_version v ON v.ticket_id = t.ticket_id WHERE t.uuid = ?1")
        .unwrap();
    (0..LINES)
        .map(|number| {
            find.query_row([id(&format!("crash-{round}-{number}")).to_string()], |row| row.get::<_, i64>(0)).unwrap()
        })
        .map(|count| usize::try_from(count).unwrap())
        .collect()
}

#[test]
fn nothing_acknowledged_is_lost_or_doubled() {
    let seed: u64 = std::env::var("NORMA_SEED")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| uuid::Uuid::new_v4().as_u64_pair().0);
    eprintln!("NORMA_SEED={seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let floor = FloorFile::lived();
    let before = floor.number("SELECT count(*) FROM ticket");
    let (mut killed_busy, mut expected) = (0, 0_usize);
    for round in 1..=rounds() {
        let acknowledged = kill_while_saving(&floor, round, &mut random);
        assert!(acknowledged < LINES, "seed {seed}, round {round}: killed when it had nothing left to do");
        killed_busy += usize::from(acknowledged > 0);
        let counts = saved(&floor, round);
        let there = counts.iter().take_while(|count| **count == 1).count();
        assert!(counts.iter().skip(there).all(|count| *count == 0), "seed {seed}, round {round}: {counts:?}");
        assert!(
            (acknowledged..=acknowledged + 1).contains(&there),
            "seed {seed}, round {round}: {acknowledged} acknowledged, {there} saved"
        );
        // The same lines again, and a few more: each is there exactly once.
        let again = there + 3;
        let lines: String = (0..again).map(|number| line(round, number) + "\n").collect();
        let ran = floor.run_lines(&lines, &[]);
        ran.expect_code(0);
        assert_eq!(ran.lines().len(), again);
        assert_eq!(saved(&floor, round).iter().sum::<usize>(), again, "seed {seed}, round {round}");
        expected += again;
        if round % 10 == 0 {
            floor.expect_whole();
        }
    }
    assert!(killed_busy > 0, "no child was killed while it saved");
    let tickets = usize::try_from(floor.number("SELECT count(*) FROM ticket") - before).unwrap();
    assert_eq!(tickets, expected, "seed {seed}");
    floor.expect_whole();
}
