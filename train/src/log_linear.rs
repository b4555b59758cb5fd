//! A log-linear model of label sequences (a conditional random field without weights for pairs of
//! labels: Lafferty et al. 2001), learned by AdaGrad with an L1 penalty by regularized dual averaging
//! (Duchi et al. 2011), which leaves most weights at nothing.

use wirecopy::training::labels::{LABELS, Label, TYPES};

use crate::random::Random;

/// Times that the learner sees all stretches.
const EPOCHS: usize = 10;
/// How many features in a hundred a stretch is learned without, others each time: so that the learner
/// does not lean on few.
const LEFT_OUT: usize = 20;
/// How far a step goes.
const RATE: f32 = 0.1;
/// What is added to the squares of a weight's gradients, so that its first steps are not too long.
const CAUTION: f32 = 0.01;
/// A gradient that is smaller moves nothing.
const LEAST_GRADIENT: f32 = 1e-4;

/// The weights of a feature.
pub type Row = [f32; LABELS];

/// Tokens that the model is asked about one after the other: the rows of their features, their labels.
pub struct Stretch {
    pub features: Vec<Vec<u32>>,
    pub gold: Vec<Label>,
}

/// Learns `rows` rows with this L1 penalty; of `support`, if it is given, weights that are 0 stay so.
pub fn learn(stretches: &[Stretch], rows: usize, penalty: f32, support: Option<&[Row]>, seed: u64) -> Vec<Row> {
    let mut learner = Learner {
        weights: vec![[0.0; LABELS]; rows],
        sums: vec![[0.0; LABELS]; rows],
        squares: vec![[CAUTION; LABELS]; rows],
        penalty,
        step: 0.0,
    };
    let mut random = Random(seed);
    let mut order: Vec<usize> = (0..stretches.len()).collect();
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for stretch in order.iter().map(|index| &stretches[*index]) {
            learner.step += 1.0;
            let mut some = |rows: &Vec<u32>| -> Vec<u32> {
                rows.iter().copied().filter(|_| random.below(100) >= LEFT_OUT).collect()
            };
            let features: Vec<Vec<u32>> = stretch.features.iter().map(&mut some).collect();
            learner.see(&features, &stretch.gold, support);
        }
    }
    // Weights that were not seen of late are as large as they were at their last step.
    for row in 0..rows {
        learner.weigh(row, support);
    }
    learner.weights
}

struct Learner {
    weights: Vec<Row>,
    /// Of the gradients.
    sums: Vec<Row>,
    /// Sums of the squares of the gradients.
    squares: Vec<Row>,
    penalty: f32,
    step: f32,
}

impl Learner {
    /// Learns from a stretch.
    fn see(&mut self, features: &[Vec<u32>], gold: &[Label], support: Option<&[Row]>) {
        let mut gradients = probabilities(&features.iter().map(|rows| self.scores(rows)).collect::<Vec<_>>());
        for ((rows, gold), gradient) in features.iter().zip(gold).zip(&mut gradients) {
            gradient[usize::from(*gold)] -= 1.0;
            if gradient.iter().all(|part| part.abs() < LEAST_GRADIENT) {
                continue;
            }
            for row in rows.iter().map(|row| *row as usize) {
                let parts = self.sums[row].iter_mut().zip(&mut self.squares[row]).zip(gradient.iter());
                for ((sum, square), part) in parts {
                    *sum += part;
                    *square += part * part;
                }
                self.weigh(row, support);
            }
        }
    }

    /// Sets the weights of a row by its gradients so far.
    fn weigh(&mut self, row: usize, support: Option<&[Row]>) {
        let least = self.penalty * self.step;
        let parts = self.weights[row].iter_mut().zip(&self.sums[row]).zip(&self.squares[row]);
        for ((weight, sum), square) in parts {
            *weight = -RATE * (sum.abs() - least).max(0.0).copysign(*sum) / square.sqrt();
        }
        if let Some(support) = support {
            for (weight, supported) in self.weights[row].iter_mut().zip(&support[row]) {
                *weight = if *supported == 0.0 { 0.0 } else { *weight };
            }
        }
    }

    fn scores(&self, rows: &[u32]) -> Row {
        let mut sums = [0.0; LABELS];
        for row in rows {
            for (sum, weight) in sums.iter_mut().zip(&self.weights[*row as usize]) {
                *sum += weight;
            }
        }
        sums
    }
}

/// How probable each label is at each token, over all legal sequences: by sums from the front and from
/// the back (Baum 1972), of which each is brought to 1 at every token.
fn probabilities(scores: &[Row]) -> Vec<Row> {
    let likelihood = |score: &Row| {
        let most = score.iter().copied().fold(f32::MIN, f32::max);
        score.map(|score| (score - most).exp())
    };
    let likelihoods: Vec<Row> = scores.iter().map(likelihood).collect();
    // Of sequences so far: those that end outside of names, and those that end within one, by type.
    let mut fronts: Vec<(f32, [f32; TYPES.len()])> = vec![(1.0, [0.0; TYPES.len()])];
    for likelihood in &likelihoods {
        let (closed, open) = fronts[fronts.len() - 1];
        let mut next = (closed * likelihood[0], [0.0; TYPES.len()]);
        for (name_type, open) in open.iter().enumerate() {
            let [begin, inside, last, only] = of_type(likelihood, name_type);
            next.0 += closed * only + open * last;
            next.1[name_type] = closed * begin + open * inside;
        }
        fronts.push(to_one(next));
    }
    let mut back = (1.0, [0.0; TYPES.len()]);
    let mut all = vec![[0.0; LABELS]; scores.len()];
    for ((likelihood, front), out) in likelihoods.iter().zip(&fronts).zip(&mut all).rev() {
        let mut next = (likelihood[0] * back.0, [0.0; TYPES.len()]);
        out[0] = front.0 * next.0;
        for name_type in 0..TYPES.len() {
            let [begin, inside, last, only] = of_type(likelihood, name_type);
            let (begin, inside) = (begin * back.1[name_type], inside * back.1[name_type]);
            let (last, only) = (last * back.0, only * back.0);
            let open = front.1[name_type];
            let labels = &mut out[1 + 4 * name_type..5 + 4 * name_type];
            labels.copy_from_slice(&[front.0 * begin, open * inside, open * last, front.0 * only]);
            next.0 += begin + only;
            next.1[name_type] = inside + last;
        }
        let sum: f32 = out.iter().sum();
        *out = out.map(|part| part / sum.max(f32::MIN_POSITIVE));
        back = to_one(next);
    }
    all
}

fn of_type(row: &Row, name_type: usize) -> [f32; 4] {
    std::array::from_fn(|place| row[1 + 4 * name_type + place])
}

fn to_one((closed, open): (f32, [f32; TYPES.len()])) -> (f32, [f32; TYPES.len()]) {
    let sum = (closed + open.iter().sum::<f32>()).max(f32::MIN_POSITIVE);
    (closed / sum, open.map(|part| part / sum))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wirecopy::training::labels::label;

    #[test]
    fn probabilities_are_those_of_legal_sequences() {
        // Nothing speaks for anything: of two tokens, 13 labels each that stand alone, or a name of 12 types.
        let all = probabilities(&[[0.0; LABELS]; 2]);
        let sequences = 13.0 * 13.0 + 12.0;
        assert!((all[0][0] - 13.0 / sequences).abs() < 1e-5);
        assert!((all[0][usize::from(label(3, 0, 2))] - 1.0 / sequences).abs() < 1e-5);
        assert!((all[1][usize::from(label(3, 1, 2))] - 1.0 / sequences).abs() < 1e-5);
        assert_eq!(all[0][usize::from(label(3, 1, 2))], 0.0);
    }

    #[test]
    fn what_tells_is_learned_and_what_does_not_gets_no_weight() {
        let name = label(0, 0, 1);
        let stretch = |feature: u32, gold: Label| Stretch { features: vec![vec![feature, 2]], gold: vec![gold] };
        let stretches: Vec<Stretch> = (0..200).map(|at| stretch(at % 2, if at % 2 == 0 { name } else { 0 })).collect();
        let rows = learn(&stretches, 4, 1e-4, None, 7);
        assert!(rows[0][usize::from(name)] > 1.0 && rows[1][0] > 1.0 && rows[0][0] < 0.0);
        assert_eq!(rows[3], [0.0; LABELS]);
        let mut support = vec![[0.0; LABELS]; 4];
        support[0][usize::from(name)] = 1.0;
        let rows = learn(&stretches, 4, 0.0, Some(&support), 7);
        assert_eq!(rows.iter().flatten().filter(|weight| **weight != 0.0).count(), 1);
    }
}
