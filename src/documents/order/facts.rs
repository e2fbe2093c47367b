//! What the texts of an order may name, and the program's own wording with its placeholders.

use chrono::{Days, Months, NaiveDate, NaiveDateTime};

use crate::domain::allowance::Convention;
use crate::domain::wording::{PLACEHOLDERS, fill, names};
use crate::locale::{Arg, Lang};
use crate::views::document::{OrderDocument, OrderWording};

/// The points of an order in the program's words.
const POINTS: [&str; 11] = [
    "order-point-approve",
    "order-point-supersedes",
    "order-point-allowance",
    "order-point-weight",
    "order-point-pilot",
    "order-point-pilot-reason",
    "order-point-early",
    "order-point-past",
    "order-point-representative",
    "order-point-acquaint",
    "order-point-control",
];

/// What every order says, and the point that says it where a firm's points don't.
const NEEDED: [(&str, &str); 7] = [
    ("effective", "order-point-approve"),
    ("supersedes", "order-point-supersedes"),
    ("allowance", "order-point-allowance"),
    ("pilot_reason", "order-point-pilot-reason"),
    ("early_reason", "order-point-early"),
    ("past_reason", "order-point-past"),
    ("representative", "order-point-representative"),
];

/// An order, and the language it is printed in.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The order.
    pub order: &'a OrderDocument,
    /// The language.
    pub lang: Lang,
}

/// The program's own wording with its placeholders, for a firm to begin from.
#[must_use]
pub fn standard_wording(lang: Lang) -> OrderWording {
    OrderWording {
        heading: Some(template(lang, "order-heading")),
        preamble: Some(template(lang, "order-preamble")),
        points: Some(POINTS.map(|key| template(lang, key)).join("\n")),
        signature: Some(template(lang, "order-signature-director")),
    }
}

/// A text of the program with each placeholder standing for itself.
fn template(lang: Lang, key: &str) -> String {
    let shown: Vec<(&str, String)> = PLACEHOLDERS.iter().map(|name| (*name, format!("{{{name}}}"))).collect();
    let named: Vec<(&str, Arg<'_>)> = shown.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
    lang.with(key, &named)
}

/// A date that no line parts.
pub fn day(lang: Lang, date: NaiveDate) -> String {
    lang.date(date).replace(' ', "\u{A0}")
}

/// A moment of the floor's clock, `YYYY-MM-DD HH:MM` or ISO 8601, in the locale's manner; as it came where it is neither.
pub fn moment(lang: Lang, text: &str) -> String {
    let iso = || chrono::DateTime::parse_from_rfc3339(text).map(|moment| moment.naive_local());
    let floor = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M");
    floor.or_else(|_| iso()).map_or_else(
        |_| text.to_owned(),
        |moment| format!("{}\u{A0}{}", day(lang, moment.date()), moment.format("%H:%M")),
    )
}

fn said(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

impl Facts<'_> {
    /// What a placeholder stands for; none where the order has nothing for it.
    pub fn find(&self, name: &str) -> Option<String> {
        let order = self.order;
        let date = |date: NaiveDate| day(self.lang, date);
        match name {
            "organisation" => Some(order.organisation.clone()),
            "department" => Some(order.department.name.clone()),
            "number" => Some(order.number.clone()),
            "date" => Some(date(order.date)),
            "effective" => Some(date(order.effective)),
            "set" => Some(order.set_name.clone()),
            "actions" => Some(order.lines.len().to_string()),
            "supersedes" => said(order.supersedes.as_deref()),
            "grounds" => said(Some(&order.grounds)),
            "submitted_by" => Some(order.submitted_by.name.clone()),
            "approved_by" => Some(order.approved_by.name.clone()),
            "position" => said(order.approver_position.as_deref()),
            "allowance" => Some(self.allowance()),
            "pilot_from" => order.pilot_from.map(date),
            "pilot_to" => order.pilot_to.map(date),
            "pilot_days" => order.pilot_from.map(|_| order.pilot_days.to_string()),
            "pilot_reason" => said(order.pilot_reason.as_deref()),
            "early_reason" => said(order.early_reason.as_deref()).filter(|_| !self.in_the_past()),
            "past_reason" => said(order.early_reason.as_deref()).filter(|_| self.in_the_past()),
            "representative" => said(order.representative.as_deref()),
            "notice_by" => Some(date(self.notice_by())),
            _ => None,
        }
    }

    /// Whether the norms took effect no later than on the day of their approval: only a department's first set may.
    fn in_the_past(&self) -> bool {
        let approved = self.order.approved_local.get(..10).and_then(|day| day.parse().ok());
        self.order.effective <= approved.unwrap_or(self.order.date)
    }

    /// The last day for telling the employees: two months ahead (ТК РФ ст. 162), where the order leaves so much; else the
    /// day before the norms take effect, but never before the order.
    fn notice_by(&self) -> NaiveDate {
        let order = self.order;
        let ahead = order.effective.checked_sub_months(Months::new(2)).filter(|day| *day >= order.date);
        let before = order.effective.checked_sub_days(Days::new(1)).unwrap_or(order.date);
        ahead.unwrap_or_else(|| before.max(order.date))
    }

    /// The allowance and what it is a share of, in words.
    fn allowance(&self) -> String {
        let (order, lang) = (self.order, self.lang);
        let share = order.allowance_bp;
        let (word, own, factor) = match order.convention {
            Convention::Normal => ("order-allowance-normal", "order-allowance-own-normal", 10_000 + share.0),
            Convention::Shift => ("order-allowance-shift", "order-allowance-own-shift", 10_000 - share.0),
        };
        let key = if share.0 == 0 { "order-allowance-none" } else { word };
        let (percent, factor) = (lang.per_cent(share), lang.plain(factor, 4));
        let words = lang.with(key, &[("percent", Arg::Text(&percent)), ("factor", Arg::Text(&factor))]);
        let differs = order.lines.iter().any(|line| line.allowance_bp.is_some_and(|own| own != share));
        if differs { format!("{words}; {}", lang.t(own)) } else { words }
    }

    /// The heading, the preamble and the points in the firm's words where it has some, else in the program's. A line that
    /// names what the order doesn't have falls away; what a firm's points leave out of what every order says follows them.
    pub fn texts(&self, wording: &OrderWording) -> Texts {
        let standard = standard_wording(self.lang);
        let text =
            |own: &Option<String>, standard: Option<String>| said(own.as_deref()).or(standard).unwrap_or_default();
        let own_points = said(wording.points.as_deref()).is_some();
        let preamble = text(&wording.preamble, standard.preamble);
        let mut points = text(&wording.points, standard.points);
        if own_points {
            for (needed, key) in NEEDED {
                if !names(&points, needed) && !names(&preamble, needed) {
                    points.push('\n');
                    points.push_str(&template(self.lang, key));
                }
            }
        }
        let filled = |text: &str| -> Vec<String> {
            let lines = text.lines().filter_map(|line| fill(line, |name| self.find(name)));
            lines.filter(|line| !line.trim().is_empty()).collect()
        };
        Texts {
            heading: filled(&text(&wording.heading, standard.heading)).join("\n"),
            own_heading: said(wording.heading.as_deref()).is_some(),
            preamble: filled(&preamble).join(" "),
            points: filled(&points),
            signature: said(wording.signature.as_deref())
                .and_then(|text| fill(&text, |name| self.find(name)))
                .or_else(|| said(self.order.approver_position.as_deref()))
                .or(standard.signature)
                .unwrap_or_default(),
        }
    }
}

/// The texts of an order, filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// The heading.
    pub heading: String,
    /// Whether the firm words it itself.
    pub own_heading: bool,
    /// The preamble.
    pub preamble: String,
    /// The points.
    pub points: Vec<String>,
    /// Who signs.
    pub signature: String,
}
