//! The entries: newest first, page by page, narrowed by person, act and days.

use egui::{ComboBox, Ui};

use super::{Form as Screen, View, words};
use crate::desktop::icons;
use crate::desktop::screens::norms::layout::card_room;
use crate::desktop::screens::norms::words::{date, moment};
use crate::desktop::theme::{Kind, Theme, measure, size, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{card, ink, state};
use crate::domain::code::Code;
use crate::floor::question::AskAudit;
use crate::locale::{Arg, Lang};
use crate::views::journal::AuditView;

/// How high a list of choices gets.
const LIST: f32 = 360.0;

/// What acts are narrowed by: the beginning of their names; what is asked for most often comes first.
pub const AREAS: [&str; 39] = [
    "person.",
    "password.",
    "department.",
    "set.",
    "order.",
    "deputy.",
    "ticket.",
    "tickets.",
    "day.",
    "month.",
    "award.",
    "money.",
    "scheme.",
    "recalculation.",
    "absence.",
    "downtime.",
    "cover.",
    "calendar.",
    "schedule.",
    "action.",
    "study.",
    "observation.",
    "flags.",
    "sitting.",
    "call.",
    "merge.",
    "stage.",
    "queue.",
    "claim.",
    "review.",
    "task.",
    "objection.",
    "note.",
    "checklist.",
    "rating.",
    "indicator.",
    "import.",
    "setting.",
    "floor.",
];

/// What the list remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    person: Option<String>,
    act: Option<&'static str>,
    from: String,
    to: String,
    /// Where the pages before the one on screen began; empty on the newest.
    pages: Vec<i64>,
    row: Option<usize>,
    pub find_wanted: bool,
}

impl Form {
    /// The page that is wanted; a day that can't be read narrows nothing.
    pub fn wanted(&self) -> AskAudit {
        AskAudit {
            newest: true,
            before_seq: self.pages.last().copied(),
            person: self.person.as_deref().and_then(|code| Code::new(code).ok()),
            act: self.act.map(str::to_owned),
            from: date(&self.from),
            to: date(&self.to),
            ..AskAudit::default()
        }
    }

    /// Goes to the entries that are newer.
    pub fn newer(&mut self) {
        self.pages.pop();
        self.row = None;
    }

    /// Goes to the entries that are older.
    pub fn older(&mut self, page: Option<&AuditView>) {
        if let Some(next) = page.and_then(|page| page.next) {
            self.pages.push(next);
            self.row = None;
        }
    }

    /// The place of the entry under the keyboard.
    pub fn chosen(&self, page: Option<&AuditView>) -> Option<i64> {
        Some(page?.entries.get(self.row?)?.seq)
    }

    fn is_narrowed(&self) -> bool {
        let day = |text: &str| date(text).is_some();
        self.person.is_some() || self.act.is_some() || day(&self.from) || day(&self.to)
    }

    fn widen(&mut self) {
        *self = Self::default();
    }
}

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, page: &AuditView, form: &mut Screen) {
    let room = card_room(ui);
    card::card(ui, "", |ui| {
        let bottom = ui.cursor().top() + room;
        ui.set_min_height(room);
        filters(ui, lang, view, &mut form.list);
        if page.entries.is_empty() {
            let (title, text, button) =
                (lang.t("journal-none"), lang.t("journal-none-text"), lang.t("journal-show-all"));
            let empty = state::Empty {
                icon: icons::CLOCK_COUNTER_CLOCKWISE,
                title: &title,
                text: &text,
                button: &button,
                ..state::Empty::default()
            };
            if state::empty(ui, &empty) {
                form.list.widen();
            }
            return;
        }
        let left = bottom - ui.cursor().top() - measure::CONTROL - size::SECTION - 2.0 * space::S;
        let opened = entries(ui, lang, page, &mut form.list, left.max(measure::ROW * 4.0));
        pager(ui, lang, page, &mut form.list);
        if let Some(entry) = opened.and_then(|row| page.entries.get(row)) {
            form.opened = Some(entry.seq);
        }
    });
}

fn filters(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let before = (form.person.clone(), form.act, form.from.clone(), form.to.clone());
    card::columns_apart(ui, 4, space::S, |columns| {
        let [person, act, from, to] = columns else { return };
        by_person(person, lang, view, form);
        by_act(act, lang, form);
        for (ui, key, text) in [(from, "journal-from", &mut form.from), (to, "journal-to", &mut form.to)] {
            let (label, bad) = (lang.t(key), lang.t("orders-bad-date"));
            let error = if text.trim().is_empty() || date(text).is_some() { "" } else { &bad };
            let placeholder = lang.t("journal-date-hint");
            field::text(ui, &Field { error, placeholder: &placeholder, ..Field::new(&label) }, text);
        }
    });
    if before != (form.person.clone(), form.act, form.from.clone(), form.to.clone()) {
        form.pages.clear();
        form.row = None;
    }
}

fn by_person(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let (label, every, floor) = (lang.t("journal-col-who"), lang.t("journal-everybody"), lang.t("journal-who-floor"));
    let people = view.people.map(|people| people.people.as_slice()).unwrap_or_default();
    let name = |code: &str| people.iter().find(|person| person.code == code).map(|person| person.name.clone());
    let shown = match form.person.as_deref() {
        None => every.clone(),
        Some("floor") => floor.clone(),
        Some(code) => name(code).unwrap_or_else(|| code.to_owned()),
    };
    let wanted = std::mem::take(&mut form.find_wanted);
    let response = field::wrap(ui, &Field::new(&label), |ui| {
        ui.spacing_mut().interact_size.y = measure::CONTROL;
        let combo = ComboBox::from_id_salt("journal-person")
            .height(LIST)
            .width(ui.available_width())
            .truncate()
            .selected_text(shown);
        let list = combo.show_ui(ui, |ui| {
            ui.selectable_value(&mut form.person, None, &every);
            ui.selectable_value(&mut form.person, Some("floor".to_owned()), &floor);
            for person in people {
                ui.selectable_value(&mut form.person, Some(person.code.clone()), &person.name);
            }
        });
        list.response
    });
    if wanted {
        response.request_focus();
    }
}

fn by_act(ui: &mut Ui, lang: Lang, form: &mut Form) {
    let (label, every) = (lang.t("journal-col-act"), lang.t("journal-every-act"));
    let word = |area: &str| lang.t(&format!("journal-area-{}", area.trim_end_matches('.')));
    let shown = form.act.map_or_else(|| every.clone(), word);
    field::wrap(ui, &Field::new(&label), |ui| {
        ui.spacing_mut().interact_size.y = measure::CONTROL;
        let combo = ComboBox::from_id_salt("journal-act")
            .height(LIST)
            .width(ui.available_width())
            .truncate()
            .selected_text(shown);
        let list = combo.show_ui(ui, |ui| {
            ui.selectable_value(&mut form.act, None, &every);
            for area in AREAS {
                ui.selectable_value(&mut form.act, Some(area), word(area));
            }
        });
        list.response
    });
}

/// The table; gives the row that was opened.
fn entries(ui: &mut Ui, lang: Lang, page: &AuditView, form: &mut Form, height: f32) -> Option<usize> {
    let titles = ["seq", "at", "who", "act", "facts", "hash"].map(|column| lang.t(&format!("journal-col-{column}")));
    let [seq, at, who, act, facts, hash] = &titles;
    let heads = [
        Head::number(seq, 72.0),
        Head::text(at).exact(136.0),
        Head { width: Width::Fill(150.0), ..Head::text(who) },
        Head { width: Width::Fill(220.0), ..Head::text(act) },
        Head::number(facts, 64.0),
        Head::text(hash).exact(116.0),
    ];
    let name = lang.t("journal-table");
    let height = height.min(measure::ROW * ink::px(page.entries.len() + 1));
    let table = Table::new(&name, &heads).height(height).takes_arrows();
    let draw = |ui: &mut Ui, row: usize, column: usize| {
        let Some(entry) = page.entries.get(row) else { return };
        match column {
            0 => drop(table::number(ui, &lang.whole(entry.seq))),
            1 => drop(table::quiet(ui, &moment(lang, &entry.recorded_at))),
            2 => drop(table::text(ui, &words::who(lang, entry))),
            3 => {
                table::text(ui, &words::act(lang, &entry.act)).on_hover_text(&entry.act);
            }
            4 => drop(table::number(ui, &lang.whole(i64::try_from(entry.facts).unwrap_or(i64::MAX)))),
            _ => {
                table::quiet(ui, words::short(&entry.hash)).on_hover_text(&entry.hash);
            }
        }
    };
    // A room of its own, so that the ring stands around the table alone.
    ui.scope(|ui| table.show(ui, page.entries.len(), &mut form.row, draw)).inner.opened
}

/// Which entries are on screen, and the ways to the newer and older ones.
fn pager(ui: &mut Ui, lang: Lang, page: &AuditView, form: &mut Form) {
    let seq = |entry: Option<&crate::views::journal::AuditEntryView>| entry.map_or(0, |entry| entry.seq);
    let (newest, oldest) = (lang.whole(seq(page.entries.first())), lang.whole(seq(page.entries.last())));
    let all = lang.whole(page.seq);
    let named = [("newest", Arg::Text(newest.as_str())), ("oldest", Arg::Text(&oldest)), ("all", Arg::Text(&all))];
    let key = if form.is_narrowed() { "journal-shown-narrowed" } else { "journal-shown" };
    let row = egui::vec2(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let (newer, older) = (lang.t("journal-newer"), lang.t("journal-older"));
        let back = Button::quiet(&older).icon(icons::CARET_RIGHT).key("Alt+→").enabled(page.next.is_some());
        if back.tooltip(&lang.t("journal-no-older")).show(ui).clicked() {
            form.older(Some(page));
        }
        let on = Button::quiet(&newer).icon(icons::CARET_LEFT).key("Alt+←").enabled(!form.pages.is_empty());
        if on.tooltip(&lang.t("journal-no-newer")).show(ui).clicked() {
            form.newer();
        }
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            let text = Theme::of(ui).tinted(Kind::Neutral, lang.with(key, &named)).size(size::CAPTION);
            ui.add(egui::Label::new(text).truncate());
        });
    });
}
