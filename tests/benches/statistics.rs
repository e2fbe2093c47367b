//! How long the statistics take: a file of a million durations and a study of thirty observations.
//!
//! `cargo bench` prints first everything about the million against a plain two-pass mean and standard deviation in the
//! same run, and their ratio, which does not depend on the machine as much as the seconds do. Then divan's table.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::cast_precision_loss, reason = "a benchmark")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use divan::Bencher;
use norma::statistics::study::{Class, HardShare, Observation, study_interval};
use norma::statistics::{Options, Row, Summary, report};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use rand_distr::LogNormal;

const MILLION: usize = 1_000_000;
const STUDY: usize = 30;

/// Log-normal times around 90 s, read to the millisecond.
fn seconds(n: usize) -> Vec<f64> {
    let mut random = StdRng::seed_from_u64(7);
    let times = LogNormal::new(90.0_f64.ln(), 0.45).unwrap();
    (0..n).map(|_| (random.sample::<f64, _>(times) * 1_000.0).round() / 1_000.0).collect()
}

fn rows(n: usize) -> Vec<Row> {
    seconds(n).into_iter().map(|seconds| Row { seconds, ..Row::default() }).collect()
}

/// A study by three operators on three days, every third case a hard one.
fn observations(n: usize) -> Vec<Observation> {
    let observe = |(place, seconds): (u32, f64)| {
        let hard = place % 3 == 2;
        Observation {
            seconds: if hard { seconds * 9.0 } else { seconds },
            class: if hard { Class::Hard } else { Class::Regular },
            operator: u64::from(place / 3 % 3),
            day: i64::from(place / 9),
        }
    };
    (0..).zip(seconds(n)).map(observe).collect()
}

/// What everybody's first program does: a pass for the mean, a pass for the squares.
fn two_pass(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (mean, (squares / (n - 1.0)).sqrt())
}

/// The shortest of several runs.
fn shortest<T>(runs: u32, work: impl Fn() -> T) -> Duration {
    let run = |_| {
        let started = Instant::now();
        black_box(work());
        started.elapsed()
    };
    (0..runs).map(run).min().unwrap()
}

fn main() {
    let million = rows(MILLION);
    let values = seconds(MILLION);
    let plain = shortest(20, || two_pass(black_box(&values)));
    let everything = shortest(5, || report(black_box(&million), &Options::default()));
    let ratio = everything.as_secs_f64() / plain.as_secs_f64();
    println!("{MILLION} durations: everything but the bootstrap {everything:.1?}, two-pass mean and sd {plain:.2?}");
    println!("ratio {ratio:.0}\n");
    divan::main();
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn million_everything(bencher: Bencher) {
    let rows = rows(MILLION);
    bencher.bench_local(|| report(black_box(&rows), &Options::default()));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn million_two_pass(bencher: Bencher) {
    let values = seconds(MILLION);
    bencher.bench_local(|| two_pass(black_box(&values)));
}

#[divan::bench]
fn study_interval_of_thirty(bencher: Bencher) {
    let observations = observations(STUDY);
    let share = HardShare::Counted { share: 0.07, tickets: 5_000 };
    bencher.bench_local(|| study_interval(black_box(&observations), share));
}

#[divan::bench]
fn summary_of_thirty(bencher: Bencher) {
    let values = seconds(STUDY);
    bencher.bench_local(|| Summary::of(black_box(&values)));
}

#[divan::bench(sample_count = 20)]
fn bootstrap_of_thirty(bencher: Bencher) {
    let values = seconds(STUDY);
    bencher.bench_local(|| norma::statistics::bootstrap::bca(black_box(&values)));
}
