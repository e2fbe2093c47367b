//! A catalogue coming in: its difference to the floor's as a table, and the commands that take it in, one in flight.

use std::collections::VecDeque;

use egui::Ui;

use super::View;
use super::dialogs::primary;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::theme::{Kind, measure};
use crate::desktop::widgets::button::choices;
use crate::desktop::widgets::table::{self, Head, Table, Width};
use crate::desktop::widgets::{badge, ink, state};
use crate::documents::catalogue;
use crate::domain::action::{Action, Field};
use crate::floor::Accepted;
use crate::floor::command::Command;
use crate::floor::import::{ChunkReport, RefusedRow};
use crate::intake::{Difference, Plan};
use crate::locale::{Arg, Lang};
use crate::views::norms::ActionView;

/// A file coming in.
#[derive(Debug)]
pub(super) struct Take {
    name: String,
    plan: Plan,
    difference: Option<(u64, Difference)>,
    shown: usize,
    row: Option<usize>,
    retire: bool,
    queue: Option<VecDeque<Command>>,
    came: ChunkReport,
    retired: usize,
    /// Why the last command came to nothing.
    pub error: String,
}

/// A row of the difference.
struct Row {
    kind: Kind,
    what: &'static str,
    code: String,
    action: String,
    field: String,
    before: String,
    after: String,
}

impl Take {
    pub fn new(name: String, plan: Plan) -> Self {
        Self {
            name,
            plan,
            difference: None,
            shown: 0,
            row: None,
            retire: false,
            queue: None,
            came: ChunkReport::default(),
            retired: 0,
            error: String::new(),
        }
    }

    /// The file's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The first command that is to go out, where there is anything to take.
    pub fn command(&mut self) -> Option<Command> {
        let (_, difference) = self.difference.as_ref()?;
        if self.queue.is_none() {
            let retires = self.retire && !difference.missing.is_empty();
            if difference.is_empty() && !retires {
                return None;
            }
            let missing = if retires { difference.missing.clone() } else { Vec::new() };
            self.plan.retire(&missing);
            let chunks = if difference.is_empty() { Vec::new() } else { self.plan.chunks.clone() };
            self.queue = Some(chunks.into_iter().chain(self.plan.retiring.iter().cloned()).collect());
        }
        self.error.clear();
        self.queue.as_ref()?.front().cloned()
    }

    /// Counts what a command did; gives the one that follows.
    pub fn answered(&mut self, accepted: &Accepted) -> Option<Command> {
        let queue = self.queue.as_mut()?;
        match queue.pop_front() {
            Some(Command::Import(_)) => {
                if let Ok(report) = serde_json::from_value::<ChunkReport>(accepted.result.clone()) {
                    self.came.made += report.made;
                    self.came.changed += report.changed;
                    self.came.repeated += report.repeated;
                    self.came.refused.extend(report.refused);
                }
            }
            Some(_) => self.retired += 1,
            None => {}
        }
        queue.front().cloned()
    }

    /// What came of the whole.
    pub fn outcome(&self, lang: Lang) -> (Kind, String) {
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let added = count(self.came.made.saturating_sub(self.came.changed));
        let refused = self.came.refused.len() + self.plan.refused.len();
        let named = [
            ("added", Arg::from(added)),
            ("changed", count(self.came.changed).into()),
            ("retired", self.retired.into()),
            ("refused", refused.into()),
        ];
        (if refused > 0 { Kind::Warn } else { Kind::Ok }, lang.with("catalogue-taken", &named))
    }

    fn difference(&mut self, view: &View<'_>) -> Difference {
        match &self.difference {
            // While it is being taken in, what was asked for stays on screen.
            Some((edition, difference)) if *edition == view.edition || self.queue.is_some() => difference.clone(),
            _ => {
                let known: Vec<Action> = view.actions.actions.iter().filter_map(ActionView::action).collect();
                let difference = Difference::of(&self.plan, &known);
                self.difference = Some((view.edition, difference.clone()));
                difference
            }
        }
    }
}

fn name_of(lang: Lang, action: &Action) -> String {
    words::name(lang, &action.name_ru, action.name_en.as_deref()).to_owned()
}

fn rows(lang: Lang, difference: &Difference, retire: bool) -> [Vec<Row>; 4] {
    let row = |kind, what, action: &Action| Row {
        kind,
        what,
        code: action.code.to_string(),
        action: name_of(lang, action),
        field: String::new(),
        before: String::new(),
        after: String::new(),
    };
    let added = |action: &Action| Row {
        field: catalogue::field_name(lang, Field::Group),
        after: catalogue::words(lang, Field::Group, action),
        ..row(Kind::Ok, "catalogue-row-added", action)
    };
    let mut changed = Vec::new();
    for one in &difference.changed {
        for field in &one.fields {
            changed.push(Row {
                field: catalogue::field_name(lang, *field),
                before: catalogue::words(lang, *field, &one.before),
                after: catalogue::words(lang, *field, &one.after),
                ..row(Kind::Accent, "catalogue-row-changed", &one.before)
            });
        }
    }
    let missing = |action: &Action| {
        if !retire {
            return Row { after: lang.t("catalogue-row-stays"), ..row(Kind::Neutral, "catalogue-row-missing", action) };
        }
        Row {
            field: catalogue::field_name(lang, Field::Active),
            before: lang.t("catalogue-state-active"),
            after: lang.t("catalogue-state-retired"),
            ..row(Kind::Warn, "catalogue-row-retired", action)
        }
    };
    let refused = |row: &RefusedRow| Row {
        kind: Kind::Bad,
        what: "catalogue-row-refused",
        code: lang.with("catalogue-row-line", &[("line", Arg::Text(&row.line.to_string()))]),
        action: text_of(lang, row),
        field: String::new(),
        before: String::new(),
        after: String::new(),
    };
    [
        difference.added.iter().map(added).collect(),
        changed,
        difference.missing.iter().map(missing).collect(),
        difference.refused.iter().map(refused).collect(),
    ]
}

fn text_of(lang: Lang, row: &RefusedRow) -> String {
    let details: Vec<(&str, Arg<'_>)> =
        row.details.iter().map(|(name, value)| (name.as_str(), Arg::Text(value))).collect();
    lang.refusal_text(row.code.as_str(), &row.reason, &details)
}

/// Draws the difference; says whether it is to be taken.
pub(super) fn body(ui: &mut Ui, lang: Lang, view: &View<'_>, take: &mut Take, busy: bool) -> bool {
    let difference = take.difference(view);
    let parts = rows(lang, &difference, take.retire);
    let counts = [difference.added.len(), difference.changed.len(), difference.missing.len(), difference.refused.len()];
    layout::quiet(ui, &lang.with("catalogue-take-text", &[("same", difference.same.len().into())]));
    let all = counts.iter().sum::<usize>();
    let keys = ["catalogue-tab-added", "catalogue-tab-changed", "catalogue-tab-missing", "catalogue-tab-refused"];
    let tabs: Vec<String> = std::iter::once(lang.with("catalogue-tab-all", &[("count", all.into())]))
        .chain(keys.iter().zip(counts).map(|(key, count)| lang.with(key, &[("count", count.into())])))
        .collect();
    let names: Vec<&str> = tabs.iter().map(String::as_str).collect();
    if let Some(tab) = choices(ui, &names, take.shown) {
        (take.shown, take.row) = (tab, None);
    }
    let shown: Vec<&Row> = match take.shown.checked_sub(1) {
        Some(tab) => parts.get(tab).into_iter().flatten().collect(),
        None => parts.iter().flatten().collect(),
    };
    difference_table(ui, lang, &shown, &mut take.row);
    if !difference.missing.is_empty() {
        let word = lang.with("catalogue-retire-missing", &[("count", difference.missing.len().into())]);
        ui.checkbox(&mut take.retire, word);
    }
    if !take.error.is_empty() {
        badge::banner(ui, Kind::Bad, &take.error, "");
    }
    let retired = if take.retire { difference.missing.len() } else { 0 };
    let count = difference.added.len() + difference.changed.len() + retired;
    let word = lang.with("catalogue-take", &[("count", count.into())]);
    primary(ui, &word, icons::CHECK, count > 0 && !busy, &lang.t("catalogue-take-nothing"))
}

fn difference_table(ui: &mut Ui, lang: Lang, rows: &[&Row], chosen: &mut Option<usize>) {
    let height = (ui.ctx().content_rect().height() - 420.0).max(measure::ROW * 4.0);
    if rows.is_empty() {
        state::line(ui, Kind::Neutral, icons::CHECK_CIRCLE, &lang.t("catalogue-no-difference"));
        ui.add_space(height - measure::ROW);
        return;
    }
    let titles = ["what", "code", "action", "field", "before", "after"]
        .map(|column| lang.t(&format!("catalogue-diff-{column}")));
    let [what, code, action, field, before, after] = &titles;
    let heads = [
        Head::text(what).exact(128.0),
        Head::text(code).exact(96.0),
        Head { width: Width::Fill(200.0), ..Head::text(action) },
        Head::text(field).exact(184.0),
        Head { width: Width::Fill(120.0), ..Head::text(before) },
        Head { width: Width::Fill(120.0), ..Head::text(after) },
    ];
    let name = lang.t("catalogue-diff-table");
    let used = measure::ROW * ink::px(rows.len() + 1);
    let table = Table::new(&name, &heads).height(height.min(used)).takes_arrows();
    table.show(ui, rows.len(), chosen, |ui, row, column| {
        let Some(row) = rows.get(row) else { return };
        match column {
            0 => drop(badge::badge(ui, row.kind, &lang.t(row.what))),
            1 => drop(table::quiet(ui, &row.code)),
            2 => drop(table::text(ui, &row.action)),
            3 => drop(table::quiet(ui, &row.field)),
            4 => drop(table::quiet(ui, &row.before)),
            _ => drop(table::text(ui, &row.after)),
        }
    });
    ui.add_space((height - used).max(0.0));
}
