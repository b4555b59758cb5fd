//! The weights: small to download, quick to look up.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::labels::LABELS;

/// The weights of the model, by the hash of the feature.
///
/// They are packed for the way to the page and laid out once, with the first article, which takes
/// less than a millisecond: a table that is quick to search would take twice the download. Packed,
/// with numbers in little-endian and features in the order of their hashes:
///
/// | part | what | bytes |
/// |---|---|---|
/// | steps | the least margin of the step, the confidence in percent | 4 + 4 for each of `STEPS` |
/// | count | how many features, how many weights | 4 + 4 |
/// | features | what the hash is more than the one before | 1 to 5 each, seven bits a byte (LEB128) |
/// | counts | how many weights | 1 for each feature |
/// | labels | | 1 for each weight |
/// | values | | 1 for each weight |
pub(crate) struct Model {
    steps: [(i32, u32); STEPS],
    /// An open hash table, of which a feature's upper bits are the place: the lower bits of the
    /// feature there, or 0 for none.
    tags: Vec<u16>,
    /// For each tag, where its weights start and end.
    ranges: Vec<(u32, u32)>,
    /// Labels with values.
    weights: Vec<(u8, i8)>,
}

/// Steps of the confidence.
pub const STEPS: usize = 16;

const TABLE_BITS: u32 = 16;
const PLACES: usize = 1 << TABLE_BITS;

static COMPILED: LazyLock<Model> = LazyLock::new(|| Model::unpack(include_bytes!("weights.bin")));

impl Model {
    /// The model in this program.
    pub(crate) fn compiled() -> &'static Self {
        &COMPILED
    }

    fn unpack(bytes: &[u8]) -> Self {
        let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        let steps = std::array::from_fn(|step| (number(8 * step) as i32, number(8 * step + 4)));
        let (features, weights) = (number(8 * STEPS) as usize, number(8 * STEPS + 4) as usize);
        let rest = &bytes[8 * STEPS + 8..];
        let (rest, values) = rest.split_at(rest.len() - weights);
        let (rest, labels) = rest.split_at(rest.len() - weights);
        let (deltas, counts) = rest.split_at(rest.len() - features);

        let mut model = Model { steps, tags: vec![0; PLACES], ranges: vec![(0, 0); PLACES], weights: Vec::new() };
        model.weights = labels.iter().zip(values).map(|(label, value)| (*label, *value as i8)).collect();
        let (mut feature, mut delta, mut shift, mut start) = (0_u32, 0, 0, 0);
        let mut counts = counts.iter();
        for byte in deltas {
            delta |= u32::from(byte & 0x7F) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                feature = feature.wrapping_add(delta);
                let end = start + u32::from(*counts.next().expect("a count for each feature"));
                let place = model.place(feature, 0);
                (model.tags[place], model.ranges[place]) = (tag(feature), (start, end));
                (delta, shift, start) = (0, 0, end);
            }
        }
        model
    }

    /// The place from the feature's own on that has the tag.
    fn place(&self, feature: u32, tag: u16) -> usize {
        let mut place = (feature >> (32 - TABLE_BITS)) as usize;
        while self.tags[place] != tag && self.tags[place] != 0 {
            place = (place + 1) % PLACES;
        }
        place
    }

    /// Adds the weights of the feature to the scores.
    pub(crate) fn add(&self, feature: u32, scores: &mut [i32; LABELS]) {
        let (start, end) = self.ranges[self.place(feature, tag(feature))];
        for (label, value) in &self.weights[start as usize..end as usize] {
            scores[usize::from(*label)] += i32::from(*value);
        }
    }

    /// How sure a name with this margin is.
    pub(crate) fn confidence(&self, margin: i32) -> f64 {
        let reached = self.steps.iter().take_while(|(least, _)| *least <= margin).last();
        f64::from(reached.map_or(0, |(_, percent)| *percent)) / 100.0
    }
}

/// The lower bits of a feature: never 0. Two features that agree in 31 bits count as one.
fn tag(feature: u32) -> u16 {
    feature as u16 | 1
}

/// Packs the weights by feature, as label and value, and the steps of the confidence.
pub fn pack(features: &BTreeMap<u32, Vec<(u8, i8)>>, steps: &[(i32, u32); STEPS]) -> Vec<u8> {
    let numbers = steps.iter().flat_map(|(least, percent)| [*least as u32, *percent]);
    let all = features.values().map(Vec::len).sum::<usize>();
    let mut packed: Vec<u8> = numbers.chain([features.len() as u32, all as u32]).flat_map(u32::to_le_bytes).collect();
    let mut last = 0;
    for feature in features.keys() {
        let mut delta = feature - last;
        last = *feature;
        while delta >= 0x80 {
            packed.push(delta as u8 | 0x80);
            delta >>= 7;
        }
        packed.push(delta as u8);
    }
    packed.extend(features.values().map(|weights| weights.len() as u8));
    packed.extend(features.values().flatten().map(|(label, _)| *label));
    packed.extend(features.values().flatten().map(|(_, value)| *value as u8));
    packed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_found_again() {
        let features: BTreeMap<u32, Vec<(u8, i8)>> = [
            (7, vec![(0, 5)]),
            (0x1234_0009, vec![(3, -127), (48, 127)]),
            (0x1234_000B, vec![(3, 1)]),
            (u32::MAX, vec![(1, 9)]),
        ]
        .into_iter()
        .collect();
        let steps = std::array::from_fn(|step| (if step == 0 { i32::MIN } else { step as i32 * 10 }, step as u32 * 5));
        let model = Model::unpack(&pack(&features, &steps));
        for (feature, weights) in &features {
            let mut scores = [0; LABELS];
            model.add(*feature, &mut scores);
            let expected: Vec<_> =
                weights.iter().map(|(label, value)| (usize::from(*label), i32::from(*value))).collect();
            let found: Vec<_> = scores.into_iter().enumerate().filter(|(_, score)| *score != 0).collect();
            assert_eq!(found, expected);
        }
        let mut scores = [0; LABELS];
        model.add(0x1234_0001, &mut scores);
        assert_eq!(scores, [0; LABELS]);
        assert_eq!([model.confidence(-5), model.confidence(25), model.confidence(1000)], [0.0, 0.1, 0.75]);
    }
}
