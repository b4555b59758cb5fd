//! How often each kind of evidence is right, on annotated text: the figures behind
//! `Evidence::confidence`.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{BufRead, BufReader};

use wirecopy::training;

use crate::score::{gold, trim};

/// Prints, for each kind of evidence and each type, how many names it gave and the share of them
/// whose span and type are as annotated.
pub fn measure(files: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut counts: BTreeMap<(String, String), (u32, u32)> = BTreeMap::new();
    for file in files {
        for line in BufReader::new(std::fs::File::open(file)?).lines() {
            let document: serde_json::Value = serde_json::from_str(&line?)?;
            let text = document["text"].as_str().ok_or("a line without a text")?;
            let gold = gold(text, &document["ents"])?;
            for found in training::find(text) {
                let right = gold.get(&trim(text, found.span.range())).is_some_and(|kind| kind == found.kind.as_str());
                for kind in [found.kind.as_str(), "all"] {
                    let count = counts.entry((found.evidence.clone(), kind.to_string())).or_default();
                    count.0 += 1;
                    count.1 += u32::from(right);
                }
            }
        }
    }
    for ((evidence, kind), (all, right)) in counts {
        println!("{evidence:12} {kind:12} {all:6} {:.3}", f64::from(right) / f64::from(all));
    }
    Ok(())
}
