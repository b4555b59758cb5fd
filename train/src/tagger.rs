//! Learns the tagger: a log-linear model, cut to its largest weights and learned again with these
//! alone, with a confidence fitted to names it has not learned from.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::io::Write;
use std::path::Path;

use wirecopy::MentionType;
use wirecopy::training::{self, STEPS, labels};

use crate::corpus::{self, Part};
use crate::filed::Desk;
use crate::log_linear::{self, Row, Stretch};
use crate::renamed::Renamer;
use crate::score::write_between;
use crate::tables;
use labels::{Decoder, LABELS, Label, NEVER};

/// A feature that fewer tokens have says too little.
const LEAST_COUNT: u32 = 4;
/// The learner depends on the order of what it sees: the mean over several orders does less.
const SEEDS: [u64; 2] = [0x2545_F491_4F6C_DD1D, 0x9E37_79B9_7F4A_7C15];
/// How many of the weights are kept: the knee of the curve that `train tagger --curve` prints.
const KEPT: usize = 85_000;
/// How many of the model for text without capitals, which few read.
const KEPT_UNCASED: usize = 23_000;
/// The penalty that leaves not many more than are kept.
const PENALTY: f32 = 8e-6;
/// The same of the model for text without capitals.
const PENALTY_UNCASED: f32 = 5e-5;
/// One that leaves as many as the curve goes to.
const LOW_PENALTY: f32 = 1e-6;
/// Where the tables go.
const DOC: &str = "docs/recognizer.md";
/// What the curve goes through.
const CURVE: [usize; 7] = [20_000, 40_000, 60_000, 85_000, 120_000, 160_000, 220_000];
/// Weights are kept as whole numbers of this fraction.
const SCALE: f32 = 16.0;

/// A sentence, with its features as indices of rows, and its labels.
#[derive(Clone)]
struct Sentence {
    features: Vec<Result<Vec<u32>, Label>>,
    gold: Vec<Label>,
}

/// What `train tagger` is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// To write the weights.
    Weights,
    /// To write how the score on the articles to choose by depends on the number of weights.
    Curve,
    /// To write what each family of features adds to that score.
    Ablation,
}

/// Whether a family of features has the place among the features of a token.
type Family = fn(usize) -> bool;

const FAMILIES: [(&str, Family); 5] = [
    ("the word and those beside it", |place| matches!(place, 1..=3)),
    ("word classes", |place| matches!(place, 5..=10)),
    ("what the rules found", |place| matches!(place, 11 | 12 | 16 | 18)),
    ("shape, style, first in the sentence", |place| matches!(place, 4 | 14 | 15)),
    ("what the lexicon knows, endings, the names beside it", |place| matches!(place, 13 | 17 | 19..)),
];

/// Reads the annotated articles under `data`, learns, and writes the weights or a table of the doc.
pub fn train(data: &Path, wish: Wish) -> Result<(), Box<dyn Error>> {
    let (mut learn, mut check) = (Vec::new(), Vec::new());
    let (mut learn_uncased, mut check_uncased) = (Vec::new(), Vec::new());
    let (mut desk, mut renamer) = (Desk::new(data)?, Renamer::new(data)?);
    for file in corpus::FILES {
        for document in corpus::read(&data.join("corpora").join(file))? {
            match document.part {
                Part::Train => {
                    learn.extend(sentences(&document.with_headlines(), true)?);
                    learn_uncased.extend(sentences(&document.in_small_letters(), true)?);
                    learn.extend(sentences(&renamer.renamed(&document), true)?);
                    learn.extend(sentences(&desk.filed(document), true)?);
                }
                Part::Dev => {
                    check.extend(sentences(&document, false)?);
                    check_uncased.extend(sentences(&document.in_small_letters(), false)?);
                }
                Part::Test => {}
            }
        }
    }
    for page in tables::documents(data)? {
        learn.extend(sentences(&page, true)?);
    }
    if wish == Wish::Ablation {
        let mut table = String::from("| without | features | F1 |\n|---|--:|--:|\n");
        table += &ablate("nothing", |_| false, learn.clone(), check.clone());
        for (name, left_out) in FAMILIES {
            table += &ablate(name, left_out, learn.clone(), check.clone());
        }
        return write_between(DOC, ("<!-- ablation:start -->\n", "<!-- ablation:end -->"), &table);
    }
    if wish == Wish::Curve {
        let (learner, rows) = learned(&mut learn, &mut check, LOW_PENALTY);
        let table = curve(&learner, &rows, &stretches(&learn), &check)?;
        return write_between(DOC, ("<!-- curve:start -->\n", "<!-- curve:end -->"), &table);
    }
    write("weights.bin", (KEPT, PENALTY), learn, check)?;
    write("uncased.bin", (KEPT_UNCASED, PENALTY_UNCASED), learn_uncased, check_uncased)
}

/// Learns a model, and writes the largest of its weights.
fn write(
    file: &str,
    (kept, penalty): (usize, f32),
    mut learn: Vec<Sentence>,
    mut check: Vec<Sentence>,
) -> Result<(), Box<dyn Error>> {
    let (learner, rows) = learned(&mut learn, &mut check, penalty);
    let count = learner.weights.iter().flatten().filter(|weight| **weight != 0.0).count();
    eprintln!("{count} weights: F1 {:.2}", learner.f1(&check));
    let learner = learner.cut_and_learned(kept, &stretches(&learn));
    eprintln!("cut and learned again: F1 {:.2}", learner.f1(&check));
    let (sure, steps) = learner.confidence(&check);
    eprintln!("confidence: sure {sure}, steps {steps:?}");
    let packed = training::pack(&learner.packed(&rows), sure, &steps);
    eprintln!("{file}: {} bytes", packed.len());
    Ok(std::fs::write(Path::new("src/recognize/tagger").join(file), packed)?)
}

/// Learns, and makes the features of the sentences the indices of the rows that come back too.
fn learned(learn: &mut [Sentence], check: &mut [Sentence], penalty: f32) -> (Learner, BTreeMap<u32, u32>) {
    let rows = rows(learn);
    eprintln!("{} sentences to learn from, {} to check; {} features", learn.len(), check.len(), rows.len());
    index(learn, &rows);
    index(check, &rows);
    (Learner::learned(&stretches(learn), rows.len(), penalty, None), rows)
}

/// What the model is asked about at once.
fn stretches(sentences: &[Sentence]) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    for sentence in sentences {
        let tokens: Vec<_> = sentence.features.iter().zip(&sentence.gold).collect();
        for tokens in tokens.split(|(features, _)| features.is_err()).filter(|tokens| !tokens.is_empty()) {
            let features = tokens.iter().flat_map(|(features, _)| features.iter().cloned()).collect();
            stretches.push(Stretch { features, gold: tokens.iter().map(|(_, gold)| **gold).collect() });
        }
    }
    stretches
}

/// A line of the score without some of the features.
fn ablate(name: &str, left_out: impl Fn(usize) -> bool, mut learn: Vec<Sentence>, mut check: Vec<Sentence>) -> String {
    for features in learn.iter_mut().chain(&mut check).flat_map(|sentence| sentence.features.iter_mut().flatten()) {
        let mut place = 0..;
        features.retain(|_| !place.next().is_some_and(&left_out));
    }
    let (learner, rows) = learned(&mut learn, &mut check, PENALTY);
    format!("| {name} | {} | {:.1} |\n", rows.len(), learner.f1(&check))
}

/// A line for each number of weights: the score, and what they cost in the download.
fn curve(
    learner: &Learner,
    rows: &BTreeMap<u32, u32>,
    stretches: &[Stretch],
    check: &[Sentence],
) -> Result<String, Box<dyn Error>> {
    let mut table = String::from("| weights | features | KB, gzip | F1 |\n|--:|--:|--:|--:|\n");
    for count in CURVE {
        let cut = Learner { weights: learner.weights.clone() }.cut_and_learned(count, stretches);
        let packed = training::pack(&cut.packed(rows), 0, &[(0, 0); STEPS]);
        let mut zipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        zipped.write_all(&packed)?;
        let (features, bytes) = (cut.packed(rows).len(), zipped.finish()?.len());
        table += &format!("| {count} | {features} | {} | {:.1} |\n", bytes / 1000, cut.f1(check));
    }
    Ok(table)
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
                if learn && tokens[at..=last].iter().any(|(_, features)| features.is_err()) {
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

/// Features become the indices of their rows; rare ones are left out.
fn index(sentences: &mut [Sentence], rows: &BTreeMap<u32, u32>) {
    for sentence in sentences {
        for features in sentence.features.iter_mut().flatten() {
            *features = features.iter().filter_map(|feature| rows.get(feature).copied()).collect();
        }
    }
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
}

impl Learner {
    /// Learns in several orders at a time, and takes the mean. Weights that are 0 of `support` stay so.
    fn learned(stretches: &[Stretch], rows: usize, penalty: f32, support: Option<&[Row]>) -> Self {
        let learned = std::thread::scope(|scope| {
            let learn = |seed| scope.spawn(move || log_linear::learn(stretches, rows, penalty, support, seed));
            let threads = SEEDS.map(learn);
            threads.map(|thread| thread.join().expect("the learner does not panic"))
        });
        Learner { weights: mean(&learned) }
    }

    /// Leaves the `count` largest weights, learned again without the others, as they are written.
    fn cut_and_learned(mut self, count: usize, stretches: &[Stretch]) -> Self {
        self.cut(count);
        let mut again = Learner::learned(stretches, self.weights.len(), 0.0, Some(&self.weights));
        again.round();
        again
    }

    /// Leaves the `count` largest weights. The first of a feature has to be larger than others,
    /// because the feature itself costs as many bytes as two weights, and time.
    fn cut(&mut self, count: usize) {
        const FIRST: f32 = 0.6;
        let size = |row: &Row| {
            let first = row
                .iter()
                .enumerate()
                .max_by(|(_, a), (_, b)| a.abs().total_cmp(&b.abs()))
                .map_or(0, |(label, _)| label);
            let largest = row[first].abs() * FIRST;
            let size = move |label: usize| if label == first { largest } else { row[label].abs().min(largest) };
            std::array::from_fn::<f32, LABELS, _>(size)
        };
        let sizes: Vec<Row> = self.weights.iter().map(size).collect();
        let mut sorted: Vec<f32> = sizes.iter().flatten().copied().collect();
        sorted.sort_by(|a, b| b.total_cmp(a));
        let least = sorted.get(count).copied().unwrap_or(0.0);
        for (weight, size) in self.weights.iter_mut().flatten().zip(sizes.iter().flatten()) {
            if *size <= least {
                *weight = 0.0;
            }
        }
    }

    /// Rounds the weights to what one signed byte holds.
    fn round(&mut self) {
        for weight in self.weights.iter_mut().flatten() {
            *weight = (*weight * SCALE).round().clamp(-127.0, 127.0);
        }
    }

    fn scores(&self, sentence: &Sentence) -> Vec<[i32; LABELS]> {
        // Whole thousandths, so that the decoder is the product's own.
        const FINE: f32 = 1000.0;
        let score = |features: &Result<Vec<u32>, Label>| {
            let features = match features {
                Ok(features) => features,
                Err(label) => {
                    let mut score = [NEVER; LABELS];
                    score[usize::from(*label)] = 0;
                    return score;
                }
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

    /// How often names are right, in percent: those that the model is not asked about; and the others
    /// in steps, of which each holds for margins from its own on. Fitted by pooling neighbours until
    /// the shares rise (isotonic regression).
    fn confidence(&self, check: &[Sentence]) -> (u32, [(i32, u32); STEPS]) {
        let mut margins: Vec<(i32, bool)> = Vec::new();
        let (mut sure, mut sure_right) = (0, 0);
        for sentence in check {
            let gold = spelled(&sentence.gold);
            for (name, margin) in self.names(sentence) {
                let right = gold.contains(&name);
                if sentence.features[name.0].is_err() {
                    sure += 1;
                    sure_right += u32::from(right);
                } else {
                    margins.push((margin.div_euclid(1000), right));
                }
            }
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
            (if index == 0 { i32::MIN } else { least }, percent(right, count))
        };
        (percent(sure_right, sure), std::array::from_fn(step))
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

fn percent(part: u32, all: u32) -> u32 {
    (100 * part + all / 2) / all.max(1)
}

/// First token, past the last, type.
type Name = (usize, usize, MentionType);

fn spelled(path: &[Label]) -> Vec<Name> {
    let mut names = Vec::new();
    labels::names(path, |start, end, name_type| names.push((start, end, name_type)));
    names
}
