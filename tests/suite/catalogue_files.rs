//! The catalogue and norms as files, by the command line: out as CSV and XLSX, in again, and the difference before anything is taken.

use serde_json::{Value, json};

use crate::support::{FloorFile, Ran, norma};

fn import(floor: &FloorFile, kind: &str, file: &str, more: &[&str]) -> Ran {
    let path = floor.beside(file);
    let fixed = ["import", floor.path.to_str().unwrap(), kind, path.to_str().unwrap(), "--as", "petrov"];
    norma(&fixed.iter().chain(more).copied().collect::<Vec<_>>())
}

fn write(floor: &FloorFile, file: &str, text: &str) {
    std::fs::write(floor.beside(file), text).unwrap();
}

fn actions(floor: &FloorFile) -> Vec<Value> {
    let view = floor.norma(["query"], ["actions", "--as", "petrov", "--json"]).json();
    view["actions"].as_array().unwrap().clone()
}

fn of<'a>(actions: &'a [Value], code: &str) -> &'a Value {
    actions.iter().find(|action| action["code"] == code).unwrap()
}

fn seq(floor: &FloorFile) -> i64 {
    floor.number("SELECT MAX(seq) FROM audit")
}

/// What goes out comes in again as it was, in both formats, whatever the texts hold.
#[test]
fn the_catalogue_goes_out_and_comes_back_unchanged() {
    let floor = FloorFile::lived();
    let lines = json!({"as": "petrov", "at": "2026-03-20T09:00:00+03:00", "do": "action.add", "with": {
        "code": "ODD", "name_ru": "=СУММ(A1); \"кавычки\", запятая", "name_en": "+1", "group": "-Странные",
        "kind": "manual", "channels": ["task", "chat"], "boost_bp": 12_345, "boost_reason": "@причина",
        "hard_criterion": "строка\nвторая", "elements": [
            {"code": "A|1", "name_ru": "Имя | фамилия", "break_point": "C:\\путь"}, {"code": "B", "name_ru": "Прощание", "name_en": "Bye"}]
    }});
    floor.run_lines(&format!("{lines}\n"), &[]).expect_code(0);
    let before = actions(&floor);
    for format in ["csv", "xlsx"] {
        let file = format!("actions.{format}");
        let path = floor.beside(&file);
        floor
            .norma(["export"], ["actions", "--format", format, "-o", path.to_str().unwrap(), "--as", "petrov"])
            .expect_code(0);
        let at = seq(&floor);
        let report = import(&floor, "actions", &file, &["--json"]).expect_code(0).json();
        assert_eq!((&report["made"], &report["refused"]), (&json!(0), &json!([])), "{format}: {report}");
        assert_eq!(report["repeated"], before.len(), "{format}");
        assert_eq!((seq(&floor), actions(&floor)), (at, before.clone()), "{format}");
    }
    let view = floor.norma(["export"], ["actions", "--format", "json", "--as", "petrov"]).json();
    assert_eq!(view["actions"].as_array().unwrap(), &before);
}

#[test]
fn a_difference_is_shown_field_by_field_and_nothing_is_taken() {
    let floor = FloorFile::lived();
    let file = "code,name_ru,name_en,group,kind,channels,boost,boost_reason
ROUT,Роутер и кабель,Router reboot,Связь,manual,\"chat, inbound-call\",\"1,5\",рост чека
NEW,Подключение,,Продажи,manual,,,
BAD,Без причины,,Продажи,manual,,2,
ODD,Голубь,,Продажи,manual,pigeon,,
";
    write(&floor, "actions.csv", file);
    let at = seq(&floor);
    let dry = import(&floor, "actions", "actions.csv", &["--dry-run", "--json"]).expect_code(0).json();
    assert_eq!(dry["difference"]["added"], json!(["NEW"]));
    let changed = &dry["difference"]["changed"][0];
    assert_eq!(changed["code"], "ROUT");
    let field = |name: &str| {
        changed["fields"].as_array().unwrap().iter().find(|field| field["field"] == name).cloned().unwrap()
    };
    assert_eq!(field("name_ru")["after"], "Роутер и кабель");
    assert_eq!((&field("channels")["before"], &field("channels")["after"]), (&json!(""), &json!("inbound-call, chat")));
    assert_eq!(field("boost")["after"], "1.5 (рост чека)");
    let refused: Vec<_> = dry["refused"].as_array().unwrap().iter().map(|row| (&row["line"], &row["code"])).collect();
    assert_eq!(refused, [(&json!(4), &json!("needs-reason")), (&json!(5), &json!("bad-input"))]);
    let missing = dry["difference"]["missing"].as_array().unwrap();
    assert!(missing.contains(&json!("REAC")) && !missing.contains(&json!("ROUT")), "{missing:?}");
    let total = |report: &Value| {
        let number = |name: &str| report[name].as_u64().unwrap();
        let refused = u64::try_from(report["refused"].as_array().unwrap().len()).unwrap();
        number("made") + number("repeated") + number("filtered") + refused
    };
    assert_eq!((total(&dry), seq(&floor)), (4, at), "{dry}");
    // For people: each changed field with before and after.
    for (lang, said) in
        [("ru", "каналы: везде → входящий звонок, чат"), ("en", "channels: everywhere → inbound call, chat")]
    {
        let ran = import(&floor, "actions", "actions.csv", &["--dry-run", "--lang", lang]);
        assert!(ran.out.to_lowercase().contains(said), "{}", ran.out);
    }
    assert_eq!(seq(&floor), at, "a dry run takes nothing in");
    // What was foreseen is what comes.
    let report = import(&floor, "actions", "actions.csv", &["--json"]).expect_code(0).json();
    for name in ["read", "made", "changed", "repeated", "refused"] {
        assert_eq!(report[name], dry[name], "{name}");
    }
    let now = actions(&floor);
    assert_eq!(of(&now, "ROUT")["boost_bp"], 15_000);
    assert_eq!(of(&now, "REAC")["active"], true, "what the file lacks stays");
    // The file has no column for the criterion: it stays as it was.
    assert_ne!(of(&now, "ROUT")["hard_criterion"], Value::Null);
    let again = import(&floor, "actions", "actions.csv", &["--json"]).json();
    assert_eq!((&again["made"], &again["repeated"]), (&json!(0), &json!(2)));
    floor.expect_whole();
}

#[test]
fn what_the_file_lacks_is_retired_only_when_asked() {
    let floor = FloorFile::lived();
    write(
        &floor,
        "actions.csv",
        "code,name_ru,group,kind,active\nROUT,Перезагрузка роутера,Связь,manual,\nREAC,Реактивация,Продажи,manual,no\n",
    );
    let dry = import(&floor, "actions", "actions.csv", &["--dry-run", "--retire-missing", "--json"]).json();
    let missing = dry["difference"]["missing"].as_array().unwrap().len();
    assert!(missing > 0 && dry["retired"] == missing, "{dry}");
    let report = import(&floor, "actions", "actions.csv", &["--retire-missing", "--json"]).expect_code(0).json();
    assert_eq!(report["retired"], missing);
    let active: Vec<Value> = actions(&floor).into_iter().filter(|action| action["active"] == true).collect();
    assert_eq!(active.len(), 1, "{active:?}");
    let usage = import(&floor, "people", "actions.csv", &["--retire-missing"]);
    assert_eq!(usage.code, 2, "{}", usage.err);
    floor.expect_whole();
}

#[test]
fn the_starter_catalogue_is_taken_in_either_language() {
    for (lang, group) in [("ru", "Техподдержка"), ("en", "Support")] {
        let floor = FloorFile::lived();
        let path = floor.path.to_str().unwrap().to_owned();
        let starter = |more: &[&str]| {
            let fixed = ["import", path.as_str(), "actions", "--starter", "--as", "petrov", "--lang", lang, "--json"];
            norma(&fixed.iter().chain(more).copied().collect::<Vec<_>>())
        };
        let dry = starter(&["--dry-run"]).expect_code(0).json();
        let report = starter(&[]).expect_code(0).json();
        assert!(report["made"].as_u64().unwrap() > 50 && report["made"] == dry["made"], "{report}");
        assert_eq!(report["refused"], json!([]));
        let now = actions(&floor);
        assert_eq!(of(&now, "WIFI")["group"], group);
        assert_eq!(of(&now, "TARFUP")["boost_bp"], 15_000);
        assert!(of(&now, "VISIT")["elements"].as_array().unwrap().len() > 2);
        assert_eq!(of(&now, "STDONE")["kind"], "automatic");
        assert_eq!(starter(&[]).json()["made"], 0);
        floor.expect_whole();
    }
}

#[test]
fn norms_go_out_and_come_in_as_a_draft() {
    let floor = FloorFile::lived();
    for format in ["csv", "xlsx"] {
        let file = format!("norms.{format}");
        let path = floor.beside(&file);
        floor
            .norma(["export"], ["norms", "--format", format, "-o", path.to_str().unwrap(), "--as", "petrov"])
            .expect_code(0);
        let dry = import(&floor, "norms", &file, &["--dry-run", "--json"]).expect_code(0).json();
        let norms = dry["difference"]["norms"].as_array().unwrap();
        assert!(!norms.is_empty());
        for norm in norms {
            assert_eq!(norm["before_weight_cmin"], norm["weight_cmin"], "{format}: {norm}");
        }
        let name = format!("Из файла {format}");
        let report = import(&floor, "norms", &file, &["--set", &name, "--json"]).expect_code(0).json();
        assert_eq!((&report["made"], &report["refused"]), (&json!(norms.len()), &json!([])), "{report}");
        let sets = floor.norma(["query"], ["sets", "--as", "petrov", "--json"]).json();
        let set = sets["sets"].as_array().unwrap().iter().find(|set| set["name"] == name.as_str()).unwrap().clone();
        assert_eq!(set["state"], "draft");
        let with = json!({"set": set["set"]}).to_string();
        let view = floor.norma(["query"], ["set", &with, "--as", "petrov", "--json"]).json();
        for line in view["lines"].as_array().unwrap() {
            assert_eq!(line["basis"], "imported");
            assert!(line["reason"].as_str().unwrap().contains(&file), "{line}");
        }
        let again = import(&floor, "norms", &file, &["--set", &name, "--json"]).json();
        assert_eq!((&again["made"], &again["repeated"]), (&json!(0), &report["made"]));
    }
    write(&floor, "own.csv", "action;norm_min;boost;boost_reason\nROUT;4,5;;\nREAC;3;1,5;\nNONE;1;;\nREAC;0;;\n");
    let dry = import(&floor, "norms", "own.csv", &["--dry-run", "--lang", "en"]);
    assert!(dry.out.contains("Set \"own\" against the one in force") && dry.out.contains("→ 4.50"), "{}", dry.out);
    let report = import(&floor, "norms", "own.csv", &["--json"]).expect_code(0).json();
    let refused: Vec<_> =
        report["refused"].as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap()).collect();
    assert_eq!((&report["made"], refused), (&json!(1), vec!["needs-reason", "unknown-code", "bad-input"]));
    floor.expect_whole();
}

/// A workbook as people make it: numbers as numbers, a blank line, a sheet before it that holds nothing.
#[test]
fn a_workbook_made_by_hand_is_read_by_its_cells() {
    let floor = FloorFile::lived();
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet();
    let sheet = book.add_worksheet();
    for (column, head) in (0_u16..).zip(["Code", "name_ru", "group", "kind", "boost", "boost_reason", "active"]) {
        sheet.write_string(1, column, head).unwrap();
    }
    sheet.write_number(3, 0, 7.0).unwrap();
    sheet.write_string(3, 1, "  Седьмое ").unwrap();
    sheet.write_string(3, 2, "Разное").unwrap();
    sheet.write_string(3, 3, "manual").unwrap();
    sheet.write_number(3, 4, 1.25).unwrap();
    sheet.write_string(3, 5, "план").unwrap();
    sheet.write_boolean(3, 6, true).unwrap();
    sheet.write_string(5, 0, "BAD").unwrap();
    std::fs::write(floor.beside("book.xlsx"), book.save_to_buffer().unwrap()).unwrap();
    let report = import(&floor, "actions", "book.xlsx", &["--json"]).expect_code(0).json();
    assert_eq!((&report["made"], &report["refused"][0]["line"]), (&json!(1), &json!(6)), "{report}");
    let now = actions(&floor);
    assert_eq!((&of(&now, "7")["name_ru"], &of(&now, "7")["boost_bp"]), (&json!("Седьмое"), &json!(12_500)));
    std::fs::write(floor.beside("broken.xlsx"), b"PK\x03\x04 not a book").unwrap();
    let broken = import(&floor, "actions", "broken.xlsx", &["--lang", "en"]);
    assert!(broken.code == 1 && broken.err.contains("XLSX or CSV"), "{}", broken.err);
}
