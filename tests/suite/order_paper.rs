//! The printed order: sixty actions in both languages, all that is optional in it, pages, text, bytes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use norma::documents::order;
use norma::domain::wording;
use norma::locale::Lang;
use norma::views::document::{OrderDocument, OrderWording};
use norma::views::pilot::AcquaintanceView;

use serde_json::json;

use crate::support::{FloorFile, repository};

mod sample;

/// Where the files of these tests lie for people to look at.
fn folder() -> PathBuf {
    let folder = repository("target/documents");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn print(name: &str, lang: Lang, order: &OrderDocument, sheet: &AcquaintanceView, wording: &OrderWording) -> Printed {
    let bytes = order::pdf(order, sheet, wording, lang).unwrap();
    let path = folder().join(format!("{name}-{}.pdf", lang.code()));
    std::fs::write(&path, bytes).unwrap();
    Printed { text: text(&path), path }
}

struct Printed {
    path: PathBuf,
    /// What `pdftotext` reads, blanks alike; none where there is no such tool.
    text: Option<String>,
}

impl Printed {
    fn says(&self, words: &str) {
        if let Some(text) = &self.text {
            let found = has(text, words);
            assert!(found, "{} does not say {words:?}:\n{text}", self.path.display());
        }
    }

    fn is_silent_on(&self, words: &str) {
        if let Some(text) = &self.text {
            assert!(!text.contains(&alike(words)), "{} says {words:?}", self.path.display());
        }
    }
}

/// Whether a text has these words, wherever its lines and columns end.
fn has(text: &str, words: &str) -> bool {
    let joined = |text: &str| text.split_whitespace().collect::<String>();
    joined(text).contains(&joined(words))
}

fn alike(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(path: &Path) -> Option<String> {
    let output = Command::new("pdftotext").arg("-raw").arg(path).arg("-").output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(alike(&String::from_utf8(output.stdout).unwrap()))
}

fn pages(printed: &Printed) -> Option<usize> {
    let output = Command::new("pdfinfo").arg(&printed.path).output().ok()?;
    let about = String::from_utf8(output.stdout).unwrap();
    let count = about.lines().find_map(|line| line.strip_prefix("Pages:"))?;
    Some(count.trim().parse().unwrap())
}

#[test]
fn an_order_of_sixty_actions_says_everything_on_its_pages() {
    for lang in Lang::ALL {
        let (order, sheet) = (sample::order(), sample::sheet());
        let printed = print("order", lang, &order, &sheet, &OrderWording::default());
        if let Some(count) = pages(&printed) {
            assert!((6..=9).contains(&count), "{count} pages");
        }
        for line in &order.lines {
            let name = line.name_en.as_ref().filter(|_| lang == Lang::En).unwrap_or(&line.name_ru);
            printed.says(&format!("{name} ({})", line.action));
        }
        for person in &sheet.people {
            printed.says(&person.name);
        }
        let reasons = order.lines.iter().flat_map(|line| line.reason.iter().chain(&line.boost_reason));
        let optional = [&order.early_reason, &order.pilot_reason, &order.representative, &order.password_reset_by];
        for words in optional.into_iter().flatten().chain(reasons).chain([&order.grounds, &order.organisation]) {
            printed.says(words.trim_end_matches('.'));
        }
        // A sum is one word, to be copied and searched for.
        printed.says(&order.fingerprint);
        printed.says(&order.chain_head);
        for words in sample::sentences(lang) {
            printed.says(words);
        }
    }
}

#[test]
fn what_an_order_does_not_have_is_not_spoken_of() {
    for lang in Lang::ALL {
        let printed = print("order-plain", lang, &sample::plain(), &sample::empty_sheet(), &OrderWording::default());
        for words in sample::absent(lang) {
            printed.is_silent_on(words);
        }
        printed.is_silent_on("{");
    }
}

#[test]
fn the_same_order_gives_the_same_bytes() {
    for lang in Lang::ALL {
        let make = || order::pdf(&sample::order(), &sample::sheet(), &OrderWording::default(), lang).unwrap();
        let first = make();
        assert!(first.starts_with(b"%PDF-1.7"));
        assert_eq!(first, make());
    }
}

/// A firm's own words stand in the order, with its facts in them; what every order says follows where they leave it out.
#[test]
fn a_firm_s_own_wording_leaves_out_nothing_that_counts() {
    let wording = OrderWording {
        heading: Some("ПРИКАЗ ПО ЛИЧНОМУ СОСТАВУ\n№ {number}".to_owned()),
        preamble: Some(
            "Во исполнение коллективного договора отдел «{department}» переходит на новые нормы,".to_owned(),
        ),
        points: Some("Ввести нормы ({actions} действий).\nОбкатка длилась {pilot_days} дн.".to_owned()),
        signature: Some("Генеральный директор ООО «Связь-Сервис»".to_owned()),
    };
    for text in [&wording.heading, &wording.preamble, &wording.points, &wording.signature].into_iter().flatten() {
        wording::check(text).unwrap();
    }
    let order = sample::order();
    let printed = print("order-own", Lang::Ru, &order, &sample::sheet(), &wording);
    let says = [
        "ПРИКАЗ ПО ЛИЧНОМУ СОСТАВУ № 12-Н",
        "Во исполнение коллективного договора отдел «Техническая поддержка» переходит на новые нормы, ПРИКАЗЫВАЮ:",
        "1. Ввести нормы (60 действий).",
        "2. Обкатка длилась 7 дн.",
        "Генеральный директор ООО «Связь-Сервис»",
        "ввести их в действие с 01.06.2026",
        "признать утратившим силу приказ № 4-Н",
        "10 % нормального времени",
    ];
    for words in says {
        printed.says(words);
    }
    for words in [&order.early_reason, &order.pilot_reason, &order.representative].into_iter().flatten() {
        printed.says(words.trim_end_matches('.'));
    }
    // Where there was no pilot, a sentence about its days falls away.
    let printed = print("order-own-plain", Lang::Ru, &sample::plain(), &sample::empty_sheet(), &wording);
    printed.is_silent_on("Обкатка длилась");
}

/// The program's own words are where a firm begins: what it is given fits the rules and prints the same order.
#[test]
fn the_standard_wording_is_a_wording_like_any_other() {
    for lang in Lang::ALL {
        let standard = order::standard_wording(lang);
        let texts = [&standard.heading, &standard.preamble, &standard.points, &standard.signature];
        for text in texts.into_iter().flatten() {
            wording::check(text).unwrap();
        }
        let named: BTreeSet<&str> = wording::PLACEHOLDERS
            .into_iter()
            .filter(|name| wording::names(standard.points.as_ref().unwrap(), name))
            .collect();
        assert!(named.len() >= 12, "{named:?}");
        let own = OrderWording { heading: None, signature: None, ..standard };
        let make = |wording: &OrderWording| order::pdf(&sample::order(), &sample::sheet(), wording, lang).unwrap();
        assert_eq!(make(&own), make(&OrderWording::default()));
    }
}

/// Whatever people type, there is a document: letters that no font has, private signs, words without a blank.
#[test]
fn any_text_can_be_printed() {
    let odd = [
        "\u{1F600}\u{1F468}\u{200D}\u{1F469} emoji",
        "\u{E000}\u{F8FF}\u{10FFFD} private",
        "\u{0}\u{1}\u{7F}\u{85}\u{2028}\u{2029}\u{FEFF} controls",
        "\u{202E}right to left \u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{645}\u{631}\u{62D}\u{628}\u{627}",
        "e\u{301}\u{301}\u{301}\u{301} marks \u{1100}\u{1161} \u{4E2D}\u{6587}",
        "",
        "   \n\n\t ",
        "\u{AD}soft\u{AD}hyphens\u{AD}",
    ];
    let long = "Ж".repeat(700);
    for text in odd.into_iter().chain([long.as_str()]) {
        let mut order = sample::plain();
        text.clone_into(&mut order.organisation);
        text.clone_into(&mut order.grounds);
        text.clone_into(&mut order.department.name);
        text.clone_into(&mut order.lines[0].name_ru);
        text.clone_into(&mut order.fingerprint);
        let mut sheet = sample::sheet();
        text.clone_into(&mut sheet.people[0].name);
        let wording = OrderWording { heading: Some(text.to_owned()), ..OrderWording::default() };
        for lang in Lang::ALL {
            order::pdf(&order, &sheet, &wording, lang).unwrap_or_else(|error| panic!("{text:?}: {error}"));
        }
    }
}

#[test]
fn the_workbook_has_the_order_its_norms_and_the_sheet() {
    for lang in Lang::ALL {
        let (order, sheet) = (sample::order(), sample::sheet());
        let tables = order::tables(&order, Some(&sheet), lang);
        let sizes: Vec<usize> = tables.iter().map(|table| table.rows.len()).collect();
        assert_eq!(sizes, [24, 60, sheet.people.len()]);
        for table in &tables {
            assert!(table.rows.iter().all(|row| row.len() == table.heads.len()), "{}", table.name);
        }
        let bytes = order::xlsx(&order, &sheet, lang).unwrap();
        assert!(bytes.starts_with(b"PK"));
        std::fs::write(folder().join(format!("order-{}.xlsx", lang.code())), bytes).unwrap();
        let csv = String::from_utf8(order::table(&order).csv().unwrap()).unwrap();
        assert_eq!(csv.lines().count(), 61);
        assert!(csv.starts_with("action,name_ru,name_en,group,basis,observations,hard,measured_ms"));
    }
}

/// Through the command line: the director's copy has the acquaintance sheet, an operator's does not; the firm's wording
/// comes from the floor's settings, where a placeholder that an order doesn't know is refused by name.
#[test]
fn an_order_leaves_the_floor_on_paper() {
    let floor = FloorFile::lived();
    let set = |value: &str, expect: &str| {
        let with = json!({"name": "order-preamble-ru", "value": value});
        let line = json!({"as": "director", "at": "2026-03-25T09:00:00+03:00", "do": "setting.set", "with": with, "expect": expect});
        floor.run_lines(&format!("{line}\n"), &["--lang", "ru"])
    };
    let refused = set("Действует с {efective}", "bad-input");
    assert!(refused.expect_code(0).out.contains("efective") && refused.out.contains("effective"), "{}", refused.out);
    assert!(set("Действует с {effective", "bad-input").expect_code(0).out.contains("без пары"));
    set("По решению совета отдел «{department}» переходит на нормы с {effective}", "ok").expect_code(0);
    let export = |login: &str, name: &str, format: &str, lang: &str| {
        let out = floor.beside(name);
        let path = out.to_str().unwrap();
        let rest = ["order", "--number", "41", "--as", login, "--format", format, "--lang", lang, "-o", path];
        floor.norma(["export"], rest).expect_code(0);
        out
    };
    let (once, twice) = (export("director", "a.pdf", "pdf", "ru"), export("director", "b.pdf", "pdf", "ru"));
    assert_eq!(std::fs::read(&once).unwrap(), std::fs::read(&twice).unwrap());
    let own = export("anna", "c.pdf", "pdf", "ru");
    if let (Some(text), Some(own)) = (text(&once), text(&own)) {
        assert!(has(&text, "По решению совета отдел «Техподдержка» переходит на нормы с"), "{text}");
        assert!(has(&text, "Лист ознакомления") && has(&text, "Анна Смирнова"), "{text}");
        assert!(has(&own, "По решению совета отдел") && !has(&own, "Лист ознакомления"), "{own}");
    }
    for (login, format, lang) in [("director", "pdf", "en"), ("director", "xlsx", "ru"), ("anna", "xlsx", "en")] {
        assert!(std::fs::metadata(export(login, "d", format, lang)).unwrap().len() > 5_000, "{login} {format} {lang}");
    }
    let other =
        floor.norma(["export"], ["kpi", "--month", "2026-03", "--as", "director", "--format", "pdf", "--lang", "ru"]);
    assert!(other.code == 1 && other.err.contains("kpi"), "{}", other.err);
}
