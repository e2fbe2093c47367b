//! The stopwatch of whoever is at work: an interrupted one is offered back, and what it takes is saved and sent, whatever is on screen.

use super::work::{Errand, Work};
use crate::desktop::action::Place;
use crate::desktop::screens;
use crate::domain::stopwatch::Reading;
use crate::locale::Lang;

impl Work {
    /// Saves what the stopwatch did and sends what it took.
    pub fn pump(&mut self, lang: Lang, errands: &mut Vec<Errand>) {
        if !self.bench_loaded {
            return;
        }
        let mut actions = Vec::new();
        let day = self.views.me.value().map(|me| me.work_day);
        self.forms.stopwatch.pump(self.views.studies.value(), day, self.reading, &mut actions);
        self.carry_out(Place::Stopwatch, actions, lang, errands);
    }

    /// Loads the interrupted stopwatch once, before anything could be saved over it.
    pub(super) fn recover(&mut self, reading: Reading) {
        if self.bench_loaded || self.views.me.value().is_none_or(|me| !me.may.stopwatch) {
            return;
        }
        let Some(pending) = &self.bench else {
            self.bench = Some(self.link.handle.notes(&self.link.session, screens::stopwatch::NOTE_KIND));
            return;
        };
        if let Some(notes) = pending.poll() {
            self.bench = None;
            self.bench_loaded = true;
            self.forms.stopwatch.recover(&notes.unwrap_or_default(), reading);
        }
    }
}
