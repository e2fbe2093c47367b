//! The parts under the keyboard: what a person presses and what comes of it, driven by accessible names.

use egui::{Key, Modifiers, Role};
use egui_kittest::{Harness, kittest::Queryable};

use super::button::Button;
use super::pick::{Item, SearchPick, State};
use super::table::{self, Head, Table};
use super::toast::Toasts;
use crate::desktop::theme::Kind;
use crate::desktop::{fonts, theme};

fn harness<'a, S: 'a>(state: S, draw: impl FnMut(&mut egui::Ui, &mut S) + 'a) -> Harness<'a, S> {
    let setup = |ctx: &egui::Context| {
        fonts::install(ctx);
        theme::apply(ctx);
    };
    let mut harness =
        Harness::builder().with_size([800.0, 600.0]).with_context_setup(setup).build_ui_state(draw, state);
    harness.run_steps(2);
    harness
}

fn press<S>(harness: &mut Harness<'_, S>, key: Key) {
    harness.key_press(key);
    harness.run_steps(2);
}

fn type_text<S>(harness: &mut Harness<'_, S>, name: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, name).type_text(text);
    harness.run_steps(2);
}

const ITEMS: [Item<'static>; 4] = [
    Item { id: "1", name: "Возврат", code: "REF", group: "" },
    Item { id: "2", name: "Смена тарифа", code: "TAR", group: "" },
    Item { id: "3", name: "Счёт", code: "BILL", group: "" },
    Item { id: "4", name: "Тариф семейный", code: "FAM", group: "" },
];

#[derive(Default)]
struct Picked {
    state: State,
    places: Vec<usize>,
}

fn picking(inline: bool) -> Harness<'static, Picked> {
    let mut harness = harness(Picked::default(), move |ui, picked: &mut Picked| {
        let mut pick = SearchPick::new("Решение", "найти", "пусто").frequent(&[3, 1]);
        pick.inline = inline;
        picked.places.extend(pick.show(ui, &mut picked.state, &ITEMS).picked);
    });
    harness.get_by_role_and_label(Role::TextInput, "Решение").click();
    harness.run_steps(2);
    harness
}

#[test]
fn a_digit_picks_a_frequent_item_only_while_the_field_is_empty() {
    let mut harness = picking(true);
    type_text(&mut harness, "Решение", "2");
    assert_eq!((harness.state().places.as_slice(), harness.state().state.text.as_str()), ([1].as_slice(), ""));
    type_text(&mut harness, "Решение", "сч");
    type_text(&mut harness, "Решение", "2");
    assert_eq!((harness.state().places.as_slice(), harness.state().state.text.as_str()), ([1].as_slice(), "сч2"));
}

#[test]
fn a_digit_without_a_frequent_item_is_text() {
    let mut harness = picking(true);
    type_text(&mut harness, "Решение", "7");
    assert_eq!((harness.state().places.len(), harness.state().state.text.as_str()), (0, "7"));
}

#[test]
fn typing_arrows_and_enter_pick_in_both_forms() {
    for inline in [true, false] {
        let mut harness = picking(inline);
        type_text(&mut harness, "Решение", "nfh");
        press(&mut harness, Key::ArrowDown);
        press(&mut harness, Key::Enter);
        assert_eq!(harness.state().places, [3], "inline: {inline}");
        assert_eq!(harness.state().state, State::default(), "inline: {inline}");
    }
}

#[test]
fn a_click_picks_from_the_floating_list_and_escape_closes_it() {
    let mut harness = picking(false);
    assert!(harness.state().state.open);
    harness.get_by_label("Счёт").click();
    harness.run_steps(3);
    assert_eq!((harness.state().places.as_slice(), harness.state().state.open), ([2].as_slice(), false));
    let mut harness = picking(false);
    press(&mut harness, Key::Escape);
    assert!(!harness.state().state.open && harness.query_by_label("Счёт").is_none());
}

#[test]
fn a_clicked_button_gives_space_back_and_a_tabbed_one_takes_it() {
    let mut harness = harness(0, |ui, presses: &mut usize| {
        *presses += usize::from(Button::secondary("Стоп").show(ui).clicked());
    });
    harness.get_by_label("Стоп").click();
    harness.run_steps(2);
    press(&mut harness, Key::Space);
    assert_eq!(*harness.state(), 1, "after a click Space is the screen's");
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::Space);
    assert_eq!(*harness.state(), 2, "reached by Tab the button is pressed by Space");
}

#[derive(Default)]
struct Chosen {
    row: Option<usize>,
    opened: Option<usize>,
    sorted: Option<usize>,
}

#[test]
fn a_table_is_walked_by_the_keyboard() {
    let heads = [Head::text("Действие").sortable(), Head::number("Норма", 80.0)];
    let mut harness = harness(Chosen::default(), move |ui, chosen: &mut Chosen| {
        let outcome = Table::new("Нормы", &heads).height(200.0).show(ui, 100, &mut chosen.row, |ui, row, _| {
            table::text(ui, &format!("строка {row}"));
        });
        chosen.opened = chosen.opened.or(outcome.opened);
        chosen.sorted = chosen.sorted.or(outcome.sorted);
    });
    harness.get_by_label("Действие").click();
    harness.run_steps(2);
    assert_eq!(harness.state().sorted, Some(0));
    harness.get_all_by_label("строка 1").next().expect("the row is shown").click();
    harness.run_steps(2);
    for (key, row) in [
        (Key::ArrowDown, 2),
        (Key::ArrowUp, 1),
        (Key::PageDown, 11),
        (Key::End, 99),
        (Key::ArrowDown, 99),
        (Key::Home, 0),
        (Key::ArrowUp, 0),
    ] {
        press(&mut harness, key);
        assert_eq!(harness.state().row, Some(row), "{key:?}");
    }
    press(&mut harness, Key::End);
    assert!(harness.query_all_by_label("строка 99").next().is_some(), "the chosen row is scrolled to");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().opened, Some(99));
}

#[test]
fn a_toast_is_undone_once_and_goes_away() {
    let mut harness = harness((Toasts::default(), Vec::new()), |ui, (toasts, undone): &mut (Toasts<u8>, Vec<u8>)| {
        undone.extend(toasts.show(ui, "Закрыть"));
    });
    harness.state_mut().0.say_with(Kind::Ok, "Исключено", "Отменить", 7);
    harness.state_mut().0.say(Kind::Ok, "Сохранено");
    harness.run_steps(3);
    harness.get_by_label("Отменить").click();
    harness.run_steps(2);
    assert_eq!(harness.state().1, [7]);
    assert!(harness.query_by_label("Отменить").is_none());
    // A harness step is a quarter of a second.
    harness.run_steps(30);
    assert!(harness.state().0.is_empty());
}

#[test]
fn the_palette_runs_what_is_found() {
    use super::palette::{Command, Palette, PaletteWords};
    let commands = ["Секундомер", "Нормы", "Приказы"].map(|name| Command { icon: "", name, group: "", key: "" });
    let words = PaletteWords { name: "Команды", placeholder: "найти", nothing: "пусто" };
    let mut harness =
        harness((Palette::default(), None), move |ui, (palette, chosen): &mut (Palette, Option<usize>)| {
            *chosen = chosen.or(palette.show(ui, &words, &commands));
        });
    harness.state_mut().0.toggle();
    harness.run_steps(3);
    type_text(&mut harness, "Команды", "ghb");
    press(&mut harness, Key::Enter);
    assert_eq!((harness.state().1, harness.state().0.open), (Some(2), false));
    harness.state_mut().0.toggle();
    harness.run_steps(3);
    harness.key_press_modifiers(Modifiers::NONE, Key::Escape);
    harness.run_steps(2);
    assert!(!harness.state().0.open);
}

#[test]
fn a_click_on_a_mark_chooses_the_observation_and_the_toggle_shows_the_table() {
    use super::chart::Words;
    use super::chart_time::{Fences, Mark, Marks, Observation, chronological};
    let marks = Marks {
        kept: "учтено",
        hard: "",
        flagged: "",
        excluded: "",
        mean: "",
        fence: "",
        decision: "решение",
        paused: "паузы",
        paused_head: "Паузы, мин",
    };
    let mut harness = harness(None, move |ui, clicked: &mut Option<usize>| {
        let write = |value: f64| format!("{value:.1}");
        let words = Words {
            name: "Наблюдения",
            sentence: "одно",
            across: "номер",
            up: "мин",
            as_table: "таблицей",
            as_chart: "графиком",
            small: false,
            write: &write,
            height: 200.0,
        };
        let observations = [Observation { index: 1, value: 5.0, mark: Mark::Kept, paused: 0.0, note: "" }];
        *clicked = clicked.or(chronological(ui, &words, &marks, &observations, Fences::default(), false));
    });
    harness.run_steps(3);
    // One observation: in the middle, and at the top but for the margin of the axis.
    let rect = harness.get_by_role(Role::Figure).rect();
    let place = egui::pos2(rect.center().x, rect.top() + rect.height() * 0.045);
    for harness_step in [Harness::hover_at, Harness::drag_at, Harness::drop_at] {
        harness_step(&harness, place);
        harness.run_steps(1);
    }
    harness.run_steps(2);
    assert_eq!(*harness.state(), Some(1));
    harness.get_by_label("таблицей").click();
    harness.run_steps(2);
    assert!(harness.query_by_label("учтено").is_some() && harness.query_by_role(Role::Figure).is_none());
}
