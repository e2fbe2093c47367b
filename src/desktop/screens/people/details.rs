//! A person as somebody sees them who does not keep people.

use egui::Ui;

use super::{View, list, words};
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::space;
use crate::desktop::widgets::card;
use crate::locale::Lang;
use crate::views::people::PersonView;

pub(super) fn body(ui: &mut Ui, lang: Lang, view: &View<'_>, person: &PersonView) {
    let or_missing = |text: Option<String>| text.unwrap_or_else(|| "—".to_owned());
    let department = view.people.departments.iter().find(|one| Some(&one.code) == person.department.as_ref());
    let password = person.account.as_ref().map(|account| words::password(lang, account.password).1);
    let facts = [
        ("code", person.code.clone()),
        ("login", or_missing(person.login.clone())),
        ("roles", words::roles(lang, words::held(person))),
        ("department", or_missing(department.map(|one| one.name.clone()))),
        ("position", or_missing(person.position.clone())),
        ("rate", lang.factor(person.rate_bp)),
        ("employed", words::employment(lang, person)),
        ("password", or_missing(password)),
    ];
    for pair in facts.chunks(2) {
        card::columns_apart(ui, 2, space::M, |columns| {
            for (column, (field, value)) in columns.iter_mut().zip(pair) {
                layout::fact(column, &lang.t(&format!("people-field-{field}")), value);
            }
        });
    }
    if let Some(note) = list::password_note(lang, view, person) {
        layout::caption(ui, &note);
    }
}
