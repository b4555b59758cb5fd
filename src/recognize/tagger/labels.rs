//! Labels of tokens, and the best legal sequence of them.

use crate::article::MentionType;

/// The types in the order of the labels.
pub const TYPES: [MentionType; 12] = [
    MentionType::Person,
    MentionType::Norp,
    MentionType::Fac,
    MentionType::Org,
    MentionType::Gpe,
    MentionType::Loc,
    MentionType::Product,
    MentionType::Event,
    MentionType::WorkOfArt,
    MentionType::Law,
    MentionType::Language,
    MentionType::Misc,
];

/// Outside, and four for each type.
pub const LABELS: usize = 1 + 4 * TYPES.len();

/// A label: 0 is outside; type `t` has begin `1 + 4t`, inside `2 + 4t`, last `3 + 4t`, only `4 + 4t`.
pub type Label = u8;

/// A score that no sequence takes, and small enough that those of many tokens can be added up.
pub const NEVER: i32 = i32::MIN / 256;

/// The label of token `at` of a name of `length` tokens.
pub fn label(name_type: usize, at: usize, length: usize) -> Label {
    let place = match at {
        _ if length == 1 => 3,
        0 => 0,
        _ if at + 1 == length => 2,
        _ => 1,
    };
    (1 + 4 * name_type + place) as Label
}

/// Whether the label is that of a name of one token.
pub(crate) fn is_only(label: Label) -> bool {
    label > 0 && (label - 1) % 4 == 3
}

/// Whether the label is no later token of a name.
pub(crate) fn starts(label: Label) -> bool {
    label == 0 || matches!((label - 1) % 4, 0 | 3)
}

/// The index in [`TYPES`] of a type.
pub fn type_index(name_type: &MentionType) -> Option<usize> {
    TYPES.iter().position(|known| known == name_type)
}

/// Finds the best sequence (Viterbi 1967). Keeps its memory from one sentence to the next.
#[derive(Default)]
pub struct Decoder {
    /// For each token and label, the label before it on the best way there.
    back: Vec<[Label; LABELS]>,
}

impl Decoder {
    /// The legal sequence with the highest sum of scores. A name begins after a name's end or
    /// outside; inside and last follow begin or inside of the same type. So the best way to an end
    /// is all that a beginning needs to know, and a token costs no more than its labels.
    pub fn best_path(&mut self, scores: &[[i32; LABELS]], path: &mut Vec<Label>) {
        self.back.clear();
        let mut sums = [NEVER; LABELS];
        // Where the best way to outside or an end leads: before the first token, outside.
        let mut closed_label = 0;
        for score in scores {
            // Sums are what they are above that of the best way to an end: so they stay small, however
            // long the sentence is.
            let mut back = [closed_label; LABELS];
            let mut next = [0; LABELS];
            next[0] = score[0];
            let (mut closed, mut label) = (score[0], 0);
            for begin in (1..LABELS).step_by(4) {
                let (inside, last, only) = (begin + 1, begin + 2, begin + 3);
                let open = if sums[begin] >= sums[inside] { begin } else { inside };
                next[begin] = score[begin];
                next[only] = score[only];
                for label in [inside, last] {
                    next[label] = sums[open] + score[label];
                    back[label] = open as Label;
                }
                for end in [last, only] {
                    if next[end] > closed {
                        (closed, label) = (next[end], end as Label);
                    }
                }
            }
            sums = next.map(|sum| sum - closed);
            closed_label = label;
            self.back.push(back);
        }
        path.clear();
        path.resize(scores.len(), 0);
        let mut label = closed_label;
        for (place, back) in path.iter_mut().zip(&self.back).rev() {
            *place = label;
            label = back[usize::from(label)];
        }
    }
}

/// The names of a legal sequence: first token, past the last, type.
pub fn names(path: &[Label], mut name: impl FnMut(usize, usize, MentionType)) {
    let mut start = 0;
    for (at, label) in path.iter().enumerate().filter(|(_, label)| **label > 0) {
        let place = (label - 1) % 4;
        if place == 0 || place == 3 {
            start = at;
        }
        if place >= 2 {
            name(start, at + 1, TYPES[usize::from((label - 1) / 4)].clone());
        }
    }
}

/// How far the labels of the tokens lie above the next best, at the token where it is closest.
pub fn margin(scores: &[[i32; LABELS]], path: &[Label], tokens: std::ops::Range<usize>) -> i32 {
    let margin = |at: usize| {
        let mut others = scores[at];
        let chosen = std::mem::replace(&mut others[usize::from(path[at])], i32::MIN);
        chosen - others.into_iter().fold(i32::MIN, i32::max)
    };
    tokens.map(margin).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn is_legal(before: Label, label: Label) -> bool {
        let is_open = before > 0 && (before - 1) % 4 < 2;
        let continues = label > 0 && matches!((label - 1) % 4, 1 | 2);
        match is_open {
            true => continues && (before - 1) / 4 == (label - 1) / 4,
            false => !continues,
        }
    }

    fn legal_sequences(length: usize) -> Vec<Vec<Label>> {
        let mut all: Vec<Vec<Label>> = vec![vec![]];
        for _ in 0..length {
            all = all
                .iter()
                .flat_map(|path| (0..LABELS as Label).map(move |label| [path.clone(), vec![label]].concat()))
                .filter(|path| is_legal(*path.iter().nth_back(1).unwrap_or(&0), path[path.len() - 1]))
                .collect();
        }
        all.retain(|path| is_legal(*path.last().unwrap_or(&0), 0));
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn the_best_path_is_the_best_of_all_legal_ones(
            scores in prop::collection::vec(prop::array::uniform::<_, LABELS>(-50..50_i32), 1..4)
        ) {
            let sum = |path: &[Label]| path.iter().zip(&scores).map(|(label, score)| score[usize::from(*label)]).sum::<i32>();
            let best = legal_sequences(scores.len()).iter().map(|path| sum(path)).max().unwrap();
            let mut path = Vec::new();
            Decoder::default().best_path(&scores, &mut path);
            prop_assert_eq!(sum(&path), best);
        }
    }

    #[test]
    fn labels_spell_names_and_names_labels() {
        let path =
            [0, label(0, 0, 1), label(3, 0, 3), label(3, 1, 3), label(3, 2, 3), 0, label(4, 0, 2), label(4, 1, 2)];
        let mut found = Vec::new();
        names(&path, |start, end, name_type| found.push((start, end, name_type)));
        assert_eq!(found, [(1, 2, MentionType::Person), (2, 5, MentionType::Org), (6, 8, MentionType::Gpe)]);
    }
}
