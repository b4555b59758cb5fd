//! The weights: small to download, quick to look up.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::features::Group;
use super::labels::LABELS;
use super::memo::Memo;
use crate::recognize::hashed::{BITS, Table, pack_hashes, unpack_hashes};

/// The weights of the model, by the hash of the feature.
///
/// They are packed for the way to the page and laid out once, with the first article, which takes
/// less than a millisecond: a table that is quick to search would take twice the download. Packed,
/// with numbers in little-endian and features in the order of their hashes:
///
/// | part | what | bytes |
/// |---|---|---|
/// | sure | the confidence in percent of names that the model is not asked about | 4 |
/// | steps | the least margin of the step, the confidence in percent | 4 + 4 for each of `STEPS` |
/// | count | how many features, how many weights | 4 + 4 |
/// | features | what the hash is more than the one before | 3 for each feature, the low bytes of all first |
/// | counts | how many weights | 1 for each feature |
/// | labels | how many labels lie between it and the feature's one before | 1 for each weight |
/// | values | | 1 for each weight |
pub(crate) struct Model {
    sure: u32,
    steps: [(i32, u32); STEPS],
    features: Table<Weights>,
    /// Labels with values, of features that have some.
    some: Vec<Weight>,
    /// Of features that have many: adding these all at once is quicker than many one by one.
    rows: Vec<Row>,
}

/// Steps of the confidence.
pub const STEPS: usize = 16;

/// How many weights a feature has, and these themselves if they are one or two; else where they start
/// in `some`, or the index of its row, with the lower half first.
type Weights = [u16; 3];

/// A label in the lower byte, a value in the upper.
type Weight = u16;

/// The count of a feature whose weights are a row.
const ROW: u16 = u16::MAX;
/// Weights of a feature from which on they are laid out as a row.
const MANY: usize = 8;

/// The labels, and room to a whole number of vectors.
const WIDTH: usize = LABELS.next_multiple_of(8);

/// The weights of a feature that has many, one for each label. It fills a line of the cache.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Row([i8; WIDTH]);

/// A token has too few features for these to overflow.
pub(super) type Sums = [i16; WIDTH];

fn add_weight(sums: &mut Sums, weight: Weight) {
    let [label, value] = weight.to_le_bytes();
    sums[usize::from(label)] += i16::from(value as i8);
}

/// Of known length, so that it is compiled to a few operations on vectors.
fn add_row(sums: &mut Sums, row: &Row) {
    for (sum, value) in sums.iter_mut().zip(&row.0) {
        *sum += i16::from(*value);
    }
}

static CASED: LazyLock<Model> = LazyLock::new(|| Model::unpack(include_bytes!("weights.bin")));
static UNCASED: LazyLock<Model> = LazyLock::new(|| Model::unpack(include_bytes!("uncased.bin")));

impl Model {
    /// The model in this program: for text with capitals or without.
    pub(crate) fn compiled(uncased: bool) -> &'static Self {
        if uncased { &UNCASED } else { &CASED }
    }

    fn unpack(bytes: &[u8]) -> Self {
        let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        let steps = std::array::from_fn(|step| (number(4 + 8 * step) as i32, number(8 + 8 * step)));
        let (features, weights) = (number(4 + 8 * STEPS) as usize, number(8 + 8 * STEPS) as usize);
        let rest = &bytes[12 + 8 * STEPS..];
        let (hashes, rest) = unpack_hashes(rest, features, BITS);
        let (counts, rest) = rest.split_at(features);
        let (labels, values) = rest.split_at(weights);
        let mut all = labels.iter().zip(values);
        let (mut some, mut rows) = (Vec::new(), Vec::new());
        let mut lay_out = |count: &u8| -> Weights {
            let mut next_label = 0;
            let mut all = all.by_ref().map(|(between, value)| {
                let label = next_label + between;
                next_label = label + 1;
                Weight::from_le_bytes([label, *value])
            });
            let mut next = || all.next().expect("there are as many weights as the counts say");
            let (count, start) = match usize::from(*count) {
                1 => return [1, next(), 0],
                2 => return [2, next(), next()],
                count if count < MANY => {
                    some.extend(all.take(count));
                    (count as u16, some.len() - count)
                }
                count => {
                    let mut row = [0; WIDTH];
                    for [label, value] in all.take(count).map(Weight::to_le_bytes) {
                        row[usize::from(label)] = value as i8;
                    }
                    rows.push(Row(row));
                    (ROW, rows.len() - 1)
                }
            };
            [count, start as u16, (start >> 16) as u16]
        };
        let weights: Vec<Weights> = counts.iter().map(&mut lay_out).collect();
        Model { sure: number(0), steps, features: Table::new(BITS, hashes.into_iter().zip(weights)), some, rows }
    }

    /// The sums of the weights of a token's features, by label.
    pub(super) fn scores(&self, groups: &[Group], memo: &mut Memo) -> [i32; LABELS] {
        let mut sums = [0; WIDTH];
        for group in groups {
            if group.comes_again() {
                let known = memo.of(group, || self.sums(group));
                sums.iter_mut().zip(known).for_each(|(sum, value)| *sum += value);
            } else {
                group.features(|_, feature| self.add(&mut sums, feature));
            }
        }
        std::array::from_fn(|label| i32::from(sums[label]))
    }

    /// The same of features, without a memory.
    #[cfg(test)]
    pub(super) fn scores_of(&self, features: &[u32]) -> [i32; LABELS] {
        let mut sums = [0; WIDTH];
        features.iter().for_each(|feature| self.add(&mut sums, *feature));
        std::array::from_fn(|label| i32::from(sums[label]))
    }

    fn sums(&self, group: &Group) -> Sums {
        let mut sums = [0; WIDTH];
        group.features(|_, feature| self.add(&mut sums, feature));
        sums
    }

    fn add(&self, sums: &mut Sums, feature: u32) {
        let Some([count, first, second]) = self.features.get_rare(feature) else { return };
        let start = usize::from(first) | usize::from(second) << 16;
        match count {
            1 => add_weight(sums, first),
            2 => {
                add_weight(sums, first);
                add_weight(sums, second);
            }
            ROW => add_row(sums, &self.rows[start]),
            count => {
                for weight in &self.some[start..start + usize::from(count)] {
                    add_weight(sums, *weight);
                }
            }
        }
    }

    /// How sure a name is that the model is not asked about.
    pub(crate) fn sure(&self) -> f64 {
        f64::from(self.sure) / 100.0
    }

    /// How sure a name with this margin is.
    pub(crate) fn confidence(&self, margin: i32) -> f64 {
        let reached = self.steps.iter().take_while(|(least, _)| *least <= margin).last();
        f64::from(reached.map_or(0, |(_, percent)| *percent)) / 100.0
    }
}

/// Packs the weights by feature, as label and value, and the confidence: of names that the model is
/// not asked about, and the steps for the others.
pub fn pack(features: &BTreeMap<u32, Vec<(u8, i8)>>, sure: u32, steps: &[(i32, u32); STEPS]) -> Vec<u8> {
    let numbers = [sure].into_iter().chain(steps.iter().flat_map(|(least, percent)| [*least as u32, *percent]));
    let all = features.values().map(Vec::len).sum::<usize>();
    let mut packed: Vec<u8> = numbers.chain([features.len() as u32, all as u32]).flat_map(u32::to_le_bytes).collect();
    pack_hashes(features.keys().copied(), BITS, &mut packed);
    packed.extend(features.values().map(|weights| weights.len() as u8));
    for weights in features.values() {
        let mut next_label = 0;
        packed.extend(weights.iter().map(|(label, _)| label - std::mem::replace(&mut next_label, label + 1)));
    }
    packed.extend(features.values().flatten().map(|(_, value)| *value as u8));
    packed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_found_again() {
        let features: BTreeMap<u32, Vec<(u8, i8)>> = [
            (0x0000_0140, vec![(0, 5)]),
            (0x1234_0240, vec![(3, -127), (48, 127)]),
            (0x1234_0300, (0..20).map(|label| (label, label as i8 - 30)).collect()),
            (0x1234_0280, vec![(3, 1)]),
            (0x4FFF_FFC0, vec![(1, 9)]),
        ]
        .into_iter()
        .collect();
        let steps = std::array::from_fn(|step| (if step == 0 { i32::MIN } else { step as i32 * 10 }, step as u32 * 5));
        let model = Model::unpack(&pack(&features, 97, &steps));
        let scores = |feature: u32| {
            let mut sums = [0; WIDTH];
            model.add(&mut sums, feature);
            sums
        };
        for (feature, weights) in &features {
            let scores = scores(*feature);
            let expected: Vec<_> =
                weights.iter().map(|(label, value)| (usize::from(*label), i16::from(*value))).collect();
            let found: Vec<_> = scores.into_iter().enumerate().filter(|(_, score)| *score != 0).collect();
            assert_eq!(found, expected);
        }
        assert_eq!(model.sure(), 0.97);
        assert_eq!(scores(0x1234_0440), [0; WIDTH]);
        assert_eq!([model.confidence(-5), model.confidence(25), model.confidence(1000)], [0.0, 0.1, 0.75]);
    }
}
