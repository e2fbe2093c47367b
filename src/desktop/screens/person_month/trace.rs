//! A decision opened: norm × boost = weight, the set and the order that fixed them, and the stopwatch readings the norm rests on.

use egui::{RichText, Ui};
use uuid::Uuid;

use super::pieces::{amount, fact, heading, sentence};
use super::{Form, View};
use crate::desktop::action::{Action, StudyPage};
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::screens::study_words;
use crate::desktop::theme::{Kind, Theme, space};
use crate::desktop::widgets::button::{Button, icon_button};
use crate::desktop::widgets::state;
use crate::domain::units::{BasisPoints, Millis};
use crate::locale::{Arg, Lang};
use crate::views::department::{DecisionTraceView, ReadingView};

/// The norm a decision weighs by is boosted unless this is its factor.
const UNBOOSTED: BasisPoints = BasisPoints::ONE;

pub(super) fn show(
    ui: &mut Ui,
    lang: Lang,
    view: &View<'_>,
    decision: (Uuid, i64),
    form: &mut Form,
    actions: &mut Vec<Action>,
) {
    let trace = view.trace.filter(|trace| (trace.ticket, trace.line) == decision);
    let title = trace.map(|trace| words::name(lang, &trace.name_ru, trace.name_en.as_deref())).unwrap_or_default();
    ui.horizontal(|ui| {
        if icon_button(ui, icons::ARROW_LEFT, &lang.t("kpi-trace-back"), "Esc").clicked() {
            form.back();
        }
        ui.add(egui::Label::new(Theme::of(ui).strong(title)).truncate());
    });
    let Some(trace) = trace else {
        state::loading(ui, &lang.t("kpi-trace-loading"), 6);
        return;
    };
    weight(ui, lang, trace);
    ways(ui, lang, view, trace, actions);
    order(ui, lang, trace);
    basis(ui, lang, trace);
    readings(ui, lang, &trace.readings);
}

/// Quantity × (norm × boost), in figures.
fn weight(ui: &mut Ui, lang: Lang, trace: &DecisionTraceView) {
    let theme = Theme::of(ui);
    fact(ui, &lang.t("kpi-trace-norm"), &with_unit(lang, &lang.minutes(trace.norm_cmin)));
    if trace.boost_bp != UNBOOSTED {
        fact(ui, &lang.t("kpi-trace-boost"), &words::factor(lang, trace.boost_bp));
        if let Some(reason) = &trace.boost_reason {
            layout::caption(ui, reason);
        }
        let product = format!(
            "{} {} = {}",
            lang.minutes(trace.norm_cmin),
            words::factor(lang, trace.boost_bp),
            lang.minutes(trace.weight_cmin)
        );
        fact(ui, &lang.t("kpi-trace-weight"), &product);
    }
    let product = format!(
        "{} × {} = {}",
        lang.whole(trace.quantity),
        lang.minutes(trace.weight_cmin),
        with_unit(lang, &lang.minutes(trace.kpi_cmin))
    );
    amount(ui, theme.bold(lang.t("kpi-trace-kpi")), theme.bold(product));
}

fn with_unit(lang: Lang, number: &str) -> String {
    format!("{number} {}", lang.t("unit-min"))
}

fn order(ui: &mut Ui, lang: Lang, trace: &DecisionTraceView) {
    heading(ui, &lang.t("kpi-trace-order"));
    let (Some(number), Some(date), Some(effective)) = (&trace.order, trace.order_date, trace.effective) else {
        layout::quiet(ui, &lang.t("kpi-trace-no-order"));
        return;
    };
    let (date, effective) = (lang.date(date), lang.date(effective));
    let person = trace.approved_by.as_deref().unwrap_or_default();
    let named = [
        ("number", Arg::Text(number)),
        ("date", Arg::Text(&date)),
        ("effective", Arg::Text(&effective)),
        ("person", Arg::Text(person)),
    ];
    sentence(ui, &lang.with("kpi-trace-order-words", &named));
    if let Some(set) = &trace.set_name {
        layout::caption(ui, &lang.with("kpi-trace-set", &[("set", Arg::Text(set))]));
    }
}

/// What the norm rests on: its basis, interval, counts, allowance and share of hard cases.
fn basis(ui: &mut Ui, lang: Lang, trace: &DecisionTraceView) {
    heading(ui, &lang.t("kpi-trace-basis"));
    let Some(basis) = &trace.basis else {
        layout::quiet(ui, &lang.t("kpi-trace-no-norm"));
        return;
    };
    sentence(ui, &lang.t(&format!("basis-{basis}")));
    if let Some(reason) = trace.reason.as_deref().filter(|reason| !reason.trim().is_empty()) {
        layout::quiet(ui, reason);
    }
    let timed = trace.regular_count + trace.hard_count + trace.excluded_count > 0;
    if timed {
        let named = [
            ("regular", Arg::Count(trace.regular_count)),
            ("hard", Arg::Count(trace.hard_count)),
            ("excluded", Arg::Count(trace.excluded_count)),
        ];
        layout::quiet(ui, &lang.with("kpi-trace-counts", &named));
    }
    match (trace.low_cmin.zip(trace.high_cmin), trace.interval_method.as_deref()) {
        (Some((low, high)), method) => {
            let method = method.map(|method| study_words::method(lang, method)).unwrap_or_default();
            let (low, high) = (lang.minutes(low), lang.minutes(high));
            let named = [("low", Arg::Text(&low)), ("high", Arg::Text(&high)), ("method", Arg::Text(&method))];
            layout::quiet(ui, &lang.with("norms-interval", &named));
        }
        (None, Some(why)) => layout::quiet(ui, &study_words::no_interval(lang, why)),
        (None, None) => {}
    }
    if let Some(allowance) = trace.allowance_bp.filter(|_| timed) {
        let share = format!("{} %", lang.per_cent(allowance));
        fact(ui, &lang.t("kpi-trace-allowance"), &share);
    }
    if let Some(share) = trace.hard_share_bp {
        fact(ui, &lang.t("kpi-trace-hard-share"), &format!("{} %", lang.per_cent(share)));
    }
    if let Some(exact) = &trace.exact {
        layout::caption(ui, &lang.with("kpi-trace-exact", &[("exact", Arg::Text(exact))]));
    }
}

/// Where one can go on from here: the ticket, and the study where it may be seen.
fn ways(ui: &mut Ui, lang: Lang, view: &View<'_>, trace: &DecisionTraceView, actions: &mut Vec<Action>) {
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        if view.me.may.tickets
            && Button::secondary(&lang.t("kpi-trace-ticket")).icon(icons::TICKET).key("T").show(ui).clicked()
        {
            actions.push(Action::OpenTicket(trace.ticket));
        }
        let study = trace.study.filter(|_| view.me.may.studies);
        if study.is_some() && Button::secondary(&lang.t("kpi-trace-study")).icon(icons::TIMER).show(ui).clicked() {
            actions.push(Action::OpenStudy(study, StudyPage::Readings));
        }
    });
}

fn readings(ui: &mut Ui, lang: Lang, readings: &[ReadingView]) {
    if readings.is_empty() {
        return;
    }
    heading(ui, &lang.with("kpi-trace-readings", &[("count", Arg::from(readings.len()))]));
    let theme = Theme::of(ui);
    for reading in readings {
        let class = lang.t(&format!("kpi-reading-{}", reading.class));
        let mut parts = vec![words::moment(lang, &reading.started_at), class];
        if reading.rating_bp != UNBOOSTED {
            let rating = lang.per_cent(reading.rating_bp);
            parts.push(lang.with("kpi-reading-rating", &[("rating", Arg::Text(&rating))]));
        }
        parts.extend(reading.operator.clone());
        parts.extend(reading.reason.clone());
        let length = lang.number(Millis(reading.duration_ms).seconds() / 60.0, 2);
        let left_out = reading.class == "exclude";
        let number = if left_out { theme.quiet(length) } else { RichText::new(length).color(theme.text) };
        let name =
            if left_out { theme.tinted(Kind::Warn, parts.join(" · ")) } else { theme.quiet(parts.join(" · ")) };
        amount(ui, name, number);
    }
}
