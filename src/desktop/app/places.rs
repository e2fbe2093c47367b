//! The place on screen: its views handed to its screen, or what stands there until they have come.

use egui::Ui;

use super::link::stop_text;
use super::load::Loadable;
use super::months::Months;
use super::work::Work;
use crate::desktop::action::{Action, Place};
use crate::desktop::screens::{
    absences, acquaintance, calendar, catalogue, department, desk, journal, morning, my_kpi, norms, notifications,
    orders, pay, people, person_month, review, stopwatch, study, tasks, tickets,
};
use crate::desktop::widgets::{card, state};
use crate::domain::month::Month;
use crate::domain::rejection::RefusalCode;
use crate::domain::stopwatch::Reading;
use crate::floor::Stop;
use crate::locale::Lang;
use crate::views::department::MyKpiView;
use crate::views::people::MeView;

/// Draws the place on screen; gives what a person did there.
pub fn show(ui: &mut Ui, lang: Lang, work: &mut Work, reading: Reading) -> Vec<Action> {
    let mut actions = Vec::new();
    match work.place {
        Some(Place::Stopwatch) => timing(ui, lang, work, reading, &mut actions),
        Some(Place::Study) => studies(ui, lang, work, &mut actions),
        Some(Place::Norms) => norm_sets(ui, lang, work, &mut actions),
        Some(Place::Orders) => order_book(ui, lang, work, &mut actions),
        Some(Place::Desk) => operator_desk(ui, lang, work, reading, &mut actions),
        Some(Place::MyKpi) => own_kpi(ui, lang, work, &mut actions),
        Some(Place::Tickets) => ticket_book(ui, lang, work, reading, &mut actions),
        Some(Place::Review) => department_review(ui, lang, work, reading, &mut actions),
        Some(Place::Catalogue) => action_catalogue(ui, lang, work, &mut actions),
        Some(Place::Acquaintance) => to_acknowledge(ui, lang, work, &mut actions),
        Some(Place::Department) => whole_department(ui, lang, work, &mut actions),
        Some(Place::Morning) => morning_check(ui, lang, work, reading, &mut actions),
        Some(Place::Tasks) => task_book(ui, lang, work, &mut actions),
        Some(Place::Absences) => absence_board(ui, lang, work, &mut actions),
        Some(Place::Calendar) => work_calendar(ui, lang, work, &mut actions),
        Some(Place::Pay) => month_pay(ui, lang, work, &mut actions),
        Some(Place::People) => everybody(ui, lang, work, &mut actions),
        Some(Place::Journal) => audit_journal(ui, lang, work, &mut actions),
        None => nowhere(ui, lang, work),
    }
    actions
}

fn timing(ui: &mut Ui, lang: Lang, work: &mut Work, reading: Reading, actions: &mut Vec<Action>) {
    let views = &work.views;
    let (Some(catalogue), Some(studies)) = (views.actions.value(), views.studies.value()) else {
        let stop = wait(ui, lang, &[stop_of(lang, &views.actions), stop_of(lang, &views.studies)]);
        return retry(stop, work, |work| {
            work.views.actions.again();
            work.views.studies.again();
        });
    };
    let study = views.study.value();
    let view = stopwatch::View { actions: catalogue, studies, study, zone: work.zone(), reading };
    stopwatch::show(ui, lang, &view, &mut work.forms.stopwatch, actions);
}

fn studies(ui: &mut Ui, lang: Lang, work: &mut Work, actions: &mut Vec<Action>) {
    let views = &work.views;
    let (Some(catalogue), Some(studies)) = (views.actions.value(), views.studies.value()) else {
        let stop = wait(ui, lang, &[stop_of(lang, &views.actions), stop_of(lang, &views.studies)]);
        return retry(stop, work, |work| {
            work.views.actions.again();
            work.views.studies.again();
        });
    };
    let view = study::View {
        actions: catalogue,
        studies,
        study: views.opened.value(),
        edition: views.opened.edition(),
        trouble: stop_of(lang, &views.opened),
        drift: views.drift.value(),
        drift_trouble: stop_of(lang, &views.drift),
    };
    if study::show(ui, lang, &view, &mut work.forms.study, actions) {
        work.views.opened.again();
        work.views.drift.again();
    }
}

fn norm_sets(ui: &mut Ui, lang: Lang, work: &mut Work, actions: &mut Vec<Action>) {
    let views = &work.views;
    let (Some(sets), Some(catalogue)) = (views.sets.value(), views.actions.value()) else {
        let stop = wait(ui, lang, &[stop_of(lang, &views.sets), stop_of(lang, &views.actions)]);
        return retry(stop, work, |work| {
            work.views.sets.again();
            work.views.actions.again();
        });
    };
    let view = norms::View {
        sets,
        set: views.set.value(),
        catalogue,
        studies: views.studies.value(),
        drift: views.drift.value(),
        pilot: views.pilot.value(),
        replay: views.replay.value(),
        report_trouble: stop_of(lang, &views.replay).or_else(|| stop_of(lang, &views.pilot)),
    };
    if norms::show(ui, lang, &view, &mut work.forms.norms, actions) {
        work.views.pilot.again();
        work.views.replay.again();
    }
}

fn order_book(ui: &mut Ui, lang: Lang, work: &mut Work, actions: &mut Vec<Action>) {
    let views = &work.views;
    if views.me.value().is_some_and(|me| !me.may.orders) {
        let wording = [views.wording_ru.value(), views.wording_en.value()];
        return orders::show_wording(ui, lang, wording, &mut work.forms.orders, actions);
    }
    let (Some(book), Some(me)) = (views.orders.value(), views.me.value()) else {
        let stop = wait(ui, lang, &[stop_of(lang, &views.orders), stop_of(lang, &views.me)]);
        return retry(stop, work, |work| work.views.orders.again());
    };
    let view = orders::View {
        book,
        order: views.order.value(),
        set: views.set.value(),
        me,
        pilot: views.pilot.value(),
        replay: views.replay.value(),
        report_trouble: stop_of(lang, &views.replay).or_else(|| stop_of(lang, &views.pilot)),
        document: views.document.value(),
        acquaintance: views.acquaintance.value(),
        wording: [views.wording_ru.value(), views.wording_en.value()],
        deputies: views.deputies.value(),
    };
    if orders::show(ui, lang, &view, &mut work.forms.orders, actions) {
        work.views.pilot.again();
        work.views.replay.again();
    }
}

fn to_acknowledge(ui: &mut Ui, lang: Lang, work: &mut Work, actions: &mut Vec<Action>) {
    let Some(view) = work.views.acknowledge.value() else {
        let stop = wait(ui, lang, &[stop_of(lang, &work.views.acknowledge)]);
        return retry(stop, work, |work| work.views.acknowledge.again());
    };
    acquaintance::show(ui, lang, view, &mut work.forms.acquaintance, actions);
}

fn operator_desk(ui: &mut Ui, lang: Lang, work: &mut Work, reading: Reading, actions: &mut Vec<Action>) {
    let zone = work.zone();
    let Some(view) = work.views.desk.value() else {
        let stop = wait(ui, lang, &[stop_of(lang, &work.views.desk)]);
        return retry(stop, work, |work| work.views.desk.again());
    };
    work.forms.desk.now_ms = reading.wall_ms;
    let view = desk::View { desk: view, client: work.views.client.value(), zone };
    desk::show(ui, lang, &view, &mut work.forms.desk, actions);
}

fn own_kpi(ui: &mut Ui, lang: Lang, work: &mut Work, actions: &mut Vec<Action>) {
    let no_statement = stop_of(lang, &work.months.statement);
    let me = work.views.me.value();
    // The department shows other people's months by the same view.
    let own = work.months.month.value().filter(|month| me.is_some_and(|me| me.code == month.person));
    let (Some(month), Some(me)) = (own, me) else {
        let stop = wait(ui, lang, &[stop_of(lang, &work.months.month), stop_of(lang, &work.views.me)]);
        return retry(stop, work, |work| work.months.month.again());
    };
    let view = month_view(&work.months, month, no_statement.as_deref(), me);
    my_kpi::show(ui, lang, &view, &mut work.forms.my_kpi, actions);
}

/// A person's month with what is opened of it.
fn month_view<'a>(
    months: &'a Months,
    month: &'a MyKpiView,
    no_statement: Option<&'a str>,
    me: &'a MeView,
) -> person_month::View<'a> {
    person_month::View {
        month,
        day: months.day.value(),
        trace: months.trace.value(),
        cover: months.cover.value(),
        statement: months.statement.value(),
        no_statement,
        indicators: months.indicators.value(),
        me,
    }
}

fn whole_department(ui: &mut Ui, lang: Lang, work: &mut Work, actions: &mut Vec<Action>) {
    let (months, no_statement) = (&work.months, stop_of(lang, &work.months.statement));
    let (Some(view), Some(me)) = (months.department.value(), work.views.me.value()) else {
        let stop = wait(ui, lang, &[stop_of(lang, &months.department), stop_of(lang, &work.views.me)]);
        return retry(stop, work, |work| work.months.department.again());
    };
    let view = department::View {
        department: view,
        indicators: months.indicators.value(),
        days: months.days.value(),
        tasks: months.tasks.value(),
        actions: work.views.actions.value(),
        person: months.month.value().map(|month| month_view(months, month, no_statement.as_deref(), me)),
        trouble: stop_of(lang, &months.month).or_else(|| stop_of(lang, &months.indicators)),
        me,
    };
    if department::show(ui, lang, &view, &mut work.forms.department, actions) {
        work.months.month.again();
        work.months.indicators.again();
    }
}

fn ticket_book(ui: &mut Ui, lang: Lang, work: &mut Work, reading: Reading, actions: &mut Vec<Action>) {
    let views = &work.views;
    let Some(me) = views.me.value() else {
        let stop = wait(ui, lang, &[stop_of(lang, &views.me)]);
        return retry(stop, work, |work| work.views.me.again());
    };
    let (trouble, ticket_trouble) = (stop_of(lang, &views.search), stop_of(lang, &views.ticket));
    let view = tickets::View {
        me,
        actions: views.actions.value(),
        people: views.people.value(),
        search: views.search.value(),
        trouble: trouble.as_deref(),
        ticket: views.ticket.value(),
        ticket_trouble: ticket_trouble.as_deref(),
        set: views.ticket_set.value(),
        chosen: work.chosen.ticket,
    };
    work.forms.tickets.now_ms = reading.wall_ms;
    if tickets::show(ui, lang, &view, &mut work.forms.tickets, actions) {
        work.views.search.again();
        work.views.ticket.again();
    }
}

fn department_review(ui: &mut Ui, lang: Lang, work: &mut Work, reading: Reading, actions: &mut Vec<Action>) {
    let views = &work.views;
    let trouble = stop_of(lang, &views.reviews);
    let view = review::View {
        reviews: views.reviews.value(),
        calls: views.calls.value(),
        queue: views.queue.value(),
        claims: views.claims.value(),
        people: views.people.value(),
        trouble: trouble.as_deref(),
    };
    work.forms.review.now_ms = reading.wall_ms;
    if review::show(ui, lang, &view, &mut work.forms.review, actions) {
        work.views.reviews.again();
    }
}

fn action_catalogue(ui: &mut Ui, lang: Lang, work: &mut Work, actions: &mut Vec<Action>) {
    let views = &work.views;
    let (Some(list), Some(me)) = (views.actions.value(), views.me.value()) else {
        let stop = wait(ui, lang, &[stop_of(lang, &views.actions), stop_of(lang, &views.me)]);
        return retry(stop, work, |work| work.views.actions.again());
    };
    let view = catalogue::View { actions: list, keeps: me.may.actions_keep, edition: views.actions.edition() };
    catalogue::show(ui, lang, &view, &mut work.forms.catalogue, actions);
}

fn morning_check(ui: &mut Ui, lang: Lang, work: &mut Work, reading: Reading, actions: &mut Vec<Action>) {
    let duties = &work.duties;
    let trouble = stop_of(lang, &duties.morning);
    let view = morning::View {
        morning: duties.morning.value(),
        me: work.views.me.value(),
        call: duties.call.value(),
        day: duties.day.value(),
        trouble: trouble.as_deref(),
    };
    work.forms.morning.now_ms = reading.wall_ms;
    if morning::show(ui, lang, &view, &mut work.forms.morning, actions) {
        work.duties.morning.again();
    }
}

fn task_book(ui: &mut Ui, lang: Lang, work: &mut Work, actions: &mut Vec<Action>) {
    let (views, duties) = (&work.views, &work.duties);
    let (Some(list), Some(me)) = (duties.tasks.value(), views.me.value()) else {
        let stop = wait(ui, lang, &[stop_of(lang, &duties.tasks), stop_of(lang, &views.me)]);
        return retry(stop, work, |work| work.duties.tasks.again());
    };
    let trouble = match work.forms.tasks.page() {
        tasks::Page::People => stop_of(lang, &duties.people),
        tasks::Page::Objections => stop_of(lang, &duties.objections),
        tasks::Page::Notes => stop_of(lang, &duties.notes),
        tasks::Page::Tasks | tasks::Page::Starts => None,
    };
    let view = tasks::View {
        tasks: list,
        me,
        people: views.people.value(),
        actions: views.actions.value(),
        department: duties.people.value(),
        objections: duties.objections.value(),
        notes: duties.notes.value(),
        corrected: duties.corrected.value(),
        absences: duties.absences.value(),
        statement: duties.statement.value(),
        trouble: trouble.as_deref(),
    };
    if tasks::show(ui, lang, &view, &mut work.forms.tasks, actions) {
        work.duties.people.again();
        work.duties.objections.again();
        work.duties.notes.again();
    }
}

/// Draws the list of notifications while it is open; gives what a person did there.
pub fn bell(ui: &Ui, lang: Lang, work: &mut Work) -> Vec<Action> {
    let mut actions = Vec::new();
    let (me, list) = (work.views.me.value(), &work.duties.notifications);
    let trouble = stop_of(lang, list);
    let view = notifications::View {
        notifications: list.value(),
        trouble: trouble.as_deref(),
        own: me.map(|me| me.code.as_str()).unwrap_or_default(),
        today: me.map(|me| me.work_day),
    };
    if notifications::show(ui, lang, &view, &mut work.forms.notifications, &mut actions) {
        work.duties.notifications.again();
    }
    actions
}

fn absence_board(ui: &mut Ui, lang: Lang, work: &mut Work, actions: &mut Vec<Action>) {
    let views = &work.views;
    let (Some(board), Some(me)) = (views.absences.value(), views.me.value()) else {
        let stop = wait(ui, lang, &[stop_of(lang, &views.absences), stop_of(lang, &views.me)]);
        return retry(stop, work, |work| work.views.absences.again());
    };
    let trouble = stop_of(lang, &views.cover);
    let view = absences::View { board, cover: views.cover.value(), cover_trouble: trouble.as_deref(), me: &me.code };
    if absences::show(ui, lang, &view, &mut work.forms.absences, actions) {
        work.views.cover.again();
    }
}

fn work_calendar(ui: &mut Ui, lang: Lang, work: &mut Work, actions: &mut Vec<Action>) {
    let views = &work.views;
    let Some(me) = views.me.value() else {
        let stop = wait(ui, lang, &[stop_of(lang, &views.me)]);
        return retry(stop, work, |work| work.views.me.again());
    };
    let month = work.chosen.calendar.unwrap_or(Month::of(me.work_day));
    let trouble = stop_of(lang, &views.calendar).or_else(|| stop_of(lang, &views.schedules));
    let plan_trouble = stop_of(lang, &views.plan);
    let view = calendar::View {
        month,
        calendar: views.calendar.value(),
        schedules: views.schedules.value(),
        plan: views.plan.value(),
        plan_trouble: plan_trouble.as_deref(),
        trouble: trouble.as_deref(),
    };
    if calendar::show(ui, lang, &view, &mut work.forms.calendar, actions) {
        work.views.calendar.again();
        work.views.schedules.again();
    }
}

fn month_pay(ui: &mut Ui, lang: Lang, work: &mut Work, actions: &mut Vec<Action>) {
    let views = &work.views;
    let Some(me) = views.me.value() else {
        let stop = wait(ui, lang, &[stop_of(lang, &views.me)]);
        return retry(stop, work, |work| work.views.me.again());
    };
    let missing = |stop: &&Stop| matches!(stop, Stop::Refused(refusal) if refusal.code == RefusalCode::NotFound);
    let no_statement = views.pay.statement.stop().filter(missing).map(|stop| stop_text(lang, stop));
    let troubles = [
        stop_of(lang, &views.pay.payroll),
        stop_of(lang, &views.pay.statement),
        stop_of(lang, &views.pay.schemes),
        stop_of(lang, &views.pay.grants),
        stop_of(lang, &views.people),
    ];
    let view = pay::View {
        me,
        payroll: views.pay.payroll.value(),
        statement: views.pay.statement.value().filter(|_| no_statement.is_none()),
        statements: views.pay.statements.value(),
        schemes: views.pay.schemes.value(),
        scheme: views.pay.scheme.value(),
        people: views.people.value(),
        day: views.pay.day.value(),
        grants: views.pay.grants.value(),
        trouble: troubles.iter().flatten().next().map(String::as_str),
        no_statement: no_statement.as_deref(),
    };
    if pay::show(ui, lang, &view, &mut work.forms.pay, actions) {
        work.views.pay.again();
        work.views.people.again();
    }
}

fn everybody(ui: &mut Ui, lang: Lang, work: &mut Work, actions: &mut Vec<Action>) {
    let views = &work.views;
    let (Some(list), Some(me)) = (views.people.value(), views.me.value()) else {
        let stop = wait(ui, lang, &[stop_of(lang, &views.people), stop_of(lang, &views.me)]);
        return retry(stop, work, |work| work.views.people.again());
    };
    let view = people::View { me, people: list };
    people::show(ui, lang, &view, &mut work.forms.people, actions);
}

fn audit_journal(ui: &mut Ui, lang: Lang, work: &mut Work, actions: &mut Vec<Action>) {
    let views = &work.views;
    let Some(me) = views.me.value() else {
        let stop = wait(ui, lang, &[stop_of(lang, &views.me)]);
        return retry(stop, work, |work| work.views.me.again());
    };
    let trouble = stop_of(lang, &views.journal).or_else(|| stop_of(lang, &views.entry));
    let view = journal::View {
        me,
        page: views.journal.value(),
        entry: views.entry.value(),
        people: views.people.value(),
        keeping: &work.keeping,
        trouble: trouble.as_deref(),
    };
    if journal::show(ui, lang, &view, &mut work.forms.journal, actions) {
        work.views.journal.again();
    }
}

fn nowhere(ui: &mut Ui, lang: Lang, work: &mut Work) {
    if work.views.me.value().is_some() {
        card::content(ui, |ui| {
            card::card(ui, "", |ui| {
                let (title, text) = (lang.t("app-no-places"), lang.t("app-no-places-text"));
                let icon = crate::desktop::icons::LOCK;
                state::empty(ui, &state::Empty { icon, title: &title, text: &text, ..state::Empty::default() });
            });
        });
        return;
    }
    let stop = wait(ui, lang, &[stop_of(lang, &work.views.me)]);
    retry(stop, work, |work| work.views.me.again());
}

fn stop_of<T>(lang: Lang, view: &Loadable<T>) -> Option<String> {
    view.stop().map(|stop| stop_text(lang, stop))
}

/// Loading, or why nothing came; says whether to ask once more.
fn wait(ui: &mut Ui, lang: Lang, stops: &[Option<String>]) -> bool {
    card::content(ui, |ui| {
        card::card(ui, "", |ui| {
            if let Some(text) = stops.iter().flatten().next() {
                return state::error(ui, &lang.t("app-not-loaded"), text, &lang.t("app-retry"));
            }
            state::loading(ui, &lang.t("app-loading"), 8);
            false
        })
        .inner
    })
}

fn retry(pressed: bool, work: &mut Work, again: impl FnOnce(&mut Work)) {
    if pressed {
        again(work);
    }
}
