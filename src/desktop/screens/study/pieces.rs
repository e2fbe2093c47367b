//! What the pages of the screen share: a find field, a fact, a list of facts, the words of a chart.

use egui::{Align, Align2, Layout, TextEdit, Ui, Vec2};

use crate::desktop::icons;
use crate::desktop::theme::{Kind, Theme, font, margin, measure, size, space};
use crate::desktop::widgets::chart::Words;
use crate::desktop::widgets::{card, ink};
use crate::locale::Lang;

/// Tables of studies and readings leave columns out below this width.
pub(super) const NARROW: f32 = 940.0;
/// And further ones below this.
pub(super) const NARROWEST: f32 = 700.0;

/// A field to find by typing. `wanted` puts the keyboard into it once.
pub(in crate::desktop::screens) fn find_field(
    ui: &mut Ui,
    name: &str,
    placeholder: &str,
    text: &mut String,
    wanted: &mut bool,
    width: f32,
) {
    let theme = Theme::of(ui);
    let inner = egui::Margin { left: 36, ..margin::CONTROL };
    let edit = TextEdit::singleline(text)
        .id_salt(name)
        .margin(inner)
        .align(Align2::LEFT_CENTER)
        .hint_text(theme.quiet(placeholder))
        .desired_width(width)
        .min_size(Vec2::new(0.0, measure::CONTROL));
    let response = ui.add(edit);
    if std::mem::take(wanted) {
        response.request_focus();
    }
    let at = egui::pos2(response.rect.left() + space::M + size::ICON / 2.0, response.rect.center().y);
    ink::icon(ui.painter(), at, icons::MAGNIFYING_GLASS, size::ICON, theme.muted);
    response.accessible_name(name);
}

/// A fact of the head: its name above, the value, and a muted line below.
pub(super) struct Fact<'a> {
    pub label: &'a str,
    pub value: &'a str,
    pub note: &'a str,
    pub kind: Kind,
}

/// Draws facts side by side, each as wide as its share of the room says; in two rows where one would cut them.
pub(super) fn facts(ui: &mut Ui, facts: &[(f32, Fact<'_>)]) {
    if ui.available_width() < NARROWEST && facts.len() > 4 {
        for row in facts.chunks(facts.len().div_ceil(2)) {
            facts_in_a_row(ui, row);
        }
    } else {
        facts_in_a_row(ui, facts);
    }
}

fn facts_in_a_row(ui: &mut Ui, facts: &[(f32, Fact<'_>)]) {
    let gap = space::M;
    let all: f32 = facts.iter().map(|(share, _)| share).sum();
    let room = ui.available_width() - gap * ink::px(facts.len().saturating_sub(1));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (share, fact) in facts {
            one_fact(ui, fact, room * share / all.max(1.0));
        }
    });
}

fn one_fact(ui: &mut Ui, fact: &Fact<'_>, width: f32) {
    let theme = Theme::of(ui);
    let heights = [size::STRONG, size::SECTION + space::S, size::STRONG];
    let height: f32 = heights.iter().sum();
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), egui::Sense::hover());
    let spoken: Vec<&str> = [fact.label, fact.value, fact.note].into_iter().filter(|text| !text.is_empty()).collect();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, spoken.join(" ")));
    let lines = [
        (fact.label, font::caption(), theme.muted),
        (fact.value, font::section(), theme.text),
        (fact.note, font::caption(), theme.ink(fact.kind)),
    ];
    let (mut top, mut cut) = (rect.top(), false);
    for ((text, font, colour), height) in lines.into_iter().zip(heights) {
        let line = ink::line(ui, text, font, colour, width);
        cut |= line.elided;
        let band = egui::Rect::from_min_size(egui::pos2(rect.left(), top), Vec2::new(width, height));
        ink::place(ui.painter(), line, band, Align2::LEFT_CENTER);
        top += height;
    }
    if cut {
        response.on_hover_text(spoken.join("\n"));
    }
}

/// A name on the left, its value on the right, with a hairline under it.
pub(super) fn line(ui: &mut Ui, name: &str, value: &str) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), space::XL), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{name}: {value}")));
    let right = ink::line(ui, value, font::body(), theme.text, rect.width() * 0.6);
    let left = ink::line(ui, name, font::body(), theme.muted, rect.width() - right.size().x - space::M);
    let cut = left.elided || right.elided;
    ink::place(ui.painter(), left, rect, Align2::LEFT_CENTER);
    ink::place(ui.painter(), right, rect, Align2::RIGHT_CENTER);
    ui.painter().hline(rect.x_range(), rect.bottom(), theme.hairline());
    if cut {
        response.on_hover_text(format!("{name}: {value}"));
    }
}

/// A sentence with an icon of its meaning, wrapped over the whole width.
pub(super) fn says(ui: &mut Ui, kind: Kind, icon: &str, text: &str) {
    let theme = Theme::of(ui);
    ui.with_layout(Layout::left_to_right(Align::TOP), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(size::ICON), egui::Sense::hover());
        ink::icon(ui.painter(), rect.center(), icon, size::ICON, theme.ink(kind));
        ui.add(egui::Label::new(egui::RichText::new(text).color(theme.text)).wrap());
    });
}

/// The texts of a chart, in the order its words want them.
pub(super) struct Chart<'a> {
    pub name: &'a str,
    pub sentence: &'a str,
    pub across: &'a str,
    pub up: &'a str,
    pub height: f32,
    pub decimals: usize,
}

/// Hands the words of a chart to what draws it.
pub(super) fn with_words<R>(lang: Lang, chart: &Chart<'_>, draw: impl FnOnce(&Words<'_>) -> R) -> R {
    let decimals = chart.decimals;
    let write = |value: f64| lang.number(value, decimals);
    let (as_table, as_chart) = (lang.t("study-as-table"), lang.t("study-as-chart"));
    draw(&Words {
        name: chart.name,
        sentence: chart.sentence,
        across: chart.across,
        up: chart.up,
        as_table: &as_table,
        as_chart: &as_chart,
        small: false,
        write: &write,
        height: chart.height,
    })
}

/// A card as high as the one beside it at least.
pub(super) fn card_at_least<R>(ui: &mut Ui, title: &str, height: f32, body: impl FnOnce(&mut Ui) -> R) -> R {
    card::card(ui, title, |ui| {
        if title.is_empty() {
            let margin = margin::CARD;
            ui.set_min_height((height - f32::from(margin.top) - f32::from(margin.bottom) - 2.0).max(0.0));
        } else {
            card::fill(ui, height);
        }
        body(ui)
    })
    .inner
}

/// Two titled cards side by side, both as high as the higher one was in the last frame.
pub(super) fn pair(ui: &mut Ui, titles: [&str; 2], left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    let id = ui.make_persistent_id(("pair", titles));
    let height = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or_default();
    let [left_title, right_title] = titles;
    let mut wanted = 0.0_f32;
    card::columns(ui, 2, |columns| {
        let [one, other] = columns else { return };
        wanted = measured(one, left_title, height, left).max(measured(other, right_title, height, right));
    });
    if (wanted - height).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, wanted));
        ui.ctx().request_repaint();
    }
}

/// A titled card of at least this height; gives the height that its content alone asks for.
fn measured(ui: &mut Ui, title: &str, height: f32, body: impl FnOnce(&mut Ui)) -> f32 {
    let content = card_at_least(ui, title, height, |ui| {
        let above = ui.cursor().top() - ui.min_rect().top();
        above + ui.vertical(body).response.rect.height()
    });
    let margin = margin::TITLED_CARD;
    content + f32::from(margin.top) + f32::from(margin.bottom) + 2.0
}
