//! Learns the tagger: an averaged structured perceptron (Collins 2002), cut to its largest weights
//! and learned on, with a confidence fitted to names it has not learned from.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::path::Path;

use wirecopy::MentionType;
use wirecopy::training::{self, STEPS, labels};

use crate::corpus::{self, Part};
use labels::{Decoder, LABELS, Label, NEVER};

/// A feature that fewer tokens have says too little.
const LEAST_COUNT: u32 = 4;
/// The learner depends on the order of what it sees: the mean over several orders does less.
const SEEDS: [u64; 4] = [0x2545_F491_4F6C_DD1D, 0x9E37_79B9_7F4A_7C15, 0xD1B5_4A32_D192_ED03, 0x94D0_49BB_1331_11EB];
/// Times that the learner sees all sentences: first, and after each cut.
const EPOCHS: usize = 6;
const EPOCHS_AFTER_CUT: usize = 3;
/// How many weights each cut leaves.
const CUTS: [usize; 2] = [110_000, 70_000];
/// Weights are kept as whole numbers of this fraction.
const SCALE: f32 = 3.0;

type Row = [f32; LABELS];

/// A sentence, with its features as indices of rows, and its labels.
struct Sentence {
    features: Vec<Option<Vec<u32>>>,
    gold: Vec<Label>,
}

/// Reads the annotated articles under `data`, learns, and writes the weights.
pub fn train(data: &Path) -> Result<(), Box<dyn Error>> {
    let mut learn = Vec::new();
    let mut check = Vec::new();
    for file in corpus::FILES {
        for document in corpus::read(&data.join("corpora").join(file))? {
            match document.part {
                Part::Train => {
                    learn.extend(sentences(&document, true)?);
                    learn.extend(sentences(&document.with_headlines(), true)?);
                }
                Part::Dev => check.extend(sentences(&document, false)?),
                Part::Test => {}
            }
        }
    }
    let rows = rows(&learn);
    eprintln!("{} sentences to learn from, {} to check; {} features", learn.len(), check.len(), rows.len());
    for sentence in learn.iter_mut().chain(&mut check) {
        for features in sentence.features.iter_mut().flatten() {
            *features = features.iter().filter_map(|feature| rows.get(feature).copied()).collect();
        }
    }

    let learned = SEEDS.map(|seed| {
        let mut learner = Learner { weights: vec![[0.0; LABELS]; rows.len()], kept: None };
        learner.run(&learn, &check, EPOCHS, seed);
        learner.weights
    });
    let mut learner = Learner { weights: mean(&learned), kept: None };
    eprintln!("the mean of {}: F1 {:.2}", SEEDS.len(), learner.f1(&check));
    for cut in CUTS {
        learner.cut(cut);
        let cut = SEEDS.map(|seed| {
            let mut learner = Learner { weights: learner.weights.clone(), kept: learner.kept.clone() };
            learner.run(&learn, &check, EPOCHS_AFTER_CUT, seed);
            learner.weights
        });
        learner.weights = mean(&cut);
    }
    learner.round();
    eprintln!("rounded: F1 {:.2}", learner.f1(&check));
    let packed = training::pack(&learner.packed(&rows), &learner.steps(&check));
    eprintln!("weights.bin: {} bytes", packed.len());
    Ok(std::fs::write("src/recognize/tagger/weights.bin", packed)?)
}

/// The sentences of an article. A name that does not end where tokens do is left out.
fn sentences(document: &corpus::Document, learn: bool) -> Result<Vec<Sentence>, Box<dyn Error>> {
    let mut names: HashMap<u32, (u32, usize)> = HashMap::new();
    for ((start, end), kind) in &document.names {
        if let Some(name_type) = labels::type_index(&MentionType::from_name(kind)) {
            names.insert(*start as u32, (*end as u32, name_type));
        }
    }
    let sentences = training::sentences(&document.text)?.into_iter().map(|tokens| {
        let mut gold = vec![0; tokens.len()];
        for at in 0..tokens.len() {
            let Some((end, name_type)) = names.get(&tokens[at].0.start) else { continue };
            if let Some(last) = (at..tokens.len()).find(|last| tokens[*last].0.end == *end) {
                // What the features leave no room for cannot be learned.
                if learn && tokens[at..=last].iter().any(|(_, features)| features.is_none()) {
                    continue;
                }
                for (place, label) in gold[at..=last].iter_mut().enumerate() {
                    *label = labels::label(*name_type, place, last + 1 - at);
                }
            }
        }
        Sentence { features: tokens.into_iter().map(|(_, features)| features).collect(), gold }
    });
    Ok(sentences.collect())
}

/// A row for each feature that is frequent enough, in the order of their hashes.
fn rows(sentences: &[Sentence]) -> BTreeMap<u32, u32> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for feature in sentences.iter().flat_map(|sentence| sentence.features.iter().flatten()).flatten() {
        *counts.entry(*feature).or_default() += 1;
    }
    counts.retain(|_, count| *count >= LEAST_COUNT);
    counts.into_keys().zip(0..).collect()
}

fn mean(learned: &[Vec<Row>]) -> Vec<Row> {
    let weight = |row: usize, label: usize| learned.iter().map(|weights| weights[row][label]).sum::<f32>();
    let row = |row: usize| std::array::from_fn(|label| weight(row, label) / learned.len() as f32);
    (0..learned[0].len()).map(row).collect()
}

struct Learner {
    weights: Vec<Row>,
    /// Which weights a cut has left; none before the first.
    kept: Option<Vec<[bool; LABELS]>>,
}

impl Learner {
    /// Learns, and leaves the average of the weights over all steps.
    fn run(&mut self, sentences: &[Sentence], check: &[Sentence], epochs: usize, seed: u64) {
        let mut order: Vec<usize> = (0..sentences.len()).collect();
        let mut random = Random(seed);
        let mut sums = vec![[0.0; LABELS]; self.weights.len()];
        let mut step = 1.0;
        let (mut decoder, mut path) = (Decoder::default(), Vec::new());
        for epoch in 0..epochs {
            random.shuffle(&mut order);
            let mut wrong = 0;
            for sentence in order.iter().map(|index| &sentences[*index]) {
                decoder.best_path(&self.scores(sentence), &mut path);
                let tokens = sentence.features.iter().zip(&sentence.gold).zip(&path);
                for ((features, gold), guess) in tokens.filter(|((_, gold), guess)| gold != guess) {
                    wrong += 1;
                    for row in features.iter().flatten() {
                        self.learn(&mut sums, *row as usize, usize::from(*gold), 1.0, step);
                        self.learn(&mut sums, *row as usize, usize::from(*guess), -1.0, step);
                    }
                }
                step += 1.0;
            }
            eprintln!("epoch {}: {wrong} labels wrong", epoch + 1);
        }
        for (weight, sum) in self.weights.iter_mut().flatten().zip(sums.iter().flatten()) {
            *weight -= sum / step;
        }
        eprintln!("F1 {:.2}", self.f1(check));
    }

    fn learn(&mut self, sums: &mut [Row], row: usize, label: usize, by: f32, step: f32) {
        if self.kept.as_ref().is_none_or(|kept| kept[row][label]) {
            self.weights[row][label] += by;
            sums[row][label] += by * step;
        }
    }

    /// Leaves the `count` largest weights.
    fn cut(&mut self, count: usize) {
        let mut sizes: Vec<f32> = self.weights.iter().flatten().map(|weight| weight.abs()).collect();
        sizes.sort_by(|a, b| b.total_cmp(a));
        let least = sizes.get(count).copied().unwrap_or(0.0);
        for weight in self.weights.iter_mut().flatten().filter(|weight| weight.abs() <= least) {
            *weight = 0.0;
        }
        self.kept = Some(self.weights.iter().map(|row| row.map(|weight| weight != 0.0)).collect());
        eprintln!("cut below {least:.3}");
    }

    /// Rounds the weights to what one signed byte holds.
    fn round(&mut self) {
        eprintln!("largest {}", self.weights.iter().flatten().fold(0_f32, |a, b| a.max(b.abs())));
        for weight in self.weights.iter_mut().flatten() {
            *weight = (*weight * SCALE).round().clamp(-127.0, 127.0);
        }
    }

    fn scores(&self, sentence: &Sentence) -> Vec<[i32; LABELS]> {
        // Whole thousandths, so that the decoder is the product's own.
        const FINE: f32 = 1000.0;
        let score = |features: &Option<Vec<u32>>| {
            let Some(features) = features else {
                let mut score = [NEVER; LABELS];
                score[0] = 0;
                return score;
            };
            let mut sums = [0.0; LABELS];
            for row in features {
                for (sum, weight) in sums.iter_mut().zip(&self.weights[*row as usize]) {
                    *sum += weight;
                }
            }
            sums.map(|sum: f32| (sum * FINE) as i32)
        };
        sentence.features.iter().map(score).collect()
    }

    fn f1(&self, sentences: &[Sentence]) -> f64 {
        let (mut right, mut found, mut gold) = (0, 0, 0);
        for sentence in sentences {
            let names = spelled(&sentence.gold);
            let guessed = self.names(sentence);
            gold += names.len();
            found += guessed.len();
            right += guessed.iter().filter(|(name, _)| names.contains(name)).count();
        }
        200.0 * right as f64 / (found + gold).max(1) as f64
    }

    /// The names of a sentence with their margins.
    fn names(&self, sentence: &Sentence) -> Vec<(Name, i32)> {
        let scores = self.scores(sentence);
        let mut path = Vec::new();
        Decoder::default().best_path(&scores, &mut path);
        spelled(&path).into_iter().map(|name| (name.clone(), labels::margin(&scores, &path, name.0..name.1))).collect()
    }

    /// Steps of the confidence: names with a margin from this on are right this often. Fitted by
    /// pooling neighbours until the shares rise (isotonic regression).
    fn steps(&self, check: &[Sentence]) -> [(i32, u32); STEPS] {
        let mut margins: Vec<(i32, bool)> = Vec::new();
        for sentence in check {
            let gold = spelled(&sentence.gold);
            let names = self.names(sentence).into_iter();
            margins.extend(names.map(|(name, margin)| (margin.div_euclid(1000), gold.contains(&name))));
        }
        margins.sort();
        let mut pools: Vec<(i32, u32, u32)> = Vec::new();
        for part in margins.chunks(margins.len().div_ceil(STEPS).max(1)) {
            let right = part.iter().filter(|(_, right)| *right).count() as u32;
            pools.push((part[0].0, right, part.len() as u32));
            while let [.., (_, r1, n1), (_, r2, n2)] = pools[..] {
                if r1 * n2 < r2 * n1 {
                    break;
                }
                pools.pop();
                let last = pools.last_mut().expect("there were two");
                (last.1, last.2) = (r1 + r2, n1 + n2);
            }
        }
        // The lowest step takes all below it; steps that pooling saved repeat the last.
        let step = |index: usize| {
            let (least, right, count) = pools[index.min(pools.len() - 1)];
            (if index == 0 { i32::MIN } else { least }, (100 * right + count / 2) / count)
        };
        std::array::from_fn(step)
    }

    fn packed(&self, rows: &BTreeMap<u32, u32>) -> BTreeMap<u32, Vec<(u8, i8)>> {
        let weights = |row: &u32| -> Vec<(u8, i8)> {
            let weights = self.weights[*row as usize].iter().zip(0..).filter(|(weight, _)| **weight != 0.0);
            weights.map(|(weight, label)| (label, *weight as i8)).collect()
        };
        let packed = rows.iter().map(|(feature, row)| (*feature, weights(row)));
        packed.filter(|(_, weights)| !weights.is_empty()).collect()
    }
}

/// First token, past the last, type.
type Name = (usize, usize, MentionType);

fn spelled(path: &[Label]) -> Vec<Name> {
    let mut names = Vec::new();
    labels::names(path, |start, end, name_type| names.push((start, end, name_type)));
    names
}

/// Xorshift (Marsaglia 2003): the same order at every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn shuffle(&mut self, items: &mut [usize]) {
        for last in (1..items.len()).rev() {
            items.swap(last, (self.next() % (last as u64 + 1)) as usize);
        }
    }
}
