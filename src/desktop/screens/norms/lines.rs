//! The table of a set: an action a row, how its norm came about, what it weighs, and how that differs from the set in force.
//!
//! In a draft the actions without a norm stand first, as they keep the set from being submitted; Enter opens a row.

use egui::{RichText, Ui};

use super::edit::Line;
use super::{Dialog, Form, words};
use crate::desktop::screens::{study, study_words};
use crate::desktop::theme::{Kind, Theme, measure, size, space};
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{badge, ink};
use crate::domain::units::BasisPoints;
use crate::locale::{Arg, Lang};
use crate::views::norms::{ActionsView, LineView, SetView};
use crate::views::studies::{DriftView, NormDrift};

/// Draws the table.
#[expect(clippy::too_many_arguments, reason = "the contract of screens: views, form, and the room there is")]
pub fn show(
    ui: &mut Ui,
    lang: Lang,
    set: &SetView,
    catalogue: &ActionsView,
    drift: Option<&DriftView>,
    draft: bool,
    form: &mut Form,
    height: f32,
) {
    let titles = [
        "norms-col-action",
        "norms-col-observations",
        "norms-col-excluded",
        "norms-col-basis",
        "norms-col-allowance",
        "norms-col-norm",
        "norms-col-boost",
        "norms-col-weight",
        "norms-col-change",
    ];
    let [action, observations, excluded, basis, allowance, norm, boost, weight, change] = titles.map(|key| lang.t(key));
    let heads = [
        Head { width: Width::Fill(128.0), ..Head::text(&action) },
        Head::number(&observations, 76.0),
        Head::number(&excluded, 40.0),
        Head::text(&basis).exact(128.0),
        Head::number(&allowance, 76.0),
        Head::number(&norm, 144.0),
        Head::number(&boost, 48.0),
        Head::number(&weight, 64.0),
        Head::number(&change, 76.0),
    ];
    let missing: &[String] = if draft { &set.missing } else { &[] };
    let rows = set.lines.len() + missing.len();
    let most = measure::ROW * ink::px(rows + 1);
    let table = Table::new("norms-lines", &heads);
    let name = lang.with("norms-table", &[("set", Arg::Text(&set.name))]);
    let below = if set.lines.is_empty() { 0.0 } else { size::SECTION + space::M };
    let table = Table { name: &name, ..table }.height((height - below).min(most));
    let outcome = table.show(ui, rows, &mut form.line_row, |ui, row, column| match missing.get(row) {
        Some(code) => empty(ui, lang, catalogue, code, column),
        None => {
            if let Some(line) = row.checked_sub(missing.len()).and_then(|place| set.lines.get(place)) {
                let moved = drift.and_then(|drift| drift.norms.iter().find(|norm| norm.action == line.action));
                let moved = moved.filter(|norm| study::words::is_drifted(norm.verdict));
                match moved.filter(|_| column == 0) {
                    Some(norm) => moved_away(ui, lang, norm),
                    None => cell(ui, lang, line, set, column),
                }
            }
        }
    });
    let chosen = form.line_row.and_then(|row| set.lines.get(row.checked_sub(missing.len())?));
    if let Some(line) = chosen.or_else(|| set.lines.first()) {
        let text = RichText::new(evidence(lang, line)).size(size::CAPTION).color(Theme::of(ui).muted);
        ui.add(egui::Label::new(text).truncate());
    }
    if let Some(row) = outcome.opened.filter(|_| draft && form.dialog.is_none()) {
        let line = || set.lines.get(row.checked_sub(missing.len())?).map(|line| &line.action);
        let code = missing.get(row).or_else(line);
        if let Some(code) = code {
            form.dialog = Some(Dialog::Line(Line::new(lang, set, code)));
        }
    }
}

fn cell(ui: &mut Ui, lang: Lang, line: &LineView, set: &SetView, column: usize) {
    match column {
        0 => table::text(ui, words::name(lang, &line.name_ru, line.name_en.as_deref())),
        1 if line.hard_count > 0 => {
            let response =
                table::number(ui, &format!("{} + {}", lang.whole(line.regular_count), lang.whole(line.hard_count)));
            response.on_hover_text(lang.with(
                "norms-observations-hint",
                &[("regular", line.regular_count.into()), ("hard", line.hard_count.into())],
            ))
        }
        1 if line.regular_count == 0 => table::number(ui, ""),
        1 => table::number(ui, &lang.whole(line.regular_count)),
        2 if line.excluded_count == 0 => table::number(ui, ""),
        2 => table::number(ui, &lang.whole(line.excluded_count)),
        3 => {
            let (kind, icon, word) = words::basis(lang, line, set);
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.label(RichText::new(icon).size(size::BODY).color(Theme::of(ui).ink(kind)));
            let response = table::quiet(ui, &word);
            match &line.reason {
                Some(reason) => response.on_hover_text(reason),
                None => response,
            }
        }
        4 => {
            let measured = line.study.is_some();
            let share = line.allowance_bp.unwrap_or(set.allowance_bp);
            table::number(ui, &if measured { lang.per_cent(share) } else { String::new() })
        }
        5 => table::number(ui, &with_interval(lang, line)).on_hover_text(evidence(lang, line)),
        6 if line.boost_bp == BasisPoints::ONE => table::number(ui, ""),
        6 => table::number(ui, &words::factor(lang, line.boost_bp))
            .on_hover_text(line.boost_reason.clone().unwrap_or_default()),
        7 => table::number(ui, &lang.minutes(line.weight_cmin)),
        _ => match words::change(line.weight_cmin, line.in_force_cmin) {
            Some(change) => table::number(ui, &words::signed_per_cent(lang, change)),
            None => table::number(ui, "—"),
        },
    };
}

/// The norm with its interval, where one can honestly be given.
fn with_interval(lang: Lang, line: &LineView) -> String {
    let norm = lang.minutes(line.norm_cmin);
    match line.low_cmin.zip(line.high_cmin) {
        Some((low, high)) => format!("{norm} ({} – {})", lang.minutes(low), lang.minutes(high)),
        None => norm,
    }
}

/// What a norm rests on, in a line: its interval and how it was made, whom it was measured with, the share of hard cases and its source.
fn evidence(lang: Lang, line: &LineView) -> String {
    let mut parts = vec![words::name(lang, &line.name_ru, line.name_en.as_deref()).to_owned()];
    match (line.low_cmin.zip(line.high_cmin), line.interval_method.as_deref()) {
        (Some((low, high)), method) => {
            let method = method.map(|method| study_words::method(lang, method)).unwrap_or_default();
            let (low, high) = (lang.minutes(low), lang.minutes(high));
            let named = [("low", Arg::Text(&low)), ("high", Arg::Text(&high)), ("method", Arg::Text(&method))];
            parts.push(lang.with("norms-interval", &named));
        }
        (None, Some(why)) => parts.push(study_words::no_interval(lang, why)),
        (None, None) => {}
    }
    if let Some(operators) = line.operators {
        parts.push(lang.with("norms-operators", &[("count", operators.into())]));
    }
    if let Some(share) = line.hard_share_bp {
        let source = line.hard_share_source.as_deref().unwrap_or("study");
        let source = study_words::share_source(lang, source, line.hard_share_count);
        let share = lang.per_cent(share);
        parts.push(lang.with("norms-hard-share", &[("share", Arg::Text(&share)), ("source", Arg::Text(&source))]));
    }
    if let Some((from, to)) = line.hard_share_from.zip(line.hard_share_to) {
        parts.push(study::words::days(lang, Some(from), Some(to)));
    }
    if let Some(reason) = line.reason.as_deref().filter(|reason| !reason.trim().is_empty()) {
        parts.push(reason.to_owned());
    }
    parts.join(" · ")
}

/// An action whose norm no longer agrees with real handling times: a sign and how far it is.
fn moved_away(ui: &mut Ui, lang: Lang, norm: &NormDrift) {
    let (kind, icon, word) = study::words::verdict(lang, norm.verdict);
    let name = words::name(lang, &norm.name_ru, norm.name_en.as_deref());
    let sign = RichText::new(icon).size(size::ICON).color(Theme::of(ui).ink(kind));
    ui.label(sign).on_hover_text(&word);
    table::text(ui, name).on_hover_text(study::words::verdict_text(lang, norm));
}

/// An action that has no norm yet.
fn empty(ui: &mut Ui, lang: Lang, catalogue: &ActionsView, code: &str, column: usize) {
    match column {
        0 => {
            let action = catalogue.actions.iter().find(|action| action.code == code);
            table::text(
                ui,
                action.map_or(code, |action| words::name(lang, &action.name_ru, action.name_en.as_deref())),
            );
        }
        3 => {
            badge::badge(ui, Kind::Warn, &lang.t("norms-no-norm"));
        }
        _ => {}
    }
}
