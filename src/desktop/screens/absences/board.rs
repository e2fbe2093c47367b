//! The month board: people × days with their letters, sums at the right, and below what stands in the chosen cells.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use egui::{Align, Key, Layout, Ui, Vec2};

use super::{Act, Form, Gone, View, cover, pages, propose, words};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Theme, measure, space};
use crate::desktop::widgets::board::{self, Board, Cell, Day, Look};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::{badge, card, find, ink, state};
use crate::documents::statement::cover_words;
use crate::domain::calendar::{DayKind, DayType};
use crate::domain::units::CentiMinutes;
use crate::locale::{Arg, Lang};
use crate::views::absences::{AbsenceView, AbsencesView, BoardCover, BoardDay, BoardPerson, DowntimeView};
use crate::views::calendar::DateView;

/// The height of what stands below the board.
const BELOW: f32 = 104.0;

/// Who and which days are chosen.
pub(super) struct Chosen<'a> {
    pub people: Vec<&'a BoardPerson>,
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// The one absence that stands in the one chosen cell.
    pub absence: Option<&'a AbsenceView>,
}

/// The people whose name or number fits what was typed.
fn shown<'a>(view: &View<'a>, filter: &str) -> Vec<&'a BoardPerson> {
    let people = &view.board.people;
    if filter.trim().is_empty() {
        return people.iter().collect();
    }
    let fitting = find::search(people, filter, |person| (person.name.as_str(), person.person.as_str()));
    // In the board's own order, whatever fits best.
    let mut fitting: Vec<usize> = fitting;
    fitting.sort_unstable();
    fitting.into_iter().filter_map(|place| people.get(place)).collect()
}

/// What is chosen; nothing before anything was.
pub(super) fn chosen<'a>(view: &View<'a>, form: &Form) -> Option<Chosen<'a>> {
    let shown = shown(view, &form.filter);
    let block = form.block.and_then(|block| block.within(shown.len(), view.board.dates.len()))?;
    let people: Vec<&BoardPerson> = block.rows().filter_map(|row| shown.get(row).copied()).collect();
    let date = |column: usize| view.board.dates.get(column).map(|day| day.date);
    let (first, last) = (date(*block.columns().start())?, date(*block.columns().end())?);
    let absence = match (people.as_slice(), first == last) {
        ([person], true) => {
            let mut there = absences(view.board, person, first, last);
            there.next().filter(|_| there.next().is_none())
        }
        _ => None,
    };
    Some(Chosen { people, first, last, absence })
}

fn absences<'a>(
    board: &'a AbsencesView,
    person: &'a BoardPerson,
    first: NaiveDate,
    last: NaiveDate,
) -> impl Iterator<Item = &'a AbsenceView> {
    let mine = board.absences.iter().filter(|one| one.person == person.person);
    mine.filter(move |one| one.first_day <= last && first <= one.last_day)
}

fn downtimes<'a>(
    board: &'a AbsencesView,
    person: &'a BoardPerson,
    first: NaiveDate,
    last: NaiveDate,
) -> impl Iterator<Item = &'a DowntimeView> {
    let mine = board.downtimes.iter().filter(|one| one.people.contains(&person.person));
    mine.filter(move |one| one.first_day <= last && first <= one.last_day)
}

/// The records that touch the chosen cells.
pub(super) fn records(view: &View<'_>, form: &Form) -> Vec<Gone> {
    let Some(chosen) = chosen(view, form) else { return Vec::new() };
    let mut found = Vec::new();
    for person in &chosen.people {
        found.extend(
            absences(view.board, person, chosen.first, chosen.last).map(|absence| Gone::Absence(absence.absence)),
        );
        for one in downtimes(view.board, person, chosen.first, chosen.last) {
            let gone = Gone::Downtime(one.downtime);
            if !found.contains(&gone) {
                found.push(gone);
            }
        }
    }
    found
}

/// A record in words: who, what, when.
pub(super) fn record_words(lang: Lang, board: &AbsencesView, gone: Gone) -> String {
    let name = |code: &str| {
        let found = board.people.iter().find(|person| person.person == code);
        found.map_or_else(|| code.to_owned(), |person| person.name.clone())
    };
    match gone {
        Gone::Absence(id) => {
            let Some(one) = board.absences.iter().find(|one| one.absence == id) else { return String::new() };
            let kind = words::name(lang, &one.kind, &board.kinds);
            let when = words::when(lang, (one.first_day, one.last_day), one.whole, &one.from, &one.to);
            format!("{}: {kind}, {when}", name(&one.person))
        }
        Gone::Downtime(id) => {
            let Some(one) = board.downtimes.iter().find(|one| one.downtime == id) else { return String::new() };
            let when = words::when(lang, (one.first_day, one.last_day), one.whole, &one.from, &one.to);
            let people: Vec<String> = one.people.iter().map(|code| name(code)).collect();
            format!("{}: {}, {when}", people.join(", "), words::idle(lang, &one.cause))
        }
    }
}

/// What a proposal of cover begins with: who is chosen, and when he is away.
pub(super) fn proposal(lang: Lang, view: &View<'_>, form: &Form) -> propose::Propose {
    let chosen = chosen(view, form);
    let absent = chosen.as_ref().and_then(|chosen| chosen.people.first().copied());
    let dates = chosen.map(|chosen| match chosen.absence {
        Some(absence) => (absence.first_day, absence.last_day),
        None => (chosen.first, chosen.last),
    });
    propose::Propose::new(lang, absent.map(|person| person.person.clone()), dates)
}

/// Draws the page; says whether what did not come is to be asked for once more.
pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, actions: &mut Vec<Action>) -> bool {
    // Who has one row only, the own, finds what was offered right below it.
    let alone = !view.board.may_record && view.board.people.len() == 1;
    card_of_board(ui, lang, view, form, alone);
    alone && cover::parts(ui, lang, view, form, actions)
}

fn card_of_board(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, alone: bool) {
    let room = layout::card_room(ui);
    card::card(ui, "", |ui| {
        if !alone {
            ui.set_min_height(room);
        }
        tools(ui, lang, view, form);
        if view.board.people.is_empty() {
            let (title, text) = (lang.t("board-empty"), lang.t("board-empty-text"));
            state::empty(
                ui,
                &state::Empty { icon: icons::CALENDAR_DOTS, title: &title, text: &text, ..state::Empty::default() },
            );
            return;
        }
        if view.board.people.iter().all(|person| person.days.iter().all(|day| day.scheduled_cmin.is_none())) {
            let year = view.board.month.first().year().to_string();
            badge::banner(
                ui,
                crate::desktop::theme::Kind::Warn,
                &lang.with("kpi-no-plan", &[("year", Arg::Text(&year))]),
                "",
            );
        }
        let people = shown(view, &form.filter);
        if people.is_empty() {
            state::line(ui, crate::desktop::theme::Kind::Neutral, icons::MAGNIFYING_GLASS, &lang.t("board-nobody"));
            return;
        }
        grid(ui, lang, view, form, &people);
        legend(ui, lang);
        below(ui, lang, view, form);
    });
}

/// Pages, the filter and the buttons in one row.
fn tools(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    let row = Vec2::new(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        if view.board.may_record {
            let button = |ui: &mut Ui, key: &str, word: &str, icon| {
                Button::secondary(word).icon(icon).key(key).show(ui).clicked()
            };
            if view.board.may_propose && button(ui, "P", &lang.t("cover-propose-short"), icons::SWAP) {
                form.press(Act::Propose);
            }
            if button(ui, "D", &lang.t("board-idle-short"), icons::PAUSE) {
                form.press(Act::Idle);
            }
            if button(ui, "N", &lang.t("board-record-short"), icons::PLUS) {
                form.press(Act::Record);
            }
            ui.add_space(space::S);
        }
        if view.board.people.len() > 1 {
            filter(ui, lang, form);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| pages(ui, lang, view, form));
    });
}

fn filter(ui: &mut Ui, lang: Lang, form: &mut Form) {
    let name = lang.t("board-find");
    let hint = Theme::of(ui).quiet(lang.t("board-find-hint"));
    let width = (ui.available_width() - 240.0).clamp(96.0, 200.0);
    let edit = egui::TextEdit::singleline(&mut form.filter)
        .hint_text(hint)
        .desired_width(width)
        .align(egui::Align2::LEFT_CENTER)
        .min_size(Vec2::new(0.0, measure::CONTROL));
    let response = ui.add(edit).accessible_name(&name);
    if std::mem::take(&mut form.finds) {
        response.request_focus();
    }
    if response.changed() {
        form.block = None;
    }
    // Enter goes on to the board, Esc clears.
    if response.has_focus() && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape)) {
        form.filter.clear();
        response.surrender_focus();
    }
}

fn grid(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form, people: &[&BoardPerson]) {
    let days = heads(lang, view.board);
    let names: Vec<String> = people.iter().map(|person| person.name.clone()).collect();
    let minutes = lang.t("unit-min");
    let sums = [
        (lang.t("board-sum-away"), minutes.clone()),
        (lang.t("board-sum-idle"), minutes),
        (lang.t("board-sum-surplus"), lang.t("board-sum-a-day")),
    ];
    let height =
        (layout::room_below(ui) - BELOW - 20.0 - 3.0 * space::S - space::L).max(board::HEAD + 3.0 * board::ROW);
    let (name, title) = (lang.t("board-name"), lang.t("board-people"));
    let board = Board { name: &name, names: &title, days: &days, rows: &names, sums: &sums, height };
    let writer = Writer::new(lang, view.board);
    let cell = |row: usize, column: usize| writer.cell(people.get(row).copied(), column);
    let sum = |row: usize, place: usize| people.get(row).map_or_else(String::new, |person| total(lang, person, place));
    let before = form.block;
    // A room of its own, so that the ring stands around the board alone.
    let outcome = ui.scope(|ui| board.show(ui, &mut form.block, cell, sum)).inner;
    if outcome.opened && view.board.may_record {
        form.press(Act::Record);
    }
    if before != form.block {
        ui.ctx().request_repaint();
    }
}

fn heads(lang: Lang, view: &AbsencesView) -> Vec<Day> {
    let weekdays: Vec<String> = (1..=7).map(|day| lang.t(&format!("study-weekday-{day}"))).collect();
    let day = |date: &DateView| Day {
        number: date.date.day().to_string(),
        weekday: weekdays.get(date.date.weekday().num_days_from_monday() as usize).cloned().unwrap_or_default(),
        free: date.day == DayType::Free,
        holiday: date.mark == Some(DayKind::Holiday),
        today: date.date == view.today,
        note: date_words(lang, date),
    };
    view.dates.iter().map(day).collect()
}

/// What the calendar says of a date; empty where it is as its weekday.
pub(in crate::desktop::screens) fn date_words(lang: Lang, date: &DateView) -> String {
    let what = match (date.mark, date.day) {
        (Some(DayKind::Holiday), _) => lang.t("day-holiday"),
        (Some(DayKind::DayOff), _) => lang.t("day-off"),
        (Some(DayKind::Working), DayType::Short) => lang.t("day-working-short"),
        (Some(DayKind::Working), _) => lang.t("day-working"),
        (_, DayType::Short) => lang.t("day-short"),
        _ => return String::new(),
    };
    let name = date.name.as_deref().map(|name| format!(": {name}")).unwrap_or_default();
    let swap = date.swapped_with.map(|day| lang.with("day-swapped", &[("day", Arg::Text(&lang.date(day)))]));
    format!("{}, {what}{name}{}", lang.date(date.date), swap.map(|swap| format!(" ({swap})")).unwrap_or_default())
}

fn total(lang: Lang, person: &BoardPerson, place: usize) -> String {
    let sum = |minutes: i64| if minutes == 0 { "—".to_owned() } else { lang.minutes(CentiMinutes(minutes)) };
    match place {
        0 => sum(person.days.iter().flat_map(|day| &day.away).map(|one| one.minutes_cmin.0).sum()),
        1 => sum(person.days.iter().flat_map(|day| &day.downtime).map(|one| one.minutes_cmin.0).sum()),
        _ => person.usual_surplus_cmin.map_or_else(|| "—".to_owned(), |minutes| lang.minutes(minutes)),
    }
}

/// Writes cells as they are drawn.
struct Writer<'a> {
    lang: Lang,
    board: &'a AbsencesView,
    names: BTreeMap<&'a str, &'a str>,
    absences: BTreeMap<&'a str, Vec<&'a AbsenceView>>,
}

impl<'a> Writer<'a> {
    fn new(lang: Lang, board: &'a AbsencesView) -> Self {
        let mut absences: BTreeMap<&str, Vec<&AbsenceView>> = BTreeMap::new();
        for one in &board.absences {
            absences.entry(&one.person).or_default().push(one);
        }
        let names = board.people.iter().map(|person| (person.person.as_str(), person.name.as_str()));
        Self { lang, board, names: names.collect(), absences }
    }

    fn cell(&self, person: Option<&BoardPerson>, column: usize) -> Cell {
        let Some(person) = person else { return Cell::default() };
        let (Some(day), Some(date)) = (person.days.get(column), self.board.dates.get(column)) else {
            return Cell::default();
        };
        let scheduled = day.scheduled_cmin.map_or(0, |minutes| minutes.0);
        let away: i64 = day.away.iter().map(|one| one.minutes_cmin.0).sum();
        let idle: i64 = day.downtime.iter().map(|one| one.minutes_cmin.0).sum();
        let (letter, look, part) = self.state(person, day, date, scheduled, away, idle);
        let free = matches!(look, Look::Free | Look::Holiday);
        Cell {
            letter,
            look,
            part: ratio(part, scheduled),
            short: date.day == DayType::Short && !free && away < scheduled,
            covers: !day.covers.is_empty(),
            covered: !day.covered_by.is_empty(),
            spoken: self.spoken(person, day, date, scheduled),
        }
    }

    /// Letter, ground and the minutes that the ground stands for.
    fn state(
        &self,
        person: &BoardPerson,
        day: &BoardDay,
        date: &DateView,
        scheduled: i64,
        away: i64,
        idle: i64,
    ) -> (String, Look, i64) {
        let (lang, kinds) = (self.lang, &self.board.kinds);
        if let Some(most) = day.away.iter().max_by_key(|one| one.minutes_cmin.0).filter(|_| away >= idle) {
            let leaves = kinds.iter().any(|kind| kind.kind == most.kind && kind.leaves_plan);
            let look = if leaves { Look::Left } else { Look::Stayed };
            return (words::letter(lang, &most.kind, kinds), look, away);
        }
        if let Some(most) = day.downtime.iter().max_by_key(|one| one.minutes_cmin.0) {
            return (words::idle_letter(lang, &most.cause), Look::Idle, idle);
        }
        if scheduled > 0 {
            return (String::new(), Look::Plain, 0);
        }
        // An absence that goes on over days off, or through a year without a calendar, stands there too.
        let mine = self.absences.get(person.person.as_str()).into_iter().flatten();
        let over = mine.into_iter().find(|one| one.first_day <= date.date && date.date <= one.last_day);
        let letter = over.map(|one| words::letter(lang, &one.kind, kinds));
        let look = match (day.scheduled_cmin, date.mark) {
            (None, _) => Look::Plain,
            (Some(_), Some(DayKind::Holiday)) => Look::Holiday,
            _ => Look::Free,
        };
        let holiday = (look == Look::Holiday).then(|| lang.t("board-letter-holiday"));
        (letter.or(holiday).unwrap_or_default(), look, 0)
    }

    fn spoken(&self, person: &BoardPerson, day: &BoardDay, date: &DateView, scheduled: i64) -> String {
        let lang = self.lang;
        let mut parts = vec![format!("{}, {}", person.name, lang.date(day.date))];
        let with = |key: &str, minutes: CentiMinutes| lang.with(key, &[("minutes", Arg::Text(&lang.minutes(minutes)))]);
        match day.scheduled_cmin {
            None => parts.push(lang.t("board-no-plan")),
            Some(_) if scheduled == 0 && date.mark == Some(DayKind::Holiday) => parts.push(lang.t("day-holiday")),
            Some(_) if scheduled == 0 => parts.push(lang.t("day-free")),
            Some(minutes) => parts.push(with("board-scheduled", minutes)),
        }
        if scheduled > 0 && date.day == DayType::Short {
            parts.push(lang.t("day-short"));
        }
        for one in &day.away {
            parts.push(format!(
                "{} {}",
                words::name(lang, &one.kind, &self.board.kinds),
                lang.minutes(one.minutes_cmin)
            ));
        }
        for one in &day.downtime {
            parts.push(format!("{} {}", words::idle(lang, &one.cause), lang.minutes(one.minutes_cmin)));
        }
        parts.extend(day.covers.iter().map(|cover| self.cover("board-covers", cover)));
        parts.extend(day.covered_by.iter().map(|cover| self.cover("board-covered-by", cover)));
        parts.join("; ")
    }

    fn cover(&self, key: &str, cover: &BoardCover) -> String {
        let name = self.names.get(cover.person.as_str()).copied().unwrap_or(&cover.person);
        let (minutes, why) = (self.lang.minutes(cover.minutes_cmin), cover_words(&cover.why, self.lang));
        let named = [("person", Arg::Text(name)), ("minutes", Arg::Text(&minutes)), ("why", Arg::Text(&why))];
        self.lang.with(key, &named)
    }
}

fn ratio(part: i64, whole: i64) -> f32 {
    if whole <= 0 {
        return 0.0;
    }
    ink::points(CentiMinutes(part).minutes() / CentiMinutes(whole).minutes())
}

fn legend(ui: &mut Ui, lang: Lang) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(space::M, 0.0);
        ui.spacing_mut().interact_size.y = 20.0;
        ui.horizontal_wrapped(|ui| {
            let theme = Theme::of(ui);
            for (look, key) in [
                (Look::Left, "board-legend-left"),
                (Look::Stayed, "board-legend-stayed"),
                (Look::Idle, "board-legend-idle"),
                (Look::Free, "board-legend-free"),
            ] {
                badge::legend_entry(ui, theme.text, &lang.t(key), |painter, rect, _| {
                    board::ground(painter, theme, rect.expand(2.0), look, 1.0);
                });
            }
            ui.label(theme.caption(lang.t("board-legend-holiday")));
            badge::legend_entry(ui, theme.warn, &lang.t("board-legend-short"), |painter, rect, colour| {
                let points = vec![rect.right_top(), rect.left_top(), rect.right_bottom()];
                painter.add(egui::Shape::convex_polygon(points, colour, egui::Stroke::NONE));
            });
            badge::legend_entry(ui, theme.ok, &lang.t("board-legend-covers"), |painter, rect, colour| {
                painter.circle_stroke(rect.center(), 3.5, egui::Stroke::new(1.5, colour));
            });
            badge::legend_entry(ui, theme.ok, &lang.t("board-legend-covered"), |painter, rect, colour| {
                painter.circle_filled(rect.center(), 3.5, colour);
            });
        });
    });
}

/// What stands in the chosen cells, with what can be done about it.
fn below(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) {
    ui.separator();
    let Some(chosen) = chosen(view, form) else {
        let key = if view.board.may_record { "board-hint" } else { "board-hint-reader" };
        layout::quiet(ui, &lang.t(key));
        return;
    };
    let scroll = egui::ScrollArea::vertical().id_salt("board-below").max_height(BELOW).auto_shrink([false, true]);
    scroll.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let days = words::days(lang, chosen.first, chosen.last);
        match chosen.people.as_slice() {
            [person] => one_person(ui, lang, view, person, &days, &chosen),
            people => {
                let named = [("count", Arg::from(people.len())), ("days", Arg::Text(&days))];
                ui.label(Theme::of(ui).bold(lang.with("board-several", &named)));
            }
        }
        let mut pressed = None;
        for gone in records(view, form) {
            if record_line(ui, lang, view, gone) {
                pressed = Some(gone);
            }
        }
        if let Some(gone) = pressed {
            form.removing.ask(vec![gone]);
        }
    });
}

fn one_person(ui: &mut Ui, lang: Lang, view: &View<'_>, person: &BoardPerson, days: &str, chosen: &Chosen<'_>) {
    let inside = |day: &&BoardDay| chosen.first <= day.date && day.date <= chosen.last;
    let sum = |of: fn(&BoardDay) -> Option<CentiMinutes>| {
        let sum: i64 = person.days.iter().filter(inside).filter_map(of).map(|minutes| minutes.0).sum();
        lang.minutes(CentiMinutes(sum))
    };
    let (scheduled, target, kpi) = (sum(|day| day.scheduled_cmin), sum(|day| day.target_cmin), sum(|day| day.kpi_cmin));
    let named = [("scheduled", Arg::Text(&scheduled)), ("target", Arg::Text(&target)), ("kpi", Arg::Text(&kpi))];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.label(Theme::of(ui).bold(format!("{}, {days}", person.name)));
        ui.label(Theme::of(ui).quiet(lang.with("board-figures", &named)));
    });
    if let (Some(own), Some(made_up), Some(missed)) =
        (person.own_absence_cmin.filter(|own| own.0 > 0), person.caught_up_cmin, person.not_made_up_cmin)
    {
        let [own, made_up, missed] = [own, made_up, missed].map(|minutes| lang.minutes(minutes));
        let named = [("own", Arg::Text(&own)), ("made_up", Arg::Text(&made_up)), ("missed", Arg::Text(&missed))];
        layout::caption(ui, &lang.with("board-catch-up", &named));
    }
    let writer = Writer::new(lang, view.board);
    for day in person.days.iter().filter(inside) {
        let covers = day.covers.iter().map(|cover| writer.cover("board-covers", cover));
        let said: Vec<String> =
            covers.chain(day.covered_by.iter().map(|cover| writer.cover("board-covered-by", cover))).collect();
        if !said.is_empty() {
            layout::caption(ui, &format!("{}: {}", lang.date(day.date), said.join("; ")));
        }
    }
}

/// A record with its note; says whether it is to be taken back.
fn record_line(ui: &mut Ui, lang: Lang, view: &View<'_>, gone: Gone) -> bool {
    let text = record_words(lang, view.board, gone);
    let note = match gone {
        Gone::Absence(id) => {
            view.board.absences.iter().find(|one| one.absence == id).and_then(|one| one.reason.clone())
        }
        Gone::Downtime(id) => {
            view.board.downtimes.iter().find(|one| one.downtime == id).and_then(|one| one.reason.clone())
        }
    };
    let row = Vec2::new(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let word = lang.t("board-remove-short");
        let pressed = view.board.may_record && {
            let response = Button::quiet(&word).icon(icons::TRASH).key("Del").show(ui);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("{word}: {text}")));
            response.clicked()
        };
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let note = note.filter(|note| !note.trim().is_empty()).map(|note| format!(" · {note}")).unwrap_or_default();
            ui.add(egui::Label::new(format!("{text}{note}")).truncate());
        });
        pressed
    })
    .inner
}
