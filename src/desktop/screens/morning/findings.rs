//! The findings of a morning as one list under headings, gone through with ↑ ↓; each says in figures why it is there.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use egui::Ui;

use super::{Wanted, to_claims};
use crate::desktop::action::Action;
use crate::desktop::icons;
use crate::desktop::screens::norms::{layout, words};
use crate::desktop::screens::rows::{self, Row};
use crate::desktop::screens::tasks;
use crate::desktop::theme::{Kind, measure, space};
use crate::desktop::widgets::{badge, card};
use crate::locale::{Arg, Lang};
use crate::views::department::{MorningCall, MorningPerson, MorningTicket, MorningView};
use crate::views::tasks::ObjectionView;

/// Why something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    CallWithout,
    TicketWithout,
    Held,
    Early,
    Above,
    Outside,
    Objection,
}

impl Why {
    /// The end of its words' keys.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::CallWithout => "call-without",
            Self::TicketWithout => "ticket-without",
            Self::Held => "held",
            Self::Early => "early",
            Self::Above => "above",
            Self::Outside => "outside",
            Self::Objection => "objection",
        }
    }

    fn sign(self) -> (&'static str, Kind) {
        match self {
            Self::CallWithout => (icons::PHONE, Kind::Warn),
            Self::TicketWithout => (icons::TICKET, Kind::Neutral),
            Self::Held => (icons::HOURGLASS_MEDIUM, Kind::Neutral),
            Self::Early => (icons::CLOCK, Kind::Neutral),
            Self::Above => (icons::TREND_UP, Kind::Warn),
            Self::Outside => (icons::CALENDAR_X, Kind::Neutral),
            Self::Objection => (icons::CHAT_TEXT, Kind::Accent),
        }
    }
}

/// Something to look at.
#[derive(Debug, Clone, Copy)]
pub(super) enum Finding<'a> {
    Call(&'a MorningCall),
    Ticket(Why, &'a MorningTicket),
    /// A person's tickets without a call.
    Tickets {
        person: &'a str,
        name: &'a str,
        count: usize,
        open: bool,
    },
    Person(Why, &'a MorningPerson),
    Objection(&'a ObjectionView),
}

impl Finding<'_> {
    /// Whose it is.
    pub(super) fn person(&self) -> &str {
        match self {
            Self::Call(call) => &call.person,
            Self::Ticket(_, ticket) => &ticket.person,
            Self::Tickets { person, .. } => person,
            Self::Person(_, person) => &person.person,
            Self::Objection(one) => &one.person,
        }
    }

    /// Why it is shown.
    pub(super) fn why(&self) -> Why {
        match self {
            Self::Call(_) => Why::CallWithout,
            Self::Tickets { .. } => Why::TicketWithout,
            Self::Ticket(why, _) | Self::Person(why, _) => *why,
            Self::Objection(_) => Why::Objection,
        }
    }

    /// What is wanted beside it.
    pub(super) fn wanted(&self, date: NaiveDate) -> Option<Wanted> {
        match self {
            Self::Call(call) => Some(Wanted::Call(call.call)),
            Self::Objection(one) => one.date.map(|day| Wanted::Day(one.person.clone(), day)),
            other => Some(Wanted::Day(other.person().to_owned(), date)),
        }
    }
}

/// How much there is to look at.
pub(super) fn count(view: &MorningView) -> usize {
    let tickets = view.tickets_without_calls.len() + view.held.len() + view.saved_early.len();
    let people = view.above_worked.len() + view.outside_schedule.len();
    view.calls_without_tickets.len() + tickets + people + view.objections.len()
}

/// Everything there is to look at, in the order it is shown. Tickets without a call stand by person, one by one for who is in `open`.
pub(super) fn findings<'a>(view: &'a MorningView, open: &BTreeSet<String>) -> Vec<Finding<'a>> {
    let mut found: Vec<Finding<'_>> = view.calls_without_tickets.iter().map(Finding::Call).collect();
    by_person(&view.tickets_without_calls, open, &mut found);
    for (why, list) in [(Why::Held, &view.held), (Why::Early, &view.saved_early)] {
        found.extend(list.iter().map(|ticket| Finding::Ticket(why, ticket)));
    }
    for (why, list) in [(Why::Above, &view.above_worked), (Why::Outside, &view.outside_schedule)] {
        found.extend(list.iter().map(|person| Finding::Person(why, person)));
    }
    found.extend(view.objections.iter().map(Finding::Objection));
    found
}

/// Tickets without a call, a person after another, who has most of them first; a single one stands by itself.
fn by_person<'a>(tickets: &'a [MorningTicket], open: &BTreeSet<String>, found: &mut Vec<Finding<'a>>) {
    let mut people: BTreeMap<&str, Vec<&MorningTicket>> = BTreeMap::new();
    for ticket in tickets {
        people.entry(&ticket.person).or_default().push(ticket);
    }
    let mut people: Vec<(&str, Vec<&MorningTicket>)> = people.into_iter().collect();
    people.sort_by_key(|(_, tickets)| Reverse(tickets.len()));
    for (person, tickets) in people {
        let is_open = open.contains(person);
        let each = tickets.iter().map(|ticket| Finding::Ticket(Why::TicketWithout, ticket));
        let Some(first) = tickets.first().filter(|_| tickets.len() > 1) else {
            found.extend(each);
            continue;
        };
        found.push(Finding::Tickets { person, name: &first.name, count: tickets.len(), open: is_open });
        if is_open {
            found.extend(each);
        }
    }
}

/// Draws the list; gives the place that was opened.
pub(super) fn show(
    ui: &mut Ui,
    lang: Lang,
    view: &MorningView,
    open: &BTreeSet<String>,
    row: &mut Option<usize>,
    actions: &mut Vec<Action>,
) -> Option<usize> {
    let all = findings(view, open);
    let room = layout::card_room(ui).max(8.0 * measure::ROW);
    let mut opened = None;
    card::card(ui, "", |ui| {
        ui.set_min_height(room);
        if view.open_claims > 0 {
            let text = lang.with("morning-claims", &[("count", Arg::Count(view.open_claims))]);
            if badge::banner(ui, Kind::Accent, &text, &lang.t("morning-to-claims")) {
                actions.push(to_claims());
            }
        }
        if rows::keys(ui, row, all.len(), false) {
            opened = *row;
        }
        let left = (layout::room_below(ui) - space::L).max(6.0 * measure::ROW);
        let scroll = egui::ScrollArea::vertical().id_salt("morning-findings").max_height(left);
        scroll.auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let mut before = None;
            for (place, finding) in all.iter().enumerate() {
                let why = finding.why();
                if before != Some(why) {
                    let count = match why {
                        Why::TicketWithout => view.tickets_without_calls.len(),
                        _ => all.iter().filter(|other| other.why() == why).count(),
                    };
                    if before.is_some() {
                        ui.add_space(space::S);
                    }
                    let key = format!("morning-{}", why.word());
                    layout::name(ui, &lang.with(&key, &[("count", Arg::from(count))]));
                    before = Some(why);
                }
                let response = one(ui, lang, finding, *row == Some(place));
                if response.clicked() {
                    *row = Some(place);
                }
                if response.double_clicked() {
                    opened = Some(place);
                }
            }
        });
    });
    opened
}

fn one(ui: &mut Ui, lang: Lang, finding: &Finding<'_>, chosen: bool) -> egui::Response {
    let (mut icon, kind) = finding.why().sign();
    if let Finding::Tickets { open, .. } = finding {
        icon = if *open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
    }
    let (title, aside) = match finding {
        Finding::Call(call) => {
            let client = call.client.clone().unwrap_or_else(|| lang.t("desk-call-hidden"));
            (format!("{} · {client}", call.name), words::clock(&call.started_at).to_owned())
        }
        Finding::Ticket(_, ticket) => {
            let client = ticket.client.clone().unwrap_or_default();
            let minutes = lang.minutes(ticket.kpi_cmin);
            let at = words::clock(&ticket.finished_at);
            (format!("{} · {client}", ticket.name), format!("{at} · {minutes} {}", lang.t("unit-min")))
        }
        Finding::Tickets { name, count, .. } => {
            ((*name).to_owned(), lang.with("morning-tickets-of", &[("count", Arg::from(*count))]))
        }
        Finding::Person(why, person) => {
            let aside = if *why == Why::Above {
                let share = person.share_bp.map_or_else(|| "—".to_owned(), |share| lang.per_cent(share));
                format!("{share} %")
            } else {
                format!("{} {}", lang.minutes(person.outside_cmin), lang.t("unit-min"))
            };
            (person.name.clone(), aside)
        }
        Finding::Objection(one) => (format!("{} · {}", one.name, tasks::subject(lang, one)), lang.date(one.raised_on)),
    };
    rows::row(ui, &Row { icon, kind, title: &title, aside: &aside, ..Row::default() }, chosen)
}
