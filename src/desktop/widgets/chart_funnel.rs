//! People against chance (funnel): a point each over the number of days, between limits that draw together as days add up.
//!
//! How somebody stands is told by the point's shape, with a word in the legend; who stands outside the limits has the name beside the point.

use egui::{Align2, Color32, Rect, Ui, Vec2};
use egui_plot::{Line, LineStyle, MarkerShape, PlotPoint, PlotPoints, PlotTransform, Points};

use super::chart::{self, Entry, Twin, Words, shape};
use super::ink;
use super::table::Head;
use crate::desktop::theme::{Theme, font};

/// How far a name stands from its point.
const BESIDE: f32 = 10.0;

/// How somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Below the outer limit.
    Weak,
    /// Between the lower limits.
    Lagging,
    /// Within chance.
    Usual,
    /// Between the upper limits.
    Leading,
    /// Above the outer limit.
    Strong,
    /// Too few days to say.
    Few,
}

/// Somebody's point.
#[derive(Clone, Copy, Debug)]
pub struct Dot<'a> {
    /// Whose.
    pub name: &'a str,
    /// Over how many days.
    pub days: f64,
    /// The ratio; none where nothing was worked.
    pub ratio: Option<f64>,
    /// How it stands.
    pub standing: Standing,
    /// How it stands, in words.
    pub word: &'a str,
    /// Chosen in the list beside the chart.
    pub chosen: bool,
}

/// The limits at a number of days: days, outer low, inner low, inner high, outer high.
pub type Limits = [f64; 5];

/// The words that are only this chart's.
#[derive(Clone, Copy)]
pub struct FunnelWords<'a> {
    /// The column of names.
    pub name: &'a str,
    /// The column of standings.
    pub standing: &'a str,
    /// The middle.
    pub middle: &'a str,
    /// The inner limits.
    pub inner: &'a str,
    /// The outer limits.
    pub outer: &'a str,
}

fn look(theme: &Theme, standing: Standing) -> (Color32, MarkerShape, fn(&egui::Painter, egui::Rect, Color32)) {
    let [blue, orange, green, ..] = theme.series;
    match standing {
        Standing::Weak => (orange, MarkerShape::Down, shape::triangle_down),
        Standing::Lagging => (orange, MarkerShape::Diamond, shape::diamond),
        Standing::Usual => (blue, MarkerShape::Circle, shape::disc),
        Standing::Leading => (green, MarkerShape::Square, shape::block),
        Standing::Strong => (green, MarkerShape::Up, shape::triangle),
        Standing::Few => (theme.muted, MarkerShape::Cross, shape::cross),
    }
}

/// Draws the funnel; gives the place of the point that was clicked.
pub fn funnel(
    ui: &mut Ui,
    words: &Words<'_>,
    funnel_words: &FunnelWords<'_>,
    dots: &[Dot<'_>],
    limits: &[Limits],
    middle: Option<f64>,
) -> Option<usize> {
    let theme = Theme::of(ui);
    let mut legend: Vec<Entry<'_>> = Vec::new();
    for dot in dots.iter().filter(|dot| dot.ratio.is_some()) {
        if legend.iter().all(|entry| entry.word != dot.word) {
            let (colour, _, shape) = look(theme, dot.standing);
            legend.push(Entry { colour, word: dot.word, shape });
        }
    }
    if !limits.is_empty() {
        legend.push(Entry { colour: theme.muted, word: funnel_words.inner, shape: shape::dashes });
        legend.push(Entry { colour: theme.text, word: funnel_words.outer, shape: shape::dashes });
    }
    let cell = |row: usize, column: usize| {
        let Some(dot) = dots.get(row) else { return String::new() };
        match column {
            0 => dot.name.to_owned(),
            1 => ink::whole(dot.days).to_string(),
            2 => dot.ratio.map(words.write).unwrap_or_default(),
            _ => dot.word.to_owned(),
        }
    };
    let heads = [
        Head::text(funnel_words.name),
        Head::number(words.across, 88.0),
        Head::number(words.up, 120.0),
        Head::short(funnel_words.standing),
    ];
    let twin = Twin { heads: &heads, rows: dots.len(), cell: &cell };
    chart::with_twin(ui, words, &legend, &twin, |ui| plot(ui, words, funnel_words, dots, limits, middle)).flatten()
}

fn plot(
    ui: &mut Ui,
    words: &Words<'_>,
    funnel_words: &FunnelWords<'_>,
    dots: &[Dot<'_>],
    limits: &[Limits],
    middle: Option<f64>,
) -> Option<usize> {
    let theme = Theme::of(ui);
    let (write, ticks) = (words.write, chart::ticks_up(words));
    let most = dots.iter().map(|dot| dot.days).fold(5.0_f64, f64::max);
    let shown = chart::still(ui, words)
        .custom_x_axes(vec![
            chart::axis(ui, words, true).formatter(|mark, _| ink::whole(mark.value + 1e-6).to_string()),
        ])
        .custom_y_axes(vec![chart::axis(ui, words, false).formatter(move |mark, _| write(mark.value))])
        .x_grid_spacer(|input| {
            let marks = chart::round_ticks(&input, 10.0);
            marks.into_iter().filter(|mark| (mark.value - mark.value.round()).abs() < 1e-6).collect()
        })
        .y_grid_spacer(move |input| chart::round_ticks(&input, ticks))
        .include_x(0.0)
        // Room for a name beside the last point.
        .include_x(most * 1.12 + 0.5)
        .label_formatter(|_| None)
        .show(ui, |plot| {
            for (column, outer) in [(1, true), (2, false), (3, false), (4, true)] {
                let points: PlotPoints<'_> =
                    limits.iter().filter_map(|limit| Some([*limit.first()?, *limit.get(column)?])).collect();
                let (word, colour) =
                    if outer { (funnel_words.outer, theme.text) } else { (funnel_words.inner, theme.muted) };
                let style = if outer { LineStyle::dashed_loose() } else { LineStyle::dashed_dense() };
                plot.line(Line::new(word, points).color(colour).style(style).width(1.0).allow_hover(false));
            }
            if let Some(middle) = middle {
                let ends = PlotPoints::new(vec![[0.0, middle], [most + 0.5, middle]]);
                plot.line(Line::new(funnel_words.middle, ends).color(theme.muted).width(1.0).allow_hover(false));
            }
            for dot in dots {
                draw(plot, theme, dot);
            }
        });
    chart::describe(&shown.response, words);
    names(ui, &shown.transform, dots);
    let near = shown.response.hover_pos().and_then(|at| {
        let distance = |dot: &Dot<'_>| {
            let place = shown.transform.position_from_point(&PlotPoint::new(dot.days, dot.ratio?));
            Some(place.distance(at)).filter(|far| *far < 14.0)
        };
        let reached = dots.iter().enumerate().filter_map(|(place, dot)| Some((place, distance(dot)?)));
        reached.min_by(|one, other| one.1.total_cmp(&other.1)).map(|(place, _)| place)
    });
    let clicked = shown.response.clicked();
    if let Some(dot) = near.and_then(|place| dots.get(place)) {
        let ratio = dot.ratio.map(write).unwrap_or_default();
        shown.response.on_hover_text_at_pointer(format!("{} · {ratio} · {}", dot.name, dot.word));
    }
    near.filter(|_| clicked)
}

fn draw<'a>(plot: &mut egui_plot::PlotUi<'a>, theme: &Theme, dot: &Dot<'a>) {
    let Some(ratio) = dot.ratio else { return };
    let (colour, marker, _) = look(theme, dot.standing);
    let at = [dot.days, ratio];
    if dot.chosen {
        let ring = Points::new(dot.name, vec![at]).shape(MarkerShape::Circle).filled(false).radius(9.0);
        plot.points(ring.color(theme.accent).allow_hover(false));
    }
    plot.points(Points::new(dot.name, vec![at]).shape(marker).radius(5.0).color(colour).allow_hover(false));
}

/// The names of who is chosen or stands outside the limits, beside their points: the chosen one first, then whoever needs a hand. A name that would
/// lie over another is left to the tooltip and the table.
fn names(ui: &Ui, transform: &PlotTransform, dots: &[Dot<'_>]) {
    let theme = Theme::of(ui);
    let urgency = |dot: &Dot<'_>| match dot.standing {
        _ if dot.chosen => 0,
        Standing::Weak => 1,
        Standing::Lagging => 2,
        Standing::Strong => 3,
        Standing::Leading => 4,
        Standing::Usual | Standing::Few => 5,
    };
    let mut named: Vec<&Dot<'_>> = dots.iter().filter(|dot| urgency(dot) < 5).collect();
    named.sort_by_key(|dot| urgency(dot));
    let area = *transform.frame();
    let mut taken: Vec<Rect> = Vec::new();
    for dot in named {
        let Some(ratio) = dot.ratio else { continue };
        let at = transform.position_from_point(&PlotPoint::new(dot.days, ratio));
        let name = ink::line(ui, dot.name, font::caption(), theme.text, area.width() / 3.0);
        let room = Vec2::new(name.size().x + BESIDE, name.size().y);
        let right = at.x + room.x <= area.right();
        let rect = Rect::from_min_size(egui::pos2(if right { at.x } else { at.x - room.x }, at.y - room.y / 2.0), room);
        if taken.iter().any(|other| other.intersects(rect)) || !area.expand(room.y).contains_rect(rect) {
            continue;
        }
        let side = if right { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
        // Limits and grid do not run through a name.
        ui.painter().rect_filled(rect.shrink2(Vec2::new(BESIDE, 0.0)), 0, theme.surface);
        ink::place(ui.painter(), name, rect, side);
        taken.push(rect);
    }
}
