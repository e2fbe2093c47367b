//! Toasts: a short message in the lower right corner that goes away by itself, with an action (undo) where there is one.
//!
//! Own and not egui-notify's, because those cannot hold a button. A toast under the pointer stays. Screen readers hear it as a status.

use std::collections::VecDeque;

use egui::{Align, Align2, Area, Frame, Id, Layout, Order, Role, Ui, Vec2, WidgetInfo};

use super::badge::kind_icon;
use super::button::{Button, icon_button};
use crate::desktop::icons;
use crate::desktop::theme::{Kind, Theme, radius, size, space};

/// How long a toast stays, in seconds; with an action a little longer.
const STAY: f64 = 4.0;
const STAY_WITH_ACTION: f64 = 8.0;
/// Older ones leave when more come.
const MOST: usize = 2;
const WIDTH: f32 = 420.0;

#[derive(Clone, Debug)]
struct Toast<A> {
    number: u64,
    kind: Kind,
    text: String,
    actions: Vec<(String, A)>,
    /// Set when it is first drawn, so that it is not spent while the window is hidden.
    until: Option<f64>,
}

/// The toasts of a window; `A` is what an action stands for.
#[derive(Clone, Debug)]
pub struct Toasts<A> {
    list: VecDeque<Toast<A>>,
    next: u64,
}

impl<A> Default for Toasts<A> {
    fn default() -> Self {
        Self { list: VecDeque::new(), next: 0 }
    }
}

impl<A> Toasts<A> {
    /// Says something.
    pub fn say(&mut self, kind: Kind, text: impl Into<String>) {
        self.push(kind, text.into(), Vec::new());
    }

    /// Says something that has an action: its word and what it stands for.
    pub fn say_with(&mut self, kind: Kind, text: impl Into<String>, word: impl Into<String>, action: A) {
        self.push(kind, text.into(), vec![(word.into(), action)]);
    }

    /// Says something that has several actions, the most likely first.
    pub fn say_with_all(&mut self, kind: Kind, text: impl Into<String>, actions: Vec<(String, A)>) {
        self.push(kind, text.into(), actions);
    }

    /// Takes away the toasts whose action does not fit.
    pub fn retain(&mut self, mut fits: impl FnMut(Option<&A>) -> bool) {
        self.list.retain(|toast| fits(toast.actions.first().map(|(_, action)| action)));
    }

    /// Nothing is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    fn push(&mut self, kind: Kind, text: String, actions: Vec<(String, A)>) {
        self.next += 1;
        self.list.push_back(Toast { number: self.next, kind, text, actions, until: None });
        while self.list.len() > MOST {
            self.list.pop_front();
        }
    }

    /// Draws them; gives the action that was pressed. `close` is the name of the closing button.
    pub fn show(&mut self, ui: &Ui, close: &str) -> Option<A> {
        let now = ui.input(|input| input.time);
        self.list.retain(|toast| toast.until.is_none_or(|until| now < until));
        let (mut pressed, mut closed) = (None, None);
        let mut offset = space::XL;
        for toast in self.list.iter_mut().rev() {
            let stay = if toast.actions.is_empty() { STAY } else { STAY_WITH_ACTION };
            let until = *toast.until.get_or_insert(now + stay);
            let (height, hovered, done) = draw(ui, toast, offset, close);
            offset += height + space::S;
            if hovered {
                toast.until = Some(until.max(now + STAY / 2.0));
            }
            match done {
                Some(Done::Pressed(place)) => pressed = Some((toast.number, place)),
                Some(Done::Closed) => closed = Some(toast.number),
                None => ui.ctx().request_repaint_after_secs(seconds(until - now)),
            }
        }
        let number = pressed.map(|(number, _)| number).or(closed)?;
        let place = self.list.iter().position(|toast| toast.number == number)?;
        let toast = self.list.remove(place)?;
        let (_, action) = pressed?;
        toast.actions.into_iter().nth(action).map(|(_, action)| action)
    }
}

enum Done {
    /// The action at this place.
    Pressed(usize),
    Closed,
}

fn seconds(left: f64) -> f32 {
    super::ink::points(left.max(0.0)) + 0.01
}

fn draw<A>(ui: &Ui, toast: &Toast<A>, offset: f32, close: &str) -> (f32, bool, Option<Done>) {
    let theme = Theme::of(ui);
    let area = Area::new(Id::unique(("toast", toast.number)))
        .order(Order::Foreground)
        .anchor(Align2::LEFT_BOTTOM, Vec2::new(space::L, -offset))
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(theme.surface)
                .stroke(egui::Stroke::new(1.0, theme.line))
                .corner_radius(radius::CARD)
                .inner_margin(egui::Margin::symmetric(12, 8))
                .shadow(ui.visuals().popup_shadow)
                .show(ui, |ui| content(ui, toast, close))
                .inner
        });
    area.response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &toast.text));
    let hovered = area.response.contains_pointer();
    (area.response.rect.height(), hovered, area.inner)
}

fn content<A>(ui: &mut Ui, toast: &Toast<A>, close: &str) -> Option<Done> {
    let theme = Theme::of(ui);
    ui.set_width(WIDTH);
    ui.allocate_ui_with_layout(Vec2::new(WIDTH, 32.0), Layout::right_to_left(Align::Center), |ui| {
        let mut done = icon_button(ui, icons::X, close, "").clicked().then_some(Done::Closed);
        for (place, (word, _)) in toast.actions.iter().enumerate().rev() {
            let icon = if place == 0 { icons::ARROW_U_UP_LEFT } else { icons::PENCIL_SIMPLE };
            if Button::quiet(word).icon(icon).show(ui).clicked() {
                done = Some(Done::Pressed(place));
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.label(egui::RichText::new(kind_icon(toast.kind)).size(size::ICON).color(theme.ink(toast.kind)));
            ui.add(egui::Label::new(egui::RichText::new(&toast.text).color(theme.text)).wrap());
        });
        done
    })
    .inner
}
