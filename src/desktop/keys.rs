//! The actions of the window in one table: id, name, icon and key stand together, and menus, palette, key help and buttons are made from it.
//!
//! Keys are taken before widgets see them: call [`pressed`] or [`is_pressed`] at the top of a screen. A shortcut (with Ctrl, ⌘ or Alt, or a function key)
//! acts always; a plain key (a letter, Space, Backspace) only while no text is being typed and no dialog is open. A key that is held down acts once.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

/// An action of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActionInfo<I> {
    /// Which action it is.
    pub id: I,
    /// The key of its name in the locale files.
    pub name_key: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// Its shortcut: acts even while text is typed.
    pub shortcut: Option<KeyboardShortcut>,
    /// Its plain key: acts only while no text is typed.
    pub plain: Option<Key>,
}

impl<I> ActionInfo<I> {
    /// An action without a key.
    #[must_use]
    pub const fn new(id: I, name_key: &'static str, icon: &'static str) -> Self {
        Self { id, name_key, icon, shortcut: None, plain: None }
    }

    /// The platform's command key (Ctrl, ⌘) with `key`.
    #[must_use]
    pub const fn command(self, key: Key) -> Self
    where
        I: Copy,
    {
        Self { shortcut: Some(KeyboardShortcut::new(Modifiers::COMMAND, key)), ..self }
    }

    /// Any shortcut.
    #[must_use]
    pub const fn shortcut(self, modifiers: Modifiers, key: Key) -> Self
    where
        I: Copy,
    {
        Self { shortcut: Some(KeyboardShortcut::new(modifiers, key)), ..self }
    }

    /// A plain key.
    #[must_use]
    pub const fn plain(self, key: Key) -> Self
    where
        I: Copy,
    {
        Self { plain: Some(key), ..self }
    }

    /// The key as people read it: the plain one first, as it is the quicker. Empty when there is none.
    ///
    /// `name` gives the locale's word for a key that has one ("Пробел"), `None` for the usual name.
    #[must_use]
    pub fn key_text(&self, ctx: &Context, name: &dyn Fn(Key) -> Option<String>) -> String {
        match (self.plain, &self.shortcut) {
            (Some(key), _) => key_text(key, name),
            (None, Some(shortcut)) => shortcut_text(ctx, shortcut, name),
            (None, None) => String::new(),
        }
    }
}

/// A plain key as people read it.
#[must_use]
pub fn key_text(key: Key, name: &dyn Fn(Key) -> Option<String>) -> String {
    name(key).unwrap_or_else(|| match key {
        Key::ArrowUp => "↑".to_owned(),
        Key::ArrowDown => "↓".to_owned(),
        Key::ArrowLeft => "←".to_owned(),
        Key::ArrowRight => "→".to_owned(),
        Key::Plus => "+".to_owned(),
        Key::Minus => "−".to_owned(),
        Key::Equals => "=".to_owned(),
        Key::OpenBracket => "[".to_owned(),
        Key::CloseBracket => "]".to_owned(),
        other => other.name().to_owned(),
    })
}

/// A shortcut as people of this platform read it: "Ctrl+K", "⌘K".
#[must_use]
pub fn shortcut_text(ctx: &Context, shortcut: &KeyboardShortcut, name: &dyn Fn(Key) -> Option<String>) -> String {
    let mac = ctx.os().is_mac();
    let modifiers = shortcut.modifiers;
    let mut parts: Vec<&str> = Vec::new();
    let mut part = |held: bool, mac_sign, word| {
        if held {
            parts.push(if mac { mac_sign } else { word });
        }
    };
    part(modifiers.ctrl || (modifiers.command && !mac), "⌃", "Ctrl");
    part(modifiers.alt, "⌥", "Alt");
    part(modifiers.shift, "⇧", "Shift");
    part(mac && (modifiers.command || modifiers.mac_cmd), "⌘", "");
    let key = key_text(shortcut.logical_key, name);
    parts.push(&key);
    parts.join(if mac { "" } else { "+" })
}

/// Whether text is being typed: then letters, digits and Space are text.
#[must_use]
pub fn is_typing(ctx: &Context) -> bool {
    ctx.text_edit_focused()
}

/// Whether a dialog or a list floats over the screen: then plain keys are not the screen's.
#[must_use]
pub fn is_covered(ctx: &Context) -> bool {
    ctx.memory(|memory| memory.top_modal_layer().is_some()) || egui::Popup::is_any_open(ctx)
}

/// Takes the action's key out of the input; says whether it was pressed.
pub fn is_pressed<I>(ctx: &Context, action: &ActionInfo<I>) -> bool {
    let by_shortcut = action.shortcut.is_some_and(|shortcut| take(ctx, shortcut.modifiers, shortcut.logical_key));
    let plain_allowed = || !is_typing(ctx) && !is_covered(ctx);
    by_shortcut || action.plain.is_some_and(|key| plain_allowed() && take(ctx, Modifiers::NONE, key))
}

/// The first action of a table whose key was pressed; the key is taken.
pub fn pressed<'a, I>(ctx: &Context, table: &'a [ActionInfo<I>]) -> Option<&'a ActionInfo<I>> {
    table.iter().find(|action| is_pressed(ctx, action))
}

/// A digit 1…9 pressed while no text is typed; the key is taken.
#[must_use = "the key is taken: nobody else will see it"]
pub fn pressed_digit(ctx: &Context) -> Option<usize> {
    const DIGITS: [Key; 9] =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    if is_typing(ctx) || is_covered(ctx) {
        return None;
    }
    DIGITS.iter().position(|key| take(ctx, Modifiers::NONE, *key)).map(|place| place + 1)
}

/// Removes every press of a key from the input; a repeat of a held key is removed but does not count.
fn take(ctx: &Context, modifiers: Modifiers, wanted: Key) -> bool {
    let mut counted = false;
    ctx.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Key { key, modifiers: held, pressed: true, repeat, .. }
                if *key == wanted && fits(*held, modifiers, wanted) =>
            {
                counted |= !repeat;
                false
            }
            _ => true,
        });
    });
    counted
}

/// Exactly the wanted modifiers, so that Ctrl+Shift+S is not Ctrl+S. A sign that needs Shift on some keyboards may have it.
fn fits(held: Modifiers, wanted: Modifiers, key: Key) -> bool {
    match key {
        Key::Plus | Key::Questionmark | Key::Exclamationmark | Key::Colon => held.matches_logically(wanted),
        _ => held.matches_exact(wanted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{RawInput, os::OperatingSystem};

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum Act {
        Palette,
        Split,
        Save,
        SaveAs,
    }

    const TABLE: &[ActionInfo<Act>] = &[
        ActionInfo::new(Act::Palette, "palette", "").command(Key::K),
        ActionInfo::new(Act::Split, "split", "").plain(Key::Space),
        ActionInfo::new(Act::Save, "save", "").command(Key::S),
        ActionInfo::new(Act::SaveAs, "save-as", "").shortcut(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S),
    ];

    const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

    fn key(key: Key, modifiers: Modifiers, repeat: bool) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat, modifiers }
    }

    /// One pass with `event`, in which `typing` says whether a text field has the keyboard.
    fn pass(ctx: &Context, event: Option<Event>, typing: bool) -> (Option<Act>, usize) {
        let mut seen = (None, 0);
        let input = RawInput { events: event.into_iter().collect(), ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| {
            let found = pressed(ui.ctx(), TABLE).map(|action| action.id);
            seen = (seen.0.or(found), ui.input(|input| input.events.len()));
            let mut text = String::new();
            let response = ui.text_edit_singleline(&mut text);
            if typing { response.request_focus() } else { response.surrender_focus() }
        });
        output.textures_delta.clear();
        seen
    }

    fn check(event: &Event, typing: bool, expected: Option<Act>, left: usize) {
        let ctx = Context::default();
        crate::desktop::fonts::install(&ctx);
        ctx.set_os(OperatingSystem::Nix);
        for _ in 0..2 {
            pass(&ctx, None, typing);
        }
        // egui calls a press a repeat when the key is down already.
        if matches!(event, Event::Key { repeat: true, .. }) {
            pass(&ctx, Some(event.clone()), typing);
        }
        assert_eq!(pass(&ctx, Some(event.clone()), typing), (expected, left), "{event:?}, typing: {typing}");
    }

    #[test]
    fn keys_act_where_they_may_and_are_taken() {
        let shift_ctrl = CTRL.plus(Modifiers::SHIFT);
        for (event, typing, expected, left) in [
            (key(Key::K, CTRL, false), false, Some(Act::Palette), 0),
            (key(Key::K, CTRL, false), true, Some(Act::Palette), 0),
            (key(Key::K, Modifiers::NONE, false), false, None, 1),
            (key(Key::Space, Modifiers::NONE, false), false, Some(Act::Split), 0),
            (key(Key::Space, Modifiers::NONE, false), true, None, 1),
            (key(Key::Space, Modifiers::NONE, true), false, None, 0),
            (key(Key::Space, CTRL, false), false, None, 1),
            (key(Key::S, CTRL, false), false, Some(Act::Save), 0),
            (key(Key::S, shift_ctrl, false), false, Some(Act::SaveAs), 0),
        ] {
            check(&event, typing, expected, left);
        }
    }

    #[test]
    fn keys_are_written_as_the_platform_writes_them() {
        let ctx = Context::default();
        let usual = |_: Key| None;
        let russian = |key: Key| (key == Key::Space).then(|| "Пробел".to_owned());
        let write = |action: usize| TABLE[action].key_text(&ctx, &usual);
        ctx.set_os(OperatingSystem::Nix);
        assert_eq!([write(0), write(1), write(3)], ["Ctrl+K", "Space", "Ctrl+Shift+S"]);
        assert_eq!(TABLE[1].key_text(&ctx, &russian), "Пробел");
        ctx.set_os(OperatingSystem::Mac);
        assert_eq!([write(0), write(3)], ["⌘K", "⇧⌘S"]);
    }
}
