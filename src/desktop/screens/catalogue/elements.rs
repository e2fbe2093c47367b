//! The elements of an action in their order: each with its code, names and break point; Alt with an arrow moves the one under the keyboard.

use egui::{Key, Modifiers, Ui};

use crate::desktop::icons;
use crate::desktop::screens::norms::layout;
use crate::desktop::theme::{Theme, font, measure, radius, space};
use crate::desktop::widgets::button::{Button, icon_button};
use crate::desktop::widgets::field::{self, Field};
use crate::domain::action::{Element, MOST_ELEMENTS, possible_elements};
use crate::domain::code::Code;
use crate::locale::{Arg, Lang};

/// An element being written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Line {
    code: String,
    name_ru: String,
    name_en: String,
    break_point: String,
}

/// The elements being written.
#[derive(Debug, Default)]
pub(super) struct Elements {
    lines: Vec<Line>,
    /// The line whose first field takes the keyboard.
    wanted: Option<usize>,
}

/// A step asked for in one frame.
enum Step {
    Up(usize),
    Down(usize),
    Remove(usize),
}

impl Elements {
    /// As they stand.
    pub fn of(elements: &[Element]) -> Self {
        let line = |element: &Element| Line {
            code: element.code.to_string(),
            name_ru: element.name_ru.clone(),
            name_en: element.name_en.clone().unwrap_or_default(),
            break_point: element.break_point.clone().unwrap_or_default(),
        };
        Self { lines: elements.iter().map(line).collect(), wanted: None }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// The elements as they go out; `None` while one lacks its code or name, or two share a code.
    pub fn given(&self) -> Option<Vec<Element>> {
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let element = |line: &Line| {
            Some(Element {
                code: Code::new(&line.code).ok()?,
                name_ru: text(&line.name_ru)?,
                name_en: text(&line.name_en),
                break_point: text(&line.break_point),
            })
        };
        let elements: Option<Vec<Element>> = self.lines.iter().map(element).collect();
        elements.filter(|elements| possible_elements(elements))
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::Up(place) if *place > 0 => self.swap(*place, place - 1),
            Step::Down(place) if place + 1 < self.lines.len() => self.swap(*place, place + 1),
            Step::Remove(place) if *place < self.lines.len() => {
                self.lines.remove(*place);
                self.wanted = (!self.lines.is_empty()).then(|| (*place).min(self.lines.len() - 1));
            }
            Step::Up(_) | Step::Down(_) | Step::Remove(_) => {}
        }
    }

    /// Moves a line; the keyboard goes with it.
    fn swap(&mut self, place: usize, other: usize) {
        self.lines.swap(place, other);
        self.wanted = Some(other);
    }

    /// Adds a line with a code that none has yet.
    fn add(&mut self) {
        let taken = |code: &str| self.lines.iter().any(|line| line.code.trim() == code);
        let code = (1..=MOST_ELEMENTS + 1).map(|number| format!("E{number}")).find(|code| !taken(code));
        self.lines.push(Line { code: code.unwrap_or_default(), ..Line::default() });
        self.wanted = Some(self.lines.len() - 1);
    }
}

pub(super) fn show(ui: &mut Ui, lang: Lang, elements: &mut Elements) {
    // The scroll bar of the dialog stands beside the fields, not on them.
    ui.set_max_width(ui.available_width() - space::M);
    layout::caption(ui, &lang.t("catalogue-elements-hint"));
    let mut step = None;
    let last = elements.lines.len().saturating_sub(1);
    let wanted = elements.wanted.take();
    for (place, line) in elements.lines.iter_mut().enumerate() {
        let asked = ui.push_id(place, |ui| one(ui, lang, place, last, line, wanted == Some(place))).inner;
        step = step.or(asked);
    }
    if let Some(step) = step {
        elements.take(&step);
        ui.ctx().request_repaint();
    }
    let full = elements.lines.len() >= MOST_ELEMENTS;
    let (word, why) = (lang.t("catalogue-element-add"), lang.t("catalogue-elements-full"));
    let button = Button::secondary(&word).icon(icons::PLUS).key("Alt+N").enabled(!full);
    let button = if full { button.tooltip(&why) } else { button };
    let pressed = ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::N));
    if (button.show(ui).clicked() || pressed) && !full {
        elements.add();
    }
}

fn one(ui: &mut Ui, lang: Lang, place: usize, last: usize, line: &mut Line, wanted: bool) -> Option<Step> {
    let theme = Theme::of(ui);
    let frame = egui::Frame::new().fill(theme.raised).corner_radius(radius::CONTROL).inner_margin(space::S);
    let mut step = None;
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
        let [code, ru, en, ends] = [
            "catalogue-element-code",
            "catalogue-element-name-ru",
            "catalogue-element-name-en",
            "catalogue-element-break-point",
        ]
        .map(|key| lang.t(key));
        let mut focused = false;
        ui.horizontal_top(|ui| {
            let room = ui.available_width() - 28.0 - 3.0 * measure::CONTROL - 4.0 * space::S - 88.0 - 2.0 * space::S;
            let number = egui::RichText::new(format!("{}", place + 1)).font(font::bold()).color(theme.muted);
            ui.add_sized([20.0, measure::CONTROL], egui::Label::new(number));
            let first = field::text(ui, &Field { width: Some(88.0), ..Field::new(&code) }, &mut line.code);
            if wanted {
                first.request_focus();
            }
            focused |= first.has_focus();
            for (label, text) in [(&ru, &mut line.name_ru), (&en, &mut line.name_en)] {
                let label = Field { width: Some(room / 2.0), ..Field::new(label) };
                focused |= field::text(ui, &label, text).has_focus();
            }
            let named = |key: &str| lang.with(key, &[("number", Arg::from(place + 1))]);
            if icon_button(ui, icons::CARET_UP, &named("catalogue-element-up"), "Alt+↑").clicked() && place > 0 {
                step = Some(Step::Up(place));
            }
            if icon_button(ui, icons::CARET_DOWN, &named("catalogue-element-down"), "Alt+↓").clicked() && place < last
            {
                step = Some(Step::Down(place));
            }
            if icon_button(ui, icons::TRASH, &named("catalogue-element-remove"), "").clicked() {
                step = Some(Step::Remove(place));
            }
        });
        ui.horizontal_top(|ui| {
            ui.add_space(20.0 + space::S);
            let placeholder = lang.t("catalogue-break-point-placeholder");
            let label = Field { placeholder: &placeholder, ..Field::new(&ends) };
            focused |= field::text(ui, &label, &mut line.break_point).has_focus();
        });
        if focused {
            let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
            if pressed(Key::ArrowUp) {
                step = Some(Step::Up(place));
            }
            if pressed(Key::ArrowDown) {
                step = Some(Step::Down(place));
            }
        }
    });
    step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_move_and_keep_what_was_typed() {
        let element = |code: &str| Element {
            code: Code::new(code).unwrap(),
            name_ru: code.to_lowercase(),
            name_en: None,
            break_point: None,
        };
        let codes = |elements: &Elements| elements.lines.iter().map(|line| line.code.clone()).collect::<Vec<_>>();
        let mut elements = Elements::of(&[element("A"), element("B"), element("C")]);
        elements.take(&Step::Up(2));
        assert_eq!((codes(&elements), elements.wanted), (vec!["A".into(), "C".into(), "B".into()], Some(1)));
        elements.take(&Step::Up(0));
        elements.take(&Step::Down(2));
        assert_eq!(codes(&elements), ["A", "C", "B"]);
        elements.take(&Step::Remove(0));
        assert_eq!(codes(&elements), ["C", "B"]);
        elements.add();
        assert_eq!((codes(&elements), elements.given()), (vec!["C".into(), "B".into(), "E1".into()], None));
        elements.lines[2].name_ru = "прощание".to_owned();
        assert_eq!(elements.given().map(|elements| elements.len()), Some(3));
        elements.lines[2].code = "C".to_owned();
        assert_eq!(elements.given(), None, "two elements of one code");
    }
}
