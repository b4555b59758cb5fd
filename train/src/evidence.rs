//! How often each kind of evidence is right, on annotated text: the figures behind
//! `Evidence::confidence`.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::io::{BufRead, BufReader};

use wirecopy::training;

/// Prints, for each kind of evidence and each type, how many names it gave and the share of them
/// whose span and type are as annotated.
pub fn measure(files: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut counts: BTreeMap<(String, String), (u32, u32)> = BTreeMap::new();
    for file in files {
        for line in BufReader::new(std::fs::File::open(file)?).lines() {
            let document: serde_json::Value = serde_json::from_str(&line?)?;
            let text = document["text"].as_str().ok_or("a line without a text")?;
            let gold = gold(text, &document["ents"])?;
            for found in training::find(text)? {
                let right =
                    gold.get(&(found.span.start, found.span.end)).is_some_and(|kind| kind == found.kind.as_str());
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

/// The annotated names: their types by their spans in bytes.
fn gold(text: &str, names: &serde_json::Value) -> Result<HashMap<(u32, u32), String>, Box<dyn Error>> {
    let bytes: Vec<u32> = text.char_indices().map(|(byte, _)| byte as u32).chain([text.len() as u32]).collect();
    let names = names.as_array().ok_or("a line without annotated names")?;
    let one = |name: &serde_json::Value| {
        let place = |index: usize| name[index].as_u64().and_then(|point| bytes.get(point as usize)).copied();
        let kind = name[2].as_str()?;
        Some(((place(0)?, place(1)?), if kind == "WORK" { "WORK_OF_ART".to_string() } else { kind.to_string() }))
    };
    names.iter().map(|name| one(name).ok_or_else(|| "an annotation that is none".into())).collect()
}
