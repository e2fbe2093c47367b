//! One key of type-to-find over a catalogue of 500 actions, beside a plain search for the same letters in the same names of the same run.
//!
//! `cargo bench --bench find`; both figures are printed, and nothing is asserted.

#![allow(clippy::indexing_slicing, reason = "a benchmark")]

use divan::{Bencher, black_box};
use norma::desktop::widgets::find::{Entry, Index};

/// Names such as a provider's catalogue has, 500 of them.
fn names() -> Vec<String> {
    let verbs = [
        "Смена",
        "Проверка",
        "Подключение",
        "Возврат",
        "Перенос",
        "Консультация по",
        "Отключение",
        "Жалоба на",
        "Замена",
        "Выставление",
    ];
    let things =
        ["тарифа", "линии", "роутера", "оплаты", "договора", "счёта", "услуги", "приставки", "адреса", "скорости"];
    let kinds = ["", " юрлица", " по заявке", " повторно", " с выездом"];
    let name = |number: usize| format!("{} {}{}", verbs[number % 10], things[number / 10 % 10], kinds[number / 100]);
    (0..500).map(name).collect()
}

const QUERIES: [&str; 5] = ["тар", "nfh", "пров лин", "консультацыя", "gjlrk.xtybt hjen"];

fn main() {
    divan::main();
}

#[divan::bench(args = QUERIES)]
fn index(bencher: Bencher<'_, '_>, query: &str) {
    let names = names();
    let index = Index::new(names.iter().map(|name| Entry { name, group: "Связь", ..Entry::default() }));
    bencher.bench(|| index.search(black_box(query)));
}

#[divan::bench(args = QUERIES)]
fn plain_contains(bencher: Bencher<'_, '_>, query: &str) {
    let names = names();
    bencher.bench(|| names.iter().filter(|name| name.to_lowercase().contains(black_box(query))).count());
}
