//! The catalogue of actions and norm sets as tables that go out and come back: the columns that an import reads.

use super::table::{Cell, Table};
use crate::domain::action::{Action, Field, elements_text};
use crate::domain::units::BasisPoints;
use crate::locale::Lang;
use crate::views::norms::{ActionView, ActionsView};

/// The columns of a catalogue, as an import knows them.
const ACTIONS: [&str; 12] = [
    "code",
    "name_ru",
    "name_en",
    "group",
    "kind",
    "channels",
    "hard_criterion",
    "boost",
    "boost_reason",
    "asks_amount",
    "elements",
    "active",
];

/// The catalogue as a table that an import reads back unchanged.
#[must_use]
pub fn actions(view: &ActionsView) -> Table {
    let row = |action: &ActionView| {
        vec![
            Cell::from(action.code.as_str()),
            Cell::from(action.name_ru.as_str()),
            Cell::from(action.name_en.clone()),
            Cell::from(action.group.as_str()),
            Cell::from(action.kind.as_str()),
            Cell::from(joined(action.channels.iter().map(|channel| channel.as_str().to_owned()))),
            Cell::from(action.hard_criterion.clone()),
            action.boost_bp.map_or(Cell::Empty, factor),
            Cell::from(action.boost_reason.clone()),
            Cell::from(yes_or_no(action.asks_amount)),
            Cell::from(elements_text(&action.elements)),
            Cell::from(yes_or_no(action.active)),
        ]
    };
    Table {
        name: "actions".to_owned(),
        heads: ACTIONS.map(str::to_owned).to_vec(),
        rows: view.actions.iter().map(row).collect(),
    }
}

/// A factor as a cell: exact to the last of its four decimals.
#[must_use]
pub fn factor(boost: BasisPoints) -> Cell {
    if boost.0 % 100 == 0 { Cell::Hundredths(boost.0 / 100) } else { Cell::Text(decimal(boost)) }
}

/// A factor as a plain decimal number with a point, without trailing zeros: 15 000 → `1.5`.
fn decimal(boost: BasisPoints) -> String {
    let rest = format!("{:04}", boost.0 % 10_000);
    let rest = rest.trim_end_matches('0');
    let mark = if rest.is_empty() { "" } else { "." };
    format!("{}{mark}{rest}", boost.0 / 10_000)
}

/// A field of an action as a file has it; empty where there is nothing.
#[must_use]
pub fn plain(field: Field, action: &Action) -> String {
    match field {
        Field::NameRu => action.name_ru.clone(),
        Field::NameEn => action.name_en.clone().unwrap_or_default(),
        Field::Group => action.group.clone(),
        Field::Kind => action.kind.as_str().to_owned(),
        Field::Channels => joined(action.channels.iter().map(|channel| channel.as_str().to_owned())),
        Field::HardCriterion => action.hard_criterion.clone().unwrap_or_default(),
        Field::Boost => action
            .boost
            .as_ref()
            .map(|proposed| format!("{} ({})", decimal(proposed.boost), proposed.reason))
            .unwrap_or_default(),
        Field::Elements => elements_text(&action.elements),
        Field::AsksAmount => yes_or_no(action.asks_amount).to_owned(),
        Field::Active => yes_or_no(action.active).to_owned(),
    }
}

/// A field of an action in words; a dash where there is nothing.
#[must_use]
pub fn words(lang: Lang, field: Field, action: &Action) -> String {
    let text = match field {
        Field::Kind => lang.t(&format!("catalogue-kind-{}", action.kind.as_str())),
        Field::Channels if action.channels.is_empty() => lang.t("catalogue-everywhere"),
        Field::Channels => {
            joined(action.channels.iter().map(|channel| lang.t(&format!("channel-{}", channel.as_str()))))
        }
        Field::Boost => action
            .boost
            .as_ref()
            .map(|proposed| {
                let factor = decimal(proposed.boost);
                let factor = if lang == Lang::Ru { factor.replace('.', ",") } else { factor };
                format!("×{factor} ({})", proposed.reason)
            })
            .unwrap_or_default(),
        Field::Elements => {
            let name = |element: &crate::domain::action::Element| match (lang, &element.name_en) {
                (Lang::En, Some(name)) => name.clone(),
                _ => element.name_ru.clone(),
            };
            action.elements.iter().map(name).collect::<Vec<_>>().join(" → ")
        }
        Field::AsksAmount => lang.t(if action.asks_amount { "catalogue-yes" } else { "catalogue-no" }),
        Field::Active => lang.t(if action.active { "catalogue-state-active" } else { "catalogue-state-retired" }),
        other => plain(other, action),
    };
    if text.trim().is_empty() { "—".to_owned() } else { text }
}

/// The name of a field, as people read it.
#[must_use]
pub fn field_name(lang: Lang, field: Field) -> String {
    lang.t(&format!("catalogue-field-{}", field.as_str().replace('_', "-")))
}

fn yes_or_no(says: bool) -> &'static str {
    if says { "yes" } else { "no" }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_factor_goes_out_exactly() {
        for (boost, text) in [(10_000, "1"), (15_000, "1.5"), (12_345, "1.2345"), (100_000, "10")] {
            assert_eq!(decimal(BasisPoints(boost)), text);
        }
        assert_eq!(factor(BasisPoints(15_000)), Cell::Hundredths(150));
        assert_eq!(factor(BasisPoints(12_345)), Cell::Text("1.2345".to_owned()));
    }
}
