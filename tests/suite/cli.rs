//! The command line: bad input is named with file, line and remedy; reports add up; copies are whole.

use norma::locale::Lang;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{FloorFile, Ran, norma, norma_with};

const TICKETS: &str = "key,employee,finished_at,channel,client,action,quantity,hard,on_behalf_of\n";

/// An exit code, and on stderr or stdout what must be said in Russian and in English.
struct Bad {
    name: &'static str,
    arguments: Vec<String>,
    stdin: Option<String>,
    code: i32,
    russian: &'static [&'static str],
    english: &'static [&'static str],
}

fn check(bad: &Bad) {
    for (lang, said) in [("ru", bad.russian), ("en", bad.english)] {
        let mut arguments = bad.arguments.clone();
        arguments.extend(["--lang".to_owned(), lang.to_owned()]);
        let ran = norma_with(&arguments, bad.stdin.as_deref().map(str::as_bytes));
        assert_eq!(ran.code, bad.code, "{}: {arguments:?}\n{}\n{}", bad.name, ran.out, ran.err);
        let all = format!("{}{}", ran.out, ran.err);
        for part in said {
            assert!(all.contains(part), "{} ({lang}): \"{part}\" is not said:\n{all}", bad.name);
        }
        assert!(!all.contains("{ $") && !all.contains("refused-"), "{}: a text is missing: {all}", bad.name);
    }
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

#[test]
fn bad_lines_are_named() {
    let floor = FloorFile::lived();
    let path = floor.path.to_str().unwrap();
    let at = r#"{"as":"anna","at":"2026-03-19T10:00:00+03:00"}"#;
    let run = |name, line: &str, russian, english| Bad {
        name,
        arguments: words(&format!("run {path} -")),
        stdin: Some(format!("{at}\n{line}\n")),
        code: 1,
        russian,
        english,
    };
    let save = |with: &str| format!(r#"{{"do":"ticket.save","with":{{{with}}}}}"#);
    let ticket = r#""ticket":"00000000-0000-4000-8000-000000000001","channel":"chat""#;
    let cases = [
        run("not JSON", "просто текст", &["2", "JSON"], &["Line 2 is not JSON"]),
        run("half a line", r#"{"do":"ticket.save","with":{"#, &["2", "JSON"], &["Line 2 is not JSON"]),
        run("a list", "[1]", &["2", "JSON"], &["Line 2 is not JSON"]),
        run("neither", r#"{"make":"ticket"}"#, &["2"], &["Line 2 is neither"]),
        run("unknown command", r#"{"do":"ticket.burn","with":{}}"#, &["ticket.burn"], &["ticket.burn", "help run"]),
        run("unknown question", r#"{"ask":"gossip"}"#, &["gossip"], &["gossip"]),
        run("unknown field", &save(&format!(r#"{ticket},"colour":"red","decisions":[]"#)), &["colour"], &["colour"]),
        run("no id", &save(r#""channel":"chat","decisions":[]"#), &["ticket"], &["missing field `ticket`"]),
        run(
            "a moment without a zone",
            &save(&format!(r#"{ticket},"finished_at":"2026-03-19T09:00:00","decisions":[]"#)),
            &[],
            &["bad-input"],
        ),
        run(
            "backwards",
            r#"{"at":"2026-03-18T10:00:00+03:00","ask":"me"}"#,
            &["clock-behind"],
            &["time only goes forward"],
        ),
        run(
            "unknown person",
            &save(&format!(r#"{ticket},"employee":"nobody","decisions":[]"#)),
            &["nobody"],
            &["There is no person", "nobody"],
        ),
        run(
            "too many",
            &save(&format!(r#"{ticket},"decisions":[{{"action":"ROUT","quantity":1000}}]"#)),
            &["1000"],
            &["1000", "999"],
        ),
        run("unknown login", r#"{"as":"stranger","ask":"me"}"#, &["bad-credentials"], &["Not signed in"]),
    ];
    for bad in &cases {
        check(bad);
    }
    floor.expect_whole();
}

#[test]
fn bad_arguments_are_named() {
    let floor = FloorFile::lived();
    let path = floor.path.to_str().unwrap();
    let beside = floor.beside("new.norma");
    let new = beside.to_str().unwrap();
    let case = |name, arguments: String, code, russian, english| Bad {
        name,
        arguments: words(&arguments),
        stdin: None,
        code,
        russian,
        english,
    };
    let cases = [
        case("no such command", "burn".to_owned() + " " + path, 2, &["error"], &["error"]),
        case("no such kind", format!("import {path} wages x.csv --as director"), 2, &["wages"], &["wages"]),
        case("no floor", "verify".to_owned(), 2, &[], &[]),
        case("no such file", format!("verify {new}"), 1, &["new.norma"], &["new.norma", "norma init"]),
        case("month", format!("kpi {path} --month März --as director"), 1, &["März"], &["März", "YYYY-MM"]),
        case(
            "date",
            format!("close {path} --through gestern --as director"),
            1,
            &["gestern"],
            &["gestern", "YYYY-MM-DD"],
        ),
        case(
            "time zone",
            format!("init {new} --organisation X --timezone Mars/Base --director d"),
            1,
            &["Mars/Base"],
            &["Mars/Base", "Europe/Moscow"],
        ),
        case(
            "day end",
            format!("init {new} --organisation X --timezone Europe/Moscow --day-ends 25:00 --director d"),
            1,
            &["25:00"],
            &["25:00"],
        ),
        case(
            "a floor that is there",
            format!("init {path} --organisation X --timezone Europe/Moscow --director d"),
            1,
            &["floor.norma"],
            &["already exists"],
        ),
        case(
            "no such folder",
            "init /nowhere/at/all.norma --organisation X --timezone Europe/Moscow --director d".to_owned(),
            1,
            &["/nowhere"],
            &["/nowhere", "folder"],
        ),
        case("query", format!("query {path} gossip --as director"), 1, &["gossip"], &["gossip"]),
        case("query fields", format!("query {path} kpi {{\"month\":1}} --as director"), 1, &[], &["expected a string"]),
        case("query JSON", format!("query {path} kpi {{month --as director"), 1, &[], &["wrong"]),
        case("order", format!("export {path} order --number 999 --as director"), 1, &["999"], &["No. 999"]),
        case("script", format!("run {path} nothing.jsonl"), 1, &["nothing.jsonl"], &["nothing.jsonl"]),
        case("stats file", "stats nothing.csv".to_owned(), 1, &["nothing.csv"], &["nothing.csv"]),
    ];
    for bad in &cases {
        check(bad);
    }
    assert!(!beside.exists(), "a refused init left a file");
}

/// Writes a file beside a floor and imports it.
fn import(floor: &FloorFile, kind: &str, bytes: &[u8], more: &[&str]) -> Ran {
    let file = floor.beside("rows.csv");
    std::fs::write(&file, bytes).unwrap();
    let login = if kind == "people" { "director" } else { "petrov" };
    let fixed = ["import", floor.path.to_str().unwrap(), kind, file.to_str().unwrap(), "--as", login];
    norma(&fixed.iter().chain(more).copied().collect::<Vec<_>>())
}

#[test]
fn files_that_cannot_be_taken_at_all() {
    let floor = FloorFile::lived();
    let seq = floor.number("SELECT MAX(seq) FROM audit");
    let windows = windows_1251(&format!("{TICKETS}1,201,2026-03-19 09:00,chat,Иванов,ROUT,1,0,\n"));
    let cases: [(&str, &str, Vec<u8>, &[&str]); 5] = [
        ("empty", "tickets", Vec::new(), &["rows.csv", "empty"]),
        ("header only", "tickets", TICKETS.as_bytes().to_vec(), &["rows.csv"]),
        ("wrong columns", "tickets", b"a,b,c\n1,2,3\n".to_vec(), &["rows.csv", "line 1", "a, b, c"]),
        (
            "samples as tickets",
            "tickets",
            b"action,operator,started_at,duration_s\nROUT,201,2026-03-19 09:00,5\n".to_vec(),
            &["rows.csv"],
        ),
        ("windows-1251", "tickets", windows, &["rows.csv", "line 2", "UTF-8"]),
    ];
    for (name, kind, bytes, said) in cases {
        let ran = import(&floor, kind, &bytes, &["--lang", "en"]);
        assert_eq!(ran.code, 1, "{name}: {}\n{}", ran.out, ran.err);
        for part in said {
            assert!(ran.err.contains(part), "{name}: \"{part}\" is not said: {}", ran.err);
        }
        let russian = import(&floor, kind, &bytes, &["--lang", "ru"]);
        assert!(
            russian.code == 1 && russian.err.contains("rows.csv") && russian.err != ran.err,
            "{name}: {}",
            russian.err
        );
    }
    for (name, profile, said) in [
        ("no TOML", "columns = [", "profile.toml"),
        ("unknown key", "colour = \"red\"\n", "colour"),
        ("unknown field", "[columns]\nwage = \"a\"\n", "wage"),
        ("a column that is not there", "[columns]\nkey = \"nowhere\"\n", "nowhere"),
        ("time zone", "time_zone = \"Mars/Base\"\n", "Europe/Moscow"),
    ] {
        let file = floor.beside("profile.toml");
        std::fs::write(&file, profile).unwrap();
        let rows = format!("{TICKETS}1,201,2026-03-19 09:00,chat,,ROUT,1,0,\n");
        let ran = import(&floor, "tickets", rows.as_bytes(), &["--lang", "en", "--profile", file.to_str().unwrap()]);
        assert_eq!(ran.code, 1, "{name}: {}\n{}", ran.out, ran.err);
        assert!(ran.err.contains(said), "{name}: {}", ran.err);
    }
    assert_eq!(floor.number("SELECT MAX(seq) FROM audit"), seq, "nothing was taken in");
}

fn windows_1251(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1251.encode(text).0.into_owned()
}

fn adds_up(report: &Value) -> bool {
    let number = |name: &str| report[name].as_u64().unwrap();
    number("read")
        == number("made")
            + number("repeated")
            + number("filtered")
            + u64::try_from(report["refused"].as_array().unwrap().len()).unwrap()
}

#[test]
fn rows_that_cannot_be_taken_are_named_and_the_rest_is_taken() {
    let floor = FloorFile::lived();
    let rows = "action,operator,started_at,duration_s,class,rating_percent,note
ROUT,201,2026-03-18 09:00,180,regular,100,
ROUT,201,2026-03-18 09:10,-5,regular,100,
ROUT,201,2026-03-18 09:20,0,regular,100,
ROUT,201,2026-03-18 09:30,99999999,regular,100,
ROUT,201,2026-03-18 09:40,abc,regular,100,
ROUT,999,2026-03-18 09:50,180,regular,100,
NONE,201,2026-03-18 10:00,180,regular,100,
ROUT,201,когда-то,180,regular,100,
ROUT,201,2026-03-18 10:10,180,странный,100,
ROUT,201,2026-03-18 10:20,180,hard,9999,
ROUT,201,2026-03-18 09:00,180,regular,100,
";
    let bom = [b"\xef\xbb\xbf".as_slice(), rows.as_bytes()].concat();
    for bytes in [rows.as_bytes(), &bom] {
        let fresh = FloorFile::lived();
        let report = import(&fresh, "samples", bytes, &["--json"]).expect_code(0).json();
        assert!(adds_up(&report), "{report}");
        assert_eq!(report["read"], 11);
        let lines: Vec<u64> =
            report["refused"].as_array().unwrap().iter().map(|row| row["line"].as_u64().unwrap()).collect();
        assert_eq!(lines, [3, 4, 5, 6, 7, 8, 9, 10, 11], "{report}");
        assert!(report["refused"].as_array().unwrap().iter().all(|row| !row["text"].as_str().unwrap().is_empty()));
        let again = import(&fresh, "samples", bytes, &["--json"]).json();
        assert_eq!((&again["made"], &again["repeated"]), (&json!(0), &report["made"]), "{again}");
        fresh.expect_whole();
    }
    let dry = import(&floor, "samples", rows.as_bytes(), &["--dry-run", "--json"]).json();
    assert!(adds_up(&dry), "{dry}");
    assert_eq!(floor.number("SELECT count(*) FROM observation"), 8, "a dry run takes nothing in");
    let people = "code,name,login,roles,department,rate_bp,from,to
701,Раз Разов,,operator,SUP,10000,2026-01-01,
701,Раз Другой,,operator,SUP,10000,2026-01-01,
702,Два Двоев,,king,SUP,10000,2026-01-01,
703,Три Троев,,operator,NONE,10000,2026-01-01,
704,Четыре,,operator,SUP,-1,2026-01-01,
705,Пять,,operator,SUP,10000,2026-02-30,
";
    let report = import(&floor, "people", people.as_bytes(), &["--json"]).expect_code(0).json();
    assert!(adds_up(&report) && report["made"] == 1, "{report}");
    assert_eq!(report["refused"].as_array().unwrap().len(), 5, "{report}");
    floor.expect_whole();
}

/// A cell of a dirty file of tickets.
fn cell(good: &'static str) -> impl Strategy<Value = String> {
    let dirt = ["", " ", "-1", "0", "999999", "ZZ", "\"", "ё;,", "2026-02-30", "NaN", "201", "Иванов"];
    prop_oneof![12 => Just(good.to_owned()), 1 => prop::sample::select(dirt.to_vec()).prop_map(str::to_owned)]
}

fn row() -> impl Strategy<Value = Vec<String>> {
    let key = (1..12_u32).prop_map(|key| key.to_string());
    (key, cell("201"), cell("2026-03-19 08:59"), cell("chat"), cell("77"), cell("ROUT"), cell("1"), cell("0"))
        .prop_map(|(a, b, c, d, e, f, g, h)| vec![a, b, c, d, e, f, g, h, String::new()])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_report_always_adds_up(rows in prop::collection::vec(row(), 1..40)) {
        let floor = FloorFile::lived();
        let mut writer = csv::Writer::from_writer(TICKETS.as_bytes().to_vec());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let before = floor.number("SELECT count(*) FROM ticket");
        let report = import(&floor, "tickets", &bytes, &["--json"]).json();
        prop_assert!(adds_up(&report), "{report}");
        prop_assert_eq!(report["read"].as_u64().unwrap(), u64::try_from(rows.len()).unwrap(), "{}", report);
        let added = floor.number("SELECT count(*) FROM ticket") - before;
        prop_assert_eq!(added > 0, report["made"] != 0, "{}", report);
        let again = import(&floor, "tickets", &bytes, &["--json"]).json();
        prop_assert!(adds_up(&again) && again["made"] == 0, "{again}");
        prop_assert_eq!(floor.number("SELECT count(*) FROM ticket") - before, added);
        floor.expect_whole();
    }
}

const STATS: &str = "n, sum, mean, sd, cv, min, max, q1, median, q3, iqr, mad, skewness, geometric_mean, stability_ratio, \
lag1_autocorrelation, ci_t_low, ci_t_high, ci_cox_low, ci_cox_high, n_required_ilo_5, n_required_ilo_10, n_required_t_5, \
n_required_t_10, tukey_low, tukey_high, tukey_log_low, tukey_log_high, modified_z_max_abs, modified_z_log_max_abs, grubbs_g, \
grubbs_critical, gesd_count, gesd_log_count, mann_kendall_s, mann_kendall_p, runs_p, flags";

fn fields(value: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

fn named<'a>(text: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let mut names: Vec<&str> = text.split(", ").chain(more.iter().copied()).collect();
    names.sort_unstable();
    names
}

#[test]
fn statistics_have_the_fields_that_were_promised() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("times.csv");
    let rows: String = (1..40)
        .map(|number| {
            format!(
                "{},{},{}\n",
                60 + number * 7 % 31,
                ["a", "b", "c"][number % 3],
                if number % 9 == 0 { "hard" } else { "regular" }
            )
        })
        .collect();
    std::fs::write(&file, format!("duration_s,operator,class\n{rows}")).unwrap();
    let file = file.to_str().unwrap();
    let plain = norma(&["stats", file, "--json"]).expect_code(0).json();
    let added = ["strat_mean", "strat_ci_low", "strat_ci_high", "strat_df", "ci_bca_low", "ci_bca_high"];
    let without_added = |report: &Value| {
        let all = report["groups"]["all"].clone();
        assert!(added.iter().all(|name| all[name].is_null()), "{all}");
        fields(&all).into_iter().filter(|name| !added.contains(name)).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(without_added(&plain), named(STATS, &[]));
    assert_eq!(plain["between"], Value::Null);
    assert_eq!(fields(&plain), ["between", "groups"]);
    let full = [
        "stats",
        file,
        "--json",
        "--group",
        "operator",
        "--class",
        "class",
        "--weights",
        "regular=0.9,hard=0.1",
        "--bca",
    ];
    let full = norma(&full).expect_code(0).json();
    assert_eq!(fields(&full["groups"]["all"]), named(STATS, &added));
    assert!(added.iter().all(|name| full["groups"]["all"][name].is_number()), "{full}");
    assert_eq!(fields(&full["groups"]), ["a", "all", "b", "c"]);
    let between = ["anova_f", "anova_p", "ci_operators_high", "ci_operators_low", "icc", "mean_of_means"];
    assert_eq!(fields(&full["between"]), between);
    for rows in ["5\n", "5\n5\n5\n5\n5\n", "-1\n2\n3\n"] {
        let file = folder.path().join("odd.csv");
        std::fs::write(&file, format!("duration_s\n{rows}")).unwrap();
        let odd = norma(&["stats", file.to_str().unwrap(), "--json"]).expect_code(0).json();
        assert_eq!(without_added(&odd), named(STATS, &[]), "{rows}");
    }
    for lang in Lang::ALL {
        let page = norma(&["stats", file, "--lang", lang.code()]);
        assert!(page.expect_code(0).out.lines().count() > 4, "{}", page.out);
    }
}

#[test]
fn help_explains_every_command_in_both_languages() {
    for lang in Lang::ALL {
        let names: Vec<String> =
            norma::cli::command(lang).get_subcommands().map(|command| command.get_name().to_owned()).collect();
        assert!(names.len() >= 14, "{names:?}");
        for name in &names {
            let ran = norma(&["--lang", lang.code(), "help", name]);
            ran.expect_code(0);
            assert!(ran.out.contains(&format!("norma {name}")), "{name}: {}", ran.out);
            assert!(
                !ran.out.contains(&format!("cli-{name}")) && !ran.out.contains("cli-arg"),
                "{name}: a text is missing: {}",
                ran.out
            );
        }
    }
}

#[test]
fn the_schema_names_every_command_and_question() {
    let schema = norma(&["schema"]).expect_code(0).json();
    for part in ["commands", "questions", "views", "outcomes"] {
        assert!(schema[part].is_object(), "{part}");
    }
    let text = schema.to_string();
    for name in norma::floor::question::NAMES.iter().copied().chain([
        "ticket.save",
        "order.approve",
        "import.tickets",
        "day.close",
    ]) {
        assert!(text.contains(&format!("\"{name}\"")), "{name}");
    }
}

#[test]
fn a_copy_is_whole_and_never_overwrites() {
    let floor = FloorFile::lived();
    let (copy, back) = (floor.beside("copy.norma"), floor.beside("back.norma"));
    let (copy, back, path) = (copy.to_str().unwrap(), back.to_str().unwrap(), floor.path.to_str().unwrap());
    let head = |path: &str| norma(&["verify", path, "--json"]).expect_code(0).json()["head"].clone();
    let said = norma(&["backup", path, copy]);
    assert!(said.expect_code(0).out.contains(head(path).as_str().unwrap()), "the head is printed: {}", said.out);
    norma(&["restore", copy, back]).expect_code(0);
    assert_eq!(head(path), head(copy));
    assert_eq!(head(path), head(back));
    for arguments in [["backup", path, copy], ["restore", copy, back], ["restore", copy, path]] {
        let ran = norma(&arguments);
        assert!(ran.code == 1 && ran.err.contains(arguments[2]), "{arguments:?}: {}", ran.err);
    }
    let kpi =
        |path: &str| norma(&["kpi", path, "--month", "2026-03", "--as", "director", "--json"]).expect_code(0).json();
    assert_eq!(kpi(path), kpi(back));
    assert!(
        std::fs::read_dir(floor.path.parent().unwrap()).unwrap().all(|entry| !entry
            .unwrap()
            .path()
            .to_str()
            .unwrap()
            .contains("partial"))
    );
}

#[test]
fn every_export_in_every_format() {
    let floor = FloorFile::lived();
    let path = floor.path.to_str().unwrap();
    let study: String = floor.raw().query_row("SELECT uuid FROM study", [], |row| row.get(0)).unwrap();
    let set: String =
        floor.raw().query_row("SELECT uuid FROM norm_set WHERE set_id = 1", [], |row| row.get(0)).unwrap();
    let kinds: [(&str, Vec<&str>, &str); 6] = [
        ("norms", vec!["--set", &set], "ROUT"),
        ("order", vec!["--number", "41"], "ROUT"),
        ("study", vec!["--study", &study], "180"),
        ("tickets", vec!["--month", "2026-03"], "201"),
        ("kpi", vec!["--month", "2026-03"], "201"),
        ("audit", vec![], "order.approve"),
    ];
    for (kind, more, expected) in kinds {
        for format in ["csv", "json", "xlsx"] {
            let out = floor.beside(&format!("{kind}.{format}"));
            let fixed = ["export", path, kind, "--as", "director", "--format", format, "-o", out.to_str().unwrap()];
            norma(&fixed.iter().chain(&more).copied().collect::<Vec<_>>()).expect_code(0);
            let bytes = std::fs::read(&out).unwrap();
            match format {
                "xlsx" => assert!(bytes.starts_with(b"PK"), "{kind}"),
                "json" => {
                    assert!(serde_json::from_slice::<Value>(&bytes).unwrap().to_string().contains(expected), "{kind}");
                }
                _ => assert!(String::from_utf8(bytes).unwrap().contains(expected), "{kind}"),
            }
        }
    }
    let kpi = norma(&["kpi", path, "--month", "2026-03", "--as", "director", "--json"]).expect_code(0).json();
    assert_eq!(fields(&kpi), ["closed_through", "employees", "month", "total_cmin"]);
    for name in [
        "code",
        "name",
        "department",
        "kpi_cmin",
        "provisional_cmin",
        "plan_cmin",
        "plan_to_date_cmin",
        "tickets",
        "days",
    ] {
        assert!(kpi["employees"][0].get(name).is_some(), "{name}");
    }
}
