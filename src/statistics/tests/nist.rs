//! NIST Statistical Reference Datasets (itl.nist.gov/div898/strd): univariate summaries and analyses of variance, to the
//! certified digits.

use crate::statistics::between::between;
use crate::statistics::describe::{Moments, lag1_autocorrelation};

/// Correct significant digits (NIST's LRE), 15 at most.
fn digits(value: f64, certified: f64) -> f64 {
    let error = ((value - certified) / certified).abs();
    if error > 0.0 { (-error.log10()).min(15.0) } else { 15.0 }
}

/// NIST `StRD` `NumAcc2` to `NumAcc4`: 1001 values, the offset + 0.2, then + 0.1 and + 0.3 by turns.
fn num_acc(offset: i64) -> Vec<f64> {
    let tenth = |index: i64| {
        if index == 0 {
            2
        } else if index % 2 == 1 {
            1
        } else {
            3
        }
    };
    (0..1001).map(|index| (offset * 10 + tenth(index)) as f64 / 10.0).collect()
}

/// NIST `StRD` Mavro, in hundred-thousandths above 2.
const MAVRO: [i32; 50] = [
    180, 170, 180, 190, 180, 170, 150, 140, 150, 150, 170, 180, 180, 190, 190, 210, 200, 160, 140, 130, 130, 150, 150,
    160, 150, 140, 130, 140, 150, 140, 150, 160, 150, 160, 190, 200, 200, 210, 220, 230, 240, 250, 270, 260, 260, 260,
    270, 260, 250, 240,
];

/// NIST `StRD` Michelso (speed of light, Michelson 1879), in hundredths above 299.
const MICHELSO: [i32; 100] = [
    85, 74, 90, 107, 93, 85, 95, 98, 98, 88, 100, 98, 93, 65, 76, 81, 100, 100, 96, 96, 96, 94, 96, 94, 88, 80, 85, 88,
    90, 84, 83, 79, 81, 88, 88, 83, 80, 79, 76, 80, 88, 88, 88, 86, 72, 72, 62, 86, 97, 95, 88, 91, 85, 87, 84, 84, 85,
    84, 84, 84, 89, 81, 81, 82, 80, 77, 76, 74, 75, 76, 91, 92, 89, 86, 88, 72, 84, 85, 85, 78, 89, 84, 78, 81, 76, 81,
    79, 81, 82, 85, 87, 87, 81, 74, 81, 94, 95, 80, 81, 87,
];

/// NIST `StRD` Lew: steel-concrete beam deflections (Lew).
const LEW: [i32; 200] = [
    -213, -564, -35, -15, 141, 115, -420, -360, 203, -338, -431, 194, -220, -513, 154, -125, -559, 92, -21, -579, -52,
    99, -543, -175, 162, -457, -346, 204, -300, -474, 164, -107, -572, -8, 83, -541, -224, 180, -420, -374, 201, -236,
    -531, 83, 27, -564, -112, 131, -507, -254, 199, -311, -495, 143, -46, -579, -90, 136, -472, -338, 202, -287, -477,
    169, -124, -568, 17, 48, -568, -135, 162, -430, -422, 172, -74, -577, -13, 92, -534, -243, 194, -355, -465, 156,
    -81, -578, -64, 139, -449, -384, 193, -198, -538, 110, -44, -577, -6, 66, -552, -164, 161, -460, -344, 205, -281,
    -504, 134, -28, -576, -118, 156, -437, -381, 200, -220, -540, 83, 11, -568, -160, 172, -414, -408, 188, -125, -572,
    -32, 139, -492, -321, 205, -262, -504, 142, -83, -574, 0, 48, -571, -106, 137, -501, -266, 190, -391, -406, 194,
    -186, -553, 83, -13, -577, -49, 103, -515, -280, 201, 300, -506, 131, -45, -578, -80, 138, -462, -361, 201, -211,
    -554, 32, 74, -533, -235, 187, -372, -442, 182, -147, -566, 25, 68, -535, -244, 194, -351, -463, 174, -125, -570,
    15, 72, -550, -190, 172, -424, -385, 198, -218, -536, 96,
];

/// NIST `StRD` Lottery: 218 Maryland Pick-3 drawings.
const LOTTERY: [i32; 218] = [
    162, 671, 933, 414, 788, 730, 817, 33, 536, 875, 670, 236, 473, 167, 877, 980, 316, 950, 456, 92, 517, 557, 956,
    954, 104, 178, 794, 278, 147, 773, 437, 435, 502, 610, 582, 780, 689, 562, 964, 791, 28, 97, 848, 281, 858, 538,
    660, 972, 671, 613, 867, 448, 738, 966, 139, 636, 847, 659, 754, 243, 122, 455, 195, 968, 793, 59, 730, 361, 574,
    522, 97, 762, 431, 158, 429, 414, 22, 629, 788, 999, 187, 215, 810, 782, 47, 34, 108, 986, 25, 644, 829, 630, 315,
    567, 919, 331, 207, 412, 242, 607, 668, 944, 749, 168, 864, 442, 533, 805, 372, 63, 458, 777, 416, 340, 436, 140,
    919, 350, 510, 572, 905, 900, 85, 389, 473, 758, 444, 169, 625, 692, 140, 897, 672, 288, 312, 860, 724, 226, 884,
    508, 976, 741, 476, 417, 831, 15, 318, 432, 241, 114, 799, 955, 833, 358, 935, 146, 630, 830, 440, 642, 356, 373,
    271, 715, 367, 393, 190, 669, 8, 861, 108, 795, 269, 590, 326, 866, 64, 523, 862, 840, 219, 382, 998, 4, 628, 305,
    747, 247, 34, 747, 729, 645, 856, 974, 24, 568, 24, 694, 608, 480, 410, 729, 947, 293, 53, 930, 223, 203, 677, 227,
    62, 455, 387, 318, 562, 242, 428, 968,
];

/// NIST `StRD` `AtmWtAg`: atomic weight of silver (Powell, Murphy & Gramlich 1982), two instruments, in ten-millionths above
/// 107.868.
const SILVER: [[i64; 24]; 2] = [
    [
        1568, 1465, 1572, 1785, 1446, 1903, 1526, 1494, 1616, 1587, 1519, 1486, 1419, 1569, 1508, 1672, 1385, 1518,
        1662, 1424, 1360, 1333, 1610, 1477,
    ],
    [
        1079, 1344, 1513, 1197, 1604, 1385, 1642, 1365, 1151, 1082, 1517, 1448, 1198, 1482, 1334, 1609, 1101, 1512,
        1469, 1360, 1254, 1261, 1450, 1368,
    ],
];

/// NIST `StRD` `PiDigits`: the first 5 000 digits of π, four at a time by the spigot of Rabinowitz & Wagon (1995). NIST's
/// file has a 3 where π has an 8, in place 957, and the certified values are those of the file.
fn pi_digits() -> Vec<f64> {
    let mut state = vec![2_000_u64; 17_501];
    let mut held = 0;
    let mut digits = Vec::new();
    for terms in (14..=17_500).rev().step_by(14) {
        let mut value = 0;
        for (place, odd) in (1..=terms).rev().zip((1..2 * terms as u64).rev().step_by(2)) {
            value = value * place as u64 + state[place] * 10_000;
            state[place] = value % odd;
            value /= odd;
        }
        let four = held + value / 10_000;
        held = value % 10_000;
        digits.extend([four / 1_000, four / 100 % 10, four / 10 % 10, four % 10].map(|digit| digit as f64));
    }
    digits[956] = 3.0;
    digits
}

#[test]
fn nist_univariate_sets_to_the_certified_digits() {
    let mavro: Vec<f64> = MAVRO.iter().map(|x| f64::from(200_000 + x) / 1e5).collect();
    let michelso: Vec<f64> = MICHELSO.iter().map(|x| f64::from(29_900 + x) / 1e2).collect();
    let numbers = |values: &[i32]| values.iter().copied().map(f64::from).collect::<Vec<f64>>();
    let first = vec![10_000_001.0, 10_000_003.0, 10_000_002.0];
    // Certified values: NIST Statistical Reference Datasets, itl.nist.gov/div898/strd. Least digits: mean, sd, lag 1.
    let sets = [
        ("NumAcc1", first, [10_000_002.0, 1.0, -0.5], [13.0, 9.0, 9.0]),
        ("NumAcc2", num_acc(1), [1.2, 0.1, -0.999], [13.0, 9.0, 9.0]),
        ("NumAcc3", num_acc(1_000_000), [1_000_000.2, 0.1, -0.999], [13.0, 9.0, 9.0]),
        ("NumAcc4", num_acc(10_000_000), [10_000_000.2, 0.1, -0.999], [13.0, 8.0, 7.0]),
        ("PiDigits", pi_digits(), [4.5348, 2.867_339_060_288_71, -0.003_550_992_872_379_72], [13.0, 9.0, 9.0]),
        (
            "Lottery",
            numbers(&LOTTERY),
            [518.958_715_596_33, 291.699_727_470_969, -0.120_948_622_967_393],
            [13.0, 9.0, 9.0],
        ),
        ("Lew", numbers(&LEW), [-177.435, 277.332_168_044_316, -0.307_304_800_605_679], [13.0, 9.0, 9.0]),
        ("Mavro", mavro, [2.001_856, 0.000_429_123_454_003_053, 0.937_989_183_438_248], [13.0, 9.0, 9.0]),
        ("Michelso", michelso, [299.8524, 0.079_010_547_819_051_8, 0.535_199_668_621_283], [13.0, 9.0, 9.0]),
    ];
    for (name, values, certified, least) in sets {
        let moments = Moments::of(&values).unwrap();
        let lag = lag1_autocorrelation(&values, &moments).unwrap();
        for (place, value) in [moments.mean(), moments.sd().unwrap(), lag].into_iter().enumerate() {
            let right = digits(value, certified[place]);
            assert!(right >= least[place], "{name}, figure {place}: {value}, {right} digits");
        }
    }
}

#[test]
fn nist_analyses_of_variance() {
    // NIST StRD SiRstv (silicon resistivity): certified F.
    let silicon = [
        vec![196.3052, 196.1240, 196.1890, 196.2569, 196.3403],
        vec![196.3042, 196.3825, 196.1669, 196.3257, 196.0422],
        vec![196.1303, 196.2005, 196.2889, 196.0343, 196.1811],
        vec![196.2795, 196.1748, 196.1494, 196.1485, 195.9885],
        vec![196.2119, 196.1051, 196.1850, 196.0052, 196.2090],
    ];
    assert!(digits(between(&silicon).anova_f.unwrap(), 1.180_462_374_402_55) >= 9.0);
    let silver = SILVER.map(|values| values.map(|value| (1_078_680_000 + value) as f64 / 1e7));
    assert!(digits(between(&silver).anova_f.unwrap(), 15.946_733_567_793_0) >= 9.0);
    // Simon & Lesage SmLs01 to SmLs09: nine groups whose first value is the mean, then ± 0.1 by turns; F is the size of
    // the groups. What limits the last three is the data's own rounding to binary.
    for (offset, least) in [(1_i64, 12.0), (1_000_000, 9.0), (1_000_000_000_000, 2.0)] {
        for size in [21_i64, 201, 2_001] {
            let tenth = |index: i64| [-1, 1, 0][if index == 0 { 2 } else { usize::from(index % 2 == 0) }];
            let group = |centre: i64| -> Vec<f64> {
                (0..size).map(|index| (offset * 10 + centre + tenth(index)) as f64 / 10.0).collect()
            };
            let groups: Vec<Vec<f64>> = [4, 3, 5, 3, 5, 3, 5, 3, 5].into_iter().map(group).collect();
            let found = digits(between(&groups).anova_f.unwrap(), size as f64);
            assert!(found >= least, "offset {offset}, {size} in a group: {found} digits");
        }
    }
}
