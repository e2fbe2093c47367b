//! The terms of a draft: its name, its allowance, and what the allowance is a share of.

use egui::Ui;
use uuid::Uuid;

use super::{layout, words};
use crate::desktop::theme::{Kind, space};
use crate::desktop::widgets::badge;
use crate::desktop::widgets::button::choices;
use crate::desktop::widgets::field::{self, Field};
use crate::domain::allowance::Convention;
use crate::domain::units::BasisPoints;
use crate::floor::command::{Command, OrdersCommand, SetChange};
use crate::locale::{Arg, Lang};
use crate::views::norms::SetView;

/// The two conventions in the order of their buttons.
const CONVENTIONS: [Convention; 2] = [Convention::Normal, Convention::Shift];

/// An allowance being typed.
#[derive(Debug, Clone, Default)]
pub struct Allowance {
    share: String,
    convention: Convention,
}

impl Allowance {
    /// As a set has it.
    pub fn of(lang: Lang, share: BasisPoints, convention: Convention) -> Self {
        Self { share: lang.per_cent(share), convention }
    }

    /// Whether nothing was typed or chosen.
    pub fn is_untouched(&self) -> bool {
        self.share.trim().is_empty() && self.convention == Convention::default()
    }

    /// What was typed; nothing typed is no allowance. `None` where it can't be read or is more than makes sense.
    pub fn read(&self) -> Option<(BasisPoints, Convention)> {
        let text = self.share.trim();
        let share = if text.is_empty() { BasisPoints(0) } else { BasisPoints(words::decimal(text, 2)?) };
        (share.0 <= self.convention.largest().0).then_some((share, self.convention))
    }

    /// Draws the share, the convention, and what they come to.
    pub fn show(&mut self, ui: &mut Ui, lang: Lang) {
        let [label, convention] = ["norms-field-set-allowance", "norms-field-convention"].map(|key| lang.t(key));
        let read = self.read();
        let most = lang.per_cent(self.convention.largest());
        let error = match (read, words::decimal(&self.share, 2)) {
            (Some(_), _) => String::new(),
            (None, Some(_)) => lang.with("norms-allowance-most", &[("most", Arg::Text(&most))]),
            (None, None) => lang.t("norms-bad-number"),
        };
        let names = CONVENTIONS.map(|one| lang.t(&format!("convention-{}", one.as_str())));
        let names = names.each_ref().map(String::as_str);
        layout::pair(ui, 176.0, |ui, first| {
            if first {
                let share = Field { error: &error, placeholder: "0", ..Field::new(&label) };
                field::text(ui, &share, &mut self.share);
            } else {
                ui.spacing_mut().item_spacing.y = space::XS;
                layout::name(ui, &convention);
                let chosen = CONVENTIONS.iter().position(|one| *one == self.convention).unwrap_or(0);
                if let Some(one) = choices(ui, &names, chosen).and_then(|place| CONVENTIONS.get(place)) {
                    self.convention = *one;
                }
            }
        });
        let hint = lang.t(&format!("convention-{}-text", self.convention.as_str()));
        let comes = read.map(|(share, convention)| words::allowance(lang, share, convention)).unwrap_or_default();
        layout::caption(ui, &format!("{hint}. {comes}"));
    }
}

/// The terms of a draft being changed.
#[derive(Debug)]
pub struct Terms {
    set: Uuid,
    name: String,
    allowance: Allowance,
    before: (String, BasisPoints, Convention),
    measured: usize,
    /// Why the last attempt came to nothing.
    pub error: String,
    begun: bool,
}

impl Terms {
    /// As they are.
    pub fn new(lang: Lang, set: &SetView) -> Self {
        Self {
            set: set.set,
            name: set.name.clone(),
            allowance: Allowance::of(lang, set.allowance_bp, set.convention),
            before: (set.name.clone(), set.allowance_bp, set.convention),
            measured: set.lines.iter().filter(|line| line.study.is_some() && line.allowance_bp.is_none()).count(),
            error: String::new(),
            begun: false,
        }
    }

    /// What is changed, and nothing of what stays.
    pub fn command(&self) -> Option<Command> {
        let name = self.name.trim();
        let (share, convention) = self.allowance.read()?;
        if name.is_empty() {
            return None;
        }
        Some(Command::Orders(OrdersCommand::SetChange(SetChange {
            set: self.set,
            name: (name != self.before.0).then(|| name.to_owned()),
            allowance_bp: (share != self.before.1).then_some(share),
            convention: (convention != self.before.2).then_some(convention),
        })))
    }

    fn is_changed(&self) -> bool {
        let (name, share, convention) = &self.before;
        self.name.trim() != name || self.allowance.read() != Some((*share, *convention))
    }

    /// Draws the fields; says whether they can be sent.
    pub fn body(&mut self, ui: &mut Ui, lang: Lang) -> bool {
        let label = lang.t("norms-field-name");
        let response = field::text(ui, &Field::new(&label), &mut self.name);
        if !std::mem::replace(&mut self.begun, true) {
            response.request_focus();
        }
        self.allowance.show(ui, lang);
        if self.measured > 0 {
            layout::caption(ui, &lang.with("norms-terms-again", &[("count", self.measured.into())]));
        }
        if !self.error.is_empty() {
            badge::banner(ui, Kind::Bad, &self.error, "");
        }
        self.is_changed() && self.command().is_some()
    }
}
