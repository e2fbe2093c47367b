//! The dialog that proposes a cover: who for whom, when, at which share. Each colleague's usual surplus stands beside the name.

use chrono::NaiveDate;
use egui::{Key, Modifiers, Ui};
use uuid::Uuid;

use crate::desktop::icons;
use crate::desktop::screens::norms::layout::{self, Shown};
use crate::desktop::screens::norms::words as typed;
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::button::Button;
use crate::desktop::widgets::choose::{self, Choose};
use crate::desktop::widgets::field::{self, Field};
use crate::desktop::widgets::pick::Item;
use crate::desktop::widgets::{badge, card};
use crate::domain::code::Code;
use crate::domain::units::BasisPoints;
use crate::floor::command::{AbsenceCommand, CoverPropose};
use crate::locale::{Arg, Lang};
use crate::views::absences::{AbsencesView, BoardPerson};

const WIDTH: f32 = 620.0;

/// What is being proposed.
#[derive(Debug)]
pub(super) struct Propose {
    id: Uuid,
    absent: Option<String>,
    coverer: Option<String>,
    pick_absent: choose::State,
    pick_coverer: choose::State,
    from: String,
    to: String,
    share: String,
    tried: bool,
    fresh: bool,
    /// Why the floor refused.
    pub error: String,
}

impl Propose {
    /// A proposal for who is absent on these days.
    pub fn new(lang: Lang, absent: Option<String>, dates: Option<(NaiveDate, NaiveDate)>) -> Self {
        let date = |day: Option<NaiveDate>| day.map(|day| typed::typed_date(lang, day)).unwrap_or_default();
        Self {
            id: Uuid::now_v7(),
            absent,
            coverer: None,
            pick_absent: choose::State::default(),
            pick_coverer: choose::State::default(),
            from: date(dates.map(|(first, _)| first)),
            to: date(dates.map(|(_, last)| last)),
            share: String::new(),
            tried: false,
            fresh: true,
            error: String::new(),
        }
    }

    /// The share as typed: nothing is the scheme's own.
    fn share(&self) -> Result<Option<BasisPoints>, ()> {
        let text = self.share.trim().trim_end_matches('%').trim();
        if text.is_empty() {
            return Ok(None);
        }
        typed::decimal(text, 2).map(|share| Some(BasisPoints(share))).ok_or(())
    }

    fn dates(&self) -> Option<(NaiveDate, NaiveDate)> {
        typed::date(&self.from).zip(typed::date(&self.to))
    }

    fn command(&self) -> Option<AbsenceCommand> {
        let (from, to) = self.dates().filter(|(from, to)| from <= to)?;
        Some(AbsenceCommand::CoverPropose(CoverPropose {
            cover: self.id,
            coverer: Code::new(self.coverer.as_deref()?).ok()?,
            absent: Code::new(self.absent.as_deref()?).ok()?,
            from,
            to,
            share_bp: self.share().ok()?,
        }))
    }
}

/// Draws the dialog; gives the command to send.
pub(super) fn show(
    ui: &Ui,
    lang: Lang,
    board: &AbsencesView,
    propose: &mut Propose,
    busy: bool,
) -> Shown<Option<AbsenceCommand>> {
    let confirmed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let shown = layout::dialog(ui, lang, &lang.t("cover-propose-title"), WIDTH, |ui| {
        layout::quiet(ui, &lang.t("cover-propose-text"));
        body(ui, lang, board, propose);
        if !propose.error.is_empty() {
            badge::banner(ui, Kind::Bad, &propose.error, "");
        }
        let row = egui::vec2(ui.available_width(), measure::PRIMARY);
        ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let word = lang.t("cover-propose-send");
            Button::primary(&word).icon(icons::PAPER_PLANE_TILT).key("Ctrl+Enter").enabled(!busy).show(ui).clicked()
        })
        .inner
    });
    let picking = propose.pick_absent.is_open() || propose.pick_coverer.is_open();
    let mut inner = None;
    if (shown.inner || confirmed) && !busy {
        propose.tried = true;
        propose.error.clear();
        inner = propose.command();
    }
    Shown { closed: shown.closed && !picking, inner }
}

/// How much a colleague usually has over the plan, in words.
pub(super) fn usual(lang: Lang, person: &BoardPerson) -> String {
    match person.usual_surplus_cmin {
        Some(minutes) => {
            let minutes = lang.minutes(minutes);
            let named = [("minutes", Arg::Text(&minutes)), ("days", Arg::Count(person.usual_days))];
            lang.with("cover-usual", &named)
        }
        None => lang.t("cover-usual-none"),
    }
}

fn body(ui: &mut Ui, lang: Lang, board: &AbsencesView, propose: &mut Propose) {
    let [absent_word, coverer_word, find, nothing, needed] =
        ["cover-field-absent", "cover-field-coverer", "cover-find", "board-nobody", "orders-needed"]
            .map(|key| lang.t(key));
    let everybody: Vec<&BoardPerson> = board.people.iter().collect();
    let mut candidates: Vec<&BoardPerson> =
        everybody.iter().copied().filter(|person| Some(&person.person) != propose.absent.as_ref()).collect();
    candidates.sort_by_key(|person| std::cmp::Reverse(person.usual_surplus_cmin));
    let usual: Vec<String> = candidates.iter().map(|person| usual(lang, person)).collect();
    let short: Vec<String> = candidates
        .iter()
        .map(|person| match person.usual_surplus_cmin {
            Some(minutes) => {
                let sign = if minutes.0 > 0 { "+" } else { "" };
                let minutes = format!("{sign}{}", lang.minutes(minutes));
                lang.with("cover-usual-short", &[("minutes", Arg::Text(&minutes))])
            }
            None => lang.t("cover-usual-none"),
        })
        .collect();
    let hint = |chosen: bool| if propose.tried && !chosen { needed.as_str() } else { "" };
    let (absent_hint, coverer_hint) = (hint(propose.absent.is_some()), hint(propose.coverer.is_some()));
    if std::mem::take(&mut propose.fresh) {
        if propose.absent.is_none() { propose.pick_absent.open() } else { propose.pick_coverer.open() }
    }
    let items: Vec<Item<'_>> = everybody
        .iter()
        .map(|person| Item { id: &person.person, name: &person.name, code: &person.person, group: "" })
        .collect();
    let place = everybody.iter().position(|person| Some(&person.person) == propose.absent.as_ref());
    let choose = Choose { label: &absent_word, placeholder: &find, nothing: &nothing, key: "", hint: absent_hint };
    let picked = choose.show(ui, &mut propose.pick_absent, &items, place).and_then(|place| everybody.get(place));
    let items: Vec<Item<'_>> = candidates
        .iter()
        .zip(&short)
        .map(|(person, short)| Item { id: &person.person, name: &person.name, code: &person.person, group: short })
        .collect();
    let place = candidates.iter().position(|person| Some(&person.person) == propose.coverer.as_ref());
    let said = place.and_then(|place| usual.get(place)).map(String::as_str);
    let choose = Choose {
        label: &coverer_word,
        placeholder: &find,
        nothing: &nothing,
        key: "",
        hint: said.unwrap_or(coverer_hint),
    };
    let coverer = choose.show(ui, &mut propose.pick_coverer, &items, place).and_then(|place| candidates.get(place));
    if let Some(person) = coverer {
        propose.coverer = Some(person.person.clone());
    }
    if let Some(person) = picked {
        propose.absent = Some(person.person.clone());
        if propose.coverer == propose.absent {
            propose.coverer = None;
        }
    }
    terms(ui, lang, propose);
}

fn terms(ui: &mut Ui, lang: Lang, propose: &mut Propose) {
    let [from, to, share, bad, order, bad_share, share_hint] = [
        "board-field-from",
        "board-field-to",
        "cover-field-share",
        "orders-bad-date",
        "board-order",
        "cover-bad-share",
        "cover-share-hint",
    ]
    .map(|key| lang.t(key));
    let tried = propose.tried;
    let wrong = |text: &str| match typed::date(text) {
        None if tried || !text.trim().is_empty() => bad.as_str(),
        _ => "",
    };
    let from_error = wrong(&propose.from);
    let backwards = propose.dates().is_some_and(|(first, last)| last < first);
    let to_error = if backwards { order.as_str() } else { wrong(&propose.to) };
    let share_error = if propose.share().is_err() { bad_share.as_str() } else { "" };
    card::columns_apart(ui, 3, space::M, |columns| {
        let [first, second, third] = columns else { return };
        field::text(first, &Field { error: from_error, ..Field::new(&from) }, &mut propose.from);
        field::text(second, &Field { error: to_error, ..Field::new(&to) }, &mut propose.to);
        let field = Field { error: share_error, hint: &share_hint, ..Field::new(&share) };
        field::text(third, &field, &mut propose.share);
    });
}
