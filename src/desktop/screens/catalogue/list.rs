//! The table of actions: groups as rows that fold, found by typing and narrowed by group, kind, state and channel.

use std::collections::BTreeSet;

use egui::{ComboBox, RichText, Ui};

use super::{Form as Screen, View, open};
use crate::desktop::icons;
use crate::desktop::screens::norms::layout::card_room;
use crate::desktop::screens::norms::words;
use crate::desktop::screens::study::pieces::find_field;
use crate::desktop::theme::{Kind, Theme, font, measure, size, space};
use crate::desktop::widgets::find::Query;
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{card, ink, state};
use crate::domain::action::{ActionKind, is_offered};
use crate::domain::ticket::Channel;
use crate::locale::{Arg, Lang};
use crate::views::norms::{ActionView, ActionsView};

/// Which actions are shown by their state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Active,
    Retired,
    Every,
}

impl Shown {
    const EVERY: [Self; 3] = [Self::Active, Self::Retired, Self::Every];

    fn key(self) -> &'static str {
        match self {
            Self::Active => "catalogue-show-active",
            Self::Retired => "catalogue-show-retired",
            Self::Every => "catalogue-show-every",
        }
    }

    fn holds(self, active: bool) -> bool {
        match self {
            Self::Active => active,
            Self::Retired => !active,
            Self::Every => true,
        }
    }
}

/// What is under the keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Chosen {
    Group(String),
    Action(String),
}

/// What the list remembers.
#[derive(Debug, Default)]
pub(super) struct Form {
    find: String,
    pub find_wanted: bool,
    group: Option<String>,
    kind: Option<ActionKind>,
    shown: Shown,
    channel: Option<Channel>,
    folded: BTreeSet<String>,
    chosen: Option<Chosen>,
}

/// A row of the table.
enum Row<'a> {
    Group(&'a str, usize),
    Action(&'a ActionView),
}

impl Form {
    /// Folds a group, or unfolds it.
    fn fold(&mut self, group: &str) {
        if !self.folded.remove(group) {
            self.folded.insert(group.to_owned());
        }
    }

    /// The action under the keyboard.
    pub fn chosen<'a>(&self, view: &'a ActionsView) -> Option<&'a ActionView> {
        let Some(Chosen::Action(code)) = &self.chosen else { return None };
        view.actions.iter().find(|action| action.code == *code)
    }

    /// The group under the keyboard, or the one that is filtered by: a new action is likely to belong to it.
    pub fn group(&self, view: &ActionsView) -> String {
        match &self.chosen {
            Some(Chosen::Group(group)) => group.clone(),
            _ => self.chosen(view).map(|action| action.group.clone()).or(self.group.clone()).unwrap_or_default(),
        }
    }

    fn holds(&self, lang: Lang, query: &Query, action: &ActionView) -> bool {
        let found = || {
            let name = words::name(lang, &action.name_ru, action.name_en.as_deref());
            let all = format!("{name} {} {}", action.name_ru, action.group);
            query.is_empty() || query.rank(&all, &action.code).is_some()
        };
        self.shown.holds(action.active)
            && self.group.as_ref().is_none_or(|group| *group == action.group)
            && self.kind.is_none_or(|kind| kind == action.kind)
            && self.channel.is_none_or(|channel| is_offered(&action.channels, channel))
            && found()
    }

    /// The rows that are shown: a row a group, and its actions by name where it is not folded.
    fn rows<'a>(&self, lang: Lang, view: &'a ActionsView) -> Vec<Row<'a>> {
        let query = Query::new(&self.find);
        let mut fitting: Vec<&ActionView> =
            view.actions.iter().filter(|action| self.holds(lang, &query, action)).collect();
        let name = |action: &'a ActionView| words::name(lang, &action.name_ru, action.name_en.as_deref());
        fitting.sort_by(|one, other| (&one.group, name(one)).cmp(&(&other.group, name(other))));
        let mut rows = Vec::new();
        for group in fitting.chunk_by(|one, other| one.group == other.group) {
            let Some(first) = group.first() else { continue };
            rows.push(Row::Group(&first.group, group.len()));
            // What was found is shown, also in a folded group.
            if !query.is_empty() || !self.folded.contains(&first.group) {
                rows.extend(group.iter().map(|action| Row::Action(action)));
            }
        }
        rows
    }
}

pub(super) fn show(ui: &mut Ui, lang: Lang, view: &View<'_>, form: &mut Screen) {
    let room = card_room(ui);
    card::card(ui, "", |ui| {
        let bottom = ui.cursor().top() + room;
        filters(ui, lang, view.actions, &mut form.list);
        let rows = form.list.rows(lang, view.actions);
        let left = bottom - ui.cursor().top() - size::SECTION - space::S;
        let opened = rows_table(ui, lang, &rows, &mut form.list, left.max(measure::ROW * 4.0));
        if rows.is_empty() {
            state::line(ui, Kind::Neutral, icons::MAGNIFYING_GLASS, &lang.t("catalogue-nothing-found"));
        }
        if let Some(action) = form.list.chosen(view.actions) {
            let text = RichText::new(note(lang, action)).size(size::CAPTION).color(Theme::of(ui).muted);
            ui.add(egui::Label::new(text).truncate());
        }
        match opened.and_then(|row| rows.get(row)) {
            Some(Row::Action(action)) => open(lang, view, form, action),
            Some(Row::Group(group, _)) => form.list.fold(group),
            None => {}
        }
    });
}

fn filters(ui: &mut Ui, lang: Lang, view: &ActionsView, form: &mut Form) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::S);
        let (name, hint) = (lang.t("catalogue-find"), lang.t("catalogue-find-hint"));
        let combos = 4.0 * (152.0 + space::S);
        let width = (ui.available_width() - combos).clamp(200.0, measure::TEXT);
        find_field(ui, &name, &hint, &mut form.find, &mut form.find_wanted, width);
        let mut groups: Vec<&str> = view.actions.iter().map(|action| action.group.as_str()).collect();
        groups.sort_unstable();
        groups.dedup();
        let every = lang.t("catalogue-every-group");
        combo(ui, &lang.t("catalogue-field-group"), &form.group.clone().unwrap_or_else(|| every.clone()), |ui| {
            ui.selectable_value(&mut form.group, None, &every);
            for group in groups {
                ui.selectable_value(&mut form.group, Some(group.to_owned()), group);
            }
        });
        let kind_word = |kind: Option<ActionKind>| match kind {
            Some(kind) => lang.t(&format!("catalogue-kind-{}", kind.as_str())),
            None => lang.t("catalogue-every-kind"),
        };
        combo(ui, &lang.t("catalogue-field-kind"), &kind_word(form.kind), |ui| {
            for kind in [None, Some(ActionKind::Manual), Some(ActionKind::Automatic)] {
                ui.selectable_value(&mut form.kind, kind, kind_word(kind));
            }
        });
        combo(ui, &lang.t("catalogue-field-active"), &lang.t(form.shown.key()), |ui| {
            for shown in Shown::EVERY {
                ui.selectable_value(&mut form.shown, shown, lang.t(shown.key()));
            }
        });
        let channel_word = |channel: Option<Channel>| match channel {
            Some(channel) => lang.t(&format!("channel-{}", channel.as_str())),
            None => lang.t("catalogue-every-channel"),
        };
        combo(ui, &lang.t("catalogue-field-channels"), &channel_word(form.channel), |ui| {
            for channel in std::iter::once(None).chain(Channel::ALL.map(Some)) {
                ui.selectable_value(&mut form.channel, channel, channel_word(channel));
            }
        });
    });
}

fn combo(ui: &mut Ui, name: &str, chosen: &str, list: impl FnOnce(&mut Ui)) {
    ui.spacing_mut().interact_size.y = measure::CONTROL;
    let combo = ComboBox::from_id_salt(name).width(152.0).truncate().selected_text(chosen);
    combo.show_ui(ui, list).response.accessible_name(name);
}

/// The table; gives the row that was opened.
fn rows_table(ui: &mut Ui, lang: Lang, rows: &[Row<'_>], form: &mut Form, height: f32) -> Option<usize> {
    let titles = ["action", "code", "kind", "channels", "hard", "elements", "boost"]
        .map(|column| lang.t(&format!("catalogue-col-{column}")));
    let [action, code, kind, channels, hard, elements, boost] = &titles;
    let heads = [
        Head { width: Width::Fill(220.0), ..Head::text(action) },
        Head::text(code).exact(84.0),
        Head::text(kind).exact(64.0),
        Head::text(channels).exact(184.0),
        Head::text(hard).exact(68.0),
        Head::number(elements, 76.0),
        Head::number(boost, 56.0),
    ];
    let mut row = rows.iter().position(|row| match (row, &form.chosen) {
        (Row::Group(group, _), Some(Chosen::Group(chosen))) => group == chosen,
        (Row::Action(action), Some(Chosen::Action(chosen))) => action.code == *chosen,
        _ => false,
    });
    let name = lang.t("catalogue-table");
    let height = height.min(measure::ROW * ink::px(rows.len() + 1));
    let table = Table::new(&name, &heads).height(height).takes_arrows();
    let outcome = table.show(ui, rows.len(), &mut row, |ui, row, column| match rows.get(row) {
        Some(Row::Group(group, count)) => group_cell(ui, lang, group, *count, form.folded.contains(*group), column),
        Some(Row::Action(action)) => cell(ui, lang, action, column),
        None => {}
    });
    form.chosen = match row.and_then(|row| rows.get(row)) {
        Some(Row::Group(group, _)) => Some(Chosen::Group((*group).to_owned())),
        Some(Row::Action(action)) => Some(Chosen::Action(action.code.clone())),
        // What a filter hides is not what a key should act on.
        None => None,
    };
    outcome.opened
}

fn group_cell(ui: &mut Ui, lang: Lang, group: &str, count: usize, folded: bool, column: usize) {
    if column != 0 {
        return;
    }
    let theme = Theme::of(ui);
    let named = if group.trim().is_empty() { lang.t("catalogue-no-group") } else { group.to_owned() };
    let word = lang.with("catalogue-group", &[("group", Arg::Text(&named)), ("count", count.into())]);
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &word));
    let icon = if folded { icons::CARET_RIGHT } else { icons::CARET_DOWN };
    let at = egui::pos2(rect.left() + size::BODY / 2.0, rect.center().y);
    ink::icon(ui.painter(), at, icon, size::BODY, theme.muted);
    let inner = rect.with_min_x(rect.left() + size::BODY + space::XS);
    let line = ink::line(ui, &word, font::bold(), theme.text, inner.width());
    ink::place(ui.painter(), line, inner, egui::Align2::LEFT_CENTER);
}

fn cell(ui: &mut Ui, lang: Lang, action: &ActionView, column: usize) {
    match column {
        0 => {
            ui.add_space(size::BODY + space::XS);
            let name = words::name(lang, &action.name_ru, action.name_en.as_deref());
            if action.active {
                table::text(ui, name);
            } else {
                table::quiet(ui, &lang.with("catalogue-retired-name", &[("action", Arg::Text(name))]));
            }
        }
        1 => drop(table::quiet(ui, &action.code)),
        2 => drop(table::quiet(ui, &lang.t(&format!("catalogue-kind-short-{}", action.kind.as_str())))),
        3 => {
            table::quiet(ui, &short_channels(lang, action)).on_hover_text(channels(lang, action));
        }
        4 => {
            let word = if action.hard_criterion.is_some() { lang.t("catalogue-hard-yes") } else { String::new() };
            let response = table::quiet(ui, &word);
            if let Some(criterion) = &action.hard_criterion {
                response.on_hover_text(criterion);
            }
        }
        5 if action.elements.is_empty() => drop(table::number(ui, "")),
        5 => drop(table::number(ui, &lang.whole(i64::try_from(action.elements.len()).unwrap_or(i64::MAX)))),
        _ => match action.boost_bp {
            Some(boost) => {
                let reason = action.boost_reason.clone().unwrap_or_default();
                table::number(ui, &words::factor(lang, boost)).on_hover_text(reason);
            }
            None => drop(table::number(ui, "")),
        },
    }
}

/// The channels of an action in words.
pub(super) fn channels(lang: Lang, action: &ActionView) -> String {
    if action.channels.is_empty() {
        return lang.t("catalogue-everywhere");
    }
    let word = |channel: &Channel| lang.t(&format!("channel-{}", channel.as_str()));
    action.channels.iter().map(word).collect::<Vec<_>>().join(", ")
}

/// The same in few words: calls in and out are calls.
fn short_channels(lang: Lang, action: &ActionView) -> String {
    let calls = [Channel::InboundCall, Channel::OutboundCall];
    if !calls.iter().all(|call| action.channels.contains(call)) {
        return channels(lang, action);
    }
    let rest = action.channels.iter().filter(|channel| !calls.contains(channel));
    let rest = rest.map(|channel| lang.t(&format!("channel-{}", channel.as_str())));
    std::iter::once(lang.t("catalogue-channel-calls")).chain(rest).collect::<Vec<_>>().join(", ")
}

/// What the table has no room for: the criterion of a hard case and the reason of the boost.
fn note(lang: Lang, action: &ActionView) -> String {
    let mut parts = vec![words::name(lang, &action.name_ru, action.name_en.as_deref()).to_owned()];
    if let Some(criterion) = &action.hard_criterion {
        parts.push(lang.with("catalogue-note-hard", &[("criterion", Arg::Text(criterion))]));
    }
    if let (Some(boost), Some(reason)) = (action.boost_bp, &action.boost_reason) {
        let factor = words::factor(lang, boost);
        parts.push(lang.with("catalogue-note-boost", &[("boost", Arg::Text(&factor)), ("reason", Arg::Text(reason))]));
    }
    parts.join(" · ")
}
