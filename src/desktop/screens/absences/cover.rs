//! Cover: the agreements with what can be done about them, and who really covered whom, with how many minutes, why and for how much.

use std::collections::BTreeMap;

use egui::{Align, Key, Layout, Ui, Vec2};
use uuid::Uuid;

use super::{ANSWER, Act, View, pages, words};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::keys;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Kind, Theme, measure, radius, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{badge, card, ink, state};
use crate::documents::statement::cover_words;
use crate::domain::units::{CentiMinutes, Money};
use crate::floor::command::{AbsenceCommand, Command, CoverNamed};
use crate::locale::{Arg, Lang};
use crate::views::absences::{AgreementView, CoverView};

/// How wide the agreements are.
const LEFT: f32 = 348.0;

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    row: Option<usize>,
    /// The table shows the month instead of its days.
    whole: bool,
    line: Option<usize>,
}

/// Opens the question whether the chosen cover is to be withdrawn.
pub(super) fn withdraw(view: &View<'_>, form: &mut super::Form) {
    let chosen = form.cover.row.and_then(|row| view.board.agreements.get(row));
    form.withdrawing = chosen.filter(|one| one.may_withdraw).map(|one| one.cover);
}

/// Draws the page; says whether what did not come is to be asked for once more.
pub(super) fn show(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    form: &mut super::Form,
    actions: &mut Vec<Action>,
) -> bool {
    let row = Vec2::new(ui.available_width(), measure::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let word = lang.t("cover-propose");
        if view.board.may_propose && Button::secondary(&word).icon(icons::SWAP).key("P").show(ui).clicked() {
            form.press(Act::Propose);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| pages(ui, lang, view, form));
    });
    parts(ui, lang, view, form, actions)
}

/// The agreements, and beside them who really covered whom.
pub(super) fn parts(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    form: &mut super::Form,
    actions: &mut Vec<Action>,
) -> bool {
    let mut again = false;
    layout::split(ui, LEFT, |ui, side| match side {
        layout::Side::Left => agreements(ui, lang, view, form, actions),
        layout::Side::Right => again |= real(ui, lang, view, &mut form.cover),
    });
    again
}

fn agreements(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut super::Form, actions: &mut Vec<Action>) {
    let room = layout::titled_room(ui).max(4.0 * measure::ROW);
    card::card(ui, &lang.t("cover-agreements"), |ui| {
        ui.set_min_height(room);
        let list = &view.board.agreements;
        if list.is_empty() {
            state::line(ui, Kind::Neutral, icons::SWAP, &lang.t("cover-none"));
            layout::caption(ui, &lang.t(if view.board.may_propose { "cover-none-text" } else { "cover-none-reader" }));
            return;
        }
        let entered = rows(ui, &mut form.cover.row, list.len());
        let chosen = form.cover.row.and_then(|row| list.get(row));
        if let Some(one) = chosen.filter(|one| entered && one.may_accept && !form.busy) {
            accept(one.cover, form, actions);
        }
        let scroll =
            egui::ScrollArea::vertical().id_salt("cover-agreements").max_height(room).auto_shrink([false, true]);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            for (place, one) in list.iter().enumerate() {
                agreement(ui, lang, one, place, form, actions);
            }
        });
    });
}

fn accept(cover: Uuid, form: &mut super::Form, actions: &mut Vec<Action>) {
    form.busy = true;
    let command = Command::Absence(AbsenceCommand::CoverAccept(CoverNamed { cover }));
    actions.push(Action::Send { tag: ANSWER, command: Box::new(command) });
}

fn agreement(
    ui: &mut Ui,
    lang: Lang,
    one: &AgreementView,
    place: usize,
    form: &mut super::Form,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui);
    let chosen = form.cover.row == Some(place);
    let fill = if chosen { theme.accent_quiet } else { theme.surface };
    let frame =
        egui::Frame::new().fill(fill).corner_radius(radius::CONTROL).inner_margin(egui::Margin::symmetric(8, 6));
    let pair = words::pair(one);
    let days = words::days(lang, one.from, one.to);
    let (kind, icon, word) = match one.state.as_str() {
        "accepted" => (Kind::Ok, icons::CHECK, "cover-state-accepted"),
        "withdrawn" => (Kind::Neutral, icons::PROHIBIT, "cover-state-withdrawn"),
        _ => (Kind::Accent, icons::HOURGLASS_MEDIUM, "cover-state-proposed"),
    };
    let shown = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let row = Vec2::new(ui.available_width(), 24.0);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            badge::badge_with(ui, kind, icon, &lang.t(word));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(theme.bold(&pair)).truncate());
            });
        });
        layout::caption(ui, &terms(lang, one, &days));
        if one.may_accept || (one.may_withdraw && chosen) {
            ui.horizontal(|ui| {
                let word = lang.t("cover-accept");
                if one.may_accept && Button::secondary(&word).icon(icons::CHECK).enabled(!form.busy).show(ui).clicked()
                {
                    accept(one.cover, form, actions);
                }
                let word = lang.t("cover-withdraw");
                if one.may_withdraw && Button::quiet(&word).key("Del").enabled(!form.busy).show(ui).clicked() {
                    form.withdrawing = Some(one.cover);
                }
            });
        }
    });
    let rect = shown.response.rect.with_max_y(shown.response.rect.top() + 44.0);
    let response = ui.interact(rect, ui.scope_id().with(("agreement", place)), egui::Sense::click());
    response.widget_info(|| {
        let spoken = format!("{pair}, {days}, {}", lang.t(word));
        egui::WidgetInfo::selected(egui::Role::ListBoxOption, true, chosen, spoken)
    });
    ink::ring(ui, &response, radius::CONTROL);
    ink::release_after_click(ui, &response);
    if response.clicked() {
        form.cover.row = Some(place);
    }
}

/// Dates, share, and from when to when it is in effect.
fn terms(lang: Lang, one: &AgreementView, days: &str) -> String {
    let mut parts = vec![days.to_owned()];
    parts.push(match one.share_bp {
        Some(share) => lang.with("cover-share", &[("share", Arg::Text(&lang.per_cent(share)))]),
        None => lang.t("cover-share-scheme"),
    });
    if let (Some(accepted), Some(to)) = (one.accepted, one.in_effect_to) {
        let effect = words::days(lang, accepted.max(one.from), to);
        parts.push(if accepted.max(one.from) <= to {
            lang.with("cover-in-effect", &[("days", Arg::Text(&effect))])
        } else {
            lang.t("cover-never-in-effect")
        });
    }
    parts.join(" · ")
}

/// ↑ and ↓ choose an agreement while no text is typed; Enter answers it.
fn rows(ui: &Ui, row: &mut Option<usize>, count: usize) -> bool {
    let held = ui.memory(|memory| memory.focused().is_some());
    if held || keys::is_typing(ui.ctx()) || keys::is_covered(ui.ctx()) {
        return false;
    }
    let taken = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
    if taken(Key::ArrowDown) {
        *row = Some(row.map_or(0, |row| (row + 1).min(count - 1)));
    }
    if taken(Key::ArrowUp) {
        *row = Some(row.map_or(0, |row| row.saturating_sub(1)));
    }
    row.is_some() && taken(Key::Enter)
}

/// A line of the table.
struct Line {
    day: String,
    coverer: String,
    absent: String,
    minutes: CentiMinutes,
    why: String,
    /// What the minutes were claimed by, each part with its minutes.
    parts: [CentiMinutes; 3],
    amount: Option<Money>,
}

/// The days as they are, or each pair's month.
fn lines(lang: Lang, cover: &CoverView, me: &str, whole: bool) -> Vec<Line> {
    if !whole {
        let line = |day: &crate::views::absences::CoverDayView| Line {
            day: lang.date(day.date),
            coverer: day.coverer_name.clone(),
            absent: day.absent_name.clone(),
            minutes: day.minutes_cmin,
            why: cover_words(&day.why, lang),
            parts: [day.marked_cmin, day.agreed_cmin, day.free_cmin],
            amount: None,
        };
        return cover.cover_by_day_cmin.iter().map(line).collect();
    }
    let mut pairs: BTreeMap<(&str, &str), (Line, [bool; 3])> = BTreeMap::new();
    for day in &cover.cover_by_day_cmin {
        let (line, by) = pairs.entry((&day.coverer, &day.absent)).or_insert_with(|| {
            let line = Line {
                day: String::new(),
                coverer: day.coverer_name.clone(),
                absent: day.absent_name.clone(),
                minutes: CentiMinutes::ZERO,
                why: String::new(),
                parts: [CentiMinutes::ZERO; 3],
                amount: amount(cover, me, &day.coverer, &day.absent),
            };
            (line, [false; 3])
        });
        line.minutes.0 += day.minutes_cmin.0;
        for ((sum, part), by) in line.parts.iter_mut().zip([day.marked_cmin, day.agreed_cmin, day.free_cmin]).zip(by) {
            sum.0 += part.0;
            *by |= part.0 > 0;
        }
    }
    let named = |(mut line, by): (Line, [bool; 3])| {
        let codes: Vec<&str> =
            ["mark", "agreement", "free"].into_iter().zip(by).filter(|(_, by)| *by).map(|(code, _)| code).collect();
        line.why = cover_words(&codes.join("+"), lang);
        line
    };
    pairs.into_values().map(named).collect()
}

/// What one's cover of a colleague brings, where the reader may see it.
fn amount(cover: &CoverView, me: &str, coverer: &str, absent: &str) -> Option<Money> {
    if let Some(funds) = &cover.funds {
        let fund = funds.iter().find(|fund| fund.absent == absent)?;
        return fund.parts_minor.get(coverer).copied();
    }
    let own = cover.own.iter().filter(|_| coverer == me).find(|own| own.absent == absent)?;
    Some(own.amount_minor)
}

/// Who really covered whom; says whether it is to be asked for once more.
fn real(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Form) -> bool {
    let room = layout::titled_room(ui).max(4.0 * measure::ROW);
    let mut pressed = None;
    let whole = form.whole;
    let again = card::card_with(
        ui,
        &lang.t("cover-real"),
        |ui| {
            // From right to left, as the head is laid out.
            for (place, key) in [(1, "cover-by-month"), (0, "cover-by-day")] {
                let (word, here) = (lang.t(key), place == usize::from(whole));
                let button = if here { Button::secondary(&word).selected(true) } else { Button::quiet(&word) };
                if button.show(ui).clicked() {
                    pressed = Some(place);
                }
            }
        },
        |ui| {
            ui.set_min_height(room);
            let Some(cover) = view.cover else {
                if let Some(text) = view.cover_trouble {
                    return state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry"));
                }
                state::loading(ui, &lang.t("app-loading"), 6);
                return false;
            };
            through(ui, lang, cover);
            table(ui, lang, view, cover, form, room);
            false
        },
    );
    if let Some(chosen) = pressed {
        form.whole = chosen == 1;
        form.line = None;
    }
    again.inner
}

fn through(ui: &mut Ui, lang: Lang, cover: &CoverView) {
    let text = match cover.closed_through {
        Some(day) => lang.with("cover-through", &[("day", Arg::Text(&lang.date(day)))]),
        None => lang.t("cover-nothing-closed"),
    };
    layout::caption(ui, &text);
}

fn table(ui: &mut Ui, lang: Lang, view: &View<'_>, cover: &CoverView, form: &mut Form, room: f32) {
    let lines = lines(lang, cover, view.me, form.whole);
    if lines.is_empty() {
        state::line(ui, Kind::Neutral, icons::USERS, &lang.t("cover-nobody"));
        layout::caption(ui, &lang.t("cover-rules"));
        return;
    }
    let money = form.whole && lines.iter().any(|line| line.amount.is_some());
    let [day, coverer, absent, minutes, why, brings] = [
        "kpi-chart-day",
        "cover-col-coverer",
        "cover-col-absent",
        "cover-col-minutes",
        "cover-col-why",
        "cover-col-amount",
    ]
    .map(|key| lang.t(key));
    let why_width = match (form.whole, money) {
        (true, true) => 188.0,
        (true, false) => 196.0,
        (false, _) => 124.0,
    };
    let mut heads = Vec::new();
    if !form.whole {
        heads.push(Head::text(&day).exact(84.0));
    }
    heads.extend([
        Head { width: Width::Fill(80.0), ..Head::text(&coverer) },
        Head { width: Width::Fill(80.0), ..Head::text(&absent) },
        Head::number(&minutes, 60.0),
        Head::text(&why).exact(why_width),
    ]);
    if money {
        heads.push(Head::number(&brings, 84.0));
    }
    let shift = usize::from(form.whole);
    let notes = notes(lang, cover, &lines, form.line);
    let below = 22.0 * ink::px(notes.len().max(1)) + 40.0;
    let name = lang.t("cover-real");
    let height = (room - below - 40.0).max(measure::ROW * 4.0);
    let table = Table::new(&name, &heads).height(height.min(measure::ROW * ink::px(lines.len() + 1)));
    table.show(ui, lines.len(), &mut form.line, |ui, row, column| {
        let Some(line) = lines.get(row) else { return };
        match column + shift {
            0 => drop(table::text(ui, &line.day)),
            1 => drop(table::text(ui, &line.coverer)),
            2 => drop(table::text(ui, &line.absent)),
            3 => drop(table::number(ui, &lang.minutes(line.minutes))),
            4 => drop(table::quiet(ui, &line.why)),
            _ => drop(table::number(ui, &line.amount.map(|amount| lang.money(amount)).unwrap_or_default())),
        }
    });
    ui.separator();
    for note in notes {
        layout::caption(ui, &note);
    }
}

/// What stands below the table: of the chosen line what its minutes were claimed by, else what a fund comes to, else the rules.
fn notes(lang: Lang, cover: &CoverView, lines: &[Line], chosen: Option<usize>) -> Vec<String> {
    if let Some(line) = chosen.and_then(|row| lines.get(row)) {
        let claims: Vec<String> = ["cover-claim-mark", "cover-claim-agreement", "cover-claim-free"]
            .into_iter()
            .zip(line.parts)
            .filter(|(_, part)| part.0 > 0)
            .map(|(key, part)| lang.with(key, &[("minutes", Arg::Text(&lang.minutes(part)))]))
            .collect();
        let credited = lang.minutes(line.minutes);
        let claims = claims.join("; ");
        let named = [
            ("coverer", Arg::Text(&line.coverer)),
            ("absent", Arg::Text(&line.absent)),
            ("claims", Arg::Text(&claims)),
            ("minutes", Arg::Text(&credited)),
        ];
        return vec![lang.with("cover-line", &named)];
    }
    let funds = cover.funds.iter().flatten();
    let mut notes: Vec<String> = funds
        .map(|fund| {
            let [sum, unpaid, employer] =
                [fund.fund_minor, fund.from_unpaid_minor, fund.employer_minor].map(|money| lang.money(money));
            let named = [
                ("absent", Arg::Text(&fund.absent_name)),
                ("sum", Arg::Text(&sum)),
                ("unpaid", Arg::Text(&unpaid)),
                ("employer", Arg::Text(&employer)),
            ];
            lang.with("cover-fund", &named)
        })
        .collect();
    if notes.is_empty() {
        notes.push(lang.t("cover-rules"));
    }
    notes.truncate(4);
    notes
}
