//! The look in one module: colours by role, type scale, spacing, radii and control heights, for light and dark.
//!
//! Invariant (tested): text, muted, accent and the three states read at 4.5 : 1 or better on canvas, surface and raised.
//! Screens use these names and never a literal colour or size. What is not here: the fonts ([`crate::desktop::fonts`]) and the icons.
#![expect(clippy::disallowed_methods, reason = "the one room where colours are made")]

use std::collections::BTreeMap;

use egui::style::{HandleShape, Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, CornerRadius, FontFamily, FontId, Margin, RichText, Shadow, Stroke, Style, TextStyle, Vec2, Visuals,
};

use crate::desktop::fonts;

/// Text sizes in points.
pub mod size {
    /// Captions, column heads, hints.
    pub const CAPTION: f32 = 12.0;
    /// Running text and controls.
    pub const BODY: f32 = 14.0;
    /// Card titles.
    pub const STRONG: f32 = 16.0;
    /// Section headings.
    pub const SECTION: f32 = 20.0;
    /// The title of a screen, the number of a stat tile.
    pub const TITLE: f32 = 28.0;
    /// An icon beside body text.
    pub const ICON: f32 = 18.0;
    /// The icon of an empty or error state.
    pub const ICON_LARGE: f32 = 32.0;
}

/// Distances in points.
pub mod space {
    /// 4: between an icon and its word.
    pub const XS: f32 = 4.0;
    /// 8: between controls of one group.
    pub const S: f32 = 8.0;
    /// 12: between fields.
    pub const M: f32 = 12.0;
    /// 16: inside cards, between cards.
    pub const L: f32 = 16.0;
    /// 24: around the content.
    pub const XL: f32 = 24.0;
    /// 32: between sections.
    pub const XXL: f32 = 32.0;
}

/// Corner radii.
pub mod radius {
    use egui::CornerRadius;
    /// Buttons, fields, badges.
    pub const CONTROL: CornerRadius = CornerRadius::same(6);
    /// Cards, dialogs.
    pub const CARD: CornerRadius = CornerRadius::same(10);
}

/// Margins of frames.
pub mod margin {
    use egui::Margin;
    /// Inside a card.
    pub const CARD: Margin = Margin::same(16);
    /// Inside a card whose head is as high as a button.
    pub const TITLED_CARD: Margin = Margin { left: 16, right: 16, top: 10, bottom: 16 };
    /// Around the content of a screen.
    pub const CONTENT: Margin = Margin::same(24);
    /// Inside a button or field.
    pub const CONTROL: Margin = Margin::symmetric(12, 6);
}

/// Heights and widths of the fixed parts, in points.
pub mod measure {
    /// A control.
    pub const CONTROL: f32 = 32.0;
    /// The primary button.
    pub const PRIMARY: f32 = 40.0;
    /// A table row.
    pub const ROW: f32 = 32.0;
    /// The navigation rail with words.
    pub const RAIL: f32 = 216.0;
    /// The navigation rail with icons only.
    pub const RAIL_NARROW: f32 = 56.0;
    /// Below this window width the rail shows icons only.
    pub const NARROW_WINDOW: f32 = 1100.0;
    /// The widest a screen's content gets.
    pub const CONTENT: f32 = 1440.0;
    /// The widest running text gets.
    pub const TEXT: f32 = 560.0;
    /// The thickness of a focus ring.
    pub const RING: f32 = 2.0;
}

/// The colours of one theme, by role.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// The window behind everything.
    pub canvas: Color32,
    /// Cards, fields, dialogs.
    pub surface: Color32,
    /// Hovered rows, wells, quiet buttons.
    pub raised: Color32,
    /// Running text.
    pub text: Color32,
    /// Secondary text.
    pub muted: Color32,
    /// The one primary action, selection, focus ring, links.
    pub accent: Color32,
    /// Text on a filled accent.
    pub on_accent: Color32,
    /// The ground of what is selected.
    pub accent_quiet: Color32,
    /// Hairlines between and around things.
    pub line: Color32,
    /// Borders that show where one can type (3 : 1 on the surface).
    pub field_line: Color32,
    /// Good, in force, closed.
    pub ok: Color32,
    /// The ground of an ok badge or banner.
    pub ok_quiet: Color32,
    /// Needs a look.
    pub warn: Color32,
    /// The ground of a warning badge or banner.
    pub warn_quiet: Color32,
    /// Needs a hand.
    pub bad: Color32,
    /// The ground of a bad badge or banner.
    pub bad_quiet: Color32,
    /// What lies under a dialog.
    pub veil: Color32,
    /// The shadow of what floats.
    pub shadow: Color32,
    /// Chart series (Okabe–Ito), told apart by shape or label too.
    pub series: [Color32; 6],
}

const SERIES: [Color32; 6] = [
    Color32::from_rgb(0x00, 0x72, 0xB2),
    Color32::from_rgb(0xD5, 0x5E, 0x00),
    Color32::from_rgb(0x00, 0x9E, 0x73),
    Color32::from_rgb(0xCC, 0x79, 0xA7),
    Color32::from_rgb(0xE6, 0x9F, 0x00),
    Color32::from_rgb(0x56, 0xB4, 0xE9),
];

/// The light theme.
pub static LIGHT: Theme = Theme {
    canvas: Color32::from_rgb(0xF5, 0xF6, 0xF8),
    surface: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    raised: Color32::from_rgb(0xEC, 0xEF, 0xF4),
    text: Color32::from_rgb(0x18, 0x21, 0x2D),
    muted: Color32::from_rgb(0x55, 0x61, 0x72),
    accent: Color32::from_rgb(0x0B, 0x63, 0xCE),
    on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    accent_quiet: Color32::from_rgb(0xE3, 0xEE, 0xFC),
    line: Color32::from_rgb(0xDF, 0xE3, 0xEA),
    field_line: Color32::from_rgb(0x87, 0x92, 0xA2),
    ok: Color32::from_rgb(0x15, 0x73, 0x47),
    ok_quiet: Color32::from_rgb(0xE4, 0xF5, 0xEB),
    warn: Color32::from_rgb(0x8A, 0x5A, 0x00),
    warn_quiet: Color32::from_rgb(0xFD, 0xF3, 0xDC),
    bad: Color32::from_rgb(0xB4, 0x23, 0x18),
    bad_quiet: Color32::from_rgb(0xFD, 0xEC, 0xEA),
    veil: Color32::from_rgba_premultiplied(0x05, 0x07, 0x0A, 0x66),
    shadow: Color32::from_rgba_premultiplied(0x03, 0x04, 0x06, 0x24),
    series: SERIES,
};

/// The dark theme.
pub static DARK: Theme = Theme {
    canvas: Color32::from_rgb(0x11, 0x15, 0x1B),
    surface: Color32::from_rgb(0x19, 0x1F, 0x28),
    raised: Color32::from_rgb(0x23, 0x2B, 0x36),
    text: Color32::from_rgb(0xE8, 0xED, 0xF4),
    muted: Color32::from_rgb(0xA3, 0xB0, 0xC2),
    accent: Color32::from_rgb(0x6C, 0xB0, 0xFF),
    on_accent: Color32::from_rgb(0x0B, 0x12, 0x20),
    accent_quiet: Color32::from_rgb(0x1B, 0x30, 0x4A),
    line: Color32::from_rgb(0x2C, 0x36, 0x43),
    field_line: Color32::from_rgb(0x6B, 0x79, 0x8C),
    ok: Color32::from_rgb(0x56, 0xCC, 0x8F),
    ok_quiet: Color32::from_rgb(0x17, 0x33, 0x2A),
    warn: Color32::from_rgb(0xE5, 0xB8, 0x4B),
    warn_quiet: Color32::from_rgb(0x38, 0x2F, 0x1A),
    bad: Color32::from_rgb(0xFF, 0x8A, 0x80),
    bad_quiet: Color32::from_rgb(0x3F, 0x22, 0x24),
    veil: Color32::from_rgba_premultiplied(0x00, 0x00, 0x00, 0x99),
    shadow: Color32::from_rgba_premultiplied(0x00, 0x00, 0x00, 0x70),
    series: SERIES,
};

/// What a state means; always shown with an icon or a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// No judgement.
    #[default]
    Neutral,
    /// Chosen, current, waiting for the person.
    Accent,
    /// Good.
    Ok,
    /// Needs a look.
    Warn,
    /// Needs a hand.
    Bad,
}

impl Theme {
    /// The theme in force where `ui` draws.
    #[must_use]
    pub fn of(ui: &egui::Ui) -> &'static Self {
        Self::by(ui.visuals().dark_mode)
    }

    /// The theme in force for the whole window.
    #[must_use]
    pub fn of_ctx(ctx: &egui::Context) -> &'static Self {
        Self::by(ctx.theme() == egui::Theme::Dark)
    }

    fn by(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    /// The ink of a state.
    #[must_use]
    pub fn ink(&self, kind: Kind) -> Color32 {
        match kind {
            Kind::Neutral => self.muted,
            Kind::Accent => self.accent,
            Kind::Ok => self.ok,
            Kind::Warn => self.warn,
            Kind::Bad => self.bad,
        }
    }

    /// The quiet ground of a state.
    #[must_use]
    pub fn ground(&self, kind: Kind) -> Color32 {
        match kind {
            Kind::Neutral => self.raised,
            Kind::Accent => self.accent_quiet,
            Kind::Ok => self.ok_quiet,
            Kind::Warn => self.warn_quiet,
            Kind::Bad => self.bad_quiet,
        }
    }

    /// A hairline.
    #[must_use]
    pub fn hairline(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }

    /// The border of something one can type into.
    #[must_use]
    pub fn field_stroke(&self) -> Stroke {
        Stroke::new(1.0, self.field_line)
    }

    /// The focus ring.
    #[must_use]
    pub fn ring(&self) -> Stroke {
        Stroke::new(measure::RING, self.accent)
    }

    /// Text of a state in its ink.
    #[must_use]
    pub fn tinted(&self, kind: Kind, text: impl Into<String>) -> RichText {
        RichText::new(text).color(self.ink(kind))
    }

    /// A caption: small and muted.
    #[must_use]
    pub fn caption(&self, text: impl Into<String>) -> RichText {
        RichText::new(text).size(size::CAPTION).color(self.muted)
    }

    /// Secondary text at body size.
    #[must_use]
    pub fn quiet(&self, text: impl Into<String>) -> RichText {
        RichText::new(text).color(self.muted)
    }

    /// Body text in semibold.
    #[must_use]
    pub fn bold(&self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(font::bold()).color(self.text)
    }

    /// The title of a card.
    #[must_use]
    pub fn strong(&self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(font::strong()).color(self.text)
    }

    /// A section heading.
    #[must_use]
    pub fn section(&self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(font::section()).color(self.text)
    }

    /// The title of a screen.
    #[must_use]
    pub fn title(&self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(font::title()).color(self.text)
    }
}

/// Fonts of the type scale.
pub mod font {
    use super::{FontFamily, FontId, fonts, size};

    /// 12 regular.
    #[must_use]
    pub fn caption() -> FontId {
        FontId::new(size::CAPTION, FontFamily::Proportional)
    }
    /// 9.5 semibold: numbers in a narrow cell, which stand elsewhere in full.
    #[must_use]
    pub fn fine() -> FontId {
        FontId::new(9.5, fonts::semibold())
    }
    /// 12 semibold.
    #[must_use]
    pub fn caption_bold() -> FontId {
        FontId::new(size::CAPTION, fonts::semibold())
    }
    /// 14 regular.
    #[must_use]
    pub fn body() -> FontId {
        FontId::new(size::BODY, FontFamily::Proportional)
    }
    /// 14 semibold.
    #[must_use]
    pub fn bold() -> FontId {
        FontId::new(size::BODY, fonts::semibold())
    }
    /// 16 semibold.
    #[must_use]
    pub fn strong() -> FontId {
        FontId::new(size::STRONG, fonts::semibold())
    }
    /// 20 semibold.
    #[must_use]
    pub fn section() -> FontId {
        FontId::new(size::SECTION, fonts::semibold())
    }
    /// 28 semibold.
    #[must_use]
    pub fn title() -> FontId {
        FontId::new(size::TITLE, fonts::semibold())
    }
    /// An icon beside body text.
    #[must_use]
    pub fn icon() -> FontId {
        FontId::new(size::ICON, FontFamily::Proportional)
    }
    /// Monospaced digits of any size.
    #[must_use]
    pub fn digits(points: f32) -> FontId {
        FontId::new(points, fonts::mono())
    }
}

/// Sets both themes' egui styles, and follows the system until [`egui::Context::set_theme`] says otherwise.
pub fn apply(ctx: &egui::Context) {
    ctx.style_mut_of(egui::Theme::Light, |style| dress(style, &LIGHT, false));
    ctx.style_mut_of(egui::Theme::Dark, |style| dress(style, &DARK, true));
}

fn dress(style: &mut Style, theme: &Theme, dark: bool) {
    style.text_styles = text_styles();
    style.animation_time = 0.1;
    style.visuals = visuals(theme, dark);
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::splat(space::S);
    spacing.button_padding = Vec2::new(space::M, 6.0);
    spacing.interact_size = Vec2::new(measure::CONTROL, measure::CONTROL);
    spacing.icon_width = size::ICON;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = space::S;
    spacing.text_edit_width = 240.0;
    spacing.combo_width = 160.0;
    spacing.tooltip_width = 420.0;
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = margin::CONTENT;
    spacing.scroll.bar_width = 8.0;
    spacing.scroll.floating = true;
    // Under the pointer the handle is wide already: it need not be as dark as text.
    spacing.scroll.interact_handle_opacity = 0.5;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    BTreeMap::from([
        (TextStyle::Small, font::caption()),
        (TextStyle::Body, font::body()),
        (TextStyle::Button, font::body()),
        (TextStyle::Heading, font::section()),
        (TextStyle::Monospace, font::digits(size::BODY)),
    ])
}

fn visuals(theme: &Theme, dark: bool) -> Visuals {
    let base = if dark { Visuals::dark() } else { Visuals::light() };
    let shadow = Shadow { offset: [0, 8], blur: 24, spread: 0, color: theme.shadow };
    Visuals {
        dark_mode: dark,
        override_text_color: None,
        weak_text_color: Some(theme.muted),
        widgets: widgets(theme),
        selection: Selection { bg_fill: theme.accent_quiet, stroke: Stroke::new(measure::RING, theme.accent) },
        hyperlink_color: theme.accent,
        faint_bg_color: theme.canvas,
        extreme_bg_color: theme.surface,
        text_edit_bg_color: Some(theme.surface),
        code_bg_color: theme.raised,
        warn_fg_color: theme.warn,
        error_fg_color: theme.bad,
        window_corner_radius: radius::CARD,
        window_shadow: shadow,
        window_fill: theme.surface,
        window_stroke: theme.hairline(),
        menu_corner_radius: CornerRadius::same(8),
        panel_fill: theme.canvas,
        popup_shadow: shadow,
        striped: false,
        slider_trailing_fill: true,
        handle_shape: HandleShape::Circle,
        ..base
    }
}

fn widgets(theme: &Theme) -> Widgets {
    let still = WidgetVisuals {
        bg_fill: theme.surface,
        weak_bg_fill: theme.surface,
        bg_stroke: theme.hairline(),
        corner_radius: radius::CONTROL,
        fg_stroke: Stroke::new(1.0, theme.text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: still,
        // The ground of slider rails and check boxes; buttons and fields stand on the surface.
        inactive: WidgetVisuals { bg_fill: theme.raised, bg_stroke: theme.field_stroke(), ..still },
        hovered: WidgetVisuals {
            bg_fill: theme.raised,
            weak_bg_fill: theme.raised,
            bg_stroke: Stroke::new(1.0, theme.muted),
            ..still
        },
        // egui has one look for pressed and focused: it carries the focus ring.
        active: WidgetVisuals { bg_stroke: theme.ring(), fg_stroke: Stroke::new(1.5, theme.text), ..still },
        open: WidgetVisuals {
            bg_fill: theme.raised,
            weak_bg_fill: theme.raised,
            bg_stroke: theme.field_stroke(),
            ..still
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: Color32) -> f64 {
        let channel = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn check(what: &str, ink: Color32, ground: Color32, at_least: f64) {
        let found = contrast(ink, ground);
        assert!(found >= at_least, "{what}: {found:.2} : 1 is below {at_least} : 1");
    }

    #[test]
    fn contrast_follows_wcag() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn words_read_on_all_grounds_of_both_themes() {
        for (name, theme) in [("light", &LIGHT), ("dark", &DARK)] {
            for (ground_name, ground) in
                [("canvas", theme.canvas), ("surface", theme.surface), ("raised", theme.raised)]
            {
                for (ink_name, ink) in [
                    ("text", theme.text),
                    ("muted", theme.muted),
                    ("accent", theme.accent),
                    ("ok", theme.ok),
                    ("warn", theme.warn),
                    ("bad", theme.bad),
                ] {
                    check(&format!("{name}: {ink_name} on {ground_name}"), ink, ground, 4.5);
                }
            }
            check(&format!("{name}: on_accent on accent"), theme.on_accent, theme.accent, 4.5);
            check(&format!("{name}: on_accent on bad"), theme.on_accent, theme.bad, 4.5);
            check(&format!("{name}: field line on surface"), theme.field_line, theme.surface, 3.0);
            check(&format!("{name}: muted on selection"), theme.muted, theme.accent_quiet, 4.5);
            for kind in [Kind::Neutral, Kind::Accent, Kind::Ok, Kind::Warn, Kind::Bad] {
                check(&format!("{name}: {kind:?} on its own ground"), theme.ink(kind), theme.ground(kind), 4.5);
                check(&format!("{name}: text on {kind:?}"), theme.text, theme.ground(kind), 4.5);
            }
        }
    }

    #[test]
    fn apply_dresses_both_themes_and_the_focus_ring_is_the_accent() {
        let ctx = egui::Context::default();
        apply(&ctx);
        for (theme, colours) in [(egui::Theme::Light, &LIGHT), (egui::Theme::Dark, &DARK)] {
            let style = ctx.style_of(theme);
            assert_eq!(style.visuals.panel_fill, colours.canvas);
            assert_eq!(style.visuals.widgets.active.bg_stroke, colours.ring());
            assert!((style.spacing.interact_size.y - measure::CONTROL).abs() < f32::EPSILON);
        }
    }
}
