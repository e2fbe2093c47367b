//! A pay scheme as a regulation (ТК РФ ст. 135), its text generated from its components in either language.

use crate::domain::indicator::{Definition, Unit};
use crate::domain::scheme::{Bonus, Scheme};
use crate::domain::units::{BasisPoints, Money};
use crate::locale::{Arg, Lang};
use crate::views::pay::SchemeView;

fn say(lang: Lang, key: &str, named: &[(&str, String)]) -> String {
    let named: Vec<(&str, Arg<'_>)> = named.iter().map(|(name, value)| (*name, Arg::Text(value))).collect();
    lang.with(key, &named)
}

/// The paragraphs of the regulation: title, whom it is for, the clauses, the order.
#[must_use]
pub fn text(view: &SchemeView, lang: Lang) -> Vec<String> {
    let scheme = &view.content;
    let position = view.brief.position.clone().unwrap_or_else(|| lang.t("scheme-text-every-position"));
    let department = view.department_name.clone();
    let mut text = vec![
        say(lang, "scheme-text-title", &[("name", view.brief.name.clone())]),
        say(lang, "scheme-text-for", &[("department", department), ("position", position)]),
        lang.t("scheme-text-value"),
        say(lang, "scheme-text-fixed", &[("fixed", lang.per_cent(scheme.fixed_bp))]),
    ];
    text.extend(kpi_clause(scheme, lang));
    text.push(say(lang, "scheme-text-cover", &[("cover", lang.per_cent(scheme.cover_bp))]));
    text.extend(further(view, lang));
    text.push(lang.t("scheme-text-rounding"));
    text.push(match &view.order {
        Some(order) => say(
            lang,
            "scheme-text-order",
            &[
                ("number", order.number.clone()),
                ("date", lang.date(order.date)),
                ("month", lang.month(order.effective.first())),
                ("fingerprint", order.fingerprint.clone()),
            ],
        ),
        None => lang.t("scheme-text-draft"),
    });
    text
}

fn kpi_clause(scheme: &Scheme, lang: Lang) -> Vec<String> {
    let rest = BasisPoints(BasisPoints::ONE.0 - scheme.fixed_bp.0);
    let mut text = vec![say(lang, "scheme-text-kpi", &[("rest", lang.per_cent(rest))])];
    for band in &scheme.bands {
        let named = [("from", lang.per_cent(band.from)), ("multiplier", lang.factor(band.multiplier))];
        text.push(say(lang, "scheme-text-band", &named));
    }
    if let Some(cap) = scheme.cap_bp {
        text.push(say(lang, "scheme-text-cap", &[("cap", lang.per_cent(cap))]));
    }
    if scheme.floor_bp.0 > 0 {
        text.push(say(lang, "scheme-text-floor", &[("floor", lang.per_cent(scheme.floor_bp))]));
    }
    text
}

fn further(view: &SchemeView, lang: Lang) -> Vec<String> {
    let scheme = &view.content;
    let mut text = Vec::new();
    for one in &scheme.supplements {
        let key = if one.in_full { "scheme-text-supplement-full" } else { "scheme-text-supplement" };
        text.push(say(lang, key, &[("name", one.name.clone()), ("amount", lang.money(one.amount_minor))]));
    }
    for one in &scheme.percentages {
        let actions: Vec<&str> = one.actions.iter().map(crate::domain::code::Code::as_str).collect();
        let actions = if actions.is_empty() { lang.t("scheme-text-percentage-all") } else { actions.join(", ") };
        let named = [("name", one.name.clone()), ("share", lang.per_cent(one.share_bp)), ("actions", actions)];
        text.push(say(lang, "scheme-text-percentage", &named));
    }
    for one in &scheme.bonuses {
        text.push(bonus_clause(one, view.indicators.get(&one.indicator), lang));
    }
    text
}

fn bonus_clause(bonus: &Bonus, indicator: Option<&Definition>, lang: Lang) -> String {
    let name = indicator.map_or(bonus.indicator.as_str(), |one| lang.of(&one.name_ru, &one.name_en));
    let mut named =
        vec![("name", bonus.name.clone()), ("amount", lang.money(bonus.amount_minor)), ("indicator", name.to_owned())];
    let Some(terms) = bonus.own_target() else { return say(lang, "scheme-text-bonus-segment", &named) };
    let unit = indicator.map_or(Unit::Percent, |definition| definition.unit);
    let target = lang.plain(terms.value_hundredths, 2);
    named.push(("sign", terms.comparator.sign().to_owned()));
    named.push((
        "target",
        match unit {
            Unit::Percent => format!("{target} %"),
            Unit::Money => lang.money(Money(terms.value_hundredths)),
            Unit::Minutes => format!("{target} {}", lang.t("unit-min")),
            Unit::Number | Unit::Points => target,
        },
    ));
    let mut text = say(lang, "scheme-text-bonus", &named);
    if terms.least_denominator > 0 {
        text.push(' ');
        text.push_str(&say(lang, "scheme-text-bonus-least", &[("least", terms.least_denominator.to_string())]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::pay::SchemeBrief;

    fn view() -> SchemeView {
        let content = serde_json::from_str(
            r#"{"fixed_bp":4000,"cover_bp":5000,"bands":[[0,10000],[10000,12000]],"cap_bp":11000,"floor_bp":8000,
                "supplements":[{"name":"наставничество","amount_minor":300000}],
                "bonuses":[{"name":"загрузка","indicator":"workload","comparator":">=","target_bp":9500,"amount_minor":100000}]}"#,
        );
        SchemeView {
            brief: SchemeBrief {
                scheme: "OP".to_owned(),
                name: "Операторы".to_owned(),
                department: "SUP".to_owned(),
                position: None,
                state: "draft".to_owned(),
                number: None,
                effective: None,
            },
            department_name: "Техподдержка".to_owned(),
            version: 1,
            content: content.unwrap(),
            indicators: std::collections::BTreeMap::new(),
            steps: vec![],
            order: None,
            in_force: None,
            minute_costs: vec![],
            shadow_month: None,
            shadow: vec![],
        }
    }

    #[test]
    fn the_text_says_every_component_in_both_languages() {
        let russian = text(&view(), Lang::Ru).join("\n");
        for said in ["40 %", "60 %", "×1,2", "110 %", "80 %", "50 %", "3\u{202f}000,00", "≥ 95 %", "все должности"]
        {
            assert!(
                russian.contains(said) || russian.replace('\u{a0}', "\u{202f}").contains(said),
                "{said}\n{russian}"
            );
        }
        let english = text(&view(), Lang::En).join("\n");
        for said in ["40 %", "×1.2", "at least 80 %", "every position", "a draft"] {
            assert!(english.contains(said), "{said}\n{english}");
        }
        assert!(!english.contains("scheme-text") && !russian.contains("scheme-text"));
    }
}
