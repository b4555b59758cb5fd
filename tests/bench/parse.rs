//! The throughput of `parse_article`, natively, on articles of several lengths: `cargo bench`.
//!
//! The articles are made of the paragraphs of the example articles, over and over.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use wirecopy::{Options, parse_article};

fn parse(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse_article");
    for length in [1_000, 10_000, 100_000, 1_000_000] {
        let article = article_of(length);
        group.throughput(Throughput::Bytes(article.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(length), &article, |bencher, article| {
            let options = Options::default();
            bencher.iter(|| parse_article(black_box(article), &options));
        });
    }
    group.finish();
}

/// One article of about so many bytes.
fn article_of(length: usize) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let articles: Vec<_> = paths.iter().map(|path| fs::read_to_string(path).unwrap().replace('\r', "")).collect();
    let mut article = String::new();
    for paragraph in articles.iter().flat_map(|article| article.split("\n\n")).cycle() {
        if article.len() >= length {
            break;
        }
        article.push_str(paragraph);
        article.push_str("\n\n");
    }
    article
}

criterion_group!(benches, parse);
criterion_main!(benches);
