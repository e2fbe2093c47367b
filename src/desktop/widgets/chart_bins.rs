//! A histogram with the fences: how the values lie, on a plain or a logarithmic axis.

use egui::Ui;
use egui_plot::{Bar, BarChart, GridInput, GridMark, LineStyle, VLine};

use super::chart::{self, Entry, Twin, Words, shape};
use super::ink;
use super::table::Head;
use crate::desktop::theme::Theme;

/// A bin of values: from `low` up to but not including `high`; the last one includes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Where it begins.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
    /// How many values lie in it.
    pub count: usize,
}

/// Bins of equal width (of equal ratio when `log_scale`): about √n of them, 4 to 24, on round numbers when the scale is plain.
///
/// Values that are not finite are left out, and with `log_scale` those that are not above 0.
#[must_use]
pub fn bins(values: &[f64], log_scale: bool) -> Vec<Bin> {
    let scaled = |value: f64| if log_scale { value.ln() } else { value };
    let plain = |value: f64| if log_scale { value.exp() } else { value };
    let places: Vec<f64> = values.iter().map(|value| scaled(*value)).filter(|place| place.is_finite()).collect();
    let (Some(low), Some(high)) = (places.iter().copied().reduce(f64::min), places.iter().copied().reduce(f64::max))
    else {
        return Vec::new();
    };
    let wanted = ink::real(places.len()).sqrt().ceil().clamp(4.0, 24.0);
    // Values all but equal stand in bins of a width that people can read.
    let least = if log_scale { 0.1 } else { high.abs() * 0.1 };
    let spread = (high - low).max(least).max(1e-6);
    let step = if log_scale { spread / wanted } else { chart::round_step(spread / wanted) };
    let first = if log_scale { low } else { (low / step).floor() * step };
    let count = ink::whole(((high - first) / step - 1e-9).floor() + 1.0).clamp(1, 60);
    let edge = |place: usize| plain(first + step * ink::real(place));
    let mut bins: Vec<Bin> =
        (0..count).map(|place| Bin { low: edge(place), high: edge(place + 1), count: 0 }).collect();
    for place in places {
        let at = ink::whole(((place - first) / step).floor()).min(count - 1);
        if let Some(bin) = bins.get_mut(at) {
            bin.count += 1;
        }
    }
    bins
}

/// The words that are only this chart's.
#[derive(Clone, Copy)]
pub struct BinWords<'a> {
    /// The table's column of intervals, and the legend of the bars.
    pub values: &'a str,
    /// The fences.
    pub fence: &'a str,
}

/// Draws the histogram.
pub fn histogram(
    ui: &mut Ui,
    words: &Words<'_>,
    bin_words: BinWords<'_>,
    values: &[f64],
    fences: (Option<f64>, Option<f64>),
    log_scale: bool,
) {
    let theme = Theme::of(ui);
    let bins = bins(values, log_scale);
    let [blue, ..] = theme.series;
    let mut legend = vec![Entry { colour: blue, word: bin_words.values, shape: shape::block }];
    if fences.0.or(fences.1).is_some() {
        legend.push(Entry { colour: theme.warn, word: bin_words.fence, shape: shape::dashes });
    }
    let cell = |row: usize, column: usize| {
        let Some(bin) = bins.get(row) else { return String::new() };
        if column == 0 {
            format!("{} – {}", (words.write)(bin.low), (words.write)(bin.high))
        } else {
            bin.count.to_string()
        }
    };
    let heads = [Head::short(words.across), Head::number(words.up, 104.0)];
    let twin = Twin { heads: &heads, rows: bins.len(), cell: &cell };
    chart::with_twin(ui, words, &legend, &twin, |ui| plot(ui, words, bin_words, &bins, fences, log_scale));
}

fn plot(
    ui: &mut Ui,
    words: &Words<'_>,
    bin_words: BinWords<'_>,
    bins: &[Bin],
    fences: (Option<f64>, Option<f64>),
    log_scale: bool,
) {
    let theme = Theme::of(ui);
    let write = words.write;
    let [blue, ..] = theme.series;
    let scaled = move |value: f64| if log_scale { value.log10() } else { value };
    let plain = move |place: f64| if log_scale { 10f64.powf(place) } else { place };
    let bars: Vec<Bar> = bins
        .iter()
        .map(|bin| {
            let (low, high) = (scaled(bin.low), scaled(bin.high));
            // A hair of the card between the bars.
            Bar::new(f64::midpoint(low, high), ink::real(bin.count))
                .width((high - low) * 0.94)
                .fill(blue)
                .stroke(egui::Stroke::NONE)
        })
        .collect();
    let shown = chart::still(ui, words)
        .custom_x_axes(vec![chart::axis(ui, words, true).formatter(move |mark, _| write(plain(mark.value)))])
        .custom_y_axes(vec![chart::axis(ui, words, false).formatter(|mark, _| format!("{:.0}", mark.value))])
        .x_grid_spacer(
            move |input| if log_scale { chart::log_ticks(&input, 7.0) } else { chart::round_ticks(&input, 7.0) },
        )
        .y_grid_spacer(|input| whole_ticks(&input))
        .include_y(0.0)
        .include_y(ink::real(bins.iter().map(|bin| bin.count).max().unwrap_or(1)) * 1.08)
        .label_formatter(|_| None)
        .show(ui, |plot| {
            plot.bar_chart(BarChart::new(bin_words.values, bars).color(blue).allow_hover(false));
            for value in [fences.0, fences.1].into_iter().flatten().map(scaled).filter(|place| place.is_finite()) {
                plot.vline(
                    VLine::new(bin_words.fence, value).color(theme.warn).style(LineStyle::dashed_dense()).width(1.5),
                );
            }
        });
    chart::describe(&shown.response, words);
    let under = shown.response.hover_pos().map(|at| plain(shown.transform.value_from_position(at).x));
    if let Some(bin) = under.and_then(|value| bins.iter().find(|bin| bin.low <= value && value < bin.high)) {
        let tip = format!("{} – {} · {}", write(bin.low), write(bin.high), bin.count);
        shown.response.on_hover_text_at_pointer(tip);
    }
}

/// Ticks of counts: whole numbers only.
fn whole_ticks(input: &GridInput) -> Vec<GridMark> {
    let step = chart::round_step((input.bounds.1 - input.bounds.0) / 4.0).max(1.0);
    let last = ink::whole(input.bounds.1 / step);
    (0..=last.min(50)).map(|place| GridMark { value: ink::real(place) * step, step_size: step }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_lies_in_its_bin() {
        for (values, log_scale) in [
            (vec![1.0, 1.2, 1.9, 2.0, 2.1, 3.7, 9.9], false),
            (vec![1.0, 1.2, 1.9, 2.0, 2.1, 3.7, 9.9], true),
            (vec![5.0], false),
            (vec![5.0, 5.0, 5.0], true),
            ((1..=500u32).map(f64::from).collect(), false),
        ] {
            let bins = bins(&values, log_scale);
            assert_eq!(bins.iter().map(|bin| bin.count).sum::<usize>(), values.len(), "{values:?}");
            for bin in &bins {
                let inside =
                    values.iter().filter(|value| bin.low - 1e-9 <= **value && **value < bin.high + 1e-9).count();
                assert!(inside >= bin.count, "{bin:?} of {values:?}");
            }
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_left_out() {
        assert_eq!(bins(&[], false), []);
        assert_eq!(bins(&[f64::NAN, f64::INFINITY], false), []);
        assert_eq!(bins(&[0.0, -1.0], true), []);
        assert_eq!(bins(&[0.0, 2.0], true).iter().map(|bin| bin.count).sum::<usize>(), 1);
    }
}
